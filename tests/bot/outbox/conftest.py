from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from db.session import Database
from tests.support.outbox import World


@pytest_asyncio.fixture
async def sqlite_world(sqlite_url: str) -> AsyncIterator[World]:
    """On SQLite alone: for long tables of decisions that no database takes."""
    database = Database(sqlite_url)
    world = World(database)
    await world.lay()
    yield world
    await database.close()


@pytest_asyncio.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    """On SQLite and on PostgreSQL in turn."""
    database = Database(database_url)
    world = World(database)
    await world.lay()
    yield world
    await database.close()
