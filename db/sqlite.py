"""SQLite's engine: durable, one writer at a time, and without a thread's round trip for each short statement.

The driver hands every call to a thread and back. Around a statement that takes 20 microseconds, the two hand-overs cost
200 and more when other threads are busy, and a message takes some twenty statements. Whoever handles one message says
`short_statements()`: its statements then run where they stand. What waits for a lock or for the disk (BEGIN IMMEDIATE,
COMMIT) is handed over in any case, so that the event loop goes on.
"""

from __future__ import annotations

import contextlib
import contextvars
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.labels import sorting_key
from db.private import made_private

BUSY_SECONDS = 15
PATIENCE_MS = 300

_short: contextvars.ContextVar[bool] = contextvars.ContextVar("short_statements", default=False)


@contextlib.contextmanager
def short_statements(are: bool = True) -> Iterator[None]:
    """In this block no statement reads or writes more than a few rows (or some do, inside such a block)."""
    token = _short.set(are)
    try:
        yield
    finally:
        _short.reset(token)


async def emptied_log(engine: AsyncEngine) -> bool:
    """Move everything into the database itself and cut the log to nothing; False when a reader is in the way."""
    async with engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        await raw.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")  # nobody may write meanwhile
        async with raw.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
            busy, *_ = await cursor.fetchone()
        await raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    return not busy


class _Connection(aiosqlite.Connection):
    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self._running and self._connection is not None and _takes_no_time(fn, args):
            return fn(*args, **kwargs)
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]


def _takes_no_time(fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    of_cursor = isinstance(getattr(fn, "__self__", None), sqlite3.Cursor)
    if fn.__name__ == "cursor" or (of_cursor and fn.__name__ == "close"):
        return True
    if not of_cursor or not _short.get():
        return False
    return fn.__name__ == "fetchall" or (fn.__name__ == "execute" and not args[0].startswith("BEGIN"))


def sqlite_engine(url: str) -> AsyncEngine:
    """An engine on a file. Raises ValueError for a database in memory."""
    database = make_url(url).database
    if database in (None, "", ":memory:"):
        raise ValueError("DATABASE_URL: SQLite in memory would lose everything; name a file")

    def connector() -> sqlite3.Connection:
        connection = sqlite3.connect(
            made_private(Path(str(database))), timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None
        )
        connection.create_function("sorting_key", 1, sorting_key, deterministic=True)
        return connection

    async def connect() -> aiosqlite.Connection:
        connection = _Connection(connector, 64)
        connection._thread.daemon = True
        return await connection

    engine = create_async_engine(url, async_creator=connect, pool_size=8, max_overflow=8, hide_parameters=True)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "foreign_keys=ON",
            "temp_store=MEMORY",
            "secure_delete=ON",
            "cache_size=-16000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine
