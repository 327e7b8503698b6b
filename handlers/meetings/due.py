"""What the hour brings for meetings: reminders, the end of a meeting, the minutes that are missing."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.journal import write_entry
from db.meetings.questions import agenda_of, meetings_just_over, reminders_due, roundtable_of
from db.meetings.tables import Answer, Meeting, MeetingState, Reminder
from db.people import coordinators
from db.session import AsyncSession
from handlers import sending
from handlers.meetings import acts
from handlers.meetings import words as said
from handlers.meetings.ground import answered_of, unanswered_of
from handlers.turn import House
from messages import text

NUDGE_DAYS = (3, 7)  # after the meeting, while its plain minutes are missing


async def reminders(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Send the reminders whose hour has come, each once; one whose meeting has begun is missed.

    After the machine was off for days, the latest one of a meeting leaves alone: those before it are missed.
    """
    due = await reminders_due(session, now)
    latest = {reminder.meeting_id: reminder.id for reminder in due}  # in the order of their hours
    for reminder in due:
        meeting = await session.get_one(Meeting, reminder.meeting_id)
        if meeting.state is not MeetingState.ANNOUNCED or reminder.version != meeting.version:
            reminder.state = "cancelled"
        elif meeting.starts_at <= now or latest[meeting.id] != reminder.id:
            reminder.state = "missed"
            await _noted(session, "meetings.reminder_missed", meeting, reminder, now, people=0)
        else:
            reminder.state = "sent"
            people = await _remind(session, house, meeting, reminder, now)
            await _noted(session, "meetings.reminded", meeting, reminder, now, people=people)
        reminder.done_at = now
    return len(due)


async def _remind(session: AsyncSession, house: House, meeting: Meeting, reminder: Reminder, now: dt.datetime) -> int:
    """An answer stops further requests, not the practical reminder of the day before.

    Those who asked for fewer messages get that last one alone.
    """
    roundtable = await roundtable_of(session, meeting)
    request = said.reminder_words(house, meeting, roundtable.name, await agenda_of(session, meeting.id))
    last = reminder.days_before <= min(house.reminder_days)
    unanswered = unanswered_of(meeting, spare_less=not last)
    people = await acts.send_reminder(session, house, meeting, unanswered, request, now)
    if not last:
        return people
    coming = answered_of(meeting, Answer.COMING, Answer.MAYBE)
    practical = said.practical_words(meeting, roundtable.name)
    return people + await acts.send_reminder(session, house, meeting, coming, practical, now)


async def ended(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """An announced meeting whose end has passed was held; coordinators are asked who came."""
    over = await meetings_just_over(session, now)
    for meeting in over:
        meeting.state = MeetingState.HELD
        roundtable = await roundtable_of(session, meeting)
        await write_entry(session, "meetings.held", now=now, thing="meeting", thing_id=meeting.id)
        for person in await coordinators(session, house.organisation_id):
            await sending.tell(
                session,
                house,
                person,
                text("meetings-who-came", number=meeting.id, roundtable=roundtable.name),
                now=now,
                how=sending.How(kind="notice", not_after=now + dt.timedelta(days=3)),
            )
    return len(over)


async def missing_minutes(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Three and seven days after, whoever coordinates is reminded that the absent wait for the plain minutes."""
    rows = await session.scalars(
        select(Meeting).where(Meeting.state == MeetingState.HELD, Meeting.minutes_sent_at.is_(None))
    )
    done = 0
    for meeting in rows:
        passed = [days for days in NUDGE_DAYS if meeting.ends_at + dt.timedelta(days=days) <= now]
        if len(passed) <= meeting.nudges:
            continue
        meeting.nudges = len(passed)
        roundtable = await roundtable_of(session, meeting)
        for person in await coordinators(session, house.organisation_id):
            words = text("meetings-minutes-missing", number=meeting.id, roundtable=roundtable.name, days=passed[-1])
            await sending.tell(session, house, person, words, now=now)
        done += 1
    return done


async def _noted(
    session: AsyncSession, act: str, meeting: Meeting, reminder: Reminder, now: dt.datetime, *, people: int
) -> None:
    await write_entry(
        session, act, now=now, thing="meeting", thing_id=meeting.id, days=reminder.days_before, people=people
    )
