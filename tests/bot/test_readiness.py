"""Whether anything can be kept now is known by writing, and said in plain words."""

from __future__ import annotations

import asyncio
import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.cli.trouble import sentence
from bot.readiness import AWAY, DISK_FULL, NotReady, Readiness
from bot.web.health import health_route
from db.health import disk_is_full
from db.organisations import Organisation
from db.session import Database
from messages import text as say


class Hands:
    """A monotonic clock moved by hand."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


async def lay(database: Database) -> None:
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))


async def test_a_database_that_takes_what_is_written_is_well(database_url: str) -> None:
    database = Database(database_url)
    await lay(database)
    readiness = Readiness(database)
    await asyncio.gather(readiness(), readiness(), readiness())
    await database.close()


async def fill(database: Database) -> None:
    async with database.write() as session:
        pages = await session.scalar(text("PRAGMA page_count"))
        await session.execute(text(f"PRAGMA max_page_count = {pages}"))
        await session.execute(text("CREATE TABLE more (it BLOB)"))
        await session.execute(text("INSERT INTO more VALUES (zeroblob(1000000))"))


FORBID = """
CREATE TRIGGER nothing_is_written BEFORE UPDATE ON organisations BEGIN SELECT RAISE(FAIL, 'no'); END
"""


async def test_one_answer_serves_for_a_while_and_what_is_mended_is_seen_after(sqlite_url: str) -> None:
    database, hands = Database(sqlite_url), Hands()
    await lay(database)
    async with database.write() as session:
        await session.execute(text(FORBID))
    readiness = Readiness(database, hands)
    with pytest.raises(NotReady, match=AWAY):
        await readiness()
    async with database.write() as session:
        await session.execute(text("DROP TRIGGER nothing_is_written"))
    with pytest.raises(NotReady):
        await readiness()
    hands.seconds += 3
    await readiness()
    await database.close()


async def test_a_file_that_may_not_grow_is_said_to_be_full(sqlite_url: str) -> None:
    """SQLite's own limit on a file gives the error of a disk without room; `make chaos` fills a real one."""
    database = Database(sqlite_url)
    await lay(database)
    with pytest.raises(OperationalError) as refused:
        await fill(database)
    assert disk_is_full(refused.value)
    await database.close()


@pytest.mark.parametrize(
    ("error", "full"),
    [(OSError(errno.ENOSPC, ""), True), (OSError(errno.EACCES, ""), False), (ValueError(), False), (None, False)],
)
def test_the_want_of_room_is_known_from_other_refusals(error: BaseException | None, full: bool) -> None:
    assert disk_is_full(error) is full


def test_a_command_says_that_the_disk_is_full_whichever_file_was_refused(tmp_path: Path) -> None:
    """The spool beside the database is written without SQLAlchemy."""
    with closing(sqlite3.connect(tmp_path / "spool")) as spool:
        spool.execute("PRAGMA max_page_count = 2")
        spool.execute("CREATE TABLE lines (it BLOB)")
        with pytest.raises(sqlite3.OperationalError) as refused:
            spool.execute("INSERT INTO lines VALUES (zeroblob(100000))")
    assert sentence(refused.value, "sqlite:///x") == say("shell-disk-full")


async def test_a_part_that_failed_makes_the_whole_unwell(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    await lay(database)
    faults = [""]
    readiness = Readiness(database, fault=lambda: faults[0])
    await readiness()
    faults[0] = "outbox failed: KeyError at somewhere"
    with pytest.raises(NotReady, match="outbox failed"):
        await readiness()
    await database.close()


def test_health_says_why_in_plain_words() -> None:
    async def full() -> None:
        raise NotReady(DISK_FULL)

    client = TestClient(Starlette(routes=[health_route(full)]))
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (503, {"status": "unavailable", "why": DISK_FULL})
