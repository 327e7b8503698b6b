"""The few words of SQL that SQLite and PostgreSQL do not say alike."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    FromClause,
    Select,
    String,
    bindparam,
    cast,
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
    """The rows given as the one parameter `rows`, as a table to update from; each with the parameter `worker` beside.

    One statement for a whole batch: run row by row, it would wait for the interpreter's lock at each row. Read once
    (MATERIALIZED), and the worker with it: PostgreSQL, when it believes that nobody works, would look for the worker's
    rows first, then read the whole batch again for each.
    """
    each = func.json_each if sqlite else func.json_array_elements
    text_of_all = bindparam("rows", type_=String())
    listed = each(text_of_all if sqlite else cast(text_of_all, postgresql.JSON)).table_valued("value")

    def cell(at: int, kind: TypeEngine[Any]) -> ColumnElement[Any]:
        if sqlite:
            return type_coerce(func.json_extract(listed.c.value, f"$[{at}]"), kind)
        return cast(listed.c.value.op("->>")(at), kind)

    cells = [cell(at, kind).label(name) for at, (name, kind) in enumerate(columns.items())]
    worker = bindparam("worker", type_=String()).label("worker")
    return select(*cells, worker).cte("given").prefix_with("MATERIALIZED", dialect="postgresql")


def rows_value(sqlite: bool, rows: Sequence[Sequence[Any]]) -> str:
    """The value of that parameter, cells in the order of its columns. Times are written as each database keeps them."""
    return json.dumps(rows, default=_sqlite_time if sqlite else dt.datetime.isoformat)


def _sqlite_time(value: dt.datetime) -> str:
    """As SQLAlchemy writes it, which is how it is compared: in UTC, without saying so."""
    return value.astimezone(dt.UTC).isoformat(" ", "microseconds")[:26]


def in_one_value(statement: Select[Any]) -> Select[Any]:
    """The same rows as one text: read one by one, each would wait for the interpreter's lock. SQLite only.

    They come in no promised order; `unpacked` gives them back with Python's types.
    """
    rows = statement.subquery("rows")
    return select(func.json_group_array(func.json_array(*rows.c)))


Readers = tuple[tuple[int, Callable[[Any], Any]], ...]  # where, and how


def readers(statement: Select[Any]) -> Readers:
    """For the columns that SQLite keeps as something else (times, states, JSON): where, and how each is read."""
    dialect = sqlite.dialect()
    found = (column.type.dialect_impl(dialect).result_processor(dialect, None) for column in statement.selected_columns)
    return tuple((at, read) for at, read in enumerate(found) if read is not None)


def unpacked(text: str, read_by: Readers) -> list[list[Any]]:
    """The rows of such a text."""
    rows: list[list[Any]] = json.loads(text)
    for row in rows:
        for at, read in read_by:
            if row[at] is not None:
                row[at] = read(row[at])
    return rows


def insert_or(session: AsyncSession, table: type[Base]) -> Any:
    """An INSERT that knows `.on_conflict_do_update()`."""
    return sqlite.insert(table) if is_sqlite(session) else postgresql.insert(table)


async def database_time(session: AsyncSession) -> dt.datetime:
    """The database's clock, the only one that several machines share."""
    if is_sqlite(session):
        return dt.datetime.now(dt.UTC)  # the file is on this machine
    return (await session.execute(select(literal_column("clock_timestamp()", UtcTime())))).scalar_one()
