"""Fetches photos and voice notes from the provider into the private folder, again and again until they are there.

A list of people to import is read as it comes and never stored: what the folder holds is backed up and kept.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable

import structlog
from sqlalchemy import select

from bot.channels.sms import Sms
from bot.channels.telegram import Telegram
from bot.clock import Clock
from bot.lists.reading import read_list
from bot.media import LARGEST, FileHolder, MediaError, StoredMedia, fetch, fetch_content
from bot.settings import Settings
from bot.still import Stillness
from db.conversations import IncomingMessage, StoredFile
from db.session import AsyncSession, Database
from handlers.acting import Refused, unattended
from handlers.calls.files import tell_lost
from handlers.installation import Installation
from handlers.people.lists.acts import ENCODING
from handlers.people.lists.sheets import ListFile
from handlers.people.lists.talk import LIST, MOST_LINES, said_of, take_list
from messages import Text, text

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
        installation: Installation,
        on_done: Callable[[], None] = lambda: None,
    ) -> None:
        """`on_done` wakes the outbox once an answer waits there."""
        self._database = database
        self._installation = installation
        self._on_done = on_done
        self._settings = settings
        self._clock = clock
        self._still = Stillness(database, clock)
        holders = (telegram, sms)
        self._holders: dict[str, FileHolder] = {holder.name: holder for holder in holders if holder is not None}

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
        if self._still.holds:
            return 0
        self._still.begin()
        async with self._database.read() as session:
            found = await session.execute(
                select(StoredFile, IncomingMessage.handled_as)
                .outerjoin(IncomingMessage, IncomingMessage.id == StoredFile.incoming_id)
                .where(StoredFile.state == "to_fetch", StoredFile.next_at <= self._clock())
                .order_by(StoredFile.next_at)
                .limit(10)
            )
            due = [(row, handled == LIST) for row, handled in found]
        for row, is_list in due:
            if not await self._begin(row.id):
                continue
            try:
                if is_list:
                    await self._take_list(row.id, await self._read_list(row))
                else:
                    await self._keep(row.id, await self._fetch(row))
            except MediaError as error:
                await self._later(row.id, error)
            except Exception as error:  # one file on which the code fails does not hold back those behind it
                log.warning("a file could not be taken", media=row.id, error=type(error).__name__)
                await self._later(row.id, MediaError("failed", for_good=False))
        if not due:
            self._still.found_nothing()
        return len(due)

    async def _begin(self, row_id: int) -> bool:
        """Count the attempt, and commit it, before the work: a file on which the process dies is not tried for ever.

        False: another process has it, or it was tried often enough.
        """
        async with self._database.write() as session:
            row = await session.get(StoredFile, row_id, with_for_update=True)
            if row is None or row.state != "to_fetch" or (row.next_at or self._clock()) > self._clock():
                return False
            if row.attempts >= MOST_ATTEMPTS:
                await self._give_up(session, row, "failed")
                return False
            row.attempts += 1
            row.next_at = self._clock() + dt.timedelta(seconds=DELAYS[min(row.attempts, len(DELAYS)) - 1])
            return True

    async def _fetch(self, row: StoredFile) -> StoredMedia:
        return await fetch(self._holder(row), row.reference, self._settings.media_folder)

    def _holder(self, row: StoredFile) -> FileHolder:
        if row.channel not in self._holders:  # the channel was turned off since: it may come back
            raise MediaError("network", for_good=False)
        return self._holders[row.channel]

    async def _read_list(self, row: StoredFile) -> ListFile | Text:
        """What the file holds, or the sentence that says why it is no list of people."""
        async with self._database.read() as session:
            encoding = (await said_of(session, row.id)).answers.get(ENCODING, "")
        content = await fetch_content(self._holder(row), row.reference)
        try:
            found = await asyncio.to_thread(read_list, content, encoding, row.title)
        except Refused as refused:
            return refused.reason
        longest = max((len(sheet.rows) for sheet in found.sheets), default=0)
        return found if longest <= MOST_LINES + 1 else text("people-list-too-long", longest=MOST_LINES)

    async def _take_list(self, row_id: int, file: ListFile | Text) -> None:
        """Show its plan, or keep it, and mark in one transaction: a list is taken once, whatever dies on the way."""
        async with self._database.write() as session:
            row = await session.get_one(StoredFile, row_id, with_for_update=True)
            if row.state != "to_fetch":
                return
            row.state, row.error = "read", ""
            message = await session.get_one(IncomingMessage, row.incoming_id)
            await take_list(unattended(session, self._installation, self._clock()), message, row.id, file)
        self._on_done()

    async def _keep(self, row_id: int, stored: StoredMedia) -> None:
        async with self._database.write() as session:
            row = await session.get_one(StoredFile, row_id)
            row.state, row.path, row.mime = "stored", stored.path.name, stored.mime
            row.bytes, row.sha256, row.error = stored.bytes, stored.sha256, ""

    async def _later(self, row_id: int, error: MediaError) -> None:
        async with self._database.write() as session:
            row = await session.get_one(StoredFile, row_id)
            row.error = error.reason
            if error.for_good or row.attempts >= MOST_ATTEMPTS:
                await self._give_up(session, row, error.reason)

    async def _give_up(self, session: AsyncSession, row: StoredFile, reason: str) -> None:
        """Whoever sent a file waits for an answer, or believes that we have it."""
        row.state, row.error = "failed", reason
        message = await session.get(IncomingMessage, row.incoming_id) if row.incoming_id else None
        if message is None:
            return
        if message.handled_as != LIST:
            await tell_lost(unattended(session, self._installation, self._clock()), message, reason)
            self._on_done()
            return
        too_big = text("people-file-too-big", megabytes=LARGEST // 1_000_000)
        words = too_big if reason == "too_large" else text("people-list-lost")
        await take_list(unattended(session, self._installation, self._clock()), message, row.id, words)
        self._on_done()
