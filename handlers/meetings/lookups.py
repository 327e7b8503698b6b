"""What the acts on meetings share: hours, reminders, audiences, writing to those concerned."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection

from sqlalchemy import func, select

from db import message_kinds
from db.audience import Audience
from db.deliveries import Priority
from db.meetings import rules
from db.meetings.tables import Answer, Meeting, Reminder
from db.message_kinds import MessageKind
from handlers import broadcasts
from handlers.acting import Acting, Doubtful, Refused, refuse
from handlers.meetings.spec import MeetingSpec
from handlers.things import MEETING
from messages import Text, text

USEFUL = dt.timedelta(days=3)  # news of a meeting that is past


def hours_of(spec: MeetingSpec) -> tuple[dt.date, dt.time, dt.time]:
    if spec.day is None:
        raise refuse("meetings-unreadable-date", words="-")
    if spec.start is None or spec.end is None:
        raise _hours_missing(spec.day, spec.start, spec.written)
    if spec.end <= spec.start:
        raise refuse("meetings-ends-before", start=spec.start, end=spec.end)
    return spec.day, spec.start, spec.end


def _hours_missing(day: dt.date, start: dt.time | None, written: str) -> Refused:
    """The hours are asked for, when there are words to write them behind."""
    reason = text("days-what-hours", date=day) if start is None else text("days-until", date=day, start=start)
    if not written:
        return refuse("meetings-no-hours") if start is None else Refused(reason)
    link = " " if start is None else " à "
    return Doubtful(reason, written, rewritten=lambda answer: f"{written}{link}{said_until(answer)}")


def said_until(answer: str) -> str:
    """ "15h30" of "jusqu'à 15h30"."""
    return re.sub(r"^\s*(?:jusqu'|until|till|to|à|a)+\s*", "", answer.replace("’", "'"), flags=re.IGNORECASE)


async def plan_reminders(acting: Acting, meeting: Meeting, *, first: bool) -> int:
    """Plan the reminders of this version; `first`: when the earliest one's hour is past, one leaves at once."""
    planned = rules.reminders(
        meeting.local_date, meeting.zone, acting.installation.reminder_days, acting.now, meeting.starts_at
    )
    days = {p.days_before for p in planned}
    if first and max(acting.installation.reminder_days) not in days:
        left = (meeting.local_date - acting.installation.today(acting.now)).days
        if left not in days:
            planned.insert(0, rules.PlannedReminder(left, acting.now))
    for plan in planned:
        acting.session.add(
            Reminder(meeting_id=meeting.id, version=meeting.version, days_before=plan.days_before, due_at=plan.due_at)
        )
    await acting.session.flush()
    return len(planned)


def first_is_past(acting: Acting, meeting: Meeting) -> bool:
    """Whether the day of the earliest reminder has gone: whoever heard nothing yet hears it at once."""
    days = acting.installation.reminder_days
    planned = rules.reminders(meeting.local_date, meeting.zone, days, acting.now, meeting.starts_at)
    return max(days) not in {plan.days_before for plan in planned}


async def first_reminder(acting: Acting, meeting: Meeting) -> Text:
    """When those invited read of it first."""
    due = await acting.session.scalar(
        select(func.min(Reminder.due_at)).where(Reminder.meeting_id == meeting.id, Reminder.state == "planned")
    )
    if due is None or due <= acting.now:
        return text("meetings-first-reminder-now" if due is not None else "meetings-first-reminder-none")
    return text("meetings-first-reminder", when=acting.installation.local(due))


def unanswered_of(meeting: Meeting, *, spare_less: bool = False) -> Audience:
    """Those invited who have not answered for the meeting as it is planned now."""
    return Audience(
        roundtable_id=meeting.roundtable_id,
        unanswered_meeting_id=meeting.id,
        meeting_version=meeting.version,
        spare_less=spare_less,
    )


def answered_of(meeting: Meeting, *answers: Answer) -> Audience:
    """Those invited who gave one of these answers."""
    return Audience(
        roundtable_id=meeting.roundtable_id,
        meeting_id=meeting.id,
        meeting_version=meeting.version,
        answers=tuple(answer.value for answer in answers),
    )


def told_of(meeting: Meeting) -> Audience:
    """Those who read of it, or answered for it: whoever heard nothing yet has nothing to unlearn."""
    return Audience(told_meeting_id=meeting.id, ended_roles_too=True)


async def send_to_all(
    acting: Acting,
    kind: MessageKind,
    audience: Audience,
    words: broadcasts.Words,
    meeting: Meeting,
    priority: Priority = Priority.NORMAL,
    *,
    purpose: str = "",
    written_in: Collection[str] | None = None,
) -> int:
    """A broadcast about a meeting, sent now. A reminder is of no use once the meeting has begun."""
    begins = kind is message_kinds.REMINDER or meeting.starts_at > acting.now
    broadcast = await broadcasts.new_broadcast(
        acting,
        kind,
        audience,
        words,
        purpose=purpose,
        meeting=meeting,
        not_after=meeting.starts_at if begins else acting.now + USEFUL,
        priority=priority,
        written_in=written_in,
    )
    return await broadcasts.send_now(acting, broadcast)


async def send_reminder(acting: Acting, meeting: Meeting, audience: Audience, words: broadcasts.Words) -> int:
    """One planned reminder."""
    return await send_to_all(acting, message_kinds.REMINDER, audience, words, meeting)


def data_of(meeting: Meeting, roundtable: str) -> dict[str, object]:
    return {
        "meeting": meeting.id,
        "roundtable": roundtable,
        "state": meeting.state.value,
        "date": meeting.local_date.isoformat(),
        "start": meeting.local_start.isoformat("minutes"),
        "end": meeting.local_end.isoformat("minutes"),
        "starts_at": meeting.starts_at.isoformat(),
    }


async def why_none(acting: Acting, since: dt.datetime) -> Text:
    """Why a list of meetings since then is empty: there is none, they are older, or of other territories than the
    reader's."""
    scope = acting.actor.scope
    if not scope:
        return text("meetings-none")
    every = select(func.count()).select_from(Meeting).where(Meeting.organisation_id == acting.organisation_id)
    shown = every.where(Meeting.ends_at > since)
    others = await acting.session.scalar(shown.where(~MEETING.within(scope))) or 0
    past = await acting.session.scalar(every.where(MEETING.within(scope))) or 0
    return text("meetings-none-here", territory=scope, others=others, past=past)
