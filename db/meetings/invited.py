"""Whom a meeting is for: who sits there, who was invited then, whose invitation was a mistake."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.meetings.tables import Answer, Attendance, Meeting, Presence
from db.people import Person, PersonRoundtable, RolePeriod, SeatPeriod, in_role


def sits_at(meeting: Meeting) -> ColumnElement[bool]:
    """Whoever sits at the meeting's roundtable with a role, today or on the day of the meeting."""
    seated = exists().where(
        PersonRoundtable.person_id == Person.id, PersonRoundtable.roundtable_id == meeting.roundtable_id
    )
    had_a_role = exists().where(RolePeriod.person_id == Person.id, RolePeriod.until >= meeting.local_date)
    return and_(seated, or_(in_role(), had_a_role), ~_taken_back(meeting.id))


def _taken_back(meeting_id: int) -> ColumnElement[bool]:
    """Whose invitation to this meeting was a mistake."""
    mine = Attendance.person_id == Person.id, Attendance.meeting_id == meeting_id
    return exists().where(*mine, Attendance.taken_back_at.is_not(None)).correlate(Person)


async def taken_back_of(session: AsyncSession, meeting_id: int) -> list[Person]:
    rows = await session.scalars(
        select(Person).where(_taken_back(meeting_id), Person.erased_at.is_(None)).order_by(Person.id)
    )
    return list(rows)


def invited_to(meeting: Meeting, now: dt.datetime) -> ColumnElement[bool]:
    """Whom a meeting is for: of one that began, those who were invited or sat there that day, wherever they sit now."""
    if meeting.starts_at > now:
        return sits_at(meeting)
    day = meeting.local_date
    there = SeatPeriod.person_id == Person.id, SeatPeriod.roundtable_id == meeting.roundtable_id
    seated_then = exists().where(*there, *_on(SeatPeriod, day))
    never_noted = and_(sits_at(meeting), ~exists().where(*there))  # a seat from before its days were kept
    had_a_role = exists().where(RolePeriod.person_id == Person.id, *_on(RolePeriod, day))
    invited = Attendance.person_id == Person.id, Attendance.meeting_id == meeting.id
    row = exists().where(*invited).correlate(Person)
    said = or_(Attendance.answer != Answer.NONE, Attendance.presence != Presence.UNKNOWN)
    said_or_came = exists().where(*invited, said).correlate(Person)
    invited_then = or_(said_or_came, never_noted, and_(or_(row, seated_then), or_(had_a_role, in_role())))
    return and_(invited_then, ~_taken_back(meeting.id))


def _on(period: type[SeatPeriod] | type[RolePeriod], day: dt.date) -> tuple[ColumnElement[bool], ...]:
    return or_(period.since.is_(None), period.since <= day), or_(period.until.is_(None), period.until >= day)


async def people_invited(session: AsyncSession, meeting: Meeting, now: dt.datetime | None = None) -> list[Person]:
    """Everyone who sits at the meeting's roundtable with a role: the same whom its reminders are for. `now`: of a
    meeting that began by then, those who were invited or sat there that day."""
    whom = sits_at(meeting) if now is None else invited_to(meeting, now)
    rows = await session.scalars(select(Person).where(whom, Person.erased_at.is_(None)).order_by(Person.id))
    return list(rows)
