"""The few words of SQL that SQLite and PostgreSQL do not say alike."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ColumnElement, bindparam, cast, func, literal_column, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import Base, UtcTime


def is_sqlite(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def among(session: AsyncSession, column: Any, ids: Sequence[int]) -> ColumnElement[bool]:
    """`column` is one of `ids`, as one parameter: the statement stays the same whatever their number."""
    if is_sqlite(session):
        listed = func.json_each(json.dumps(list(ids))).table_valued("value")
        return column.in_(select(listed.c.value))  # type: ignore[no-any-return]
    return column == func.any(cast(bindparam(None, list(ids)), ARRAY(BigInteger)))  # type: ignore[no-any-return]


def insert_or(session: AsyncSession, table: type[Base]) -> Any:
    """An INSERT that knows `.on_conflict_do_update()`."""
    return sqlite.insert(table) if is_sqlite(session) else postgresql.insert(table)


async def database_time(session: AsyncSession) -> dt.datetime:
    """The database's clock, the only one that several machines share."""
    if is_sqlite(session):
        return dt.datetime.now(dt.UTC)  # the file is on this machine
    return (await session.execute(select(literal_column("clock_timestamp()", UtcTime())))).scalar_one()
