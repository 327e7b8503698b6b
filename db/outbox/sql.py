"""The few words of SQL that SQLite and PostgreSQL do not say alike."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    FromClause,
    String,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from db.base import Base, UtcTime


def is_sqlite(session: AsyncSession) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def in_list(sqlite: bool, column: Any, name: str) -> ColumnElement[bool]:
    """`column` is one of the list given as the parameter `name`: the statement stays the same whatever its length."""
    if sqlite:
        values = func.json_each(bindparam(name, type_=String())).table_valued("value")
        return column.in_(select(values.c.value))  # type: ignore[no-any-return]
    return column == func.any(bindparam(name, type_=ARRAY(BigInteger)))  # type: ignore[no-any-return]


def listed(sqlite: bool, ids: Sequence[int]) -> Any:
    """The value of such a parameter."""
    return json.dumps(list(ids)) if sqlite else list(ids)


def among(session: AsyncSession, column: Any, ids: Sequence[int]) -> ColumnElement[bool]:
    """`column` is one of `ids`."""
    sqlite = is_sqlite(session)
    if sqlite:
        values = func.json_each(listed(sqlite, ids)).table_valued("value")
        return column.in_(select(values.c.value))  # type: ignore[no-any-return]
    return column == func.any(cast(listed(sqlite, ids), ARRAY(BigInteger)))  # type: ignore[no-any-return]


Columns = Mapping[str, TypeEngine[Any]]


def given_rows(sqlite: bool, columns: Columns) -> FromClause:
    """The rows given as the one parameter `rows`, as a table to update from.

    One statement for a whole batch: run row by row, it would wait for the interpreter's lock at each row.
    """
    if sqlite:
        each = func.json_each(bindparam("rows", type_=String())).table_valued("value")
        parts = [
            type_coerce(func.json_extract(each.c.value, f"$[{at}]"), of_type).label(name)
            for at, (name, of_type) in enumerate(columns.items())
        ]
        return select(*parts).subquery("given")
    named = [column(name, of_type) for name, of_type in columns.items()]
    rows = func.json_to_recordset(cast(bindparam("rows", type_=String()), postgresql.JSON))
    return rows.table_valued(*named).render_derived(name="given", with_types=True)


def rows_value(sqlite: bool, columns: Columns, rows: Sequence[Mapping[str, Any]]) -> str:
    """The value of that parameter. Times are written as each database keeps them."""
    if sqlite:
        return json.dumps([[row[name] for name in columns] for row in rows], default=_sqlite_time)
    return json.dumps([{name: row[name] for name in columns} for row in rows], default=dt.datetime.isoformat)


def _sqlite_time(value: dt.datetime) -> str:
    """As SQLAlchemy writes it, which is how it is compared: in UTC, without saying so."""
    return value.astimezone(dt.UTC).isoformat(" ", "microseconds")[:26]


def insert_or(session: AsyncSession, table: type[Base]) -> Any:
    """An INSERT that knows `.on_conflict_do_update()`."""
    return sqlite.insert(table) if is_sqlite(session) else postgresql.insert(table)


async def database_time(session: AsyncSession) -> dt.datetime:
    """The database's clock, the only one that several machines share."""
    if is_sqlite(session):
        return dt.datetime.now(dt.UTC)  # the file is on this machine
    return (await session.execute(select(literal_column("clock_timestamp()", UtcTime())))).scalar_one()
