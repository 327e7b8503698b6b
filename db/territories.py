"""Territories renamed and merged, everywhere at once; what each may spend in a year, and what it spent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.rules import ClaimState
from db.claims.tables import Claim, ClaimLine
from db.deliveries import Broadcast
from db.labels import by_name, comparable
from db.meetings.tables import Meeting
from db.organisations import Envelope, Roundtable, Territory, territories_of, territory_names
from db.people import Person, PersonRole
from db.report.period import FiscalYear

HOLDERS: tuple[Any, ...] = (Person.territory, Roundtable.territory, PersonRole.scope, Broadcast.territory)
RECOGNISED = (ClaimState.APPROVED, ClaimState.PAID, ClaimState.RECEIVED)


async def territory_named(session: AsyncSession, organisation_id: int, name: str) -> Territory | None:
    """By its name or by another under which it was written."""
    wanted = comparable(name)
    rows = await territories_of(session, organisation_id)
    return next((row for row in rows if wanted in map(comparable, (row.name, *row.other_names))), None)


async def rename_territory(session: AsyncSession, territory: Territory, name: str) -> None:
    """Another name, everywhere; the one before is still understood."""
    before = [territory.name, *territory.other_names]
    territory.name = name
    territory.other_names = _others(before, territory.name)
    await _rewrite(session, before, territory.name)


async def merge_territories(session: AsyncSession, kept: Territory, absorbed: Territory) -> None:
    """Two become one: its people, its roundtables, its envelopes; the other name is still understood."""
    names = [absorbed.name, *absorbed.other_names]
    kept.other_names = _others([*kept.other_names, *names], kept.name)
    await _rewrite(session, names, kept.name)
    mine = {row.year: row for row in await _envelopes(session, kept.id)}
    for row in await _envelopes(session, absorbed.id):
        if row.year in mine:
            mine[row.year].cents += row.cents
        else:
            row.territory_id = kept.id
    await session.flush()
    await session.delete(absorbed)
    await session.flush()


def _others(names: Iterable[str], name: str) -> list[str]:
    return sorted({one for one in names if one != name})


async def _rewrite(session: AsyncSession, names: Iterable[str], name: str) -> None:
    """Wherever one of these names was written, whatever its case and accents."""
    keys = {comparable(one) for one in names}
    for column in HOLDERS:
        written = await session.scalars(select(column).where(column.is_not(None)).distinct())
        same = [one for one in written if comparable(one) in keys and one != name]
        if same:
            table = column.class_
            await session.execute(update(table).where(column.in_(same)).values({column.key: name}))
    await session.flush()


async def _envelopes(session: AsyncSession, territory_id: int) -> list[Envelope]:
    return list(await session.scalars(select(Envelope).where(Envelope.territory_id == territory_id)))


@dataclass(frozen=True, slots=True)
class EnvelopeUse:
    """What a territory may spend in a year and what was recognised, allowances and expenses together, in cents."""

    envelope: Envelope
    territory: str
    spent: int

    @property
    def left(self) -> int:
        return self.envelope.cents - self.spent

    @property
    def percent(self) -> int:
        return 100 * self.spent // self.envelope.cents if self.envelope.cents else 100


async def set_envelope(session: AsyncSession, territory: Territory, year: FiscalYear, cents: int) -> Envelope:
    mine = (Envelope.territory_id == territory.id, Envelope.year == year.begins)
    row = await session.scalar(select(Envelope).where(*mine))
    if row is None:
        ids = {"organisation_id": territory.organisation_id, "territory_id": territory.id}
        row = Envelope(**ids, year=year.begins, cents=cents)
        session.add(row)
    row.cents, row.told_at = cents, None
    await session.flush()
    return row


async def spending(session: AsyncSession, organisation_id: int, year: FiscalYear) -> list[EnvelopeUse]:
    """Each envelope of the year, by territory; what was spent on a day of the year, of claims recognised.

    A claim is of the territory of its meeting's roundtable, else of the person's.
    """
    rows = await session.execute(
        select(Envelope, Territory.name)
        .join(Territory, Territory.id == Envelope.territory_id)
        .where(Envelope.organisation_id == organisation_id, Envelope.year == year.begins)
        .order_by(by_name(Territory.name))
    )
    spent = await _spent(session, organisation_id, year)
    return [EnvelopeUse(envelope, name, spent.get(name, 0)) for envelope, name in rows]


async def _spent(session: AsyncSession, organisation_id: int, year: FiscalYear) -> dict[str, int]:
    written = func.coalesce(func.nullif(Roundtable.territory, ""), Person.territory)
    day = func.coalesce(ClaimLine.day, Claim.activity_date)
    rows = await session.execute(
        select(written, func.sum(ClaimLine.cents))
        .select_from(ClaimLine)
        .join(Claim, Claim.id == ClaimLine.claim_id)
        .join(Person, Person.id == Claim.person_id)
        .outerjoin(Meeting, Meeting.id == Claim.meeting_id)
        .outerjoin(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(Claim.organisation_id == organisation_id, Claim.state.in_(RECOGNISED))
        .where(day.between(year.first_day, year.last_day))
        .group_by(written)
    )
    names = await territory_names(session, organisation_id)
    spent: dict[str, int] = {}
    for territory, cents in rows:
        name = names.get(comparable(territory), territory)
        spent[name] = spent.get(name, 0) + int(cents)
    return spent
