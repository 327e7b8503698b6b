"""What the shell lists of another year says that year: last winter's days are looked at in November."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import update

from db.meetings.tables import Meeting
from db.session import Database
from tests.support.env import ENV
from tests.support.filled import fill
from tests.support.shell import typed

LONG_AGO = dt.datetime(2024, 2, 13, 18, tzinfo=dt.UTC)


@pytest.mark.parametrize("words", [("meeting", "past"), ("comments", "list", "--meeting", "1")])
async def test_a_day_of_another_year_is_listed_with_its_year(
    tmp_path: Path, sqlite_url: str, words: tuple[str, ...]
) -> None:
    database = Database(sqlite_url)
    await fill(database)
    async with database.write() as session:
        hours = {"starts_at": LONG_AGO, "ends_at": LONG_AGO + dt.timedelta(hours=2)}
        await session.execute(update(Meeting).values(local_date=LONG_AGO.date(), **hours))
    await database.close()
    done = await typed(tmp_path, *words, **ENV, DATABASE_URL=sqlite_url)
    assert "mardi 13 février 2024" in done.out
