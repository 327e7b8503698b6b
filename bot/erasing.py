"""What an erasure leaves to do outside the database: files, providers' copies, and the list for older backups."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Protocol

import structlog
from sqlalchemy import select

from bot.channels.contract import SendError, Verdict
from bot.clock import Clock
from db.conversations import StoredFile
from db.privacy.erasing import erasures
from db.privacy.messages import copies_erased
from db.privacy.tables import ProviderCopy
from db.session import Database

log = structlog.get_logger(__name__)

PAUSE_SECONDS: Final = 60.0
AT_ONCE: Final = 50
MOST_ATTEMPTS: Final = 20
FIRST_DELAY, LONGEST_DELAY = dt.timedelta(minutes=1), dt.timedelta(hours=6)
# What was just stored may not be named by its row yet.
YOUNG: Final = dt.timedelta(hours=1)
BY_CONTENT: Final = re.compile(r"[0-9a-f]{64}\.\w+")  # as bot/media.py names what it stores
LIST: Final = "erasures.txt"  # in the folder of media: "<digest> <day>", a line for each person erased
LINE: Final = re.compile(r"([0-9a-f]{64}) (\d{4}-\d{2}-\d{2})")


class MessageHolder(Protocol):
    """A channel, as the place where messages are kept."""

    name: str

    async def erase(self, chat: str, number: str) -> None: ...


class Broom:
    """Goes after what erasures and the retention of each night left, again and again."""

    def __init__(self, database: Database, media: Path, clock: Clock, *holders: MessageHolder | None) -> None:
        self._database, self._media, self._clock = database, media, clock
        self._holders = {holder.name: holder for holder in holders if holder is not None}

    async def run(self) -> None:
        while True:
            try:
                await self.once()
            except Exception as error:
                log.warning("what was erased could not be swept", error=type(error).__name__)
            await asyncio.sleep(PAUSE_SECONDS)

    async def once(self) -> None:
        await self.erase_copies()
        await sweep_files(self._database, self._media, self._clock())
        await keep_list(self._database, self._media)

    async def erase_copies(self) -> int:
        """Ask each provider to erase what is listed; how many it erased, or never can. No transaction is open then."""
        async with self._database.read() as session:
            due = list(
                await session.scalars(
                    select(ProviderCopy)
                    .where(ProviderCopy.next_at <= self._clock(), ProviderCopy.attempts < MOST_ATTEMPTS)
                    .where(ProviderCopy.channel.in_(list(self._holders)))
                    .order_by(ProviderCopy.next_at)
                    .limit(AT_ONCE)
                )
            )
        done = 0
        for copy in due:
            try:
                await self._holders[copy.channel].erase(copy.chat, copy.provider_id)
            except SendError as error:
                if error.verdict is not Verdict.FOR_GOOD:
                    await self._later(copy.id)
                    continue
                log.info("a provider keeps its copy", channel=copy.channel, reason=error.reason)
            async with self._database.write() as session:
                await copies_erased(session, [copy.id])
            done += 1
        return done

    async def _later(self, id: int) -> None:
        async with self._database.write() as session:
            copy = await session.get_one(ProviderCopy, id)
            copy.next_at = self._clock() + min(FIRST_DELAY * 2**copy.attempts, LONGEST_DELAY)
            copy.attempts += 1


async def sweep_files(database: Database, media: Path, now: dt.datetime, young: dt.timedelta = YOUNG) -> int:
    """Delete the photos and voice notes that no row names any more; how many."""
    old = [path for path in _stored(media) if path.stat().st_mtime < (now - young).timestamp()]
    if not old:
        return 0
    async with database.read() as session:
        named = set(await session.scalars(select(StoredFile.path)))
    swept = [path for path in old if path.name not in named]
    for path in swept:
        path.unlink(missing_ok=True)
    return len(swept)


def _stored(media: Path) -> list[Path]:
    return [path for path in media.iterdir() if BY_CONTENT.fullmatch(path.name)] if media.is_dir() else []


async def keep_list(database: Database, media: Path) -> None:
    """The list of people erased, beside the media too: it outlives a database that is lost."""
    async with database.read() as session:
        listed = await erasures(session)
    known = read_list(media / LIST)
    if listed.keys() <= known.keys():
        return
    _write(media / LIST, known | listed)


def read_list(path: Path) -> dict[str, dt.date]:
    """Digest -> day; lines that are something else are passed over."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        found = map(LINE.fullmatch, path.read_text(encoding="ascii").splitlines())
        return {line[1]: dt.date.fromisoformat(line[2]) for line in found if line is not None}
    return {}


def _write(path: Path, listed: Mapping[str, dt.date]) -> None:
    """Whole or not at all, for this program alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.writelines(f"{digest} {day.isoformat()}\n" for digest, day in sorted(listed.items()))
        file.flush()
        os.fsync(file.fileno())
    Path(draft).replace(path)
