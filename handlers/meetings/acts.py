"""What coordinators do with meetings: plan, announce, move, cancel, note who came, send the plain minutes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlalchemy import select, update

from db.audience import Audience
from db.deliveries import Broadcast, BroadcastState, Priority
from db.journal import write_entry
from db.meetings import rules
from db.meetings.questions import (
    agenda_of,
    attendance_made,
    attendances_of,
    meetings_on,
    people_absent,
    people_invited,
    roundtable_of,
)
from db.meetings.tables import AgendaPoint, Answer, Meeting, MeetingState, Presence, Reminder
from db.organisations import roundtable_made, roundtable_named
from db.outbox import broadcasts as outbox
from db.session import AsyncSession
from handlers import broadcasts
from handlers.access import Act, Actor, Done, refuse, require
from handlers.meetings import words as said
from handlers.meetings.spec import MeetingSpec, PointSpec
from handlers.turn import House
from messages import Outgoing, Text, text

LONGEST_MINUTES = 1500


async def add_meeting(
    session: AsyncSession, house: House, actor: Actor, spec: MeetingSpec, *, now: dt.datetime
) -> Done:
    """Plan a meeting, as a draft. What it lacks before it can be announced is said at once."""
    require(actor, Act.PLAN_MEETING)
    day, start, end = _hours(spec)
    zone = house.zone.key
    starts_at, ends_at = rules.in_utc(day, start, zone), rules.end_in_utc(day, start, end, zone)
    if starts_at <= now:
        raise refuse("meetings-past", date=day, start=start)
    if not spec.roundtable.strip():
        raise refuse("meetings-no-roundtable")
    roundtable = await roundtable_made(session, house.organisation_id, spec.roundtable)
    clashes = await meetings_on(session, house.organisation_id, day)
    meeting = Meeting(
        organisation_id=house.organisation_id,
        roundtable_id=roundtable.id,
        state=MeetingState.DRAFT,
        local_date=day,
        local_start=start,
        local_end=end,
        zone=zone,
        starts_at=starts_at,
        ends_at=ends_at,
        place=spec.place,
        dial_in=spec.dial_in,
        access=spec.access,
        meal_served=spec.meal_served,
        carrier=spec.carrier,
        answer_by=spec.answer_by,
        version=1,
        created_by=actor.person_id,
        created_at=now,
    )
    session.add(meeting)
    await session.flush()
    for number, point in enumerate(spec.points, 1):
        session.add(_point(meeting, number, point))
    await session.flush()
    await _noted(session, "meetings.planned", actor, meeting, now)
    data = _data(meeting, roundtable.name) | {"clashes": [m.id for m in clashes]}
    args = {"number": meeting.id, "roundtable": roundtable.name, "date": day, "start": start}
    if clashes:
        return Done(text("meetings-planned-clash", others=", ".join(str(m.id) for m in clashes), **args), data)
    return Done(text("meetings-planned", **args), data)


def _hours(spec: MeetingSpec) -> tuple[dt.date, dt.time, dt.time]:
    if spec.day is None:
        raise refuse("meetings-unreadable-date", words="-")
    if spec.start is None or spec.end is None:
        raise refuse("meetings-no-hours")
    if spec.end <= spec.start:
        raise refuse("meetings-ends-before", start=spec.start, end=spec.end)
    return spec.day, spec.start, spec.end


def _point(meeting: Meeting, number: int, spec: PointSpec) -> AgendaPoint:
    return AgendaPoint(meeting_id=meeting.id, number=number, title=spec.title, plain=spec.plain, changes=spec.changes)


async def write_point(
    session: AsyncSession, house: House, actor: Actor, number: int, point: int, spec: PointSpec, *, now: dt.datetime
) -> Done:
    """Write or rewrite one agenda point: title, one plain sentence, what it changes for you."""
    require(actor, Act.PLAN_MEETING)
    meeting = await meeting_of(session, house, number)
    row = await session.scalar(
        select(AgendaPoint).where(AgendaPoint.meeting_id == meeting.id, AgendaPoint.number == point)
    )
    if row is None:
        row = _point(meeting, point, spec)
        session.add(row)
    else:
        row.title, row.plain, row.changes = spec.title or row.title, spec.plain, spec.changes
    await session.flush()
    await _noted(session, "meetings.point_written", actor, meeting, now, point=point)
    return Done(text("meetings-point-written", number=meeting.id, point=point), {"meeting": meeting.id, "point": point})


async def announce_meeting(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """From draft to announced: its reminders are planned. When the first one's day is past, it leaves now."""
    require(actor, Act.PLAN_MEETING)
    meeting = await meeting_of(session, house, number)
    if not rules.may_become(meeting.state.value, MeetingState.ANNOUNCED.value):
        raise refuse("meetings-not-draft", number=number)
    if meeting.starts_at <= now:
        raise refuse("meetings-past", date=meeting.local_date, start=meeting.local_start)
    points = await agenda_of(session, meeting.id)
    _refuse_if_lacking(meeting, points)
    meeting.state, meeting.announced_at = MeetingState.ANNOUNCED, now
    planned = await _plan_reminders(session, house, meeting, now, first=True)
    invited = await people_invited(session, meeting)
    await _noted(session, "meetings.announced", actor, meeting, now, people=len(invited), reminders=planned)
    roundtable = await roundtable_of(session, meeting)
    window = rules.comments_open(meeting.carrier, meeting.answer_by)
    args = {"number": number, "people": len(invited), "reminders": planned, "date": meeting.local_date}
    return Done(
        text("meetings-announced" if window else "meetings-announced-no-comments", **args),
        _data(meeting, roundtable.name) | {"people": len(invited), "reminders": planned},
    )


