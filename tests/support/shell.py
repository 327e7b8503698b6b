"""The shell's commands as a person types them: a process of its own, with its own settings."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.sources import ROOT


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out.splitlines()[-1])
        return found


def portevoix(folder: Path, *words: str, **env: str) -> Answer:
    """Run `portevoix <words>` in a folder. `env` are settings; nothing else of this machine's is seen."""
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LOG_LEVEL": "error"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=clean | env,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


async def typed(folder: Path, *words: str, **env: str) -> Answer:
    """The same, beside a test's own event loop."""
    return await asyncio.to_thread(portevoix, folder, *words, **env)
