"""Comments without a name. What leads from one to its author is its return path, and nothing else.

Its number belongs to a series of its own and its id is drawn at random: in no order does it stand between two comments
whose minute is known. Its author's side of the conversation looks as if they had taken their words back. What left by
a return path is forgotten the day after, with its minute.
"""

from __future__ import annotations

import datetime as dt
import secrets

from sqlalchemy import delete, func, or_, select, update

from db.comments.questions import comment_numbered, return_path_of
from db.comments.tables import Comment, CommentState
from db.contacts import Contact
from db.conversations import Dialogue, DialogueState, IncomingMessage, Question, Task
from db.deliveries import UNSETTLED, Delivery, Priority, Receipt, ReturnPath
from db.journal import write_entry
from db.organisations import next_number
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.dialogue import forget
from handlers.sending import How
from handlers.turn import House
from messages import Outgoing, Text

SERIES = "nameless_comment"
FIRST_NUMBER = 5001  # far from the others: "no 5001" is not between two of them
IDS_BELOW = 2**31 - 2
NUMBERS_BELOW = 2**53
REPLY_BY_PATH = How(kind="reply", priority=Priority.REPLY, any_hour=True)
ABOUT_OWN = ("comments.withdraw", "comments.withdraw_sure", "comments.correct", "comments.nameless")
WRITTEN = "written"  # in a talk: every message of words, those that were corrected too
DAY = dt.timedelta(days=1)


async def number_and_id(session: AsyncSession, organisation_id: int) -> tuple[int, int]:
    """The next number of the nameless, and an id that tells no order."""
    number = FIRST_NUMBER - 1 + await next_number(session, organisation_id, SERIES)
    while await comment_numbered(session, organisation_id, number) is not None:
        number = FIRST_NUMBER - 1 + await next_number(session, organisation_id, SERIES)
    return number, -1 - secrets.randbelow(IDS_BELOW)


async def give_path(session: AsyncSession, comment: Comment, contact: Contact, language: str) -> None:
    session.add(ReturnPath(comment_id=comment.id, contact_id=contact.id, language=language))
    await session.flush()


async def take_name_back(
    session: AsyncSession, house: House, comment: Comment, contact: Contact, person: Person, now: dt.datetime
) -> Comment:
    """SANS MON NOM after the fact: the named comment is withdrawn, its words become a new one that is nobody's."""
    number, id = await number_and_id(session, comment.organisation_id)
    unnamed = Comment(
        id=id,
        organisation_id=comment.organisation_id,
        number=number,
        meeting_id=comment.meeting_id,
        agenda_point_id=comment.agenda_point_id,
        with_name=False,
        words=comment.words,
        flags=comment.flags.replace(",leaving", ""),
        state=CommentState.CONFIRMED,
        confirmed_on=house.today(now),
        noted=False,
    )
    session.add(unnamed)
    await session.flush()
    await give_path(session, unnamed, contact, person.language)
    await _forget_named(session, house, comment, person, now)
    return unnamed


async def _forget_named(
    session: AsyncSession, house: House, comment: Comment, person: Person, now: dt.datetime
) -> None:
    """What the named comment left behind: its author's messages, the lists that showed it, the task it raised."""
    await session.execute(
        update(IncomingMessage)
        .where(IncomingMessage.id.in_(comment.incoming_ids))
        .values(text="", payload=None, fate="answer", kind="text")
    )
    shown = Delivery.body.contains(comment.words, autoescape=True)
    await session.execute(update(Delivery).where(shown, Delivery.status.not_in(UNSETTLED)).values(body=""))
    await session.execute(delete(Task).where(Task.kind == "comment_third_person", Task.note == str(comment.number)))
    await call_instead(session, person)
    comment.state, comment.withdrawn_on, comment.words = CommentState.WITHDRAWN, house.today(now), ""
    comment.flags, comment.incoming_ids, comment.agenda_point_id = "", [], None
    await write_entry(
        session,
        "comments.withdrawn",
        now=now,
        actor=f"person:{person.pseudonym}",
        subject=person.pseudonym,
        thing="comment",
        thing_id=comment.number,
    )


async def call_instead(session: AsyncSession, person: Person) -> None:
    """Someone who says they are leaving is called. Why they are called would say which words are theirs."""
    await session.execute(
        update(Task)
        .where(Task.person_id == person.id, Task.kind == "comment_leaving", Task.closed_at.is_(None))
        .values(kind="call", incoming_id=None, note="")
    )


# -- what is forgotten -------------------------------------------------------------------------------------------


