"""Planning a meeting: a draft, its agenda, then its announcement."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from db.meetings import rules
from db.meetings.questions import (
    agenda_of,
    attendances_of,
    meetings_on,
    people_invited,
    roundtable_of,
    roundtables_with_people,
)
from db.meetings.tables import AgendaPoint, Answer, Meeting, MeetingState
from db.organisations import Roundtable, roundtable_made
from db.session import AsyncSession
from handlers.access import Act, Actor, Done, refuse, require
from handlers.meetings.ground import data_of, hours_of, meeting_for, noted, plan_reminders
from handlers.meetings.spec import MeetingSpec, PointSpec
from handlers.turn import House
from messages import text


async def add_meeting(
    session: AsyncSession, house: House, actor: Actor, spec: MeetingSpec, *, now: dt.datetime
) -> Done:
    """Plan a meeting, as a draft. What it lacks before it can be announced is said at once."""
    require(actor, Act.PLAN_MEETING)
    day, start, end = hours_of(spec)
    zone = house.zone.key
    starts_at, ends_at = rules.in_utc(day, start, zone), rules.end_in_utc(day, start, end, zone)
    if starts_at <= now:
        raise refuse("meetings-past", date=day, start=start)
    if not spec.roundtable.strip():
        raise refuse("meetings-no-roundtable")
    roundtable = await roundtable_made(session, house.organisation_id, spec.roundtable, actor.scope)
    require(actor, Act.PLAN_MEETING, territory=roundtable.territory)
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
        session.add(point_of(meeting, number, point))
    await session.flush()
    await noted(session, "meetings.planned", actor, meeting, now)
    data = data_of(meeting, roundtable.name) | {"clashes": [m.id for m in clashes]}
    args = {"number": meeting.id, "roundtable": roundtable.name, "date": day, "start": start}
    if not await people_invited(session, meeting):
        known = await roundtables_with_people(session, house.organisation_id)
        return Done(text("meetings-planned-nobody", known=", ".join(known) or "-", **args), data)
    if clashes:
        return Done(text("meetings-planned-clash", others=", ".join(str(m.id) for m in clashes), **args), data)
    return Done(text("meetings-planned", **args), data)


def point_of(meeting: Meeting, number: int, spec: PointSpec) -> AgendaPoint:
    return AgendaPoint(meeting_id=meeting.id, number=number, title=spec.title, plain=spec.plain, changes=spec.changes)


async def write_point(
    session: AsyncSession, house: House, actor: Actor, number: int, point: int, spec: PointSpec, *, now: dt.datetime
) -> Done:
    """Write or rewrite one agenda point: title, one plain sentence, what it changes for you; what is not given stays.

    Once the meeting is announced, no point lacks any of them.
    """
    require(actor, Act.PLAN_MEETING)
    meeting = await meeting_for(session, house, actor, Act.PLAN_MEETING, number)
    points = await agenda_of(session, meeting.id)
    row = next((one for one in points if one.number == point), None)
    if row is None and point != len(points) + 1:
        raise refuse("meetings-point-gap", number=number, points=len(points), next=len(points) + 1)
    plain, changes = spec.plain or (row.plain if row else ""), spec.changes or (row.changes if row else "")
    if meeting.state is MeetingState.ANNOUNCED:
        _refuse_if_lacking(meeting, [rules.Point(point, plain, changes)])
    if row is None:
        session.add(point_of(meeting, point, spec))
    else:
        row.title, row.plain, row.changes = spec.title or row.title, plain, changes
    await session.flush()
    await noted(session, "meetings.point_written", actor, meeting, now, point=point)
    return Done(text("meetings-point-written", number=meeting.id, point=point), {"meeting": meeting.id, "point": point})


async def announce_meeting(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """From draft to announced: its reminders are planned. When the first one's day is past, it leaves now."""
    require(actor, Act.PLAN_MEETING)
    meeting = await meeting_for(session, house, actor, Act.PLAN_MEETING, number)
    if not rules.may_become(meeting.state.value, MeetingState.ANNOUNCED.value):
        raise refuse("meetings-not-draft", number=number)
    if meeting.starts_at <= now:
        raise refuse("meetings-past", date=meeting.local_date, start=meeting.local_start)
    points = await agenda_of(session, meeting.id)
    _refuse_if_lacking(meeting, [rules.Point(p.number, p.plain, p.changes) for p in points])
    meeting.state, meeting.announced_at = MeetingState.ANNOUNCED, now
    planned = await plan_reminders(session, house, meeting, now, first=True)
    invited = await people_invited(session, meeting)
    await noted(session, "meetings.announced", actor, meeting, now, people=len(invited), reminders=planned)
    roundtable = await roundtable_of(session, meeting)
    window = rules.comments_open(meeting.carrier, meeting.answer_by)
    args = {"number": number, "people": len(invited), "reminders": planned, "date": meeting.local_date}
    return Done(
        text("meetings-announced" if window else "meetings-announced-no-comments", **args),
        data_of(meeting, roundtable.name) | {"people": len(invited), "reminders": planned},
    )


def _refuse_if_lacking(meeting: Meeting, points: list[rules.Point]) -> None:
    lacking = rules.missing_before_announcing(points)
    if not lacking:
        return
    number, what = lacking[0]
    if what == "points":
        raise refuse("meetings-no-agenda", number=meeting.id)
    raise refuse(f"meetings-lacks-{what}", number=meeting.id, point=number)


async def list_meetings(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Done:
    require(actor, Act.PLAN_MEETING)
    wanted = select(Meeting).where(
        Meeting.organisation_id == house.organisation_id, Meeting.ends_at > now - dt.timedelta(days=60)
    )
    if actor.scope:
        here = func.lower(Roundtable.territory).in_(["", actor.scope.lower()])
        wanted = wanted.join(Roundtable, Roundtable.id == Meeting.roundtable_id).where(here)
    rows = list(await session.scalars(wanted.order_by(Meeting.starts_at)))
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
        data.append(data_of(meeting, roundtable.name))
    return Done(text("meetings-list", lines=lines), {"meetings": data})
