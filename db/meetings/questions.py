"""The questions asked of meetings: one function, one question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from db.labels import comparable
from db.meetings.invited import people_invited
from db.meetings.tables import (
    AgendaPoint,
    Answer,
    Attendance,
    Meeting,
    MeetingState,
    Presence,
    PresenceNote,
    Reminder,
)
from db.merges import lately_merged
from db.organisations import Roundtable
from db.people import Person, PersonRole, PersonRoundtable, Role, with_a_role

CAME = (Presence.IN_PERSON, Presence.PHONE, Presence.VIDEO)


async def agenda_of(session: AsyncSession, meeting_id: int) -> list[AgendaPoint]:
    return (await points_of(session, [meeting_id])).get(meeting_id, [])


async def roundtable_of(session: AsyncSession, meeting: Meeting) -> Roundtable:
    return await session.get_one(Roundtable, meeting.roundtable_id)


async def roundtables_with_people(session: AsyncSession, organisation_id: int) -> list[str]:
    """The names of the roundtables at which someone sits."""
    rows = await session.scalars(
        select(Roundtable.name)
        .join(PersonRoundtable, PersonRoundtable.roundtable_id == Roundtable.id)
        .join(PersonRole, PersonRole.person_id == PersonRoundtable.person_id)
        .where(Roundtable.organisation_id == organisation_id)
        .distinct()
    )
    return sorted(rows, key=comparable)


async def attendance_of(session: AsyncSession, meeting_id: int, person_id: int) -> Attendance | None:
    return await session.scalar(
        select(Attendance).where(Attendance.meeting_id == meeting_id, Attendance.person_id == person_id)
    )


async def attendance_made(session: AsyncSession, meeting_id: int, person_id: int) -> Attendance:
    """The row of this person and this meeting, made when there is none."""
    found = await attendance_of(session, meeting_id, person_id)
    if found is None:
        found = Attendance(
            meeting_id=meeting_id, person_id=person_id, answer=Answer.NONE, presence=Presence.UNKNOWN, needs=""
        )
        session.add(found)
        await session.flush()
    return found


async def invite(session: AsyncSession, meeting: Meeting) -> list[Person]:
    """A row for everyone who sits at the roundtable today: later one knows who was invited, and who was silent."""
    people = await people_invited(session, meeting)
    have = {row.person_id for row in await attendances_of(session, meeting.id)}
    session.add_all([Attendance(meeting_id=meeting.id, person_id=one.id) for one in people if one.id not in have])
    await session.flush()
    return people


def note_in_history(
    session: AsyncSession, row: Attendance, presence: Presence, now: dt.datetime, noted_by: int | None
) -> None:
    """Note a presence; what was noted before stays in the history."""
    row.presence, row.noted_at, row.noted_by = presence, now, noted_by
    session.add(PresenceNote(attendance_id=row.id, presence=presence, noted_at=now, noted_by=noted_by))


async def answers_given(session: AsyncSession, person_id: int, meeting_ids: Sequence[int]) -> dict[int, dt.datetime]:
    """Meeting -> when this person answered its reminder; those without an answer are left out."""
    if not meeting_ids:
        return {}
    mine = Attendance.person_id == person_id, Attendance.meeting_id.in_(meeting_ids)
    given = Attendance.answer != Answer.NONE, Attendance.answered_at.is_not(None)
    rows = await session.execute(select(Attendance.meeting_id, Attendance.answered_at).where(*mine, *given))
    return {meeting: at for meeting, at in rows if at is not None}


async def attendances_of(session: AsyncSession, meeting_id: int) -> list[Attendance]:
    rows = await session.scalars(
        select(Attendance).where(Attendance.meeting_id == meeting_id).order_by(Attendance.person_id)
    )
    return list(rows)


async def points_of(session: AsyncSession, meeting_ids: Sequence[int]) -> dict[int, list[AgendaPoint]]:
    """Meeting -> the points of its agenda, in order; without those that have none."""
    found: dict[int, list[AgendaPoint]] = {}
    if meeting_ids:
        for point in await session.scalars(_points_of(), {"meetings": meeting_ids}):
            found.setdefault(point.meeting_id, []).append(point)
    return found


@cache  # asked of every message, as those below: building the question costs as much as its answer
def _points_of() -> Select[AgendaPoint]:
    theirs = AgendaPoint.meeting_id.in_(bindparam("meetings", expanding=True))
    return select(AgendaPoint).where(theirs).order_by(AgendaPoint.number)


async def upcoming_meetings(
    session: AsyncSession, person_id: int, now: dt.datetime, *, limit: int = 5
) -> list[Meeting]:
    """The next announced meetings of this person's roundtables, the nearest first."""
    return list(await session.scalars(_upcoming(), {"person": person_id, "now": now, "limit": limit}))


