"""A look that found nothing is not made again until something may have changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest_asyncio

from bot.still import AT_MOST, Stillness
from db.organisations import Organisation
from db.session import Database

NOON = dt.datetime(2026, 2, 9, 17, 0, tzinfo=dt.UTC)


class Hour:
    now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


@pytest_asyncio.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    await opened.close()


def looked(database: Database, hour: Hour, due: dt.datetime | None = None) -> Stillness:
    still = Stillness(database, hour)
    assert not still.holds, "nobody looked yet"
    still.begin()
    still.found_nothing(due)
    return still


async def commits(database: Database) -> None:
    async with database.write() as session:
        session.add(Organisation(name="one more"))


async def test_it_holds_until_anyone_commits(database: Database) -> None:
    still = looked(database, Hour())
    assert still.holds
    async with database.write():
        pass
    assert still.holds, "a transaction that writes nothing changes nothing"
    await commits(database)
    assert not still.holds
    still.begin()
    still.found_nothing()
    another = Database(database.url)  # another process, as a command of the shell
    await commits(another)
    await another.close()
    assert not still.holds


async def test_what_is_committed_during_the_look_is_for_the_next_one(database: Database) -> None:
    still = Stillness(database, Hour())
    still.begin()
    await commits(database)
    still.found_nothing()
    assert not still.holds


async def test_it_ends_with_the_hour_whichever_way_it_moves(database: Database) -> None:
    hour = Hour()
    still = looked(database, hour)
    hour.now = NOON + AT_MOST - dt.timedelta(seconds=1)
    assert still.holds
    hour.now = NOON + AT_MOST
    assert not still.holds
    hour.now = NOON - dt.timedelta(hours=1)
    assert not still.holds, "the clock was set back"
    hour.now = NOON
    soon = looked(database, hour, due=NOON + dt.timedelta(seconds=2))
    hour.now = NOON + dt.timedelta(seconds=2)
    assert not soon.holds, "something falls due"


async def test_what_is_planned_for_a_minute_does_not_wait_beyond_it(database: Database) -> None:
    hour = Hour()
    hour.now = NOON - dt.timedelta(seconds=4)  # a reminder is planned for noon
    still = looked(database, hour)
    hour.now = NOON - dt.timedelta(seconds=1)
    assert still.holds
    hour.now = NOON
    assert not still.holds


async def test_it_never_holds_where_nobody_knows_what_others_wrote(postgres_url: str) -> None:
    database = Database(postgres_url)
    assert not looked(database, Hour()).holds
    await database.close()


async def test_a_file_that_is_not_there_yet_has_no_version(empty_sqlite_url: str) -> None:
    database = Database(empty_sqlite_url)
    assert database.version() is None
    await database.close()
