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


class SqliteVersion:
    """The version of a file, read by a connection that writes nothing: some microseconds, where a look takes a
    thousand. Without a file yet, or while it cannot be read, there is none.
    """

    def __init__(self, url: str) -> None:
        self._path = Path(str(make_url(url).database))
        self._connection: sqlite3.Connection | None = None

    def now(self) -> int | None:
        try:
            if self._connection is None:
                if not self._path.exists():
                    return None
                self._connection = sqlite3.connect(self._path, timeout=0, check_same_thread=False, isolation_level=None)
            ((version,),) = self._connection.execute("PRAGMA data_version").fetchall()
        except sqlite3.Error:
            return None
        return int(version)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Connection(aiosqlite.Connection):
    _writes = False  # since its last BEGIN
    _given = _done = 0  # calls of the thread, each side counts its own: what was cancelled may still be under way

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        idle = self._running and self._connection is not None and self._given == self._done
        if self._at_once(fn, args) and idle:
            return fn(*args, **kwargs)
        self._given += 1
        return await super()._execute(self._counted(fn), *args, **kwargs)  # type: ignore[no-untyped-call]

    def _counted(self, fn: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            try:
                return fn(*args, **kwargs)
            finally:
                self._done += 1

        return run

    def _at_once(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
        if args and str(args[0]).startswith("BEGIN"):
            self._writes = args[0] != "BEGIN"  # which takes no lock yet
            return not self._writes
        if fn.__name__ == "rollback":  # of nothing, most of the time: each transaction ends with one or two
            return not (self._writes and self._connection is not None and self._connection.in_transaction)
        return _takes_no_time(fn, args)


def _takes_no_time(fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    of_cursor = isinstance(getattr(fn, "__self__", None), sqlite3.Cursor)
    if fn.__name__ == "cursor" or (of_cursor and fn.__name__ == "close"):
        return True
    if not of_cursor or not _short.get():
        return False
    return fn.__name__ in ("fetchall", "execute")


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
