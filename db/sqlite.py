"""SQLite's engine: durable, one writer at a time, and without a thread's round trip for each short statement.

The driver hands every call to a thread and back. Around a statement that takes 20 microseconds, the two hand-overs cost
200 and more when other threads are busy, and a message takes some thirty statements. Whoever handles one message says
`short_statements()`: its statements then run where they stand. What waits for a lock or for the disk (BEGIN IMMEDIATE,
COMMIT) is handed over in any case, so that the event loop goes on.
"""

from __future__ import annotations

import contextlib
import contextvars
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite
from sqlalchemy import event
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection, AsyncAdapt_aiosqlite_cursor
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util.concurrency import await_

from db.labels import sorting_key
from db.private import made_private

T = TypeVar("T")

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

    async def run(self, statement: str, fn: Callable[[], T]) -> T:
        """Where it stands when it takes no time, else on the thread."""
        begins = statement.startswith("BEGIN")
        if begins:
            self._writes = statement != "BEGIN"  # which takes no lock yet
        if self._idle and (not self._writes if begins else _short.get()):
            return fn()
        return cast(T, await self._execute(fn))

    @property
    def _idle(self) -> bool:
        return self._running and self._connection is not None and self._given == self._done

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if fn.__name__ == "rollback" and self._idle and not (self._writes and self._conn.in_transaction):
            return fn(*args, **kwargs)  # of nothing, most of the time: each transaction ends with one or two
        self._given += 1
        return await super()._execute(self._counted(fn), *args, **kwargs)  # type: ignore[no-untyped-call]

    def _counted(self, fn: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            try:
                return fn(*args, **kwargs)
            finally:
                self._done += 1

        return run


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    """SQLite's own: a statement runs to its last row in one go, where the library would hand over four calls."""

    __slots__ = ()
    _awaitable_cursor_close = False

    def _make_new_cursor(self, connection: Any) -> Any:
        return connection

    def _aenter_cursor(self, connection: Any) -> Any:
        try:
            return connection._conn.cursor()
        except Exception as error:  # it was closed meanwhile
            self._adapt_connection._handle_exception(error)

    def execute(self, operation: str, parameters: Any = None) -> None:
        self._run(operation, lambda: self._cursor.execute(operation, parameters or ()))

    def executemany(self, operation: str, parameters: Any) -> None:
        self._run(operation, lambda: self._cursor.executemany(operation, parameters))

    def _run(self, operation: str, execute: Callable[[], Any]) -> None:
        def rows() -> deque[Any]:
            execute()
            return deque(cast(sqlite3.Cursor, self._cursor).fetchall())

        try:
            self._rows = await_(cast(_Connection, self._connection).run(operation, rows))
        except Exception as error:
            self._adapt_connection._handle_exception(error)


class _Adapted(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls = _Cursor


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

    def connect() -> _Adapted:
        connection = _Connection(connector, 64)
        connection._thread.daemon = True
        return _Adapted(engine.dialect.dbapi, cast(Any, await_(connection)))

    engine = create_async_engine(url, creator=connect, pool_size=8, max_overflow=8, hide_parameters=True)

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
