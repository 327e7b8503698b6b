"""Whole tables as plain lines, and back: what a backup holds, and what a move to another database carries.

A copy says its own columns and their kinds, so that it can be read by a later version of the program, and by the other
database: times are ISO, aware UTC; states are text; JSON is JSON.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    Float,
    Integer,
    String,
    Table,
    TableClause,
    Time,
    column,
    delete,
    func,
    insert,
    inspect,
    select,
    table,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from db.base import EnumText, UtcTime
from db.labels import Label
from db.tables import metadata
from db.transient_errors import is_transient

AT_ONCE = 1000

# How a column is written in a copy. Whole numbers are read as the widest: a narrower column takes them as they are.
TYPES: Final[dict[str, TypeEngine[Any]]] = {
    "moment": UtcTime(),
    "date": Date(),
    "time": Time(),
    "json": JSON(none_as_null=True),
    "bool": Boolean(),
    "int": BigInteger(),
    "float": Float(),
    "text": String(),
}
KINDS: Final[tuple[tuple[type[Any], str], ...]] = (
    (UtcTime, "moment"),
    (EnumText, "text"),
    (Label, "text"),
    (JSON, "json"),
    (Boolean, "bool"),
    (Integer, "int"),
    (Float, "float"),
    (Date, "date"),
    (Time, "time"),
    (String, "text"),
)
# Whoever lives now, not what is kept: a copy brings no heartbeat of a process that ended, and lets nobody in.
LEFT_BEHIND: Final = frozenset({"workers", "web_sessions", "web_logins", "web_posts", "passkeys"})

Columns = Mapping[str, str]
Line = list[Any]


def tables() -> list[Table]:
    """Every table of ours, parents before children."""
    return [one for one in metadata.sorted_tables if one.name not in LEFT_BEHIND]


def columns_of(model: Table) -> dict[str, str]:
    """Column -> kind, in order."""
    return {one.name: _kind(one.type) for one in model.columns}


def _kind(type_: TypeEngine[Any]) -> str:
    return next(kind for known, kind in KINDS if isinstance(type_, known))


def shape(name: str, columns: Columns) -> TableClause:
    return table(name, *(column(one, TYPES[kind]) for one, kind in columns.items()))


async def lines_of(connection: AsyncConnection, name: str, columns: Columns) -> AsyncIterator[list[Line]]:
    """The rows of a table, some at a time, as Python values, in the order of their key.

    The order in which a database keeps them says which were written, or rewritten, one after the other: that of a
    nameless comment and of whoever wrote it. A key that would say it is drawn by lot.
    """
    source = shape(name, columns)
    wanted = select(*source.c).order_by(*_key(name, source)).execution_options(yield_per=AT_ONCE)
    found = await connection.stream(wanted)
    async for lot in found.partitions(AT_ONCE):
        yield [list(row) for row in lot]


def _key(name: str, source: TableClause) -> list[ColumnElement[Any]]:
    """Of a table that is no longer ours, every column."""
    known = metadata.tables.get(name)
    keys = [one.name for one in known.primary_key] if known is not None else []
    return [source.c[one] for one in keys if one in source.c] or list(source.c)


async def put_lines(connection: AsyncConnection, name: str, columns: Columns, lines: Sequence[Line]) -> None:
    if not lines:
        return
    if connection.dialect.name == "postgresql":  # it keeps no NUL in a text, which SQLite does
        lines = [[value.replace("\0", "") if isinstance(value, str) else value for value in line] for line in lines]
    rows = [dict(zip(columns, line, strict=True)) for line in lines]
    await connection.execute(insert(shape(name, columns)), rows)


def written(line: Line, columns: Columns) -> Line:
    """Python values as JSON holds them."""
    return [
        value.isoformat() if isinstance(value, (dt.date, dt.time)) and kind != "json" else value
        for value, kind in zip(line, columns.values(), strict=True)
    ]


READERS: Final = {
    "moment": dt.datetime.fromisoformat,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
}


def read(line: Line, columns: Columns) -> Line:
    """The reverse of `written`."""
    return [
        READERS[kind](value) if kind in READERS and value is not None else value
        for value, kind in zip(line, columns.values(), strict=True)
    ]


class Differs(Exception):
    """After a copy, a table does not hold as many rows as the one it was copied from."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


class NotCarried(Exception):
    """The database to which rows are carried is there, and refused some. `table`: of which; `error`: its class."""

    def __init__(self, table: str, error: str) -> None:
        super().__init__(f"{table} {error}")
        self.table = table
        self.error = error


@contextlib.contextmanager
def _carrying(name: str) -> Iterator[None]:
    """A database that goes away meanwhile is told as such; whatever else it says is about these rows."""
    try:
        yield
    except DBAPIError as error:
        if error.connection_invalidated or is_transient(error):
            raise
        raise NotCarried(name, type(error.orig).__name__) from None


async def carry(here: AsyncConnection, there: AsyncConnection) -> dict[str, int]:
    """Every row of every table from one database to the other, whose tables are empty; the counts. Raises Differs,
    NotCarried.
    """
    names = [one.name for one in tables()]
    for one in tables():
        columns = columns_of(one)
        async for lot in lines_of(here, one.name, columns):
            with _carrying(one.name):
                await put_lines(there, one.name, columns, lot)
    wanted, found = await counted(here, names), await counted(there, names)
    for name in names:
        if wanted[name] != found[name]:
            raise Differs(name)
    await follow_numbers(there)
    return found


async def counted(connection: AsyncConnection, names: Sequence[str]) -> dict[str, int]:
    """How many rows each of these tables holds."""
    return {name: int(await connection.scalar(select(func.count()).select_from(table(name))) or 0) for name in names}


async def present(connection: AsyncConnection) -> set[str]:
    """The tables that this database has, ours or not."""
    return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


async def in_use(connection: AsyncConnection) -> bool:
    """Whether somebody's lines are in it. The organisation's own row, made at the first start, does not count."""
    there = await present(connection)
    tell = [name for name in ("people", "contacts", "incoming", "deliveries", "journal") if name in there]
    return any((await counted(connection, tell)).values())


async def empty(connection: AsyncConnection) -> None:
    """Every row of ours goes, children before parents."""
    there = await present(connection)
    for one in reversed(metadata.sorted_tables):
        if one.name in there:
            await connection.execute(delete(table(one.name)))


async def follow_numbers(connection: AsyncConnection) -> None:
    """On PostgreSQL, numbers that were copied do not move the sequences: the next row must not take one of them."""
    if connection.dialect.name != "postgresql":
        return
    for one in metadata.sorted_tables:
        if "id" not in one.c or not isinstance(one.c.id.type, Integer):
            continue
        sequence = await connection.scalar(text("SELECT pg_get_serial_sequence(:t, 'id')"), {"t": one.name})
        highest = await connection.scalar(select(func.max(one.c.id)))
        if sequence and highest and highest > 0:  # a number drawn by lot may be below: no sequence gives those
            with _carrying(one.name):
                await connection.execute(text("SELECT setval(CAST(:s AS regclass), :n)"), {"s": sequence, "n": highest})