@cache
def _upcoming() -> Select[Meeting]:
    theirs = Attendance.person_id == bindparam("person"), Attendance.meeting_id == Meeting.id
    return (
        select(Meeting)
        .join(PersonRoundtable, PersonRoundtable.roundtable_id == Meeting.roundtable_id)
        .where(PersonRoundtable.person_id == bindparam("person"))
        .where(~exists().where(*theirs, Attendance.taken_back_at.is_not(None)).correlate(Meeting))
        .where(Meeting.state == MeetingState.ANNOUNCED, Meeting.ends_at > bindparam("now"))
        .order_by(Meeting.starts_at)
        .limit(bindparam("limit"))
    )


async def upcoming_answers(
    session: AsyncSession, person_id: int, now: dt.datetime
) -> list[tuple[int, Answer, dt.datetime]]:
    """(meeting, answer, when it was given) of the announced meetings that have not begun."""
    rows = await session.execute(_upcoming_answers(), {"person": person_id, "now": now})
    return [(meeting, answer, at) for meeting, answer, at in rows if at is not None]


@cache
def _upcoming_answers() -> Select[int, Answer, dt.datetime | None]:
    return (
        select(Attendance.meeting_id, Attendance.answer, Attendance.answered_at)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(Attendance.person_id == bindparam("person"))
        .where(Attendance.answer != Answer.NONE, Attendance.answered_at.is_not(None))
        .where(Attendance.taken_back_at.is_(None))
        .where(Meeting.state == MeetingState.ANNOUNCED, Meeting.starts_at > bindparam("now"))
    )


async def recent_meetings(
    session: AsyncSession, person_id: int, now: dt.datetime, *, days: int = 60, limit: int = 4
) -> list[Meeting]:
    """The meetings of this person's roundtables that took place lately, the latest first."""
    rows = await session.scalars(
        select(Meeting)
        .join(PersonRoundtable, PersonRoundtable.roundtable_id == Meeting.roundtable_id)
        .where(
            PersonRoundtable.person_id == person_id,
            Meeting.state.in_([MeetingState.ANNOUNCED, MeetingState.HELD, MeetingState.CLOSED]),
            Meeting.starts_at <= now,
            Meeting.starts_at > now - dt.timedelta(days=days),
        )
        .order_by(Meeting.starts_at.desc())
        .limit(limit)
    )
    return list(rows)


async def meetings_on(session: AsyncSession, organisation_id: int, day: dt.date) -> list[Meeting]:
    rows = await session.scalars(
        select(Meeting)
        .where(
            Meeting.organisation_id == organisation_id,
            Meeting.local_date == day,
            Meeting.state != MeetingState.CANCELLED,
        )
        .order_by(Meeting.starts_at)
    )
    return list(rows)


async def meetings_just_over(session: AsyncSession, now: dt.datetime) -> list[Meeting]:
    """Announced meetings whose end has passed: they become held."""
    rows = await session.scalars(
        select(Meeting).where(Meeting.state == MeetingState.ANNOUNCED, Meeting.ends_at <= now).order_by(Meeting.id)
    )
    return list(rows)


async def reminders_due(session: AsyncSession, now: dt.datetime) -> list[Reminder]:
    rows = await session.scalars(
        select(Reminder)
        .where(Reminder.state == "planned", Reminder.due_at <= now)
        .order_by(Reminder.due_at)
        .limit(50)
        .with_for_update(skip_locked=True)  # two ticks at once: each reminder leaves once
    )
    return list(rows)


