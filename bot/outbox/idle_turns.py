"""Turns that need not be: nothing was due at the last one, and nothing changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.still import Stillness
from db.outbox import due
from db.session import Database


class IdleTurns:
    """On SQLite. Elsewhere nobody knows that nothing changed without asking, and each turn asks."""

    def __init__(self, database: Database, clock: Clock, channels: Collection[str]) -> None:
        self._still = Stillness(database, clock)
        self._asks = database.sqlite
        self._channels = channels
        self._found: tuple[dt.datetime | None] | None = None

    def needless(self, busy: bool) -> bool:
        """Whether a turn would find nothing; each begins with this question. `busy`: this process knows of something
        that the database does not say.
        """
        if not busy and self._still.holds:
            return True
        self._still.begin()
        self._found = None
        return False

    async def look(self, session: AsyncSession, now: dt.datetime) -> None:
        """At the end of a turn in which nothing moved: whether something is due all the same, and when something is."""
        if self._asks:
            first = await due.next_due(session, self._channels, now)
            self._found = (first,) if first is None or first > now else None

    def committed(self) -> None:
        if self._found is not None:
            self._still.found_nothing(self._found[0])
