"""The spool: what the web door took is on disk before it answers, and reaches the database once, whatever happens."""

from __future__ import annotations

import asyncio
import datetime as dt
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.inbox.save import Saver
from bot.inbox.spool import SpoolDrain, SpoolSaver, drain_what_waits
from db.conversations import IncomingMessage
from db.deliveries import Receipt
from db.session import Database
from db.spool import Spool, SpoolLine, spool_path

NOON = dt.datetime(2026, 2, 9, 17, 0, tzinfo=dt.UTC)


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    await opened.close()


@pytest.fixture
def path(database: Database) -> Path:
    found = spool_path(database.url)
    assert found is not None
    return found


async def ids(database: Database) -> list[str]:
    async with database.read() as session:
        return list(await session.scalars(select(IncomingMessage.provider_id).order_by(IncomingMessage.id)))


def lines(path: Path) -> list[str]:
    spool = Spool(path)
    try:
        return [line.row["provider_id"] for line in spool.waiting()]
    finally:
        spool.close()


async def text(saver: Saver, id: str, body: str = "AIDE") -> None:
    await saver.save("sms", id, {"MessageSid": id, "Body": body}, "sms:+18195550111", NOON)


async def until(check: Callable[[], Awaitable[bool]]) -> None:
    """Wait for what another task does."""
    for _ in range(400):
        if await check():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never happened")


def test_on_postgresql_there_is_no_spool() -> None:
    assert spool_path("postgresql+asyncpg://someone@somewhere/portevoix") is None


async def test_what_was_answered_is_on_disk_though_nothing_took_it_in(database: Database, path: Path) -> None:
    saver = SpoolSaver(database, path, lambda: None)
    await asyncio.gather(*(text(saver, f"SM{n}") for n in range(50)))
    assert lines(path) == [f"SM{n}" for n in range(50)]
    assert await ids(database) == []


async def test_a_killed_program_s_spool_is_taken_in_at_the_next_start_in_order_and_once(
    database: Database, path: Path
) -> None:
    killed = SpoolSaver(database, path, lambda: None)
    for n in range(700):
        await text(killed, f"SM{n}")
    await killed.save_receipt("SM9", "delivered", "", "4", NOON)
    assert await drain_what_waits(database) == 701
    assert await drain_what_waits(database) == 0
    assert await ids(database) == [f"SM{n}" for n in range(700)]
    async with database.read() as session:
        assert list(await session.execute(select(Receipt.status, Receipt.delivery_id))) == [("delivered", 4)]


async def test_taken_in_twice_it_is_there_once(database: Database, path: Path) -> None:
    spool = Spool(path)
    spool.keep(
        [
            SpoolLine(
                "incoming",
                {
                    "channel": "sms",
                    "provider_id": "SM1",
                    "sender": "s",
                    "payload": {"Body": "é"},
                    "received_at": NOON.isoformat(),
                },
            )
        ]
        * 2
    )
    saver = Saver(database)
    await text(saver, "SM1")
    assert await drain_what_waits(database) == 2
    assert await ids(database) == ["SM1"]
    spool.close()


async def test_the_time_and_the_words_come_through_whole(database: Database, path: Path) -> None:
    saver = SpoolSaver(database, path, lambda: None)
    await text(saver, "SM1", "« Ça va? » 🙂 \u202eabc")
    await drain_what_waits(database)
    async with database.read() as session:
        (row,) = await session.scalars(select(IncomingMessage))
    assert (row.received_at, row.payload) == (NOON, {"MessageSid": "SM1", "Body": "« Ça va? » 🙂 \u202eabc"})


async def test_while_the_program_runs_nothing_of_people_s_words_stays_in_the_spool(
    database: Database, path: Path
) -> None:
    woken: list[int] = []
    take_in = SpoolDrain(path, database, on_taken=lambda last: saver.taken(last), on_lines=lambda: woken.append(1))
    saver = SpoolSaver(database, path, take_in.wake)
    running = asyncio.create_task(take_in.run())
    await text(saver, "SM1", "mon secret a moi")

    async def gone() -> bool:
        files = [path, path.with_name(f"{path.name}-wal")]
        return not any(b"mon secret a moi" in file.read_bytes() for file in files if file.exists())

    await until(gone)
    assert await ids(database) == ["SM1"]
    assert woken
    running.cancel()


async def test_a_locked_database_delays_the_taking_in_and_not_the_answer(database: Database, path: Path) -> None:
    take_in = SpoolDrain(path, database, on_taken=lambda last: saver.taken(last), on_lines=lambda: None)
    saver = SpoolSaver(database, path, take_in.wake)
    running = asyncio.create_task(take_in.run())
    assert database.engine.url.database
    other = sqlite3.connect(database.engine.url.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await text(saver, "SM1")  # answered: it is on disk
    assert lines(path) == ["SM1"]
    other.execute("ROLLBACK")
    other.close()

    async def there() -> bool:
        return await ids(database) == ["SM1"]

    await until(there)
    running.cancel()


async def test_a_spool_that_cannot_be_written_is_not_answered_as_kept(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "a-file"
    folder.write_text("")
    saver = SpoolSaver(database, folder / "spool", lambda: None)
    with pytest.raises(OSError):
        await text(saver, "SM1")
