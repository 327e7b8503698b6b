"""Can this process keep what it is given? Asked by /health, and answered by really writing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from db.health import disk_is_full, has_room, try_to_write
from db.session import Database

FOR_A_WHILE = 2.0  # seconds during which an answer serves whoever asks: each costs a write to the disk

DISK_FULL = "the disk is full: nothing that comes can be kept"
AWAY = "the database does not answer, or refuses to write"


class NotReady(Exception):
    """Nothing can be kept now; the sentence says why, for whoever reads /health and the log."""


class Readiness:
    """`await able()` raises `NotReady` when the database is away, full or read only, or when a part of us failed.

    `fault` says which part, and where; empty when all is well.
    """

    def __init__(
        self,
        database: Database,
        monotonic: Callable[[], float] = time.monotonic,
        fault: Callable[[], str] = lambda: "",
    ) -> None:
        self._database = database
        self._monotonic = monotonic
        self._fault = fault
        self._asked: asyncio.Task[str] | None = None
        self._asked_at = float("-inf")

    async def __call__(self) -> None:
        if why := self._fault():
            raise NotReady(why)
        now = self._monotonic()
        if self._asked is None or (self._asked.done() and now - self._asked_at >= FOR_A_WHILE):
            self._asked, self._asked_at = asyncio.create_task(self._why_not()), now
        # Whoever asked may have gone: a transaction cut in the middle would keep SQLite's only pen.
        if why := await asyncio.shield(self._asked):
            raise NotReady(why)

    async def _why_not(self) -> str:
        """Empty when it can."""
        try:
            if not has_room(self._database):
                return DISK_FULL
            async with self._database.write() as session:
                await try_to_write(session)
        except Exception as error:  # each driver has its own classes
            return DISK_FULL if disk_is_full(error) else AWAY
        return ""
