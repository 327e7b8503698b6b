"""`portevoix --version` says which version answers, without importing a command."""

from __future__ import annotations

import subprocess
import sys
import tomllib

from tests.support.sources import ROOT


def test_the_version_is_that_of_the_project() -> None:
    program = [
        sys.executable,
        "-c",
        "import sys; from bot.cli import main; sys.argv[0] = 'portevoix'; main()",
        "--version",
    ]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert done.stdout == f"portevoix {project['version']}\n"
