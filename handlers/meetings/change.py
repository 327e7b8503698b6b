"""Moving or cancelling a meeting: those concerned learn what changed, and the reminders are planned again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlalchemy import select, update

from db.audience import Audience
from db.deliveries import Broadcast, BroadcastState, Priority
from db.meetings import rules
from db.meetings.questions import (
    attendances_of,
    roundtable_of,
)
from db.meetings.tables import Answer, Meeting, MeetingState, Reminder
from db.outbox import broadcasts as outbox
from db.session import AsyncSession
from handlers.access import Act, Actor, Done, refuse, require
from handlers.meetings import words as said
from handlers.meetings.ground import (
    answered_of,
    data_of,
    hours_of,
    meeting_for,
    noted,
    plan_reminders,
    send_to_all,
    unanswered_of,
)
from handlers.meetings.spec import MeetingSpec
from handlers.turn import House
from messages import Text, text


async def move_meeting(
    session: AsyncSession, house: House, actor: Actor, number: int, spec: MeetingSpec, *, now: dt.datetime
) -> Done:
    """Change its day, hours, place or number to phone: those concerned learn what changed and are asked again."""
    require(actor, Act.PLAN_MEETING)
    meeting = await meeting_for(session, house, actor, Act.PLAN_MEETING, number)
    if meeting.state not in (MeetingState.DRAFT, MeetingState.ANNOUNCED):
        raise refuse("meetings-over", number=number)
    wanted = replace(
        spec,
        day=spec.day or meeting.local_date,
        start=spec.start or meeting.local_start,
        end=spec.end or _same_length(meeting, spec.start),
    )
    day, start, end = hours_of(wanted)
    starts_at = rules.in_utc(day, start, meeting.zone)
    if starts_at <= now:
        raise refuse("meetings-past", date=day, start=start)
    changes = _what_changes(meeting, wanted)
    if not changes:
        raise refuse("meetings-same", number=number)
    rescheduled = starts_at != meeting.starts_at
    before = {"date": meeting.local_date.isoformat(), "start": meeting.local_start.isoformat("minutes")}
    meeting.local_date, meeting.local_start, meeting.local_end = day, start, end
    meeting.starts_at, meeting.ends_at = starts_at, rules.end_in_utc(day, start, end, meeting.zone)
    meeting.place, meeting.dial_in = spec.place or meeting.place, spec.dial_in or meeting.dial_in
    tell = _tell_moved if rescheduled else _tell_changed
    told = await tell(session, house, meeting, changes, now)
    await noted(session, "meetings.moved", actor, meeting, now, people=told, before=before)
    roundtable = await roundtable_of(session, meeting)
    return Done(
        text("meetings-move-done", number=number, date=day, start=start, people=told),
        data_of(meeting, roundtable.name) | {"people": told},
    )


def _same_length(meeting: Meeting, start: dt.time | None) -> dt.time:
    """Only the start was given: the meeting keeps its length."""
    if start is None:
        return meeting.local_end
    base = dt.date.min
    length = dt.datetime.combine(base, meeting.local_end) - dt.datetime.combine(base, meeting.local_start)
    return (dt.datetime.combine(base, start) + length).time()


def _what_changes(meeting: Meeting, spec: MeetingSpec) -> list[Text]:
    changes = []
    if spec.day != meeting.local_date:
        changes.append(text("meetings-change-date", before=meeting.local_date))
    if (spec.start, spec.end) != (meeting.local_start, meeting.local_end):
        changes.append(text("meetings-change-hours", before=meeting.local_start, until=meeting.local_end))
    if spec.place and spec.place != meeting.place:
        changes.append(text("meetings-change-place", before=meeting.place or "-"))
    if spec.dial_in and spec.dial_in != meeting.dial_in:
        changes.append(text("meetings-change-dial-in"))
    return changes


async def _tell_moved(
    session: AsyncSession, house: House, meeting: Meeting, changes: list[Text], now: dt.datetime
) -> int:
    """Another day or hour: the answers given no longer hold, everyone is asked again, reminders are planned anew."""
    meeting.version += 1
    await _void_reminders(session, meeting, now)
    if meeting.state is not MeetingState.ANNOUNCED:
        return 0
    for attendance in await attendances_of(session, meeting.id):
        attendance.answer, attendance.answered_at = Answer.NONE, None
    await plan_reminders(session, house, meeting, now, first=False)
    roundtable = await roundtable_of(session, meeting)
    return await _tell_unanswered(session, house, meeting, roundtable.name, changes, now)


async def _tell_unanswered(
    session: AsyncSession, house: House, meeting: Meeting, roundtable: str, changes: list[Text], now: dt.datetime
) -> int:
    """Those who have not answered are asked; among them, who wants no reminder is only told."""
    audience, urgent = unanswered_of(meeting), Priority.URGENT
    words = said.moved_words(meeting, roundtable, changes)
    asked = await send_to_all(session, house, "reminder", audience, words, meeting, now, urgent)
    silent = replace(audience, stopped="reminders")
    words = said.moved_words(meeting, roundtable, changes, ask=False)
    return asked + await send_to_all(session, house, "notice", silent, words, meeting, now, urgent)


async def _tell_changed(
    session: AsyncSession, house: House, meeting: Meeting, changes: list[Text], now: dt.datetime
) -> int:
    """The same day and hour: answers hold, and the reminders still to come will say it as it is now."""
    await _stop_leaving(session, meeting, now)
    if meeting.state is not MeetingState.ANNOUNCED:
        return 0
    roundtable = await roundtable_of(session, meeting)
    asked = await _tell_unanswered(session, house, meeting, roundtable.name, changes, now)
    answered = answered_of(meeting, *(answer for answer in Answer if answer is not Answer.NONE))
    words = said.changed_words(meeting, roundtable.name, changes)
    return asked + await send_to_all(session, house, "notice", answered, words, meeting, now, Priority.URGENT)


async def cancel_meeting(
    session: AsyncSession, house: House, actor: Actor, number: int, reason: str, *, now: dt.datetime
) -> Done:
    """Cancel it: its reminders and what waits of them stop, and everyone invited learns it, with the reason."""
    require(actor, Act.PLAN_MEETING)
    meeting = await meeting_for(session, house, actor, Act.PLAN_MEETING, number)
    if not rules.may_become(meeting.state.value, MeetingState.CANCELLED.value):
        raise refuse("meetings-over", number=number)
    if not reason.strip():
        raise refuse("meetings-no-reason", number=number)
    was_announced = meeting.state is MeetingState.ANNOUNCED
    meeting.state, meeting.cancelled_reason = MeetingState.CANCELLED, reason.strip()
    await _void_reminders(session, meeting, now)
    roundtable = await roundtable_of(session, meeting)
    told = 0
    if was_announced:
        words = said.cancelled_words(meeting, roundtable.name)
        audience = Audience(roundtable_id=meeting.roundtable_id)
        told = await send_to_all(session, house, "notice", audience, words, meeting, now, Priority.URGENT)
    await noted(session, "meetings.cancelled", actor, meeting, now, people=told)
    return Done(
        text("meetings-cancel-done", number=number, people=told), data_of(meeting, roundtable.name) | {"people": told}
    )


async def _void_reminders(session: AsyncSession, meeting: Meeting, now: dt.datetime) -> None:
    """Reminders of the old date neither leave nor wait: not in the plan, not in the outbox."""
    await session.execute(
        update(Reminder)
        .where(Reminder.meeting_id == meeting.id, Reminder.state == "planned")
        .values(state="cancelled", done_at=now)
    )
    await _stop_leaving(session, meeting, now)


async def _stop_leaving(session: AsyncSession, meeting: Meeting, now: dt.datetime) -> None:
    """What still waits in the outbox says what is no longer true."""
    live = await session.scalars(
        select(Broadcast).where(
            Broadcast.kind == "reminder",
            Broadcast.state.in_([BroadcastState.SCHEDULED, BroadcastState.SENDING, BroadcastState.PAUSED]),
        )
    )
    for broadcast in live:
        if meeting.id in (broadcast.audience.get("unanswered_meeting_id"), broadcast.audience.get("meeting_id")):
            await outbox.cancel(session, broadcast.id, now, reason="moved")
