"""Fetches photos and voice notes from the provider into the private folder, again and again until they are there."""

from __future__ import annotations

import asyncio
import datetime as dt

import structlog
from sqlalchemy import select

from bot.channels.sms import Sms
from bot.channels.telegram import Telegram
from bot.clock import Clock
from bot.media import Holder, MediaError, StoredMedia, fetch
from bot.settings import Settings
from db.conversations import StoredFile
from db.session import Database

log = structlog.get_logger(__name__)

PAUSE_SECONDS = 2.0
MOST_ATTEMPTS = 12
DELAYS = (5, 30, 120, 600, 3600)  # seconds; the last one repeats


class MediaJob:
    def __init__(
        self,
        database: Database,
        settings: Settings,
        clock: Clock,
        telegram: Telegram | None,
        sms: Sms | None,
    ) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        holders = (telegram, sms)
        self._holders: dict[str, Holder] = {holder.name: holder for holder in holders if holder is not None}

    async def run(self) -> None:
        while True:
            try:
                fetched = await self.sweep()
            except Exception as error:
                log.warning("media could not be fetched", error=type(error).__name__)
                fetched = 0
            if not fetched:
                await asyncio.sleep(PAUSE_SECONDS)

    async def sweep(self) -> int:
        """Fetch what is due, one at a time; no transaction is open meanwhile."""
        async with self._database.read() as session:
            due = list(
                await session.scalars(
                    select(StoredFile)
                    .where(StoredFile.state == "to_fetch", StoredFile.next_at <= self._clock())
                    .order_by(StoredFile.next_at)
                    .limit(10)
                )
            )
        for row in due:
            try:
                stored = await self._fetch(row)
            except MediaError as error:
                await self._later(row.id, error)
            else:
                await self._keep(row.id, stored)
        return len(due)

    async def _fetch(self, row: StoredFile) -> StoredMedia:
        if row.channel not in self._holders:  # the channel was turned off since: it may come back
            raise MediaError("network", for_good=False)
        return await fetch(self._holders[row.channel], row.reference, self._settings.media_folder)

    async def _keep(self, row_id: int, stored: StoredMedia) -> None:
        async with self._database.write() as session:
            row = await session.get_one(StoredFile, row_id)
            row.state, row.path, row.mime = "stored", stored.path.name, stored.mime
            row.bytes, row.sha256, row.error = stored.bytes, stored.sha256, ""

    async def _later(self, row_id: int, error: MediaError) -> None:
        async with self._database.write() as session:
            row = await session.get_one(StoredFile, row_id)
            row.attempts += 1
            row.error = error.reason
            if error.for_good or row.attempts >= MOST_ATTEMPTS:
                row.state = "failed"
            else:
                delay = DELAYS[min(row.attempts, len(DELAYS)) - 1]
                row.next_at = self._clock() + dt.timedelta(seconds=delay)
