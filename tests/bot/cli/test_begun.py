"""Each command of the shell begins in a process that has loaded nothing: the other tests type them in copies of one
that has (tests/support/shell.py), where a module that needs another one loaded first would not be seen.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import COMMANDS
from tests.support.shell import begun, portevoix


@pytest.mark.long
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_begins_from_nothing(tmp_path: Path, command: str) -> None:
    answer = begun(tmp_path, command, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert f"Usage: python -m bot {command}" in answer.out


@pytest.mark.parametrize("words", [["people", "list"], ["people", "list", "--no-such"], ["no-such"]], ids=" ".join)
def test_a_copy_answers_as_what_begins_from_nothing(tmp_path: Path, words: list[str]) -> None:
    answer = begun(tmp_path, *words)
    assert answer.err
    assert portevoix(tmp_path, *words) == answer
