"""Opens the database and is the only place that commits.

`database.write()` is one transaction: it commits when its block ends well and leaves no trace when it raises.
`database.read()` sees a stable picture and writes nothing; `database.looking()` refuses to. SQLite knows one writer at
a time: a transaction that writes says so from its first statement (BEGIN IMMEDIATE), so that it waits at the door
instead of failing half-way.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from db.path_key import PASSING, PathKey
from db.private import made_private
from db.reading import ReadingSession
from db.sqlite import BUSY_SECONDS, SqliteVersion, emptied_log, short_statements, sqlite_engine

CUT_OFF_SECONDS = 10
KEY, FORGOT = "path key", "forgot"  # in a session's `info`


def path_key(session: AsyncSession) -> PathKey:
    """The key of the database that this session speaks with."""
    key: PathKey = session.info[KEY]
    return key


def forgot(session: AsyncSession) -> None:
    """Something was forgotten in this transaction: nothing of it may stay in the files once it is committed."""
    session.info[FORGOT] = True


def would_write(session: AsyncSession) -> bool:
    """Whether something waits to be written in it, of a session that looks."""
    return isinstance(session.sync_session, ReadingSession) and session.sync_session.would_write


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def async_url(url: str) -> str:
    """The same database through its asynchronous driver: `sqlite:///x` and `postgresql://...` are accepted."""
    parsed = make_url(url)
    driver = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}.get(parsed.get_backend_name())
    if driver is None:
        raise ValueError(f"DATABASE_URL: {parsed.get_backend_name()} is not a database this program knows")
    return parsed.set(drivername=driver).render_as_string(hide_password=False)


class Database:
    """One database, opened once by `bot/app.py` or a command. Close it with `await database.close()`."""

    def __init__(self, url: str, *, key: PathKey = PASSING, pool_size: int = 10, brief: bool = False) -> None:
        """`key`: what seals the return paths. `brief`: no transaction of this process ever pauses, so that PostgreSQL
        may end one that does.

        A machine cut off in the middle of a transaction would otherwise keep its locks, and everyone waiting, until
        the network gives up on it: hours.
        """
        self.url = async_url(url)
        self.key = key
        self.sqlite = is_sqlite(self.url)
        self.engine = sqlite_engine(self.url) if self.sqlite else _postgres_engine(self.url, pool_size, brief)
        self._version = SqliteVersion(self.url) if self.sqlite else None
        self._one_writer = asyncio.Lock()
        self._to_empty = False

    @contextlib.asynccontextmanager
    async def write(self, *, short: bool = False) -> AsyncIterator[AsyncSession]:
        """One transaction that changes something. Nothing slow (a network call) may happen inside.

        `short`: its statements touch a few rows each, and on SQLite need no thread of their own.
        """
        one_by_one = short_statements(short)
        async with self._door(), self._session() as session:
            if self.sqlite:
                await session.connection(execution_options={"immediate": True})
            try:
                with one_by_one:
                    yield session
                    await session.commit()
            except BaseException:
                await asyncio.shield(session.rollback())
                raise
        if session.info.get(FORGOT) or self._to_empty:
            await self.empty_log()

    @contextlib.asynccontextmanager
    async def read(self, *, short: bool = False) -> AsyncIterator[AsyncSession]:
        """A stable picture, to read only: what was loaded can still be read after the block, nothing is kept."""
        with short_statements(short):
            async with self._session() as session:
                yield session

    @contextlib.asynccontextmanager
    async def looking(self) -> AsyncIterator[AsyncSession]:
        """A stable picture in which nothing can be written: `WouldWriteError`, or the database's own refusal.

        Its statements read a few rows each, and on SQLite need no thread of their own.
        """
        options = {} if self.sqlite else {"postgresql_readonly": True}
        with short_statements():
            async with self._session(ReadingSession) as session:
                connection = await session.connection(execution_options=options)
                if not self.sqlite:
                    yield session
                    return
                await connection.exec_driver_sql("PRAGMA query_only=ON")
                try:
                    yield session
                finally:
                    await connection.exec_driver_sql("PRAGMA query_only=OFF")

    @contextlib.asynccontextmanager
    async def connection(self, *, short: bool = False) -> AsyncIterator[AsyncConnection]:
        """One writing transaction without the object layer, for the outbox's batches."""
        one_by_one = short_statements(short)
        async with self._door(), self.engine.connect() as connection:
            if self.sqlite:
                connection = await connection.execution_options(immediate=True)
            try:
                with one_by_one:
                    yield connection
                    await connection.commit()
            except BaseException:
                await asyncio.shield(connection.rollback())
                raise

    def _session(self, kind: type[Session] = Session) -> AsyncSession:
        return AsyncSession(self.engine, sync_session_class=kind, expire_on_commit=False, info={KEY: self.key})

    async def empty_log(self) -> None:
        """What was forgotten stands in SQLite's log of writes until it is overwritten: cut it to nothing now.

        Whoever reads at this very moment keeps it: then after the next write.
        """
        if self.sqlite:
            async with self._one_writer:
                self._to_empty = not await emptied_log(self.engine)

    def version(self) -> int | None:
        """A number that changes with each commit of whoever it is; None when that cannot be known (PostgreSQL)."""
        return self._version.now() if self._version is not None else None

    def _door(self) -> contextlib.AbstractAsyncContextManager[Any]:
        # Within one process, waiting on a lock costs less than SQLite's busy polling, and is fair.
        return self._one_writer if self.sqlite else contextlib.nullcontext()

    async def close(self) -> None:
        if self._version is not None:
            self._version.close()
        await self.engine.dispose()


# `hide_parameters`: an error's text must never hold a person's words or number.
def _postgres_engine(url: str, pool_size: int, brief: bool) -> AsyncEngine:
    settings = {"tcp_keepalives_idle": "4", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "2"}
    if brief:
        settings["idle_in_transaction_session_timeout"] = f"{CUT_OFF_SECONDS}s"
    return create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=pool_size,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"server_settings": settings},
    )


def migration_engine(url: str) -> AsyncEngine:
    """An engine for schema changes: no foreign keys, since rebuilding a table would otherwise delete its children."""
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    if is_sqlite(url):
        if file := make_url(url).database:
            made_private(Path(file))

        @event.listens_for(engine.sync_engine, "connect")
        def prepare(connection: Any, _record: Any) -> None:
            connection.isolation_level = None
            cursor = connection.cursor()
            for pragma in (
                "journal_mode=WAL",
                "synchronous=FULL",
                "foreign_keys=OFF",
                "secure_delete=ON",
                f"busy_timeout={BUSY_SECONDS * 1000}",
            ):
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()

        @event.listens_for(engine.sync_engine, "begin")
        def begin(connection: Any) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


__all__ = [
    "AsyncSession",
    "Database",
    "async_url",
    "forgot",
    "is_sqlite",
    "migration_engine",
    "path_key",
    "would_write",
]
