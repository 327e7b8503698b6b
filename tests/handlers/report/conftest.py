"""The desk of whoever makes the report of the small region."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.installation import build_installation
from bot.settings import Settings
from db.session import Database
from tests.support.env import ENV, catalogue
from tests.support.reports import Desk, lay_region


@pytest.fixture
async def desk(database_url: str) -> AsyncIterator[Desk]:
    database = Database(database_url)
    region = await lay_region(database)
    yield Desk(database, build_installation(Settings.load(ENV), catalogue()), region)
    await database.close()
