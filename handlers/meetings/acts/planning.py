"""Planning a meeting: a draft, its agenda, then its announcement."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from db import message_kinds
from db.meetings import rules
from db.meetings.invited import people_invited
from db.meetings.questions import (
    agenda_of,
    attendances_of,
    invite,
    meetings_on,
    roundtable_of,
    roundtables_with_people,
)
from db.meetings.tables import AgendaPoint, Answer, Meeting, MeetingState
from db.organisations import roundtable_made
from handlers import broadcasts
from handlers.act import Field, Writes, act, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.meetings.acts.steps import last_step
from handlers.meetings.lookups import (
    data_of,
    first_reminder,
    hours_of,
    plan_reminders,
    unanswered_of,
    why_none,
)
from handlers.meetings.spec import MeetingSpec, PointSpec, read_point
from handlers.meetings.words import reminder_words
from handlers.own_words import language_of
from handlers.places_meant import roundtable_meant
from handlers.things import MEETING, ROUNDTABLE
from messages import text
from messages.plain_french import advise

SHOWN_SINCE = dt.timedelta(days=60)


@act("meetings.add", entry="meetings.planned", makes=MEETING, undone_by="meetings.cancel", twin="meeting add")
async def add_meeting(acting: Acting, spec: MeetingSpec) -> ActResult:
    """A meeting, as a draft. What it lacks before it can be announced is said at once."""
    day, start, end = hours_of(spec)
    zone = acting.installation.zone.key
    starts_at, ends_at = rules.in_utc(day, start, zone), rules.end_in_utc(day, start, end, zone)
    if starts_at <= acting.now:
        raise refuse("meetings-past", date=day, start=start)
    if spec.answer_by is not None and spec.answer_by < day:
        raise refuse("meetings-answer-before", date=spec.answer_by, meeting=day).about("answer_by")
    if not spec.roundtable.strip():
        raise refuse("meetings-no-roundtable")
    named = await roundtable_meant(acting, spec.roundtable)
    roundtable = await roundtable_made(acting.session, acting.organisation_id, named, acting.actor.scope)
    await ROUNDTABLE.check_scope(acting, roundtable)
    clashes = await meetings_on(acting.session, acting.organisation_id, day)
    meeting = Meeting(
        organisation_id=acting.organisation_id,
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
        created_by=acting.actor.person_id,
        created_at=acting.now,
    )
    acting.session.add(meeting)
    await acting.session.flush()
    step = await last_step(acting.session, roundtable.id)
    for number, point in enumerate(spec.points, 1):
        row = _point_of(meeting, number, point)
        row.step = step
        acting.session.add(row)
    await acting.session.flush()
    data = data_of(meeting, roundtable.name) | {"clashes": [m.id for m in clashes]}
    args = {"number": meeting.id, "roundtable": roundtable.name, "date": day, "start": start}
    if not await people_invited(acting.session, meeting):
        known = await roundtables_with_people(acting.session, acting.organisation_id)
        return ActResult(text("meetings-planned-nobody", known=", ".join(known) or "-", **args), data, made=meeting)
    if clashes:
        others = ", ".join(str(m.id) for m in clashes)
        return ActResult(text("meetings-planned-clash", others=others, **args), data, made=meeting)
    return ActResult(text("meetings-planned", **args), data, made=meeting)


def _point_spec(_acting: Acting, words: str) -> PointSpec:
    return read_point(words)


def _point_of(meeting: Meeting, number: int, spec: PointSpec) -> AgendaPoint:
    return AgendaPoint(meeting_id=meeting.id, number=number, title=spec.title, plain=spec.plain, changes=spec.changes)


@act_on(MEETING, "meetings.point", entry="meetings.point_written", undone_by="meetings.point", twin="meeting point")
async def write_point(
    acting: Acting,
    meeting: Meeting,
    point: Annotated[int, Field("Which point of the agenda.")],
    spec: Annotated[PointSpec, Field('"title | one plain sentence | what it changes for you"', read=_point_spec)],
) -> ActResult:
    """One agenda point: title, one plain sentence, what it changes for you; what is not given stays.

    Once the meeting is announced, no point lacks any of them.
    """
    points = await agenda_of(acting.session, meeting.id)
    row = next((one for one in points if one.number == point), None)
    if row is None and point != len(points) + 1:
        raise refuse("meetings-point-gap", number=meeting.id, points=len(points), next=len(points) + 1)
    plain, changes = spec.plain or (row.plain if row else ""), spec.changes or (row.changes if row else "")
    if meeting.state is MeetingState.ANNOUNCED:
        _refuse_if_lacking(meeting, [rules.Point(point, plain, changes)])
    if row is None:
        acting.session.add(_point_of(meeting, point, spec))
    else:
        row.title, row.plain, row.changes = spec.title or row.title, plain, changes
    data = {"meeting": meeting.id, "point": point}
    return ActResult(text("meetings-point-written", number=meeting.id, point=point), data, noted={"point": point})


@act_on(
    MEETING,
    "meetings.drop_point",
    entry="meetings.point_dropped",
    undone_by="meetings.point",
    twin="meeting drop-point",
)
async def drop_point(
    acting: Acting, meeting: Meeting, point: Annotated[int, Field("Which point of the agenda.")]
) -> ActResult:
    """A point taken off the agenda of a draft, those behind it move up. Of a meeting that people read of, none goes."""
    points = await agenda_of(acting.session, meeting.id)
    row = next((one for one in points if one.number == point), None)
    if row is None:
        raise refuse("meetings-no-such-point", number=meeting.id, point=point, points=len(points))
    if meeting.state is not MeetingState.DRAFT:
        raise refuse("meetings-point-read", number=meeting.id, point=point)
    await acting.session.delete(row)
    await acting.session.flush()
    for one in points:  # one at a time, the lowest first: two points never have the same number
        if one.number > point:
            one.number -= 1
            await acting.session.flush()
    data = {"meeting": meeting.id, "point": point}
    return ActResult(text("meetings-point-dropped", number=meeting.id, point=point), data, noted={"point": point})


@act_on(
    MEETING,
    "meetings.announce",
    entry="meetings.announced",
    writes=Writes.SEVERAL,
    undone_by="meetings.cancel",
    twin="meeting announce",
)
async def announce_meeting(acting: Acting, meeting: Meeting) -> ActResult:
    """From draft to announced: its reminders are planned. When the first one's day is past, it leaves now."""
    if not rules.may_become(meeting.state.value, MeetingState.ANNOUNCED.value):
        raise refuse("meetings-not-draft", number=meeting.id)
    if meeting.starts_at <= acting.now:
        raise refuse("meetings-past", date=meeting.local_date, start=meeting.local_start)
    points = await agenda_of(acting.session, meeting.id)
    _refuse_if_lacking(meeting, [rules.Point(p.number, p.plain, p.changes) for p in points])
    meeting.state, meeting.announced_at = MeetingState.ANNOUNCED, acting.now
    planned = await plan_reminders(acting, meeting, first=True)
    invited = await invite(acting.session, meeting)
    meeting.advice_left = _advice_left(acting, points)
    roundtable = await roundtable_of(acting.session, meeting)
    request = reminder_words(acting.installation, meeting, roundtable.name, points)
    written_in = (await language_of(acting),)  # the agenda, in the coordinator's own words
    await broadcasts.foresee(
        acting, message_kinds.REMINDER, unanswered_of(meeting), request, written_in=written_in, later=True
    )
    window = rules.comments_open(meeting.carrier, meeting.answer_by)
    facts = {"people": len(invited), "reminders": planned}
    said = text(
        "meetings-announced" if window else "meetings-announced-no-comments",
        number=meeting.id,
        date=meeting.local_date,
        reached=acting.reached[-1].people,
        **facts,
    )
    first = await first_reminder(acting, meeting)
    about = first if window else text("meetings-first-no-comments", first=first)
    said = text("meetings-announced-and-when", said=said, first=first)
    return ActResult(said, data_of(meeting, roundtable.name) | facts, noted=facts, checked=about)