def _refuse_if_lacking(meeting: Meeting, points: list[AgendaPoint]) -> None:
    lacking = rules.missing_before_announcing([rules.Point(p.number, p.plain, p.changes) for p in points])
    if not lacking:
        return
    number, what = lacking[0]
    if what == "points":
        raise refuse("meetings-no-agenda", number=meeting.id)
    raise refuse(f"meetings-lacks-{what}", number=meeting.id, point=number)


async def _plan_reminders(
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


async def move_meeting(
    session: AsyncSession, house: House, actor: Actor, number: int, spec: MeetingSpec, *, now: dt.datetime
) -> Done:
    """Change its day, hours, place or number to phone: those concerned learn what changed and are asked again."""
    require(actor, Act.PLAN_MEETING)
    meeting = await meeting_of(session, house, number)
    if meeting.state not in (MeetingState.DRAFT, MeetingState.ANNOUNCED):
        raise refuse("meetings-over", number=number)
    wanted = replace(
        spec,
        day=spec.day or meeting.local_date,
        start=spec.start or meeting.local_start,
        end=spec.end or _same_length(meeting, spec.start),
    )
    day, start, end = _hours(wanted)
    starts_at = rules.in_utc(day, start, meeting.zone)
    if starts_at <= now:
        raise refuse("meetings-past", date=day, start=start)
    changes = _what_changes(meeting, wanted)
    if not changes:
        raise refuse("meetings-same", number=number)
    hour_changed = starts_at != meeting.starts_at
    before = {"date": meeting.local_date.isoformat(), "start": meeting.local_start.isoformat("minutes")}
    meeting.local_date, meeting.local_start, meeting.local_end = day, start, end
    meeting.starts_at, meeting.ends_at = starts_at, rules.end_in_utc(day, start, end, meeting.zone)
    meeting.place, meeting.dial_in = spec.place or meeting.place, spec.dial_in or meeting.dial_in
    meeting.version += 1
    told = await _tell_moved(session, house, meeting, changes, now, ask_again=hour_changed)
    await _noted(session, "meetings.moved", actor, meeting, now, people=told, before=before)
    roundtable = await roundtable_of(session, meeting)
    return Done(
        text("meetings-move-done", number=number, date=day, start=start, people=told),
        _data(meeting, roundtable.name) | {"people": told},
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
        changes.append(text("meetings-change-hours", before=meeting.local_start))
    if spec.place and spec.place != meeting.place:
        changes.append(text("meetings-change-place", before=meeting.place or "-"))
    if spec.dial_in and spec.dial_in != meeting.dial_in:
        changes.append(text("meetings-change-dial-in"))
    return changes


async def _tell_moved(
    session: AsyncSession, house: House, meeting: Meeting, changes: list[Text], now: dt.datetime, *, ask_again: bool
) -> int:
    await _void_reminders(session, meeting, now)
    if meeting.state is not MeetingState.ANNOUNCED:
        return 0
    if ask_again:
        for attendance in await attendances_of(session, meeting.id):
            attendance.answer, attendance.answered_at = Answer.NONE, None
    await _plan_reminders(session, house, meeting, now, first=False)
    roundtable = await roundtable_of(session, meeting)
    words = said.moved_words(meeting, roundtable.name, changes)
    audience = Audience(roundtable_id=meeting.roundtable_id, unanswered_meeting_id=meeting.id)
    if not ask_again:
        audience = Audience(roundtable_id=meeting.roundtable_id)
    return await _send(session, house, "reminder", audience, words, meeting, now, Priority.URGENT)


async def cancel_meeting(
    session: AsyncSession, house: House, actor: Actor, number: int, reason: str, *, now: dt.datetime
) -> Done:
    """Cancel it: its reminders and what waits of them stop, and everyone invited learns it, with the reason."""
    require(actor, Act.PLAN_MEETING)
    meeting = await meeting_of(session, house, number)
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
        told = await _send(session, house, "notice", audience, words, meeting, now, Priority.URGENT)
    await _noted(session, "meetings.cancelled", actor, meeting, now, people=told)
    return Done(
        text("meetings-cancel-done", number=number, people=told), _data(meeting, roundtable.name) | {"people": told}
    )


async def _void_reminders(session: AsyncSession, meeting: Meeting, now: dt.datetime) -> None:
    """Reminders of the old date neither leave nor wait: not in the plan, not in the outbox."""
    await session.execute(
        update(Reminder)
        .where(Reminder.meeting_id == meeting.id, Reminder.state == "planned")
        .values(state="cancelled", done_at=now)
    )
    live = await session.scalars(
        select(Broadcast).where(
            Broadcast.kind == "reminder", Broadcast.state.in_([BroadcastState.SCHEDULED, BroadcastState.SENDING])
        )
    )
    for broadcast in live:
        if meeting.id in (broadcast.audience.get("unanswered_meeting_id"), broadcast.audience.get("meeting_id")):
            await outbox.cancel(session, broadcast.id, now, reason="moved")


async def note_presence(
    session: AsyncSession,
    house: House,
    actor: Actor,
    number: int,
    people: dict[int, Presence],
    *,
    now: dt.datetime,
) -> Done:
    """Who came, and how: by person id."""
    require(actor, Act.NOTE_PRESENCE)
    meeting = await meeting_of(session, house, number)
    if meeting.starts_at > now:
        raise refuse("meetings-not-yet", number=number)
    for person_id, presence in people.items():
        row = await attendance_made(session, meeting.id, person_id)
        row.presence = presence
    await _noted(session, "meetings.presence", actor, meeting, now, people=len(people))
    return Done(
        text("meetings-presence-noted", number=number, people=len(people)),
        {"meeting": number, "people": len(people)},
    )


async def send_minutes(
    session: AsyncSession, house: House, actor: Actor, number: int, minutes: str, *, now: dt.datetime
) -> Done:
    """Keep the plain minutes and send them to everyone who was absent."""
    require(actor, Act.SEND_MINUTES)
    meeting = await meeting_of(session, house, number)
    minutes = minutes.strip()
    if not minutes:
        raise refuse("meetings-no-minutes", number=number)
    if len(minutes) > LONGEST_MINUTES:
        raise refuse("meetings-minutes-too-long", length=len(minutes), longest=LONGEST_MINUTES)
    if meeting.ends_at > now:
        raise refuse("meetings-not-yet", number=number)
    if meeting.minutes_sent_at is not None:
        raise refuse("meetings-minutes-already", number=number)
    meeting.minutes, meeting.minutes_sent_at, meeting.state = minutes, now, MeetingState.CLOSED
    absent = await people_absent(session, meeting)
    for person in absent:
        (await attendance_made(session, meeting.id, person.id)).minutes_sent_at = now
    roundtable = await roundtable_of(session, meeting)
    told = 0
    if absent:
        outgoing = Outgoing(
            text("meetings-minutes", roundtable=roundtable.name, date=meeting.local_date, minutes=minutes)
        )
        audience = Audience(person_ids=tuple(p.id for p in absent))
        told = await _send(
            session, house, "notice", audience, broadcasts.same_words(outgoing), meeting, now, Priority.NORMAL
        )
    await _noted(session, "meetings.minutes_sent", actor, meeting, now, people=told)
    return Done(text("meetings-minutes-sent", number=number, people=told), {"meeting": number, "people": told})


async def _send(
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


async def send_reminder(
    session: AsyncSession, house: House, meeting: Meeting, audience: Audience, words: broadcasts.Words, now: dt.datetime
) -> int:
    """One planned reminder, as a broadcast that is of no use once the meeting has begun."""
    return await _send(session, house, "reminder", audience, words, meeting, now, Priority.NORMAL)


async def meeting_of(session: AsyncSession, house: House, number: int) -> Meeting:
    meeting = await session.get(Meeting, number)
    if meeting is None or meeting.organisation_id != house.organisation_id:
        raise refuse("meetings-no-such", number=number)
    return meeting


async def list_meetings(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Done:
    require(actor, Act.PLAN_MEETING)
    rows = list(
        await session.scalars(
            select(Meeting)
            .where(Meeting.organisation_id == house.organisation_id, Meeting.ends_at > now - dt.timedelta(days=60))
            .order_by(Meeting.starts_at)
        )
    )
    if not rows:
        return Done(text("meetings-none"), {"meetings": []})
    lines, data = [], []
    for meeting in rows:
        roundtable = await roundtable_of(session, meeting)
        answers = [a.answer for a in await attendances_of(session, meeting.id)]
        lines.append(
            text(
                "meetings-line",
                number=meeting.id,
                roundtable=roundtable.name,
                state=text(f"meetings-state-{meeting.state.value}"),
                coming=answers.count(Answer.COMING),
                absent=answers.count(Answer.ABSENT),
                date=meeting.local_date,
                start=meeting.local_start,
            )
        )
        data.append(_data(meeting, roundtable.name))
    return Done(text("meetings-list", lines=lines), {"meetings": data})


async def known_roundtable(session: AsyncSession, house: House, name: str) -> bool:
    return await roundtable_named(session, house.organisation_id, name) is not None


async def _noted(
    session: AsyncSession, act: str, actor: Actor, meeting: Meeting, now: dt.datetime, **details: object
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


def _data(meeting: Meeting, roundtable: str) -> dict[str, object]:
    return {
        "meeting": meeting.id,
        "roundtable": roundtable,
        "state": meeting.state.value,
        "date": meeting.local_date.isoformat(),
        "start": meeting.local_start.isoformat("minutes"),
        "end": meeting.local_end.isoformat("minutes"),
        "starts_at": meeting.starts_at.isoformat(),
    }
