"""Whether the program runs on a PostgreSQL database: on an SQLite file, a lock beside it says so (bot/cli/run.py)."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.deliveries import Worker
from db.session import Database

LEADER_LOCK: Final = 61_843_127  # any number, the same in every process: whoever ticks holds it
BEAT_SECONDS: Final = 5.0  # more than two beats of a worker


class Running(Exception):
    """A process ticks, or sends, on this database now."""


@contextlib.asynccontextmanager
async def nobody_else(url: str) -> AsyncIterator[None]:
    """While it lasts no process ticks there. Raises Running when one does, or when a worker's heart beats.

    A heartbeat is looked at twice: the clock of the machine that wrote it may be another's. Nothing to do on SQLite.
    """
    database = Database(url)
    try:
        if database.sqlite:
            yield
            return
        async with database.engine.connect() as connection:
            connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            if not await connection.scalar(text("SELECT pg_try_advisory_lock(:n)"), {"n": LEADER_LOCK}):
                raise Running
            if (before := await _beats(connection)) and await _changed(connection, before):
                raise Running
            yield
            await connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": LEADER_LOCK})
    finally:
        await database.close()


async def _changed(connection: AsyncConnection, before: set[object]) -> bool:
    await asyncio.sleep(BEAT_SECONDS)
    return bool(await _beats(connection) - before)


async def _beats(connection: AsyncConnection) -> set[object]:
    """None before there are tables."""
    try:
        rows = await connection.execute(select(Worker.id, Worker.heartbeat_at))
        return {tuple(row) for row in rows}
    except DBAPIError:
        return set()
