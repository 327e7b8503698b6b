"""One town per test, with its coordinator on Telegram, and browsers on the console."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from db.people import Person, Role
from db.session import Database
from tests.support.people import settle_in
from tests.support.phones import Phone, Town

MONDAY = dt.datetime(2026, 2, 2, 15, 0, tzinfo=dt.UTC)  # ten in the morning


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    try:
        yield await Town(database, MONDAY, PUBLIC_BASE_URL="https://porte.example.org").open()
    finally:
        await database.close()


@pytest.fixture
async def maude(town: Town) -> Person:
    return await settle_in(town, town.telegram("9001"), "Maude", Role.COORDINATOR)


@pytest.fixture
def phone(town: Town) -> Phone:
    """Maude's Telegram."""
    return town.telegram("9001")
