"""Short statements run where they stand; what waits for a lock or for the disk never holds the event loop."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from functools import partial

import pytest
from sqlalchemy import text as sql
from sqlalchemy.engine import make_url

from db.organisations import Organisation
from db.session import Database
from db.sqlite import short_statements


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    await opened.close()


def note_thread(seen: set[int]) -> int:
    seen.add(threading.get_ident())
    return 1


async def threads_of(database: Database, *, short: bool) -> set[int]:
    """Which threads ran the statements of a transaction."""
    seen: set[int] = set()
    async with database.write(short=short) as session:
        raw = await (await session.connection()).get_raw_connection()
        driver = raw.driver_connection
        assert driver is not None
        await driver.create_function("where_am_i", 0, partial(note_thread, seen))
        await session.execute(sql("SELECT where_am_i()"))
    return seen


async def test_short_statements_stay_on_the_thread_of_the_loop_and_others_leave_it(database: Database) -> None:
    here = threading.get_ident()
    assert await threads_of(database, short=True) == {here}
    assert here not in await threads_of(database, short=False)
    assert here not in await threads_of(database, short=False), "it does not last beyond its block"


async def test_a_long_statement_inside_a_short_transaction_leaves_the_thread(database: Database) -> None:
    seen: set[int] = set()
    async with database.write(short=True) as session:
        raw = await (await session.connection()).get_raw_connection()
        assert raw.driver_connection is not None
        await raw.driver_connection.create_function("where_am_i", 0, partial(note_thread, seen))
        with short_statements(False):
            await session.execute(sql("SELECT where_am_i()"))
    assert threading.get_ident() not in seen


async def test_a_long_statement_and_its_rows_are_handed_over_once(database: Database) -> None:
    async with database.read() as session:
        raw = await (await session.connection()).get_raw_connection()
        assert raw.driver_connection is not None
        before = raw.driver_connection._given
        assert len((await session.execute(sql("SELECT name FROM sqlite_master"))).all()) > 10
        assert raw.driver_connection._given == before + 1


async def test_waiting_for_another_program_s_lock_leaves_the_loop_free(database: Database) -> None:
    other = sqlite3.connect(str(database.engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with database.write(short=True) as session:
            await session.execute(sql("UPDATE organisations SET name = name"))

    writing = asyncio.create_task(write())
    for _ in range(20):  # the loop goes on meanwhile, or this would never be reached before the lock's patience
        await asyncio.sleep(0.01)
    assert not writing.done()
    other.execute("ROLLBACK")
    other.close()
    await writing


async def test_several_tasks_at_once_keep_each_to_its_own_transaction(database: Database) -> None:
    async def add(name: str, fails: bool) -> None:
        async with database.write(short=True) as session:
            await session.execute(
                sql("INSERT INTO limiters (account, next_slot_at) VALUES (:name, '2026-01-01')"), {"name": name}
            )
            await asyncio.sleep(0)
            if fails:
                raise RuntimeError

    await asyncio.gather(*(add(f"mot{n}", n % 2 == 0) for n in range(20)), return_exceptions=True)
    async with database.read() as session:
        found = await session.scalars(sql("SELECT account FROM limiters"))
        assert sorted(found) == sorted(f"mot{n}" for n in range(20) if n % 2)


async def test_who_gives_up_at_the_door_leaves_nothing_open_behind_it(sqlite_url: str) -> None:
    """The thread still waits for the lock when the task is cancelled: what ends the transaction comes after it."""
    file = make_url(sqlite_url).database
    database, inside = Database(sqlite_url), sqlite3.connect(str(file), isolation_level=None)
    inside.execute("BEGIN IMMEDIATE")

    async def writes() -> None:
        async with database.write(short=True):
            raise AssertionError("it was never open")

    waiting = asyncio.create_task(writes())
    await asyncio.sleep(0.3)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    inside.execute("COMMIT")
    for _ in range(200):
        try:
            inside.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError:
            await asyncio.sleep(0.05)
    inside.execute("COMMIT")
    async with database.write(short=True) as session:
        session.add(Organisation(name="after"))
    inside.close()
    await database.close()
