"""The questions asked of comments: one function, one question."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.comments.tables import Comment, CommentState, RemoteParticipation
from db.deliveries import ReturnPath
from db.meetings.tables import Meeting, MeetingState
from db.people import PersonRoundtable

TO_READ = (CommentState.CONFIRMED, CommentState.CARRIED)


async def comments_of_meeting(session: AsyncSession, meeting_id: int) -> list[Comment]:
    """Every confirmed comment of a meeting, by agenda point then number; withdrawn ones are left out."""
    rows = await session.scalars(
        select(Comment)
        .where(Comment.meeting_id == meeting_id, Comment.state != CommentState.WITHDRAWN)
        .order_by(Comment.agenda_point_id.is_(None), Comment.agenda_point_id, Comment.number)
    )
    return list(rows)


async def comment_numbered(session: AsyncSession, organisation_id: int, number: int) -> Comment | None:
    return await session.scalar(
        select(Comment).where(Comment.organisation_id == organisation_id, Comment.number == number)
    )


async def own_comments(session: AsyncSession, person_id: int | None, contact_id: int) -> list[Comment]:
    """The comments of the person who is writing, the latest first: named ones, and nameless ones of this contact.

    Only the author's own message asks this; nothing shows its answer to anyone else.
    """
    nameless = select(ReturnPath.comment_id).where(ReturnPath.contact_id == contact_id)
    rows = await session.scalars(
        select(Comment)
        .where(or_(Comment.person_id == person_id, Comment.id.in_(nameless)))
        .where(Comment.state != CommentState.WITHDRAWN)
        .order_by(Comment.number.desc())
        .limit(8)
    )
    return list(rows)


async def return_path_of(session: AsyncSession, comment_id: int) -> ReturnPath | None:
    return await session.scalar(select(ReturnPath).where(ReturnPath.comment_id == comment_id))


async def meetings_open_for_comments(
    session: AsyncSession, person_id: int, today: dt.date, now: dt.datetime
) -> list[Meeting]:
    """The meetings of this person's roundtables for which someone carries comments and owes an answer by a date."""
    rows = await session.scalars(
        select(Meeting)
        .join(PersonRoundtable, PersonRoundtable.roundtable_id == Meeting.roundtable_id)
        .where(
            PersonRoundtable.person_id == person_id,
            Meeting.state.in_([MeetingState.ANNOUNCED, MeetingState.HELD]),
            Meeting.carrier != "",
            Meeting.answer_by.is_not(None),
            Meeting.answer_by >= today,
            Meeting.read_on.is_(None),
            Meeting.starts_at > now - dt.timedelta(days=14),
        )
        .order_by(Meeting.starts_at)
        .limit(4)
    )
    return list(rows)


async def owed_an_answer(session: AsyncSession, organisation_id: int, today: dt.date) -> list[tuple[Meeting, int]]:
    """Meetings whose date for the answer has passed while comments still wait: (meeting, how many)."""
    rows = await session.scalars(
        select(Comment)
        .join(Meeting, Meeting.id == Comment.meeting_id)
        .where(
            Comment.organisation_id == organisation_id,
            Comment.state.in_([*TO_READ, CommentState.READ]),
            Meeting.answer_by < today,
        )
    )
    waiting: dict[int, int] = {}
    for comment in rows:
        waiting[comment.meeting_id] = waiting.get(comment.meeting_id, 0) + 1
    return [(await session.get_one(Meeting, meeting_id), number) for meeting_id, number in sorted(waiting.items())]


async def remote_participation(session: AsyncSession, meeting_id: int, person_id: int) -> RemoteParticipation | None:
    return await session.scalar(
        select(RemoteParticipation).where(
            RemoteParticipation.meeting_id == meeting_id, RemoteParticipation.person_id == person_id
        )
    )


async def unreleased(session: AsyncSession, meeting_id: int) -> list[RemoteParticipation]:
    rows = await session.scalars(
        select(RemoteParticipation).where(
            RemoteParticipation.meeting_id == meeting_id, RemoteParticipation.released_on.is_(None)
        )
    )
    return list(rows)


async def unnoted(session: AsyncSession, today: dt.date) -> list[Comment]:
    """Nameless comments of the days before that the journal does not know yet."""
    rows = await session.scalars(
        select(Comment).where(
            Comment.noted.is_(False),
            Comment.with_name.is_(False),
            func.coalesce(Comment.withdrawn_on, Comment.confirmed_on) < today,
        )
    )
    return list(rows)