async def was_spoken_of(session: AsyncSession, meeting_id: int) -> bool:
    """Whether a reminder of this meeting has left, at any of its dates."""
    sent = select(Reminder.id).where(Reminder.meeting_id == meeting_id, Reminder.state == "sent").limit(1)
    return await session.scalar(sent) is not None


async def people_owed_an_offer(
    session: AsyncSession,
    meeting: Meeting,
    roles: Collection[Role] = (Role.EXPERT,),
    *,
    settled_by: dt.datetime | None = None,
) -> list[tuple[Person, Attendance]]:
    """Those of these roles who attended and were not offered their allowance yet.

    Someone who said they would come counts as having come until the coordinator notes otherwise. `settled_by`: whose
    presence was noted, or whose card was merged, after that moment is left for later: it may yet be put right.
    """
    settled: ColumnElement[bool] = true()
    if settled_by is not None:
        noted = or_(Attendance.noted_at.is_(None), Attendance.noted_at <= settled_by)
        settled = and_(noted, Person.id.not_in(lately_merged(settled_by)))
    rows = await session.execute(
        select(Person, Attendance)
        .join(Attendance, Attendance.person_id == Person.id)
        .where(
            Attendance.meeting_id == meeting.id,
            exists().where(PersonRole.person_id == Person.id, PersonRole.role.in_(roles)),
            Attendance.offered_claim_at.is_(None),
            Person.erased_at.is_(None),
            settled,
        )
        .order_by(Person.id)
    )
    return [(person, attendance) for person, attendance in rows if _attended(attendance)]


def _attended(attendance: Attendance) -> bool:
    if attendance.presence in CAME:
        return True
    said = attendance.answer is Answer.COMING and attendance.taken_back_at is None
    return attendance.presence is Presence.UNKNOWN and said


async def people_absent(session: AsyncSession, meeting: Meeting) -> list[tuple[Person, bool]]:
    """Everyone of the roundtable who is not known to have been there, and whether someone noted that they were not.

    Those whose last role has ended since are left out.
    Silence is not absence, nor is what was foreseen before: only what is noted says that someone was not there.
    """
    rows = {row.person_id: row for row in await attendances_of(session, meeting.id)}
    still = await with_a_role(session)
    found = []
    for person in await people_invited(session, meeting):
        row = rows.get(person.id)
        if person.id in still and (row is None or not _attended(row)):
            found.append((person, row is not None and row.presence is not Presence.UNKNOWN))
    return found


async def people_to_tell_minutes(session: AsyncSession, meeting: Meeting) -> list[Person]:
    """Of those invited: who is noted absent, and whose presence nobody noted, whatever they had answered before."""
    came = {row.person_id for row in await attendances_of(session, meeting.id) if row.presence in CAME}
    return [person for person in await people_invited(session, meeting) if person.id not in came]


async def people_absent_twice(session: AsyncSession, meeting: Meeting) -> list[Person]:
    """The experts du vecu who said they could not come, or were noted absent, at this meeting and the one before."""
    before = await session.scalar(
        select(Meeting)
        .where(
            Meeting.roundtable_id == meeting.roundtable_id,
            Meeting.state.in_([MeetingState.HELD, MeetingState.CLOSED]),
            Meeting.starts_at < meeting.starts_at,
        )
        .order_by(Meeting.starts_at.desc())
        .limit(1)
    )
    if before is None:
        return []
    missed = await _missed(session, before)
    both = await _missed(session, meeting) & missed
    rows = await session.scalars(
        select(Person)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(Person.id.in_(both), PersonRole.role == Role.EXPERT, Person.erased_at.is_(None))
        .order_by(Person.id)
    )
    return list(rows)


async def _missed(session: AsyncSession, meeting: Meeting) -> set[int]:
    """Silence is no absence: only what was said, or noted at the table."""
    rows = await attendances_of(session, meeting.id)
    return {
        a.person_id
        for a in rows
        if a.presence in (Presence.NONE, Presence.COMMENT)
        or (a.presence is Presence.UNKNOWN and a.answer is Answer.ABSENT)
    }
