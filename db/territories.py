"""Territories renamed, everywhere at once; what each may spend in a year, and what it spent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.rules import ClaimState
from db.claims.tables import Claim, ClaimLine
from db.deliveries import Broadcast, BroadcastState
from db.drafts import Draft
from db.labels import by_name, comparable
from db.meetings.tables import Meeting
from db.organisations import Envelope, Roundtable, Territory, territories_of, territory_names
from db.people import Person, PersonRole
from db.report.period import FiscalYear

# Every column that bears the name of a territory: those who rename or merge one rewrite them all.
HOLDERS: tuple[Any, ...] = (
    Person.territory,
    Roundtable.territory,
    PersonRole.scope,
    Broadcast.territory,
    Draft.territory,
)
RECOGNISED = (ClaimState.APPROVED, ClaimState.PAID, ClaimState.RECEIVED)


async def territory_named(session: AsyncSession, organisation_id: int, name: str) -> Territory | None:
    """By its name or by another under which it was written."""
    wanted = comparable(name)
    rows = await territories_of(session, organisation_id)
    return next((row for row in rows if wanted in map(comparable, (row.name, *row.other_names))), None)


async def every_territory(session: AsyncSession, organisation_id: int) -> dict[str, str]:
    """As `territory_names`, with those that only people bear."""
    mine = Person.organisation_id == organisation_id
    lived_in = await session.scalars(select(Person.territory).where(mine, Person.territory != "").distinct())
    return {comparable(name): name for name in lived_in} | await territory_names(session, organisation_id)


async def rename_territory(session: AsyncSession, territory: Territory, name: str) -> None:
    """Another name, everywhere; the one before is still understood."""
    before = [territory.name, *territory.other_names]
    territory.name = name
    territory.other_names = other_names(before, territory.name)
    await rewrite(session, before, territory.name)


def other_names(names: Iterable[str], name: str) -> list[str]:
    return sorted({one for one in names if one != name})


async def rewrite(session: AsyncSession, names: Iterable[str], name: str) -> None:
    """Wherever one of these names was written, whatever its case and accents."""
    names = list(names)
    for column in HOLDERS:
        same = [one for one in await bearing(session, column, names) if one != name]
        if same:
            await session.execute(update(column.class_).where(column.in_(same)).values({column.key: name}))
    for broadcast in await waiting_for(session, names):  # for the same people under its other name
        broadcast.audience = {**broadcast.audience, "territory": name}
    await session.flush()


async def bearing(session: AsyncSession, column: Any, names: Iterable[str]) -> list[str]:
    """Each way in which one of these names was written there."""
    keys = {comparable(one) for one in names}
    written = await session.scalars(select(column).where(column.is_not(None)).distinct())
    return [one for one in written if comparable(one) in keys]


async def waiting_for(session: AsyncSession, names: Iterable[str]) -> list[Broadcast]:
    """What was written for a territory and has not left yet."""
    keys = {comparable(one) for one in names}
    waiting = select(Broadcast).where(Broadcast.state.not_in((BroadcastState.SENT, BroadcastState.CANCELLED)))
    rows = await session.scalars(waiting)
    return [one for one in rows if comparable(one.audience.get("territory", "")) in keys]


async def envelopes_of(session: AsyncSession, territory_id: int) -> list[Envelope]:
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
