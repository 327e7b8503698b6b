"""Two territories made one, and, for thirty days, taken apart: what was of the one that disappeared is its own again.

What was put in the territory since, or moved out of it, stays where it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.labels import comparable
from db.organisations import Envelope, Roundtable, Territory
from db.people import Person, PersonRole, Role
from db.territories import HOLDERS, bearing, envelopes_of, other_names, rewrite, waiting_for

UNDONE_WITHIN = dt.timedelta(days=30)


async def merge_territories(session: AsyncSession, kept: Territory, absorbed: Territory, now: dt.datetime) -> None:
    """Two become one: its people, its roundtables, its envelopes; the other name is still understood."""
    names = [absorbed.name, *absorbed.other_names]
    record: dict[str, Any] = {"name": absorbed.name, "other_names": list(absorbed.other_names)}
    record["bearers"] = [await _bearers(session, column, names) for column in HOLDERS]
    record["waiting"] = [one.id for one in await waiting_for(session, names)]
    record["envelopes"] = [[row.year, row.cents] for row in await envelopes_of(session, absorbed.id)]
    kept.other_names = other_names([*kept.other_names, *names], kept.name)
    await rewrite(session, names, kept.name)
    mine = {row.year: row for row in await envelopes_of(session, kept.id)}
    for row in await envelopes_of(session, absorbed.id):
        if row.year in mine:
            mine[row.year].cents += row.cents
        else:
            row.territory_id = kept.id
    kept.absorbed, kept.absorbed_at = record, now
    await session.flush()
    await session.delete(absorbed)
    await session.flush()


async def unmerge_territories(session: AsyncSession, kept: Territory) -> Territory:
    """The last one that it took in, apart again."""
    record = kept.absorbed or {}
    apart = Territory(organisation_id=kept.organisation_id, name=record["name"], other_names=record["other_names"])
    kept.other_names = [one for one in kept.other_names if one not in {apart.name, *apart.other_names}]
    session.add(apart)
    await session.flush()
    for column, keys in zip(HOLDERS, record["bearers"], strict=True):
        await _give_back(session, column, keys, kept.name, apart.name)
    for broadcast in await waiting_for(session, [kept.name]):
        if broadcast.id in record["waiting"]:
            broadcast.audience = {**broadcast.audience, "territory": apart.name}
    mine = {row.year: row for row in await envelopes_of(session, kept.id)}
    for year, cents in record["envelopes"]:
        theirs = Envelope(organisation_id=kept.organisation_id, territory_id=apart.id, year=year, cents=cents)
        if (row := mine.get(year)) is None or row.cents <= cents:
            theirs.cents = row.cents if row is not None else cents
            await session.delete(row) if row is not None else None
        else:
            row.cents -= cents
        session.add(theirs)
    kept.absorbed, kept.absorbed_at = None, None
    await session.flush()
    return apart


def _keys(column: Any) -> list[Any]:
    return list(column.class_.__mapper__.primary_key)


async def _bearers(session: AsyncSession, column: Any, names: Iterable[str]) -> list[list[Any]]:
    """The keys of the rows that bear one of these names."""
    written = await bearing(session, column, names)
    return [list(row) for row in await session.execute(select(*_keys(column)).where(column.in_(written)))]


async def _give_back(session: AsyncSession, column: Any, keys: list[list[Any]], of: str, name: str) -> None:
    """Of these rows, those that still bear the name they were given."""
    columns = _keys(column)
    for start in range(0, len(keys), 100):
        these = [and_(*(c == v for c, v in zip(columns, key, strict=True))) for key in keys[start : start + 100]]
        await session.execute(update(column.class_).where(or_(*these), column == of).values({column.key: name}))


async def held_by(session: AsyncSession, organisation_id: int, name: str) -> dict[str, int]:
    """How many people and roundtables bear the name of a territory."""
    people = select(Person.territory, func.count()).where(Person.organisation_id == organisation_id)
    tables = select(Roundtable.territory, func.count()).where(Roundtable.organisation_id == organisation_id)
    found = {"people": 0, "tables": 0}
    for what, query in (
        ("people", people.where(Person.erased_at.is_(None)).group_by(Person.territory)),
        ("tables", tables.group_by(Roundtable.territory)),
    ):
        rows = await session.execute(query)
        found[what] = sum(count for written, count in rows if comparable(written or "") == comparable(name))
    return found


async def limited_to(session: AsyncSession, organisation_id: int, names: Iterable[str]) -> list[str]:
    """The coordinators who answer for one of these territories alone."""
    keys = {comparable(one) for one in names}
    rows = await session.execute(
        select(Person.name, PersonRole.scope)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(Person.organisation_id == organisation_id, PersonRole.role == Role.COORDINATOR, PersonRole.scope != "")
        .order_by(Person.id)
    )
    return [name or "?" for name, scope in rows if comparable(scope) in keys]


def may_be_undone(kept: Territory, now: dt.datetime) -> bool:
    return kept.absorbed is not None and kept.absorbed_at is not None and kept.absorbed_at > now - UNDONE_WITHIN
