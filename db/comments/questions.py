"""The questions asked of comments: one function, one question."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import delete, false, func, or_, select

from db.comments.tables import Comment, CommentState, RemoteParticipation
from db.contacts import Contact
from db.deliveries import ReturnPath, opened_path
from db.journal.questions import pseudonyms_of
from db.meetings.tables import Meeting, MeetingState
from db.path_key import ReturnAddress
from db.people import Person, PersonRoundtable
from db.session import AsyncSession, forgot, path_key

MOST_CODES = 3  # that one message may try
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


async def own_comments(session: AsyncSession, person_id: int | None, contact_id: int, words: str = "") -> list[Comment]:
    """The comments of the person who is writing, the latest first: named ones, and nameless ones of this contact.

    Only the author's own message asks this; nothing shows its answer to anyone else. `words`: what they write now; on a
    phone that several share, a nameless one is found by the code that its author was given.
    """
    nameless = [comment.id for comment in await _nameless_of(session, person_id, contact_id, words=words)]
    # Of nobody known: not those that name nobody, which are everyone's nameless ones.
    named = Comment.person_id == person_id if person_id is not None else false()
    rows = await session.scalars(
        select(Comment)
        .where(or_(named, Comment.id.in_(nameless)))
        .where(Comment.state != CommentState.WITHDRAWN)
        .order_by(Comment.confirmed_on.desc(), Comment.number.desc())
        .limit(8)
    )
    return list(rows)


async def _nameless_of(
    session: AsyncSession, person_id: int | None, contact_id: int, *, meeting_id: int | None = None, words: str = ""
) -> list[Comment]:
    """Those of this person that were written from this very address: on a phone that changed hands, one is still its
    author's alone; on one that is shared now, the code that is in `words` must be its own too.
    """
    contact = await session.get(Contact, contact_id)
    codes = set(re.findall(r"\d+", words)[:MOST_CODES]) if contact is not None and contact.shared else None
    person = await session.get(Person, person_id) if person_id is not None else None
    names = await pseudonyms_of(session, person) if person is not None else []
    wanted = select(Comment).where(Comment.with_name.is_(False), Comment.state != CommentState.WITHDRAWN)
    if meeting_id is not None:
        wanted = wanted.where(Comment.meeting_id == meeting_id)
    theirs = {
        comment_id
        for comment_id, address in await _opened_paths(session)
        if address.contact_id == contact_id
        and address.pseudonym in ("", *names)
        and (codes is None or address.code in codes)
    }
    return [comment for comment in await session.scalars(wanted.order_by(Comment.number)) if comment.id in theirs]


async def waits_nameless(session: AsyncSession, person_id: int | None, contact_id: int) -> bool:
    """Whether nameless words of theirs wait for the table, after which they gave their name to nothing."""
    return any(not address.named_next for _, address in await _paths_waiting(session, person_id, contact_id))


async def give_name_next(session: AsyncSession, person_id: int | None, contact_id: int) -> None:
    """What they write next may have their name, until they want none again. Of it, the sealed paths alone know."""
    for path, address in await _paths_waiting(session, person_id, contact_id):
        path.sealed = path_key(session).seal(path.comment_id, replace(address, named_next=True))


async def _paths_waiting(
    session: AsyncSession, person_id: int | None, contact_id: int
) -> list[tuple[ReturnPath, ReturnAddress]]:
    waiting = [one.id for one in await _nameless_of(session, person_id, contact_id) if one.state in TO_READ]
    paths = await session.scalars(select(ReturnPath).where(ReturnPath.comment_id.in_(waiting)))
    opened = [(path, opened_path(session, path.comment_id, path.sealed)) for path in paths]
    return [(path, address) for path, address in opened if address is not None]


async def _opened_paths(session: AsyncSession) -> list[tuple[int, ReturnAddress]]:
    """(comment, whose it is) of each path that our key opens. All of them: by a mark to look them up, two comments of
    one author would know each other.
    """
    paths = await session.execute(select(ReturnPath.comment_id, ReturnPath.sealed))
    opened = [(comment_id, opened_path(session, comment_id, sealed)) for comment_id, sealed in paths]
    return [(comment_id, address) for comment_id, address in opened if address is not None]


async def forget_paths(session: AsyncSession, person: Person, contact_ids: Sequence[int]) -> None:
    """Nothing leads any more to the nameless comments of this person, whose own addresses these are."""
    names = await pseudonyms_of(session, person)
    theirs = [
        comment_id
        for comment_id, address in await _opened_paths(session)
        if address.pseudonym in names or (not address.pseudonym and address.contact_id in contact_ids)
    ]
    await session.execute(delete(ReturnPath).where(ReturnPath.comment_id.in_(theirs)))
    forgot(session)


async def forget_paths_at(session: AsyncSession, contact_id: int) -> None:
    """Nothing leads any more to nameless comments by this address, which somebody else has now."""
    there = [comment_id for comment_id, address in await _opened_paths(session) if address.contact_id == contact_id]
    await session.execute(delete(ReturnPath).where(ReturnPath.comment_id.in_(there)))
    forgot(session)


async def wrote_without_a_name(
    session: AsyncSession, person_id: int, contact_id: int, meeting_id: int, today: dt.date
) -> bool:
    """Whether a nameless comment of theirs was read at this meeting before today. Asked for the person alone."""
    theirs = await _nameless_of(session, person_id, contact_id, meeting_id=meeting_id)
    return any(comment.read_on is not None and comment.read_on < today for comment in theirs)


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


async def forget_reading(session: AsyncSession, meeting_id: int, day: dt.date | None) -> None:
    """Nobody took part from afar by the reading of that day: it did not take place."""
    await session.execute(
        delete(RemoteParticipation).where(
            RemoteParticipation.meeting_id == meeting_id, RemoteParticipation.released_on == day
        )
    )


async def unnoted(session: AsyncSession, today: dt.date) -> list[Comment]:
    """Comments of the days before that the journal does not know yet."""
    rows = await session.scalars(
        select(Comment).where(
            Comment.noted.is_(False),
            func.coalesce(Comment.withdrawn_on, Comment.confirmed_on) < today,
        )
    )
    return list(rows)
