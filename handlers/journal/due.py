"""What the hour brings for the journal: new entries are sealed, old raw messages are blanked."""

from __future__ import annotations

import datetime as dt

from db.journal.chain import seal_entries
from db.journal.questions import purge_raw
from db.session import AsyncSession
from handlers.turn import House


async def seal(session: AsyncSession, _house: House, _now: dt.datetime) -> int:
    """Chain what was committed since the last tick."""
    return await seal_entries(session)


async def purge(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Raw messages older than RAW_DAYS are blanked, some at each tick so that nothing waits behind them."""
    return await purge_raw(session, now - dt.timedelta(days=house.raw_days))
