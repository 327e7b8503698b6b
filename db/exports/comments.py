"""Each comment in its author's words, and what became of it. Days only: two minutes would frame a nameless one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Row as Record
from sqlalchemy.ext.asyncio import AsyncSession

from db.comments.tables import SEEN, Comment, CommentState
from db.exports.frame import Export, Row, Span, lots
from db.meetings.tables import AgendaPoint, Meeting
from db.organisations import Roundtable
from db.people import Person

COLUMNS = (
    "number",
    "meeting",
    "meeting_date",
    "roundtable",
    "point",
    "point_title",
    "with_name",
    "person",
    "words",
    "state",
    "decision",
    "reason",
    "confirmed_on",
    "carried_on",
    "read_on",
    "answer_by",
    "answered_on",
    "withdrawn_on",
)


async def rows(session: AsyncSession, span: Span) -> AsyncIterator[Row]:
    query = (
        select(
            Comment.number.label("id"),
            Comment.number,
            Comment.meeting_id,
            Meeting.local_date,
            Roundtable.name.label("roundtable"),
            AgendaPoint.number.label("point"),
            AgendaPoint.title,
            Comment.with_name,
            Person.name,
            Comment.words,
            Comment.state,
            Comment.decision,
            Comment.reason,
            Comment.confirmed_on,
            Comment.carried_on,
            Comment.read_on,
            Meeting.answer_by,
            Comment.answered_on,
            Comment.withdrawn_on,
        )
        .join(Meeting, Meeting.id == Comment.meeting_id)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .outerjoin(AgendaPoint, AgendaPoint.id == Comment.agenda_point_id)
        .outerjoin(Person, Person.id == Comment.person_id)
        .where(span.holds_day(Comment.confirmed_on), SEEN)
    )
    async for lot in lots(session, query, Comment.number):
        for one in lot:
            yield _row(one)


def _row(one: Record[Any]) -> Row:
    withdrawn = one.state is CommentState.WITHDRAWN
    named = one.with_name and not withdrawn
    return (
        one.number,
        one.meeting_id,
        one.local_date,
        one.roundtable,
        one.point,
        one.title or "",
        one.with_name,
        (one.name or "") if named else "",
        "" if withdrawn else one.words,
        str(one.state),
        str(one.decision or ""),
        "" if withdrawn else one.reason,
        one.confirmed_on,
        one.carried_on,
        one.read_on,
        one.answer_by,
        one.answered_on,
        one.withdrawn_on,
    )


COMMENTS = Export("comments", COLUMNS, rows)
