"""What coordinators read of comments: those of a meeting, to be read aloud; and what waits about them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.comments import rules
from db.comments.tables import Comment, CommentState
from db.meetings import rules as meeting_rules
from db.meetings.questions import agenda_of, roundtable_of
from db.meetings.tables import AgendaPoint, Meeting
from db.organisations import Roundtable
from db.people import Person
from handlers.acting import Acting
from handlers.comments.acts import may_be_seen, shown_choices, shown_comments
from handlers.things import COMMENT, MEETING
from handlers.view import Found, Harm, Rows, Waiting, view, view_on
from messages import Text, text
from messages.keywords import fold

OPEN = (CommentState.CONFIRMED, CommentState.CARRIED, CommentState.READ)
SOON = dt.timedelta(days=3)
LOOKED_THROUGH = 2000  # comments, by a search


@dataclass(frozen=True, slots=True)
class CommentAtTable:
    """One comment as it is read at the table. `name` is empty without one."""

    number: int
    name: str
    words: str
    choices: Sequence[Text]
    names_someone: bool
    state: CommentState
    read_on: dt.date | None
    decision: str
    reason: str

    @property
    def to_answer(self) -> bool:
        return self.state is CommentState.READ


@dataclass(frozen=True, slots=True)
class PointRead:
    """What was said of one agenda point; `number` 0: of none in particular."""

    number: int
    title: str
    said: Sequence[CommentAtTable]


@dataclass(frozen=True, slots=True)
class ReadingList:
    """All that is read aloud at one meeting, point by point."""

    meeting: Meeting
    roundtable: str
    points: Sequence[PointRead]
    few_nameless: bool
    window_open: bool

    def count(self, *states: str) -> int:
        return sum(one.state.value in states for point in self.points for one in point.said)


@dataclass(frozen=True, slots=True)
class MeetingComments:
    """The comments of one meeting, counted by what is still to be done of them."""

    number: int
    roundtable: str
    date: dt.date
    answer_by: dt.date | None
    to_take: int
    to_read: int
    to_answer: int
    late: bool


@view_on(MEETING, "comments.reading")
async def reading_list(acting: Acting, meeting: Meeting) -> ReadingList:
    """The words untouched; inside a point, named and nameless are mixed in an order drawn from the words."""
    points = {point.id: point for point in await agenda_of(acting.session, meeting.id)}
    shown = await shown_comments(acting, meeting)
    names = await _names(acting, shown)
    nameless = sum(not comment.with_name for comment in shown)
    return ReadingList(
        meeting,
        (await roundtable_of(acting.session, meeting)).name,
        list(_by_point(shown, points, names)),
        0 < nameless < rules.SMALL_GROUP,
        meeting_rules.comments_open(meeting.carrier, meeting.answer_by) and meeting.read_on is None,
    )


async def _names(acting: Acting, comments: Iterable[Comment]) -> dict[int, str]:
    wanted = {c.person_id for c in comments if c.with_name and c.person_id is not None}
    found = await acting.session.execute(select(Person.id, Person.name).where(Person.id.in_(wanted)))
    return {number: name for number, name in found}  # noqa: C416 (rows are no pairs to mypy)


def _by_point(
    comments: Sequence[Comment], points: Mapping[int, AgendaPoint], names: Mapping[int, str]
) -> Iterable[PointRead]:
    for point_id in [*points, None]:
        point = points.get(point_id) if point_id is not None else None
        mine = [c for c in comments if (c.agenda_point_id if c.agenda_point_id in points else None) == point_id]
        if mine:
            ordered = sorted(mine, key=lambda c: hashlib.sha256(c.words.encode()).digest())
            said = [_said(comment, points, names) for comment in ordered]
            yield PointRead(point.number if point else 0, point.title if point else "", said)


def _said(comment: Comment, points: Mapping[int, AgendaPoint], names: Mapping[int, str]) -> CommentAtTable:
    return CommentAtTable(
        comment.number,
        names.get(comment.person_id or 0, "") if comment.with_name else "",
        comment.words,
        shown_choices(comment, dict(points)),
        rules.THIRD_PERSON in comment.flags,
        comment.state,
        comment.read_on,
        comment.decision.value if comment.decision else "",
        comment.reason,
    )


@view("comments.meetings")
async def comments_by_meeting(acting: Acting, *, offset: int = 0) -> Rows[MeetingComments]:
    """The meetings whose comments still wait for something, the first answer promised first."""
    found = list(await _open(acting))
    found.sort(key=lambda row: (row.answer_by or row.date, row.number))
    return Rows.of(found[offset : offset + 51], offset)


async def _open(acting: Acting) -> Iterable[MeetingComments]:
    rows = await acting.session.execute(
        select(Comment.state, Comment.with_name, Comment.confirmed_on, Meeting, Roundtable.name)
        .join(Meeting, Meeting.id == Comment.meeting_id)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(COMMENT.seen_by(acting), Comment.state.in_(OPEN))
    )
    counted: dict[int, dict[CommentState, int]] = {}
    meetings: dict[int, tuple[Meeting, str]] = {}
    for state, with_name, day, meeting, name in rows:
        seen = rules.may_be_shown(with_name, day, meeting.starts_at, acting.now, acting.today)
        if state is CommentState.CONFIRMED and not seen:
            continue
        meetings[meeting.id] = (meeting, name)
        mine = counted.setdefault(meeting.id, {})
        mine[state] = mine.get(state, 0) + 1
    return [_row(acting, *meetings[number], states) for number, states in counted.items()]


def _row(acting: Acting, meeting: Meeting, name: str, states: Mapping[CommentState, int]) -> MeetingComments:
    taken = states.get(CommentState.CARRIED, 0)
    return MeetingComments(
        meeting.id,
        name,
        meeting.local_date,
        meeting.answer_by,
        states.get(CommentState.CONFIRMED, 0),
        taken,
        states.get(CommentState.READ, 0),
        meeting.answer_by is not None and meeting.answer_by < acting.today,
    )


@view("comments.waiting")
async def comments_waiting(acting: Acting) -> list[Waiting]:
    """Answers that are owed, comments to take to a meeting that comes, comments read and not answered."""
    waits: list[Waiting] = []
    for row in sorted(await _open(acting), key=lambda row: (row.answer_by or row.date, row.number)):
        at = ("reading", row.number)
        promised = text("comments-wait-promised", date=row.answer_by) if row.answer_by else None
        args = {"roundtable": row.roundtable, "date": row.date}
        waiting = row.to_take + row.to_read
        if row.to_answer:
            harm = Harm.LATE if row.late else Harm.TO_DO
            waits.append(Waiting(text("comments-wait-answer", count=row.to_answer, **args), harm, at, promised))
        if waiting and row.date < acting.today:
            harm = Harm.LATE if row.late else Harm.TO_DO
            waits.append(Waiting(text("comments-wait-read", count=waiting, **args), harm, at, promised))
        elif row.to_take and row.date <= acting.today + SOON:
            waits.append(Waiting(text("comments-wait-take", count=row.to_take, **args), Harm.TO_DO, at))
    return waits


@view("comments.search")
async def comments_found(acting: Acting, wanted: str) -> list[Found]:
    """Those whose words hold what is searched, among those that may be read; without their authors."""
    theirs = COMMENT.seen_by(acting), Comment.state != CommentState.WITHDRAWN
    words = await acting.session.execute(
        select(Comment.id, Comment.words)
        .where(*theirs)
        .order_by(Comment.meeting_id.desc(), Comment.number)
        .limit(LOOKED_THROUGH)
    )
    held = [number for number, said in words if wanted in fold(said)]
    rows = await acting.session.execute(
        select(Comment, Meeting, Roundtable.name)
        .join(Meeting, Meeting.id == Comment.meeting_id)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(Comment.id.in_(held))
        .order_by(Meeting.starts_at.desc(), Comment.number)
    )
    found = []
    for comment, meeting, name in rows:
        if may_be_seen(acting, meeting, comment):
            line = text("todo-found-comment", number=comment.number, roundtable=name, meeting=meeting.id)
            found.append(Found(line, ("reading", meeting.id)))
    return found
