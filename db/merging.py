"""Two rows turn out to be one person: everything that refers to one of them is moved to the other."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper
from sqlalchemy.schema import UniqueConstraint

from db.base import Base
from db.people import Person

OWN = ("name", "territory", "channel", "postal_address", "best_hour", "invited_by")
EMPTY = (None, "", "none", "unknown", 0, False)


async def merge_people(session: AsyncSession, kept: Person, absorbed: Person) -> None:
    """Move contacts, consents, roles, claims, comments... from `absorbed` to `kept`, then delete `absorbed`.

    Tables are found by their foreign keys, so that a table added tomorrow is moved too. Where both have a row and only
    one may stand (an answer to the same meeting), the kept one's is completed with what it lacks.
    """
    for name in OWN:
        if not getattr(kept, name):
            setattr(kept, name, getattr(absorbed, name))
    await session.flush()
    for mapper in Base.registry.mappers:
        for attribute in _references(mapper):
            await _move(session, mapper, attribute, kept.id, absorbed.id)
    await session.flush()
    await session.delete(absorbed)
    await session.flush()


def _references(mapper: Mapper[Any]) -> list[str]:
    """The attributes of a table that name a person."""
    return [
        attribute.key
        for attribute in mapper.column_attrs
        if any(key.column.table.name == Person.__tablename__ for key in attribute.columns[0].foreign_keys)
    ]


async def _move(session: AsyncSession, mapper: Mapper[Any], attribute: str, kept: int, absorbed: int) -> None:
    kind = mapper.class_
    reference = getattr(kind, attribute)
    for others in _alone_with(mapper, attribute):
        await _settle_rivals(session, kind, attribute, others, kept, absorbed)
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
    session: AsyncSession, kind: Any, attribute: str, others: list[str], kept: int, absorbed: int
) -> None:
    rows = list(await session.scalars(select(kind).where(getattr(kind, attribute) == absorbed)))
    for row in rows:
        same = [getattr(kind, name) == getattr(row, name) for name in others]
        rival = await session.scalar(select(kind).where(getattr(kind, attribute) == kept, *same))
        if rival is None:
            continue
        _complete(rival, row, {attribute, *others})
        keys = [getattr(kind, key.key) == getattr(row, key.key) for key in _keys(kind)]
        await session.flush()
        await session.execute(delete(kind).where(*keys))


def _keys(kind: Any) -> list[Any]:
    mapper = kind.__mapper__
    return [mapper.get_property_by_column(column) for column in mapper.primary_key]


def _complete(rival: Any, row: Any, shared: set[str]) -> None:
    """What the kept row lacks is taken from the other."""
    keys = {prop.key for prop in _keys(type(rival))}
    for prop in type(rival).__mapper__.column_attrs:
        if prop.key not in shared | keys and getattr(rival, prop.key) in EMPTY:
            setattr(rival, prop.key, getattr(row, prop.key))
