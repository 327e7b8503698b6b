"""One town per story: the whole program on a fresh SQLite file, with phones that text it and a clock that moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from db.session import Database
from tests.support.phones import Town

MONDAY = dt.datetime(2026, 2, 2, 15, 0, tzinfo=dt.UTC)  # ten in the morning


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    try:
        yield await Town(database, MONDAY).open()
    finally:
        await database.close()


@pytest.fixture
async def town_on_both(database_url: str) -> AsyncIterator[Town]:
    """The same on SQLite, then on PostgreSQL: a file whose stories are told on both gives it as its own `town`."""
    database = Database(database_url)
    try:
        yield await Town(database, MONDAY).open()
    finally:
        await database.close()
