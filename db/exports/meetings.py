"""Each meeting: who came and how, and beside it what was said and what is still owed an answer.

Presence and comments stand side by side, so that comments alone never pass for participation; who did not answer is
not counted.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Row as Record
from sqlalchemy.ext.asyncio import AsyncSession

from db.comments.tables import SEEN, Comment, CommentState, Decision
from db.exports.frame import Export, Row, Span, lots
from db.meetings.tables import AgendaPoint, Answer, Attendance, Meeting, Presence
from db.organisations import Roundtable

ANSWERS = (Answer.COMING, Answer.ABSENT, Answer.MAYBE)
PRESENCES = (Presence.IN_PERSON, Presence.PHONE, Presence.VIDEO, Presence.COMMENT)
DECISIONS = tuple(Decision)
COLUMNS = (
    "number",
    "roundtable",
    "territory",
    "state",
    "date",
    "start",
    "end",
    "zone",
    "place",
    "points",
    "announced_at",
    *(f"said_{answer.value}" for answer in ANSWERS),
    *(f"came_{presence.value}" for presence in PRESENCES),
    "comments",
    *(f"comments_{decision.value}" for decision in DECISIONS),
    "comments_unanswered",
    "answer_by",
    "read_on",
    "minutes_sent_at",
    "times_moved",
)


async def rows(session: AsyncSession, span: Span) -> AsyncIterator[Row]:
    query = (
        select(
            Meeting.id,
            Roundtable.name.label("roundtable"),
            Roundtable.territory,
            Meeting.state,
            Meeting.local_date,
            Meeting.local_start,
            Meeting.local_end,
            Meeting.zone,
            Meeting.place,
            Meeting.announced_at,
            Meeting.answer_by,
            Meeting.read_on,
            Meeting.minutes_sent_at,
            Meeting.version,
        )
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(span.holds_day(Meeting.local_date))
    )
    async for lot in lots(session, query, Meeting.id, at_once=500):
        counted = await _counted(session, [one.id for one in lot])
        for one in lot:
            yield _row(one, counted)


async def _counted(session: AsyncSession, ids: Sequence[int]) -> dict[tuple[int, str], int]:
    """(meeting, what) -> how many, of its points, answers, presences and comments."""
    counted: dict[tuple[int, str], int] = {}
    groups: tuple[tuple[str, list[Any]], ...] = (
        ("point", [AgendaPoint.meeting_id]),
        ("answer", [Attendance.meeting_id, Attendance.answer]),
        ("presence", [Attendance.meeting_id, Attendance.presence]),
    )
    for name, columns in groups:
        query = select(*columns, func.count()).where(columns[0].in_(ids)).group_by(*columns)
        for meeting_id, *value, number in await session.execute(query):
            counted[meeting_id, f"{name}.{value[0] if value else ''}"] = number
    comments = (
        select(Comment.meeting_id, Comment.decision, func.count())
        .where(Comment.meeting_id.in_(ids), Comment.state != CommentState.WITHDRAWN, SEEN)
        .group_by(Comment.meeting_id, Comment.decision)
    )
    for meeting_id, decision, number in await session.execute(comments):
        counted[meeting_id, f"comment.{decision or ''}"] = number
    return counted


def _row(one: Record[Any], counted: dict[tuple[int, str], int]) -> Row:
    def number(what: str) -> int:
        return counted.get((one.id, what), 0)

    decided = [number(f"comment.{decision}") for decision in DECISIONS]
    unanswered = number("comment.")
    return (
        one.id,
        one.roundtable,
        one.territory,
        str(one.state),
        one.local_date,
        one.local_start,
        one.local_end,
        one.zone,
        one.place,
        number("point."),
        one.announced_at,
        *(number(f"answer.{answer}") for answer in ANSWERS),
        *(number(f"presence.{presence}") for presence in PRESENCES),
        sum(decided) + unanswered,
        *decided,
        unanswered,
        one.answer_by,
        one.read_on,
        one.minutes_sent_at,
        one.version - 1,
    )


MEETINGS = Export("meetings", COLUMNS, rows)
