"""Two rows turn out to be one person: everything that refers to one of them is moved to the other, and can be back.

What was moved is kept as a record: plain JSON, by table and key, with the rows that had to go. Undoing it moves back
what still stands where the merge put it; what was written since stays with the person who was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table, and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper
from sqlalchemy.schema import UniqueConstraint

from db import copies
from db.base import Base
from db.people import Person

# What is never taken from the one who goes, and why. All else that the kept one lacks is, a column of tomorrow too.
NEVER_TAKEN = {
    "id": "what tells the two apart",
    "organisation_id": "theirs both",
    "language": "always known: the kept one's",
    "pseudonym": "the journal's name of the kept one",
    "created_at": "always known: the kept one's",
    "erased_at": "nobody erased is merged",
}
EMPTY = (None, "", "none", "unknown", "normal", 0, False)
AT_ONCE = 500  # keys in one condition
QUIETLY = {"synchronize_session": False}

Record = dict[str, Any]


async def merge_people(session: AsyncSession, kept: Person, absorbed: Person) -> Record:
    """Move contacts, consents, roles, claims, comments... from `absorbed` to `kept`, then delete `absorbed`.

    Tables are found by their foreign keys, so that a table added tomorrow is moved too. Where both have a row and only
    one may stand (an answer to the same meeting), the kept one's is completed with what it lacks. Returns what
    `unmerge_people` takes.
    """
    record: Record = {"absorbed": {}, "filled": {}, "moved": [], "settled": [], "completed": []}
    record["absorbed"] = await _row(session, _table(Person), {"id": absorbed.id})
    record["filled"] = await _filled(session, kept, absorbed, set(NEVER_TAKEN))
    for mapper in Base.registry.mappers:
        for attribute in _references(mapper):
            await _move(session, mapper, attribute, kept.id, absorbed.id, record)
    await session.flush()
    await session.delete(absorbed)
    await session.flush()
    return record


async def unmerge_people(session: AsyncSession, kept: Person, record: Record) -> int:
    """The absorbed person again, with what was theirs; their number. Rows that this session holds are read again."""
    await session.flush()
    people = _table(Person)
    await _put(session, people, record["absorbed"])
    absorbed = int(record["absorbed"]["id"])
    for moved in record["moved"]:
        await _move_back(session, moved, kept.id, absorbed)
    for settled in record["settled"]:
        await _put(session, Base.metadata.tables[settled["table"]], settled["row"])
    filled = {"table": people.name, "key": {"id": kept.id}, "values": record["filled"]}
    for completed in (*record["completed"], filled):
        await _take_back(session, completed)
    for row in list(session):
        await session.refresh(row)
    return absorbed


def _references(mapper: Mapper[Any]) -> list[str]:
    """The attributes of a table that name a person."""
    return [
        attribute.key
        for attribute in mapper.column_attrs
        if any(key.column.table.name == Person.__tablename__ for key in attribute.columns[0].foreign_keys)
    ]


async def _move(
    session: AsyncSession, mapper: Mapper[Any], attribute: str, kept: int, absorbed: int, record: Record
) -> None:
    kind = mapper.class_
    reference = getattr(kind, attribute)
    for others in _alone_with(mapper, attribute):
        await _settle_rivals(session, kind, attribute, others, kept, absorbed, record)
    column = mapper.column_attrs[attribute].columns[0]
    table = _table(kind)
    by = [key.name for key in table.primary_key.columns if key.name != column.name]
    shape = copies.shape(table.name, copies.columns_of(table))
    keys = await session.execute(select(*(shape.c[name] for name in by)).where(shape.c[column.name] == absorbed))
    found = [list(row) for row in keys]
    if found:
        record["moved"].append({"table": table.name, "column": column.name, "by": by, "keys": found})
    await session.execute(update(kind).where(reference == absorbed).values({attribute: kept}))


def _alone_with(mapper: Mapper[Any], attribute: str) -> list[list[str]]:
    """For each unique set of columns that holds this attribute: the other attributes of the set."""
    column = mapper.column_attrs[attribute].columns[0]
    table = mapper.local_table
    assert isinstance(table, Table)
    sets = [list(table.primary_key.columns)]
    sets += [list(c.columns) for c in table.constraints if isinstance(c, UniqueConstraint)]
    sets += [list(index.columns) for index in table.indexes if index.unique]
    names = {prop.columns[0].name: prop.key for prop in mapper.column_attrs}
    return [
        [names[other.name] for other in columns if other.name != column.name]
        for columns in sets
        if column.name in {c.name for c in columns}
    ]


async def _settle_rivals(
    session: AsyncSession, kind: Any, attribute: str, others: list[str], kept: int, absorbed: int, record: Record
) -> None:
    rows = list(await session.scalars(select(kind).where(getattr(kind, attribute) == absorbed)))
    for row in rows:
        same = [getattr(kind, name) == getattr(row, name) for name in others]
        rival = await session.scalar(select(kind).where(getattr(kind, attribute) == kept, *same))
        if rival is None:
            continue
        table = _table(kind)
        record["settled"].append({"table": table.name, "row": await _row(session, table, _key_of(row))})
        await _complete(session, rival, row, {attribute, *others}, record)
        keys = [getattr(kind, key.key) == getattr(row, key.key) for key in _keys(kind)]
        await session.flush()
        await session.execute(delete(kind).where(*keys))


def _keys(kind: Any) -> list[Any]:
    mapper = kind.__mapper__
    return [mapper.get_property_by_column(column) for column in mapper.primary_key]


async def _complete(session: AsyncSession, rival: Any, row: Any, shared: set[str], record: Record) -> None:
    """What the kept row lacks is taken from the other; a coordinator's territory is never widened nor narrowed."""
    kind = type(rival)
    table = _table(kind)
    values = await _filled(session, rival, row, shared | {prop.key for prop in _keys(kind)} | {"scope"})
    if values:
        whole = await _row(session, table, _key_of(rival))
        written = {name: whole[name] for name in _key_of(rival)}
        record["completed"].append({"table": table.name, "key": written, "values": values})


