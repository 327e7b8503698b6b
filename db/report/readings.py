"""The reading of a year's chapter by those whom it is about: who was sent it, what they said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.conversations import Question, QuestionState
from db.labels import by_name
from db.meetings.questions import CAME
from db.meetings.tables import Attendance, Meeting
from db.people import Person, PersonRole, Role, RolePeriod
from db.report.period import FiscalYear
from db.report.tables import ReportReader, ReportReading, ReportRemark


async def reading_of(session: AsyncSession, organisation_id: int, year: FiscalYear) -> ReportReading | None:
    """The one that stands; one that was stopped does not."""
    known = await any_reading_of(session, organisation_id, year)
    return known if known is not None and known.stopped_at is None else None


async def any_reading_of(session: AsyncSession, organisation_id: int, year: FiscalYear) -> ReportReading | None:
    """Stopped or not."""
    mine = (ReportReading.organisation_id == organisation_id, ReportReading.year == year.begins)
    return await session.scalar(select(ReportReading).where(*mine))


async def open_readings(session: AsyncSession, organisation_id: int) -> list[ReportReading]:
    mine = (ReportReading.organisation_id == organisation_id, ReportReading.closed_at.is_(None))
    standing = (*mine, ReportReading.stopped_at.is_(None))
    return list(await session.scalars(select(ReportReading).where(*standing).order_by(ReportReading.id)))


async def experts_of(session: AsyncSession, organisation_id: int, year: FiscalYear, zone: ZoneInfo) -> list[Person]:
    """Those whom the chapter of a year is about: they had the role on a day of it, though they may have left it since.

    One whose first day nobody wrote down had it always, but for who was added after the year and was at none of its
    meetings.
    """
    period = RolePeriod
    dated = select(period.person_id).where(period.role == Role.EXPERT)
    in_the_year = dated.where(
        or_(period.since.is_(None), period.since <= year.last_day),
        or_(period.until.is_(None), period.until >= year.first_day),
    )
    undated = select(PersonRole.person_id).where(PersonRole.role == Role.EXPERT, PersonRole.person_id.not_in(dated))
    begun = dated.where(period.since.is_not(None), period.since <= year.last_day)
    over = dt.datetime.combine(year.last_day + dt.timedelta(days=1), dt.time(), zone)
    meant = select(Attendance.person_id).join(Meeting, Meeting.id == Attendance.meeting_id)
    there = meant.where(Meeting.local_date.between(year.first_day, year.last_day), Attendance.presence.in_(CAME))
    known = or_(Person.created_at < over, Person.id.in_(begun), Person.id.in_(there))
    of_the_year = or_(Person.id.in_(in_the_year), Person.id.in_(undated))
    mine = (Person.organisation_id == organisation_id, Person.erased_at.is_(None), of_the_year, known)
    return list(await session.scalars(select(Person).where(*mine).order_by(Person.id)))


async def readers_of(session: AsyncSession, reading_id: int) -> list[tuple[ReportReader, Person]]:
    rows = await session.execute(
        select(ReportReader, Person)
        .join(Person, Person.id == ReportReader.person_id)
        .where(ReportReader.reading_id == reading_id)
        .order_by(by_name(Person.name), Person.id)
    )
    return [(reader, person) for reader, person in rows]


async def remarks_of(session: AsyncSession, reading_id: int) -> list[tuple[ReportRemark, Person]]:
    """In the order in which they were said."""
    rows = await session.execute(
        select(ReportRemark, Person)
        .join(Person, Person.id == ReportRemark.person_id)
        .where(ReportRemark.reading_id == reading_id)
        .order_by(ReportRemark.id)
    )
    return [(remark, person) for remark, person in rows]


async def readings_with_remarks(session: AsyncSession, organisation_id: int) -> list[tuple[ReportReading, int]]:
    """The readings of which some remarks are not settled, and how many."""
    rows = await session.execute(
        select(ReportReading, func.count())
        .join(ReportRemark, ReportRemark.reading_id == ReportReading.id)
        .where(ReportReading.organisation_id == organisation_id, ReportRemark.settled_at.is_(None))
        .group_by(ReportReading.id)
        .order_by(ReportReading.year)
    )
    return [(reading, count) for reading, count in rows]


async def settle_remarks(session: AsyncSession, reading_id: int, now: dt.datetime) -> int:
    """Those that wait are settled; how many."""
    waiting = (ReportRemark.reading_id == reading_id, ReportRemark.settled_at.is_(None))
    done = await session.execute(update(ReportRemark).where(*waiting).values(settled_at=now))
    return int(done.rowcount)  # type: ignore[attr-defined]


async def keep_answer(
    session: AsyncSession, reading_id: int, person_id: int, now: dt.datetime, *, words: str = ""
) -> None:
    """They say that it is right (no words), or what is not."""
    reader = await session.get(ReportReader, (reading_id, person_id))
    if reader is None:
        reader = ReportReader(reading_id=reading_id, person_id=person_id, by_post=False)
        session.add(reader)
    reader.right, reader.answered_at = not words, now
    if words:
        session.add(ReportRemark(reading_id=reading_id, person_id=person_id, words=words, said_at=now))
    await session.flush()


async def keep_open(session: AsyncSession, kinds: Sequence[str], reading_id: int, lapses_at: dt.datetime) -> None:
    """What was asked of readers and waits for their answer lasts until then."""
    ours = (Question.kind.in_(kinds), Question.subject_id == reading_id)
    standing = Question.state.in_((QuestionState.OPEN, QuestionState.PARKED))
    await session.execute(update(Question).where(*ours, standing).values(lapses_at=lapses_at))
