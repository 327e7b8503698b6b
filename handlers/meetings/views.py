"""What coordinators see of meetings: the list, one meeting whole, and what waits about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from db import message_kinds
from db.audience import ids_of
from db.comments.rules import may_be_shown
from db.comments.tables import Comment, CommentState
from db.labels import by_name
from db.meetings import rules
from db.meetings.invited import invited_to, taken_back_of
from db.meetings.questions import agenda_of, roundtable_of
from db.meetings.tables import AgendaPoint, Answer, Attendance, Meeting, MeetingState, Presence, Reminder
from db.message_kinds import SendOccasion
from db.organisations import Roundtable
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting
from handlers.meetings.lookups import unanswered_of
from handlers.things import MEETING
from handlers.view import PAGE, Found, Harm, Rows, Waiting, view, view_on
from messages import Channel, text
from messages.keywords import fold

WAITS_SINCE = dt.timedelta(days=60)
TO_HOLD = (MeetingState.DRAFT, MeetingState.ANNOUNCED)
OVER = (MeetingState.HELD, MeetingState.CLOSED)
OF_HELP = ("transport", "childcare", "meal")


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list, with how many answered what."""

    number: int
    roundtable: str
    date: dt.date
    start: dt.time
    place: str
    state: MeetingState
    coming: int
    absent: int
    maybe: int


@dataclass(frozen=True, slots=True)
class Invited:
    """Someone of the roundtable: what they answered, how they took part."""

    number: int
    name: str
    answer: Answer
    needs: tuple[str, ...]
    presence: Presence
    noted_by: str
    seated: bool  # of the roundtable
    settled: tuple[str, ...] = ()  # those of the needs that were seen to

    def waits_for(self, need: str) -> bool:
        """Whether somebody has yet to see to it; coming late is nothing to see to."""
        return need in OF_HELP and need in self.needs and need not in self.settled


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """One meeting whole. `comments`: how many of its comments are in each state."""

    meeting: Meeting
    roundtable: str
    points: Sequence[AgendaPoint]
    lacking: Sequence[tuple[int, str]]
    reminders: Sequence[Reminder]
    invited: Sequence[Invited]
    comments: dict[CommentState, int]
    over: bool
    unwritten: frozenset[int]  # those of them who never read of it, and whom no reminder reaches
    taken_back: Sequence[Person]  # whose invitation was a mistake

    def who(self, answer: str) -> list[Invited]:
        """Those who gave this answer; "none": those who were asked, or will be, and gave none."""
        silent = answer == Answer.NONE.value
        given = [one for one in self.invited if one.answer.value == answer]
        return [one for one in given if not silent or one.number not in self.unwritten]

    @property
    def not_asked(self) -> list[Invited]:
        return [one for one in self.invited if one.answer is Answer.NONE and one.number in self.unwritten]

    @property
    def needing(self) -> list[Invited]:
        return [one for one in self.invited if one.needs]

    @property
    def open_needs(self) -> list[Invited]:
        """Those for whom somebody has yet to do something; nobody once the day is over."""
        return [] if self.over else [one for one in self.invited if any(map(one.waits_for, one.needs))]

    @property
    def noted(self) -> bool:
        return any(one.presence is not Presence.UNKNOWN for one in self.invited)

    @property
    def step(self) -> str:
        """Where it is in its life, its end apart."""
        if self.meeting.state is MeetingState.ANNOUNCED and self.over:
            return MeetingState.HELD.value
        return self.meeting.state.value


LOOKED_THROUGH = 500  # meetings, by a search


def _answered(answer: Answer) -> ColumnElement[int]:
    return (
        select(func.count())
        .where(Attendance.meeting_id == Meeting.id, Attendance.answer == answer)
        .correlate(Meeting)
        .scalar_subquery()
    )


@view("meetings.rows")
async def meeting_rows(acting: Acting, *, past: bool = False, offset: int = 0, most: int = PAGE) -> Rows[MeetingRow]:
    """Those to come, the nearest first; or those that were, the latest first."""
    when = Meeting.ends_at <= acting.now if past else Meeting.ends_at > acting.now
    order = Meeting.starts_at.desc() if past else Meeting.starts_at.asc()
    query = (
        select(Meeting, Roundtable.name, _answered(Answer.COMING), _answered(Answer.ABSENT), _answered(Answer.MAYBE))
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(MEETING.seen_by(acting), when)
        .order_by(order, Meeting.id)
    )
    found = await acting.session.execute(query.offset(offset).limit(most + 1))
    rows = [
        MeetingRow(m.id, name, m.local_date, m.local_start, m.place, m.state, coming, absent, maybe)
        for m, name, coming, absent, maybe in found
    ]
    return Rows(rows[:most], offset, len(rows) > most)


@view_on(MEETING, "meetings.whole")
async def meeting_shown(acting: Acting, meeting: Meeting) -> MeetingShown:
    """Its agenda, its reminders, who comes, who came, its comments counted, its minutes."""
    points = await agenda_of(acting.session, meeting.id)
    reminders = await acting.session.scalars(
        select(Reminder)
        .where(Reminder.meeting_id == meeting.id, Reminder.version == meeting.version)
        .order_by(Reminder.due_at)
    )
    return MeetingShown(
        meeting,
        (await roundtable_of(acting.session, meeting)).name,
        points,
        rules.missing_before_announcing([rules.Point(p.number, p.plain, p.changes) for p in points]),
        list(reminders),
        await _invited(acting.session, meeting, acting.now),
        await _comments(acting, meeting),
        meeting.ends_at <= acting.now,
        await _unwritten(acting, meeting),
        await taken_back_of(acting.session, meeting.id),
    )


