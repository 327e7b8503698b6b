"""A table with its meetings and its rates, for the stories of claims."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.claims.rules import FIRST_RATES
from db.claims.tables import Claim, ClaimLine, Rate
from db.meetings.questions import attendance_made
from db.meetings.tables import Answer, Meeting, MeetingState, Presence
from db.organisations import roundtable_made
from db.people import Person, Role, seat
from tests.support.people import settle_in
from tests.support.phones import Phone, Town


async def set_rates(town: Town, from_date: dt.date = dt.date(2025, 1, 1)) -> None:
    async with town.database.write() as session:
        for kind, cents, max_cents, receipt in FIRST_RATES:
            session.add(
                Rate(
                    organisation_id=1,
                    kind=kind,
                    from_date=from_date,
                    cents=cents,
                    max_cents=max_cents,
                    receipt=receipt,
                )
            )


async def expert(town: Town, phone: Phone, name: str = "Rose", language: str = "fr") -> Person:
    return await settle_in(town, phone, name, Role.EXPERT, language=language)


async def meeting(
    town: Town,
    day: dt.date,
    start: dt.time = dt.time(13, 30),
    end: dt.time = dt.time(15, 30),
    *,
    name: str = "COCO",
    people: tuple[Person, ...] = (),
    came: bool = True,
    meal_served: bool = False,
    state: MeetingState = MeetingState.HELD,
) -> Meeting:
    """A meeting of a roundtable where these people sit; they came, unless said otherwise."""
    starts, ends = (dt.datetime.combine(day, t, town.installation.zone).astimezone(dt.UTC) for t in (start, end))
    async with town.database.write() as session:
        roundtable = await roundtable_made(session, 1, name)
        row = Meeting(
            organisation_id=1,
            roundtable_id=roundtable.id,
            state=state,
            local_date=day,
            local_start=start,
            local_end=end,
            zone="America/Toronto",
            starts_at=starts,
            ends_at=ends,
            place="CLSC",
            meal_served=meal_served,
            created_at=starts - dt.timedelta(days=20),
        )
        session.add(row)
        await session.flush()
        for person in people:
            await seat(session, person.id, roundtable.id)
            if came:
                attendance = await attendance_made(session, row.id, person.id)
                attendance.answer, attendance.presence = Answer.COMING, Presence.IN_PERSON
    return row


async def claims_of(town: Town) -> list[Claim]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Claim).order_by(Claim.number)))


async def lines_of(town: Town, claim: Claim) -> dict[str, int]:
    """kind -> cents"""
    async with town.database.read() as session:
        rows = await session.scalars(select(ClaimLine).where(ClaimLine.claim_id == claim.id))
        return {row.kind.value: row.cents for row in rows}