async def forget_talk(session: AsyncSession, row: Dialogue, contact: Contact, ids: list[int]) -> None:
    """All of the talk: the same whether it became a nameless comment or its author took the words back."""
    # Not what was answered to another dialogue while this one was parked behind it.
    asked = select(func.min(Question.asked_at)).where(Question.dialogue_id == row.id)
    since = await session.scalar(asked) or row.started_at
    heard = await session.scalars(
        select(IncomingMessage.id).where(
            IncomingMessage.contact_id == contact.id,
            IncomingMessage.received_at >= since,
            or_(IncomingMessage.fate.in_(("words", "answer", "distress")), IncomingMessage.state == "new"),
        )
    )
    await forget(session, row, [*ids, *row.once.get(WRITTEN, []), *heard])


async def forget_questions(session: AsyncSession, ids: list[int]) -> None:
    """A question about one's own comments goes once it is answered, with the words that asked it."""
    sent = Delivery.status.not_in(UNSETTLED)
    asked_in = Delivery.question_id.in_(ids)
    await session.execute(update(Delivery).where(asked_in, sent).values(body="", buttons=None))
    await session.execute(update(Delivery).where(asked_in).values(question_id=None))
    await session.execute(delete(Question).where(Question.id.in_(ids)))


async def forget_traces(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """At each tick: replies to forgotten words. The day after: minutes of return paths, finished talks, questions."""
    today = dt.datetime.combine(house.today(now), dt.time(), house.zone).astimezone(dt.UTC)
    done = await _replies_to_blank(session, now)
    done += await _minutes_of_paths(session, house, today)
    old = await session.scalars(select(Question.id).where(Question.topic.in_(ABOUT_OWN), Question.asked_at < now - DAY))
    stale = list(old)
    if stale:
        await forget_questions(session, stale)
    over = (DialogueState.DONE, DialogueState.CANCELLED, DialogueState.EXPIRED)
    finished = await session.scalars(
        select(Dialogue.id).where(Dialogue.name == "comment", Dialogue.state.in_(over), Dialogue.updated_at < today)
    )
    talks = list(finished)
    if talks:
        await session.execute(delete(Dialogue).where(Dialogue.id.in_(talks)))
    return done + len(stale) + len(talks)


async def _replies_to_blank(session: AsyncSession, now: dt.datetime) -> int:
    blanked = select(IncomingMessage.id).where(
        IncomingMessage.text == "",
        IncomingMessage.payload.is_(None),
        IncomingMessage.fate == "answer",
        IncomingMessage.received_at > now - 7 * DAY,
    )
    rows = await session.scalars(
        select(Delivery.id).where(
            Delivery.incoming_id.in_(blanked), Delivery.body != "", Delivery.status.not_in(UNSETTLED)
        )
    )
    ids = list(rows)
    if ids:
        await session.execute(update(Delivery).where(Delivery.id.in_(ids)).values(body="", buttons=None))
    return len(ids)


async def _minutes_of_paths(session: AsyncSession, house: House, before: dt.datetime) -> int:
    """Together, the minutes at which news of a comment left would tell when it was written, and by whom."""
    rows = await session.scalars(
        select(Delivery).where(
            Delivery.return_path_id.is_not(None),
            Delivery.body != "",
            Delivery.status.not_in(UNSETTLED),
            Delivery.queued_at < before,
        )
    )
    found = list(rows)
    for row in found:
        row.body, row.provider_id, row.claimed_by = "", None, None
        row.queued_at = row.due_at = _noon(house, row.queued_at)
        for name in ("not_before", "not_after", "started_at", "sent_at", "delivered_at"):
            moment = getattr(row, name)
            setattr(row, name, None if moment is None else _noon(house, moment))
    await session.execute(delete(Receipt).where(Receipt.delivery_id.in_([row.id for row in found])))
    return len(found)


def _noon(house: House, moment: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(house.today(moment), dt.time(12), house.zone).astimezone(dt.UTC)


# -- what is said ------------------------------------------------------------------------------------------------


async def tell_by_path(
    session: AsyncSession,
    house: House,
    comment: Comment,
    words: Text,
    now: dt.datetime,
    how: How = sending.NOTICE,
) -> None:
    path = await return_path_of(session, comment.id)
    contact = await session.get(Contact, path.contact_id) if path else None
    if path is not None and contact is not None:
        await by_return_path(session, house, path, contact, words, now, how)


async def by_return_path(
    session: AsyncSession,
    house: House,
    path: ReturnPath,
    contact: Contact,
    words: Text,
    now: dt.datetime,
    how: How = sending.NOTICE,
) -> Delivery:
    """A delivery that names nobody: not the person, not the contact, not the two messages between which it left.

    Its number is drawn below zero, so that the series of the others has no hole at its place.
    """
    number = -1 - secrets.randbelow(NUMBERS_BELOW)
    delivery = await sending.write_to(
        session, house, contact, Outgoing(words), now=now, how=how, language=path.language, number=number
    )
    delivery.person_id, delivery.contact_id, delivery.return_path_id = None, None, path.id
    await session.flush()
    return delivery
