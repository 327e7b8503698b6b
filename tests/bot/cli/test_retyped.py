"""The number of people, retyped by whoever sits at a terminal: nothing of the database is held while they think."""

from __future__ import annotations

import os
import pty
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from db.session import Database
from tests.support.filled import fill
from tests.support.sources import ROOT

PROMPT = re.compile(r"nombre de personnes\W+(\d+) ")


class Terminal:
    """`portevoix <words>` in a terminal of its own."""

    def __init__(self, folder: Path, url: str, *words: str) -> None:
        self.master, slave = pty.openpty()
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LOG_LEVEL": "error", "DATABASE_URL": url}
        command = [sys.executable, "-m", "bot", *words]
        self.process = subprocess.Popen(command, cwd=folder, env=env, stdin=slave, stdout=slave, stderr=slave)
        os.close(slave)
        self.shown = ""

    def asked(self) -> int:
        """The number that it asks to retype."""
        while (found := PROMPT.search(self.shown)) is None:
            try:
                self.shown += os.read(self.master, 4096).decode(errors="replace")
            except OSError:  # the terminal is closed once the command ends
                raise AssertionError(f"nothing was asked: {self.shown}") from None
        return int(found[1])

    def type(self, words: str) -> None:
        os.write(self.master, f"{words}\n".encode())

    def end(self) -> int:
        try:
            while chunk := os.read(self.master, 4096):
                self.shown += chunk.decode(errors="replace")
        except OSError:
            pass
        return self.process.wait()


@pytest.fixture
async def url(sqlite_url: str) -> str:
    database = Database(sqlite_url)
    await fill(database)
    await database.close()
    return sqlite_url


def sendings(url: str) -> int:
    with sqlite3.connect(url.partition(":///")[2]) as connection:
        return int(connection.execute("SELECT count(*) FROM broadcasts WHERE kind = 'announcement'").fetchone()[0])


@pytest.mark.parametrize("right", [True, False], ids=["the right number", "another"])
def test_the_program_writes_on_while_a_coordinator_thinks(url: str, tmp_path: Path, right: bool) -> None:
    before = sendings(url)
    words = ("announce", "--to", "everyone", "--text", "Le local est fermé demain.", "--as", "Maude")
    terminal = Terminal(tmp_path, url, *words)
    number = terminal.asked()
    with sqlite3.connect(url.partition(":///")[2], timeout=5) as other:
        other.execute("UPDATE people SET name = name")  # what the running program does meanwhile
    terminal.type(str(number if right else number + 1))
    code = terminal.end()
    assert (code, sendings(url) - before) == ((0, 1) if right else (1, 0)), terminal.shown
