"""What nobody wrote down of the meetings held in a year."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.labels import by_name
from db.meetings.tables import AgendaPoint, Attendance, Meeting, Presence
from db.organisations import Roundtable
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
