"""What the hour brings for meetings: reminders, the end of a meeting, the minutes that are missing."""

from __future__ import annotations

import datetime as dt

from db import message_kinds
from db.journal import write_entry
from db.meetings.questions import agenda_of, meetings_just_over, reminders_due, roundtable_of
from db.meetings.tables import Answer, Meeting, MeetingState, Reminder
from handlers import sending
from handlers.acting import Acting
from handlers.meetings import words as said
from handlers.meetings.lookups import answered_of, send_reminder, unanswered_of
from handlers.things import MEETING
from messages import text


async def reminders(acting: Acting) -> int:
    """Send the reminders whose hour has come, each once; one whose meeting has begun is missed.

    After the machine was off for days, the latest one of a meeting leaves alone: those before it are missed.
    """
    due = await reminders_due(acting.session, acting.now)
    latest = {reminder.meeting_id: reminder.id for reminder in due}  # in the order of their hours
    for reminder in due:
        meeting = await acting.session.get_one(Meeting, reminder.meeting_id)
        if meeting.state is not MeetingState.ANNOUNCED or reminder.version != meeting.version:
            reminder.state = "cancelled"
        elif meeting.starts_at <= acting.now or latest[meeting.id] != reminder.id:
            reminder.state = "missed"
            await _noted(acting, "meetings.reminder_missed", meeting, reminder, people=0)
        else:
            reminder.state = "sent"
            people = await _remind(acting, meeting, reminder)
            await _noted(acting, "meetings.reminded", meeting, reminder, people=people)
        reminder.done_at = acting.now
    return len(due)


async def _remind(acting: Acting, meeting: Meeting, reminder: Reminder) -> int:
    """An answer stops further requests, not the practical reminder of the day before.

    Those who asked for fewer messages get that last one alone.
    """
    roundtable = await roundtable_of(acting.session, meeting)
    request = said.reminder_words(
        acting.installation, meeting, roundtable.name, await agenda_of(acting.session, meeting.id)
    )
    last = reminder.days_before <= min(acting.installation.reminder_days)
    unanswered = unanswered_of(meeting, spare_less=not last)
    people = await send_reminder(acting, meeting, unanswered, request)
    if not last:
        return people
    coming = answered_of(meeting, Answer.COMING, Answer.MAYBE)
    practical = said.practical_words(meeting, roundtable.name)
    return people + await send_reminder(acting, meeting, coming, practical)


async def ended(acting: Acting) -> int:
    """An announced meeting whose end has passed was held; coordinators are asked who came."""
    over = await meetings_just_over(acting.session, acting.now)
    for meeting in over:
        meeting.state = MeetingState.HELD
        roundtable = await roundtable_of(acting.session, meeting)
        await write_entry(acting.session, "meetings.held", now=acting.now, thing="meeting", thing_id=meeting.id)
        asked = text("meetings-who-came", number=meeting.id, roundtable=roundtable.name)
        await sending.tell_concerned(
            acting,
            MEETING,
            meeting,
            asked,
            options=sending.SendOptions(message_kinds.ALERT, not_after=acting.now + dt.timedelta(days=3)),
        )
    return len(over)


async def _noted(acting: Acting, act: str, meeting: Meeting, reminder: Reminder, *, people: int) -> None:
    await write_entry(
        acting.session,
        act,
        now=acting.now,
        thing="meeting",
        thing_id=meeting.id,
        days=reminder.days_before,
        people=people,
    )
