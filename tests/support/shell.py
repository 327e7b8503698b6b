"""The shell's commands as a person types them: a process of its own, with its own settings.

To load the program takes a second of processor, and hundreds of commands are typed: each is a copy of a process that
has loaded what every command loads, and no more. Each command begun from nothing: tests/bot/cli/test_begun.py.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

from tests.support.sources import ROOT

LOADED = ("bot.cli.acting", "aiosqlite", "asyncpg", "sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.postgresql")


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out.splitlines()[-1])
        return found


def clean(**env: str) -> dict[str, str]:
    """These settings, and nothing else of this machine's."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LOG_LEVEL": "error"} | env


def portevoix(folder: Path, *words: str, **env: str) -> Answer:
    """Run `portevoix <words>` in a folder. `env` are settings; nothing else of this machine's is seen."""
    return copied(folder, words, clean(**env))


async def typed(folder: Path, *words: str, **env: str) -> Answer:
    """The same, beside a test's own event loop."""
    return await asyncio.to_thread(portevoix, folder, *words, **env)


def begun(folder: Path, *words: str, **env: str) -> Answer:
    """The same in a process that has loaded nothing yet, as on a real machine."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=clean(**env),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def copied(folder: Path, words: tuple[str, ...], env: Mapping[str, str]) -> Answer:
    """Run it in a copy of the process that is ready."""
    with tempfile.TemporaryDirectory() as kept:
        out, err = Path(kept) / "out", Path(kept) / "err"
        process = _ready().Process(target=_become, args=(folder, words, dict(env), out, err))
        process.start()
        process.join()
        assert process.exitcode is not None
        return Answer(process.exitcode, out.read_bytes().decode(), err.read_bytes().decode())


@cache
def _ready() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LOADED))
    return context


def _become(folder: Path, words: tuple[str, ...], env: Mapping[str, str], out: Path, err: Path) -> None:
    """In the new process: `python -m bot <words>`, there, with these settings and these two files to write to."""
    import bot

    assert Path(bot.__file__ or "").is_relative_to(ROOT), f"tests of {ROOT} would run {bot.__file__}: say PYTHONPATH=."
    for number, file in enumerate((Path(os.devnull), out, err)):
        opened = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(folder)
    sys.argv = ["bot", *words]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
