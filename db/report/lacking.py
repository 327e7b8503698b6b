"""What a year still lacks: what nobody wrote down of its meetings, what came too late for its cut, claims that wait."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.rules import ClaimState
from db.claims.tables import Claim
from db.labels import by_name
from db.meetings.tables import AgendaPoint, Attendance, Meeting, Presence
from db.organisations import Roundtable
from db.people import Person
from db.report.figures.frame import HELD
from db.report.period import FiscalYear


def _held(organisation_id: int, year: FiscalYear) -> tuple[ColumnElement[bool], ...]:
    dated = Meeting.local_date.between(year.first_day, year.last_day)
    return Meeting.organisation_id == organisation_id, dated, Meeting.state.in_(HELD)


async def meetings_not_noted(session: AsyncSession, organisation_id: int, year: FiscalYear) -> list[int]:
    """The numbers of those of which no presence is known."""
    noted = exists().where(Attendance.meeting_id == Meeting.id, Attendance.presence != Presence.UNKNOWN)
    query = select(Meeting.id).where(*_held(organisation_id, year), ~noted)
    return list(await session.scalars(query.order_by(Meeting.local_date, Meeting.id)))


async def meetings_without_step(session: AsyncSession, organisation_id: int, year: FiscalYear) -> list[int]:
    """The numbers of those none of whose points is of a step of the work."""
    known = exists().where(AgendaPoint.meeting_id == Meeting.id, AgendaPoint.step.is_not(None))
    query = select(Meeting.id).where(*_held(organisation_id, year), ~known)
    return list(await session.scalars(query.order_by(Meeting.local_date, Meeting.id)))


async def tables_without_level(session: AsyncSession, organisation_id: int, year: FiscalYear) -> list[str]:
    met = exists().where(Meeting.roundtable_id == Roundtable.id, *_held(organisation_id, year))
    query = select(Roundtable.name).where(Roundtable.level.is_(None), met)
    return list(await session.scalars(query.order_by(by_name(Roundtable.name))))


async def noted_after(
    session: AsyncSession, organisation_id: int, year: FiscalYear, cut: dt.datetime
) -> list[tuple[str, int, dt.datetime]]:
    """Of the presences of the year that were noted, or corrected, after a cut: by whom, how many, when last."""
    query = (
        select(Person.name, func.count(), func.max(Attendance.noted_at))
        .select_from(Attendance)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .outerjoin(Person, Person.id == Attendance.noted_by)
        .where(*_held(organisation_id, year), Attendance.noted_at > cut)
        .group_by(Person.name)
    )
    found = [(name or "", count, at) for name, count, at in await session.execute(query) if at is not None]
    return sorted(found, key=lambda one: (-one[1], one[0]))


async def claims_that_wait(
    session: AsyncSession, organisation_id: int, year: FiscalYear, states: tuple[ClaimState, ...]
) -> list[int]:
    """The numbers of the claims of days of the year that are in these states."""
    dated = Claim.activity_date.between(year.first_day, year.last_day)
    query = select(Claim.number).where(Claim.organisation_id == organisation_id, dated, Claim.state.in_(states))
    return list(await session.scalars(query.order_by(Claim.number)))
