"""Each hour, on PostgreSQL, what the database itself keeps of the order of writing is levelled (db/levelling.py)."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Final

import structlog

from bot.clock import Clock
from bot.faults import where
from db.levelling import level
from db.session import Database

log = structlog.get_logger(__name__)

EVERY: Final = dt.timedelta(hours=1)
PAUSE_SECONDS: Final = 60.0


class Leveller:
    """Asks each minute; levels at most once an hour, and asks again when the tables were in use."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._levelled: dt.datetime | None = None
        self._said = ""  # the last failure that was logged

    async def run(self) -> None:
        while True:
            await self.once()
            await asyncio.sleep(PAUSE_SECONDS)

    async def once(self) -> bool:
        """Whether it was levelled now. What fails is logged once and tried again: people are answered all the same."""
        now = self._clock()
        if self._levelled is not None and now - self._levelled < EVERY:
            return False
        try:
            done = await level(self._database)
        except Exception as error:
            if self._said != (place := where(error)):
                log.error("the order of writing could not be levelled", error=place)
            self._said = place
            return False
        self._said = ""
        if done:
            self._levelled = now
        return done
