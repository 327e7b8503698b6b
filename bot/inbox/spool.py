"""The spool's two ends: the web door writes to it and answers; the inbox takes its lines into the database."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.faults import Outage
from bot.inbox.save import Saver, write_lines
from db.session import Database
from db.spool import Spool, SpoolLine, spool_path

log = structlog.get_logger(__name__)

QUIET_SECONDS = 0.5  # after which what was taken is overwritten by a write of its own
GATHER_SECONDS = 0.02  # between two takings in: many lines cost little more than one
AGAIN_SECONDS = 1.0  # before trying again when the database is locked, away or full


class SpoolSaver(Saver):
    """Saves into the spool, on the event loop and the thread where it is first used.

    The write is not handed to another thread: it takes less time than the handing over, and whatever arrives meanwhile
    shares the next one.
    """

    def __init__(self, database: Database, path: Path, on_lines: Callable[[], None]) -> None:
        super().__init__(database, on_saved=on_lines, on_receipts=on_lines)
        self._path = path
        self._spool: Spool | None = None
        self._taken = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timer: asyncio.TimerHandle | None = None

    def taken(self, last: int) -> None:
        """The database has every line up to this id (called from another thread): they go with the next write."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._forget_soon, last)

    def _forget_soon(self, last: int) -> None:
        self._taken = max(self._taken, last)
        if self._timer is None and self._loop is not None:
            self._timer = self._loop.call_later(QUIET_SECONDS, self._forget)

    def _forget(self) -> None:
        self._timer = None
        with contextlib.suppress(sqlite3.Error):  # the lines stay, and change nothing when they are taken in again
            if self._taken:
                self._keep([])
            if self._spool is not None:
                self._spool.tidy()

    async def _write(self, lines: Sequence[SpoolLine]) -> None:
        self._loop = asyncio.get_running_loop()
        self._keep(lines)

    def _keep(self, lines: Sequence[SpoolLine]) -> None:
        if self._spool is None:
            self._spool = Spool(self._path)
        self._spool.keep(lines, self._taken)
        self._taken = 0

    async def close(self) -> None:
        """On the loop that wrote."""
        if self._spool is not None:
            self._spool.close()


class SpoolDrain:
    """Takes the spool's lines into the database, oldest first, as long as `run` runs.

    `on_taken` is told the last id that the database has.
    """

    def __init__(
        self, path: Path, database: Database, on_taken: Callable[[int], None], on_lines: Callable[[], None]
    ) -> None:
        self._path = path
        self._database = database
        self._on_taken = on_taken
        self._on_lines = on_lines
        self._last = 0
        self._news = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._outage = Outage()

    def wake(self) -> None:
        """Lines were written; may be called from any thread."""
        self._loop.call_soon_threadsafe(self._news.set)

    async def run(self) -> None:
        spool = Spool(self._path)
        try:
            while True:
                await self._news.wait()
                self._news.clear()
                try:
                    while await self.once(spool):
                        await self._gather()
                    self._outage.over()
                except (SQLAlchemyError, sqlite3.Error, OSError) as error:
                    if not (isinstance(error, sqlite3.Error) or self._outage.bearable(error)):
                        raise
                    log.warning("the database is away, what came in waits beside it", error=type(error).__name__)
                    await asyncio.sleep(AGAIN_SECONDS)
                    self._news.set()
        finally:
            spool.close()

    async def _gather(self) -> None:
        await asyncio.sleep(GATHER_SECONDS)

    async def once(self, spool: Spool) -> int:
        """Take in what waits now; how many lines."""
        lines = spool.waiting(after=self._last)
        if lines:
            await write_lines(self._database, lines)
            self._last = lines[-1].id
            self._on_taken(self._last)
            self._on_lines()
        return len(lines)


async def drain_what_waits(database: Database) -> int:
    """What a program that was killed had taken but not handed on: before anything starts, is copied or is moved."""
    path = spool_path(database.url)
    if path is None or not path.exists():
        return 0
    spool, taken = Spool(path), 0
    try:
        while lines := spool.waiting():
            await write_lines(database, lines)
            spool.keep([], taken=lines[-1].id)
            taken += len(lines)
    finally:
        spool.close()
    return taken