async def _filled(session: AsyncSession, kept: Any, other: Any, without: set[str]) -> dict[str, list[Any]]:
    """What the kept row lacks, taken from the other: column -> its value before and after, as JSON holds them."""
    table = _table(type(kept))
    before = await _row(session, table, _key_of(kept))
    for prop in type(kept).__mapper__.column_attrs:
        if prop.key not in without and getattr(kept, prop.key) in EMPTY:
            setattr(kept, prop.key, getattr(other, prop.key))
    await session.flush()
    after = await _row(session, table, _key_of(kept))
    return {name: [value, after[name]] for name, value in before.items() if value != after[name]}


def _key_of(row: Any) -> dict[str, Any]:
    """Column -> value of a row's key."""
    return {c.name: getattr(row, _attribute(type(row), c.name)) for c in _table(type(row)).primary_key.columns}


# -- rows as the record holds them --------------------------------------------------------------------------------


def _table(kind: Any) -> Table:
    table = kind.__mapper__.local_table
    assert isinstance(table, Table)
    return table


def _attribute(kind: Any, column: str) -> str:
    return next(str(prop.key) for prop in kind.__mapper__.column_attrs if prop.columns[0].name == column)


async def _row(session: AsyncSession, table: Table, key: dict[str, Any]) -> dict[str, Any]:
    """A row, column -> value as JSON holds it."""
    columns = copies.columns_of(table)
    shape = copies.shape(table.name, columns)
    found = await session.execute(select(*shape.c).where(*(shape.c[name] == value for name, value in key.items())))
    return dict(zip(columns, copies.written(list(found.one()), columns), strict=True))


async def _put(session: AsyncSession, table: Table, row: dict[str, Any]) -> None:
    """Insert a row of a record. A column that came since has its own default."""
    columns = {name: kind for name, kind in copies.columns_of(table).items() if name in row}
    values = copies.read([row[name] for name in columns], columns)
    shape = copies.shape(table.name, columns)
    await session.execute(insert(shape).values(dict(zip(columns, values, strict=True))))


async def _move_back(session: AsyncSession, moved: dict[str, Any], kept: int, absorbed: int) -> None:
    """Of what was moved, what still refers to the person who was kept."""
    table = Base.metadata.tables[moved["table"]]
    shape = copies.shape(table.name, copies.columns_of(table))
    reference = shape.c[moved["column"]]
    for keys in _lots(moved["keys"]):
        these = _among([shape.c[name] for name in moved["by"]], keys)
        change = update(shape).where(reference == kept, these).values({moved["column"]: absorbed})
        await session.execute(change, execution_options=QUIETLY)


def _among(columns: Sequence[Any], keys: Sequence[Sequence[Any]]) -> Any:
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    each = [and_(*(c == value for c, value in zip(columns, key, strict=True))) for key in keys]
    return or_(*each)


async def _take_back(session: AsyncSession, completed: dict[str, Any]) -> None:
    """Each value that the merge gave, while it is still the one that it gave."""
    table = Base.metadata.tables[completed["table"]]
    columns = copies.columns_of(table)
    shape = copies.shape(table.name, columns)
    own = [shape.c[name] == value for name, value in completed["key"].items()]
    for name, (before, after) in completed["values"].items():
        kind = {name: columns[name]}
        (was,), (given,) = copies.read([before], kind), copies.read([after], kind)
        if columns[name] == "json":
            continue  # lists have no equality in every database: what was gathered in one stays
        change = update(shape).where(*own, shape.c[name] == given).values({name: was})
        await session.execute(change, execution_options=QUIETLY)


def _lots(keys: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))