async def _unwritten(acting: Acting, meeting: Meeting) -> frozenset[int]:
    """Whoever never read of it and whom its reminders do not reach; a call is made to those who chose it."""
    audience = replace(unanswered_of(meeting), untold_meeting_id=meeting.id)
    occasion = SendOccasion(message_kinds.REMINDER, acting.now)
    _will, lacking = await ids_of(acting.session, acting.organisation_id, audience, occasion)
    called = select(Person.id).where(Person.id.in_(lacking), Person.channel == Channel.CALL)
    return lacking - frozenset(await acting.session.scalars(called)) if lacking else lacking


async def _invited(session: AsyncSession, meeting: Meeting, now: dt.datetime) -> list[Invited]:
    """Everyone it is for (of one that began, who was invited then), and whoever answered or came besides."""
    seated = invited_to(meeting, now)
    said = or_(Attendance.answer != Answer.NONE, Attendance.presence != Presence.UNKNOWN)
    row = and_(Attendance.person_id == Person.id, Attendance.meeting_id == meeting.id)
    noted_by = select(Person.id, Person.name).subquery("noted_by")
    found = await session.execute(
        select(Person.id, Person.name, Attendance, noted_by.c.name, seated)
        .select_from(Person)
        .outerjoin(Attendance, row)
        .outerjoin(noted_by, noted_by.c.id == Attendance.noted_by)
        .where(or_(seated, said), Attendance.taken_back_at.is_(None), Person.erased_at.is_(None))
        .order_by(by_name(Person.name), Person.id)
    )
    return [_one(number, name, attendance, by or "", is_seated) for number, name, attendance, by, is_seated in found]


def _one(number: int, name: str, row: Attendance | None, by: str, seated: bool) -> Invited:
    if row is None:
        return Invited(number, name, Answer.NONE, (), Presence.UNKNOWN, "", seated)
    needs = tuple(need for need in row.needs.split(",") if need)
    settled = tuple(need for need in row.settled.split(",") if need)
    return Invited(number, name, row.answer, needs, row.presence, by, seated, settled)


async def _comments(acting: Acting, meeting: Meeting) -> dict[CommentState, int]:
    """Counted by state; one without a name from the day after on."""
    found = await acting.session.execute(
        select(Comment.state, Comment.with_name, Comment.confirmed_on, func.count())
        .where(Comment.meeting_id == meeting.id, Comment.state != CommentState.WITHDRAWN)
        .group_by(Comment.state, Comment.with_name, Comment.confirmed_on)
    )
    counted: dict[CommentState, int] = {}
    for state, with_name, day, number in found:
        if state is not CommentState.CONFIRMED or may_be_shown(
            with_name, day, meeting.starts_at, acting.now, acting.today
        ):
            counted[state] = counted.get(state, 0) + number
    return counted


@view("meetings.waiting")
async def meetings_waiting(acting: Acting) -> list[Waiting]:
    """Presences to note, minutes to send, meetings planned and not announced."""
    noted = exists().where(Attendance.meeting_id == Meeting.id, Attendance.presence != Presence.UNKNOWN)
    found = await acting.session.execute(
        select(Meeting, Roundtable.name, noted)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(
            MEETING.seen_by(acting),
            Meeting.state.in_([*TO_HOLD, MeetingState.HELD]),
            Meeting.starts_at > acting.now - WAITS_SINCE,
        )
        .order_by(Meeting.starts_at)
    )
    waits: list[Waiting] = []
    for meeting, name, is_noted in found:
        args = {"roundtable": name, "date": meeting.local_date}
        held = meeting.ends_at <= acting.now and meeting.state is not MeetingState.DRAFT
        if held and not is_noted:
            waits.append(Waiting(text("meetings-wait-presence", **args), Harm.TO_DO, ("presence", meeting.id)))
        if held and meeting.minutes_sent_at is None:
            waits.append(Waiting(text("meetings-wait-minutes", **args), Harm.TO_DO, ("minutes", meeting.id)))
        if meeting.state is MeetingState.DRAFT and meeting.starts_at > acting.now:
            waits.append(Waiting(text("meetings-wait-draft", **args), Harm.SOON, ("meeting", meeting.id)))
    return waits


@view("meetings.search")
async def meetings_found(acting: Acting, wanted: str) -> list[Found]:
    """Those whose roundtable, place, day or agenda holds the words; the latest first."""
    rows = await acting.session.execute(
        select(Meeting.id, Meeting.place, Meeting.local_date, Roundtable.name)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(MEETING.seen_by(acting))
        .order_by(Meeting.starts_at.desc())
        .limit(LOOKED_THROUGH)
    )
    meetings = list(rows)
    points: dict[int, list[str]] = {}
    agenda = select(AgendaPoint.meeting_id, AgendaPoint.title, AgendaPoint.plain)
    for number, title, plain in await acting.session.execute(
        agenda.where(AgendaPoint.meeting_id.in_([number for number, *_ in meetings]))
    ):
        points.setdefault(number, []).append(f"{title} {plain}")
    found = []
    for number, place, day, name in meetings:
        if wanted in fold(" ".join([name, place, day.isoformat(), *points.get(number, ())])):
            line = text("todo-found-meeting", number=number, roundtable=name, date=day)
            found.append(Found(line, ("meeting", number)))
    return found
