"""What the acts on meetings share: finding one, its hours, its reminders, writing to everyone invited."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.audience import Audience
from db.deliveries import Priority
from db.journal import write_entry
from db.meetings import rules
from db.meetings.questions import roundtable_of
from db.meetings.tables import Answer, Meeting, Reminder
from db.session import AsyncSession
from handlers import broadcasts
from handlers.access import Act, Actor, refuse, require
from handlers.meetings.spec import MeetingSpec
from handlers.turn import House


async def meeting_of(session: AsyncSession, house: House, number: int) -> Meeting:
    meeting = await session.get(Meeting, number)
    if meeting is None or meeting.organisation_id != house.organisation_id:
        raise refuse("meetings-no-such", number=number)
    return meeting


async def meeting_for(session: AsyncSession, house: House, actor: Actor, act: Act, number: int) -> Meeting:
    """The meeting, if this actor may do this act in its roundtable's territory."""
    meeting = await meeting_of(session, house, number)
    require(actor, act, territory=(await roundtable_of(session, meeting)).territory)
    return meeting


def hours_of(spec: MeetingSpec) -> tuple[dt.date, dt.time, dt.time]:
    if spec.day is None:
        raise refuse("meetings-unreadable-date", words="-")
    if spec.start is None or spec.end is None:
        raise refuse("meetings-no-hours")
    if spec.end <= spec.start:
        raise refuse("meetings-ends-before", start=spec.start, end=spec.end)
    return spec.day, spec.start, spec.end


async def plan_reminders(
    session: AsyncSession, house: House, meeting: Meeting, now: dt.datetime, *, first: bool
) -> int:
    """Plan the reminders of this version; `first`: when the earliest one's hour is past, one leaves at once."""
    planned = rules.reminders(meeting.local_date, meeting.zone, house.reminder_days, now, meeting.starts_at)
    days = {p.days_before for p in planned}
    if first and max(house.reminder_days) not in days:
        left = (meeting.local_date - house.today(now)).days
        if left not in days:
            planned.insert(0, rules.Planned(left, now))
    for plan in planned:
        session.add(
            Reminder(meeting_id=meeting.id, version=meeting.version, days_before=plan.days_before, due_at=plan.due_at)
        )
    await session.flush()
    return len(planned)


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


async def send_to_all(
    session: AsyncSession,
    house: House,
    kind: str,
    audience: Audience,
    words: broadcasts.Words,
    meeting: Meeting,
    now: dt.datetime,
    priority: Priority,
) -> int:
    late = meeting.starts_at if kind == "reminder" or meeting.starts_at > now else now + dt.timedelta(days=3)
    broadcast = await broadcasts.new_broadcast(
        session, house, kind, audience, words, now=now, not_after=late, priority=priority
    )
    return await broadcasts.send_now(session, house, broadcast, now)


async def noted(
    session: AsyncSession, act: str, actor: Actor, meeting: Meeting, now: dt.datetime, **details: Any
) -> None:
    await write_entry(
        session,
        act,
        now=now,
        actor=actor.signature,
        thing="meeting",
        thing_id=meeting.id,
        channel=actor.via,
        **details,
    )


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
