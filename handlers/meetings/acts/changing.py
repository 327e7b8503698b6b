"""Moving or cancelling a meeting: those concerned learn what changed, and the reminders are planned again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from sqlalchemy import or_, select, update

from db import message_kinds
from db.audience import ids_meant
from db.deliveries import Broadcast, BroadcastState, Priority
from db.meetings import rules
from db.meetings.questions import (
    agenda_of,
    attendances_of,
    roundtable_of,
    was_spoken_of,
)
from db.meetings.tables import Answer, Meeting, MeetingState, Reminder
from db.outbox import broadcasts as outbox
from handlers.act import Field, Writes, act_on
from handlers.acting import Acting, ActResult, Doubtful, Refused, refuse
from handlers.broadcasts import Words
from handlers.meetings import words as said
from handlers.meetings.lookups import (
    answered_of,
    data_of,
    first_is_past,
    hours_of,
    plan_reminders,
    send_to_all,
    told_of,
    unanswered_of,
)
from handlers.meetings.spec import MeetingSpec
from handlers.own_words import language_of
from handlers.things import MEETING
from messages import Text, text

# What a later change makes untrue while it waits. Each says the meeting whole, so the last one is enough.
NEWS_OF_A_CHANGE = ("moved", "changed", "back")


@act_on(
    MEETING,
    "meetings.move",
    entry="meetings.moved",
    writes=Writes.SEVERAL,
    undone_by="meetings.move",
    twin="meeting move",
)
async def move_meeting(acting: Acting, meeting: Meeting, spec: MeetingSpec) -> ActResult:
    """Another day, hour, place or number to phone: those concerned learn what changed and are asked again."""
    if meeting.state not in (MeetingState.DRAFT, MeetingState.ANNOUNCED):
        raise refuse("meetings-over", number=meeting.id)
    wanted = replace(
        spec,
        day=spec.day or meeting.local_date,
        start=spec.start or meeting.local_start,
        end=spec.end or _same_length(meeting, spec.start),
    )
    day, start, end = hours_of(wanted)
    starts_at = rules.in_utc(day, start, meeting.zone)
    if starts_at <= acting.now:
        raise refuse("meetings-past", date=day, start=start)
    promised = _promised(meeting, wanted, day)
    changes = _what_changes(meeting, wanted)
    if not changes and (promised, spec.carrier or meeting.carrier) == (meeting.answer_by, meeting.carrier):
        raise refuse("meetings-same", number=meeting.id)
    meeting.answer_by, meeting.carrier = promised, spec.carrier or meeting.carrier
    if not changes:
        roundtable = await roundtable_of(acting.session, meeting)
        return ActResult(text("meetings-answer-changed", number=meeting.id), data_of(meeting, roundtable.name))
    rescheduled = starts_at != meeting.starts_at
    before = {"date": meeting.local_date.isoformat(), "start": meeting.local_start.isoformat("minutes")}
    meeting.local_date, meeting.local_start, meeting.local_end = day, start, end
    meeting.starts_at, meeting.ends_at = starts_at, rules.end_in_utc(day, start, end, meeting.zone)
    meeting.place, meeting.dial_in = spec.place or meeting.place, spec.dial_in or meeting.dial_in
    tell = _tell_moved if rescheduled else _tell_changed
    told = await tell(acting, meeting, changes)
    roundtable = await roundtable_of(acting.session, meeting)
    return ActResult(
        text("meetings-move-done", number=meeting.id, date=day, start=start, people=told),
        data_of(meeting, roundtable.name) | {"people": told},
        noted={"people": told, "before": before},
    )


def _promised(meeting: Meeting, spec: MeetingSpec, day: dt.date) -> dt.date | None:
    """The day of the promised answer; asked for when the meeting now comes after it."""
    promised = spec.answer_by or meeting.answer_by
    if promised is None or promised >= day:
        return promised
    reason = text("meetings-answer-before", date=promised, meeting=day)
    if spec.answer_by is not None:
        raise Refused(reason)
    raise Doubtful(reason, "", rewritten=lambda answer: f"\nreponse: {answer}")


def _same_length(meeting: Meeting, start: dt.time | None) -> dt.time:
    """Only the start was given: the meeting keeps its length."""
    if start is None:
        return meeting.local_end
    base = dt.date.min
    length = dt.datetime.combine(base, meeting.local_end) - dt.datetime.combine(base, meeting.local_start)
    return (dt.datetime.combine(base, start) + length).time()


def _what_changes(meeting: Meeting, spec: MeetingSpec) -> list[Text]:
    changes = []
    other_hours = (spec.start, spec.end) != (meeting.local_start, meeting.local_end)
    if spec.day != meeting.local_date and other_hours:
        hours = {"start": meeting.local_start, "until": meeting.local_end}
        changes.append(text("meetings-change-date-and-hours", before=meeting.local_date, **hours))
    elif spec.day != meeting.local_date:
        changes.append(text("meetings-change-date", before=meeting.local_date))
    elif other_hours:
        changes.append(text("meetings-change-hours", before=meeting.local_start, until=meeting.local_end))
    if spec.place and spec.place != meeting.place:
        changes.append(text("meetings-change-place", before=meeting.place or "-"))
    if spec.dial_in and spec.dial_in != meeting.dial_in:
        changes.append(text("meetings-change-dial-in"))
    return changes


async def _tell_moved(acting: Acting, meeting: Meeting, changes: list[Text]) -> int:
    """Another day or hour: the answers given no longer hold, who knew of it is asked again, reminders are planned anew.

    Whoever heard nothing yet has nothing to unlearn: the first reminder is their first word, now when its day is past.
    """
    meeting.version += 1
    await _void_reminders(acting, meeting)
    if meeting.state is not MeetingState.ANNOUNCED:
        return 0
    told = await ids_meant(acting.session, acting.organisation_id, told_of(meeting))
    for attendance in await attendances_of(acting.session, meeting.id):
        attendance.answer, attendance.answered_at = Answer.NONE, None
    await plan_reminders(acting, meeting, first=False)
    roundtable = await roundtable_of(acting.session, meeting)
    asked = await tell_unanswered(acting, meeting, told, _moved(meeting, roundtable.name, changes))
    return asked + await first_word(acting, meeting, roundtable.name)


async def first_word(acting: Acting, meeting: Meeting, roundtable: str) -> int:
    """The reminder, whole, to those who heard nothing yet and whose first one would have left by now."""
    if not first_is_past(acting, meeting):
        return 0
    words = said.reminder_words(acting.installation, meeting, roundtable, await agenda_of(acting.session, meeting.id))
    still = select(Reminder.id).where(Reminder.meeting_id == meeting.id, Reminder.state == "planned").limit(1)
    spare = await acting.session.scalar(still) is not None  # who asked for fewer messages has the last one alone
    untold = replace(unanswered_of(meeting, spare_less=spare), untold_meeting_id=meeting.id)
    return await send_to_all(acting, message_kinds.REMINDER, untold, words, meeting, Priority.URGENT)


async def tell_unanswered(
    acting: Acting,
    meeting: Meeting,
    told: tuple[int, ...],
    words: Callable[[bool], Words],
    purpose: str = "moved",
) -> int:
    """Those who knew and have not answered are asked; who wants no reminder is told, once it was spoken of at all.

    `words`: the news, with its question or without.
    """
    audience, urgent, asked = unanswered_of(meeting), Priority.URGENT, 0
    if told:
        knew = replace(audience, person_ids=told)
        asked = await send_to_all(acting, message_kinds.REMINDER, knew, words(True), meeting, urgent, purpose=purpose)
    if not told and not await was_spoken_of(acting.session, meeting.id):
        return asked
    silent = replace(audience, stopped="reminders")
    return asked + await send_to_all(
        acting, message_kinds.NOTICE, silent, words(False), meeting, urgent, purpose=purpose
    )


def _moved(meeting: Meeting, roundtable: str, changes: list[Text]) -> Callable[[bool], Words]:
    return lambda ask: said.moved_words(meeting, roundtable, changes, ask=ask)


async def _tell_changed(acting: Acting, meeting: Meeting, changes: list[Text]) -> int:
    """The same day and hour: answers hold, and the reminders still to come will say it as it is now."""
    await stop_leaving(acting, meeting)
    if meeting.state is not MeetingState.ANNOUNCED:
        return 0
    roundtable = await roundtable_of(acting.session, meeting)
    told = await ids_meant(acting.session, acting.organisation_id, told_of(meeting))
    asked = await tell_unanswered(acting, meeting, told, _moved(meeting, roundtable.name, changes))
    asked += await first_word(acting, meeting, roundtable.name)
    answered = answered_of(meeting, *(answer for answer in Answer if answer is not Answer.NONE))
    words = said.changed_words(meeting, roundtable.name, changes)
    return asked + await send_to_all(
        acting, message_kinds.NOTICE, answered, words, meeting, Priority.URGENT, purpose="changed"
    )


@act_on(
    MEETING,
    "meetings.cancel",
    entry="meetings.cancelled",
    writes=Writes.SEVERAL,
    undone_by="meetings.restore",
    twin="meeting cancel",
    asks_first=True,
)
async def cancel_meeting(
    acting: Acting, meeting: Meeting, reason: Annotated[str, Field("Said to everyone who was told of it.", "--reason")]
) -> ActResult:
    """Its reminders and what waits of them stop, and those who were told of it learn why."""
    if not rules.may_become(meeting.state.value, MeetingState.CANCELLED.value):
        raise refuse("meetings-over", number=meeting.id)
    if not reason.strip():
        raise refuse("meetings-no-reason", number=meeting.id)
    was_announced = meeting.state is MeetingState.ANNOUNCED
    meeting.state, meeting.cancelled_reason = MeetingState.CANCELLED, reason.strip()
    await _void_reminders(acting, meeting)
    roundtable = await roundtable_of(acting.session, meeting)
    told = 0
    if was_announced:
        words = said.cancelled_words(meeting, roundtable.name)
        told = await send_to_all(
            acting,
            message_kinds.NOTICE,
            told_of(meeting),
            words,
            meeting,
            Priority.URGENT,
            purpose="cancelled",
            written_in=(await language_of(acting),),
        )
    data = data_of(meeting, roundtable.name) | {"people": told}
    return ActResult(text("meetings-cancel-done", number=meeting.id, people=told), data, noted={"people": told})


async def _void_reminders(acting: Acting, meeting: Meeting) -> None:
    """Reminders of the old date neither leave nor wait: not in the plan, not in the outbox."""
    await acting.session.execute(
        update(Reminder)
        .where(Reminder.meeting_id == meeting.id, Reminder.state == "planned")
        .values(state="cancelled", done_at=acting.now)
    )
    await stop_leaving(acting, meeting)


async def stop_leaving(acting: Acting, meeting: Meeting, *purposes: str) -> None:
    """What still waits in the outbox says what is no longer true. `purposes`: news besides those of a change."""
    live = await acting.session.scalars(
        select(Broadcast).where(
            or_(Broadcast.kind == "reminder", Broadcast.purpose.in_([*NEWS_OF_A_CHANGE, *purposes])),
            Broadcast.meeting_id == meeting.id,
            Broadcast.state.in_([BroadcastState.SCHEDULED, BroadcastState.SENDING, BroadcastState.PAUSED]),
        )
    )
    for broadcast in live:
        await outbox.cancel(acting.session, broadcast.id, acting.now, reason="moved")