def _advice_left(acting: Acting, points: list[AgendaPoint]) -> int | None:
    """How many hints to write more plainly nobody followed; None in a language that they do not know."""
    if acting.installation.default_language != "fr":
        return None
    return sum(len(advise(words)) for point in points for words in (point.plain, point.changes))


def _refuse_if_lacking(meeting: Meeting, points: list[rules.Point]) -> None:
    lacking = rules.missing_before_announcing(points)
    if not lacking:
        return
    number, what = lacking[0]
    if what == "points":
        raise refuse("meetings-no-agenda", number=meeting.id)
    raise refuse(f"meetings-lacks-{what}", number=meeting.id, point=number)


@act("meetings.list", twin="meeting list")
async def list_meetings(acting: Acting) -> ActResult:
    """The meetings to come and those of the last two months, with who comes."""
    wanted = MEETING.visible(acting).where(Meeting.ends_at > acting.now - SHOWN_SINCE)
    rows = list(await acting.session.scalars(wanted.order_by(Meeting.starts_at)))
    if not rows:
        return ActResult(await why_none(acting, acting.now - SHOWN_SINCE), {"meetings": []})
    lines, data = [], []
    for meeting in rows:
        roundtable = await roundtable_of(acting.session, meeting)
        answers = [a.answer for a in await attendances_of(acting.session, meeting.id)]
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
    return ActResult(text("meetings-list", lines=lines), {"meetings": data})
