"""How much the program's memory grows while people send files made to fill a machine; and each command that reads one.

python -m benchmarks.hostile
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.chaos.program import Installation
from benchmarks.chaos.providers import Simulator
from benchmarks.harness import machine, table
from db.contacts import Consent, ContactPerson, add_contact
from db.conversations import StoredFile
from db.organisations import Organisation
from db.people import Person, Role, grant
from db.schema import upgrade
from db.session import Database
from tests.bot.backup.test_hostile import FILES as BACKUPS
from tests.bot.lists.test_hostile import FILES as LISTS
from tests.bot.test_pictures import BOMBS as PICTURES
from tests.handlers.meetings.test_meeting_spec import ALIASES

COORDINATOR = 9001
LARGEST = 5_000_000  # bytes: beyond, a file is refused before it is fetched
PATIENCE = 600.0  # seconds


async def settle_in(url: str) -> None:
    database, now = Database(url), dt.datetime.now(dt.UTC)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance", preferences={}))
        person = Person(organisation_id=1, name="Maude", created_at=now)
        session.add(person)
        await session.flush()
        await grant(session, person.id, Role.COORDINATOR)
        contact = await add_contact(session, 1, "telegram", str(COORDINATOR), now)
        contact.person_id, contact.consent = person.id, Consent.GIVEN
        session.add(ContactPerson(contact_id=contact.id, person_id=person.id, proved_at=now))
    await database.close()


async def settled(url: str) -> int:
    """Files that are stored, refused or read."""
    database = Database(url)
    async with database.read() as session:
        waiting = StoredFile.state.in_(("to_fetch", "held"))
        count = await session.scalar(select(func.count()).select_from(StoredFile).where(~waiting))
    await database.close()
    return count or 0


def memory(pid: int) -> float:
    """The most that this process ever held, in megabytes."""
    return most_held(Path(f"/proc/{pid}/status").read_text())


def most_held(status: str) -> float:
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def send(simulator: Simulator, kind: str, content: bytes, words: str) -> None:
    given = {"user_id": COORDINATOR, "content": base64.b64encode(content).decode(), "caption": words}
    named = {"name": "file", "mime": "application/octet-stream"} if kind == "document" else {}
    simulator.ask(f"telegram/send_{kind}", **given, **named)


def of_the_program(few: bool) -> list[list[object]]:
    """Pictures and lists, sent on Telegram to `portevoix run`."""
    bombs: list[tuple[Callable[[], bytes], str]] = list(PICTURES.values())
    pictures = [make() for make, _why in bombs[: 3 if few else None]]
    lists = [content for make, _why in list(LISTS.values())[: 3 if few else None] if len(content := make()) < LARGEST]
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        url = f"sqlite+aiosqlite:///{Path(name) / 'portevoix.sqlite3'}"
        asyncio.run(upgrade(url))
        asyncio.run(settle_in(url))
        simulator = Simulator(1, "")
        program = Installation(Path(name), simulator, {"run": url}, rate=30, more={})
        try:
            program.start()
            pid = program.processes["run"].pid
            send(simulator, "photo", b"\x89PNG\r\n\x1a\n", "")  # whatever is loaded at the first file
            wait(url, 1)
            before = memory(pid)
            for content in pictures:
                send(simulator, "photo", content, "")
            for content in lists:
                send(simulator, "document", content, "/importer")
            wait(url, 1 + len(pictures) + len(lists))
            program.look()
            grown, ended = memory(pid) - before, len(program.processes["run"].ended)
        finally:
            program.kill()
            simulator.stop()
    said = f"`run`: {len(pictures)} pictures, {len(lists)} lists"
    return [[f"{said}: memory more, MB", grown, 100], [f"{said}: times it ended", ended, 0]]


def wait(url: str, many: int) -> None:
    until = time.monotonic() + PATIENCE
    while asyncio.run(settled(url)) < many:
        if time.monotonic() > until:
            raise SystemExit(f"{asyncio.run(settled(url))} files of {many} were settled")
        time.sleep(0.5)


# The command itself says what it held: what a parent is told of a child counts the parent too.
PROGRAM = """
import os, pathlib
from bot.cli import main
try:
    main()
finally:
    pathlib.Path(os.environ["TOLD"]).write_text(pathlib.Path("/proc/self/status").read_text())
"""


def command(folder: Path, *words: str) -> float:
    """Megabytes at the most of one command."""
    url = f"sqlite:///{folder / 'portevoix.sqlite3'}"
    environment = {**os.environ, "DATABASE_URL": url, "CONTACT_NAME": "Maude", "MEDIA_FOLDER": str(folder / "media")}
    told = folder / "told"
    started = [sys.executable, "-c", PROGRAM, *words]
    subprocess.run(started, env={**environment, "TOLD": str(told)}, capture_output=True, check=False)
    return most_held(told.read_text())


def of_commands(few: bool) -> list[list[object]]:
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        folder = Path(name)
        command(folder, "people", "add", "--role", "coordinator", "--name", "Maude")
        nothing = command(folder, "people", "list")
        (folder / "aliases.yaml").write_text(ALIASES)
        grown = command(folder, "meeting", "add", "--file", str(folder / "aliases.yaml")) - nothing
        rows.append(["`meeting add`: names of names of names, MB", grown, 100])
        for told, make in list(BACKUPS.items())[: 1 if few else None]:
            file = folder / "hostile.zip"
            make(file)
            rows.append([f"`restore`: {told}, MB", command(folder, "restore", str(file), "--replace") - nothing, 100])
    return rows


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--few", action="store_true")
    given = options.parse_args()
    rows = of_the_program(given.few) + of_commands(given.few)
    table(f"files made to fill a machine ({machine()})", rows, ["what", "measured", "at most"])


if __name__ == "__main__":
    main()
