"""Comments without a name. What leads from one to its author is its return path, sealed, and nothing else.

Its number and its id are drawn at random. The talk in which it was written is gone, and leaves no hole. What left by a
return path loses its words, its channel and its minute once it has left. docs/nameless.md says what is promised.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets

from sqlalchemy import select, update

from db import message_kinds
from db.comments import rules
from db.comments.questions import comment_numbered, return_path_of
from db.comments.tables import Comment, CommentState
from db.contacts import Contact
from db.conversations import Task, TaskKind
from db.deliveries import UNSETTLED, Delivery, ReturnPath, opened_path
from db.forgotten import forget_deliveries
from db.meetings.tables import Meeting
from db.path_key import ReturnAddress
from db.people import Person
from db.privacy.looks import forget_looks
from db.session import AsyncSession, forgot, path_key
from handlers import sending
from handlers.acting import Acting
from handlers.comments.forgetting import forget_messages
from handlers.sending import SendOptions
from messages import Outgoing, Text

FIRST_NUMBER = 5001  # far from the others, which are given in order
NUMBERS = 5000  # to draw from, and ten times more when they are nearly all given
IDS_BELOW = 2**31 - 2
NUMBERS_BELOW = 2**53
CODES = (100_000, 1_000_000)  # six digits, never a comment's number for long
REPLY_BY_PATH = SendOptions(message_kinds.REPLY, any_consent=True)


async def number_and_id(session: AsyncSession, organisation_id: int, among: int = NUMBERS) -> tuple[int, int]:
    """A number and an id that tell no order."""
    tries, number = 0, FIRST_NUMBER + secrets.randbelow(among)
    while await comment_numbered(session, organisation_id, number) is not None:
        tries += 1
        number = FIRST_NUMBER + secrets.randbelow(among * 10 ** (tries // 20))
    return number, drawn_id()


def drawn_id() -> int:
    """Of every comment, named or not: an id that the database gives follows those that stand, nameless ones too, and
    would say which stood at the minute of a named one.
    """
    return -1 - secrets.randbelow(IDS_BELOW)


async def give_path(session: AsyncSession, comment: Comment, contact: Contact, person: Person) -> str:
    """The way back; the code that finds this comment on a phone that several share, "" elsewhere."""
    code = str(CODES[0] + secrets.randbelow(CODES[1] - CODES[0])) if contact.shared else ""
    address = ReturnAddress(contact.id, person.pseudonym, person.language, code)
    session.add(ReturnPath(comment_id=comment.id, sealed=path_key(session).seal(comment.id, address)))
    await session.flush()
    return code


async def listed_on(acting: Acting, meeting_id: int) -> dt.date:
    """The day that is kept of a nameless comment written now."""
    meeting = await acting.session.get_one(Meeting, meeting_id)
    return rules.listed_on(acting.today, meeting.local_date)


async def take_name_back(acting: Acting, comment: Comment, contact: Contact, person: Person) -> str:
    """SANS MON NOM after the fact: the named comment is withdrawn, its words become one that is nobody's; its code."""
    number, id = await number_and_id(acting.session, comment.organisation_id)
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
        confirmed_on=await listed_on(acting, comment.meeting_id),
        noted=False,
    )
    acting.session.add(unnamed)
    await acting.session.flush()
    code = await give_path(acting.session, unnamed, contact, person)
    await _forget_named(acting, comment, person)
    return code


async def _forget_named(acting: Acting, comment: Comment, person: Person) -> None:
    """What the named comment left behind: its talk, its news, the lists that showed it, the task it raised."""
    session = acting.session
    await forget_messages(acting, person.id, comment.incoming_ids)
    await _forget_news(session, comment, person, acting.now.date())
    await unlook(session, comment)
    await unsay(session, comment.words)
    await session.execute(
        update(Task)
        .where(Task.kind == TaskKind.COMMENT_THIRD_PERSON, Task.note == str(comment.number))
        .values(person_id=None, contact_id=None, incoming_id=None, note="", closed_at=acting.now)
    )
    await call_instead(session, person)
    # On the day it was written: the day of this act would say that another comment of the same day is this one.
    to_nobody(comment, comment.confirmed_on or acting.installation.today(acting.now))


async def _forget_news(session: AsyncSession, comment: Comment, person: Person, day: dt.date) -> None:
    """What this person was told of it: words that hold its number, since it was confirmed."""
    told = await session.execute(
        select(Delivery.id, Delivery.body).where(
            Delivery.person_id == person.id,
            Delivery.kind == message_kinds.NOTICE.name,
            Delivery.queued_at >= comment.confirmed_at,
            Delivery.body.contains(f"no {comment.number}"),
        )
    )
    about = [id for id, body in told if str(comment.number) in re.findall(r"\d+", body or "")]
    await forget_deliveries(session, about, day)


def to_nobody(comment: Comment, day: dt.date) -> None:
    """A comment that was taken back keeps its number and its meeting: not its words, its author nor its minute."""
    comment.state, comment.withdrawn_on, comment.words = CommentState.WITHDRAWN, day, ""
    comment.flags, comment.incoming_ids, comment.agenda_point_id = "", [], None
    comment.person_id, comment.confirmed_at = None, None
    comment.noted = False  # the journal learns it tomorrow, with the rest of the day


async def unlook(session: AsyncSession, comment: Comment) -> None:
    """Whoever read the comments of this meeting has not seen theirs, unless another of theirs was there to be seen."""
    if comment.person_id is None or comment.confirmed_at is None:
        return
    another = select(Comment.id).where(
        Comment.person_id == comment.person_id, Comment.id != comment.id, Comment.state != CommentState.WITHDRAWN
    )
    if await session.scalar(another.limit(1)) is None:
        await forget_looks(session, comment.person_id, "comments", comment.confirmed_at)


async def unsay(session: AsyncSession, words: str) -> None:
    """The words of a comment that was taken back go from wherever they were shown."""
    if words:
        shown = Delivery.body.contains(words, autoescape=True)
        await session.execute(update(Delivery).where(shown, Delivery.status.not_in(UNSETTLED)).values(body=""))
        forgot(session)


async def call_instead(session: AsyncSession, person: Person) -> None:
    """Someone who says they are leaving is called. Why and at which minute would say which words are theirs."""
    tasks = await session.scalars(
        select(Task).where(Task.person_id == person.id, Task.kind == TaskKind.COMMENT_LEAVING, Task.closed_at.is_(None))
    )
    for task in tasks:
        task.kind, task.incoming_id, task.note = TaskKind.CALL, None, ""
        task.created_at = task.created_at.replace(hour=0, minute=0, second=0, microsecond=0)


# -- what is said ------------------------------------------------------------------------------------------------


async def tell_by_path(acting: Acting, comment: Comment, words: Text, options: SendOptions = sending.NOTICE) -> None:
    path = await return_path_of(acting.session, comment.id)
    address = opened_path(acting.session, comment.id, path.sealed) if path else None
    contact = await acting.session.get(Contact, address.contact_id) if address else None
    if path is not None and address is not None and contact is not None:
        await by_return_path(acting, path, contact, words, options, language=address.language)


async def by_return_path(
    acting: Acting,
    path: ReturnPath,
    contact: Contact,
    words: Text,
    options: SendOptions = sending.NOTICE,
    *,
    language: str = "",
) -> None:
    """A delivery that names nobody: not the person, not the contact, not the two messages between which it left.

    Its number is drawn below zero, so that the series of the others has no hole at its place.
    """
    number = -1 - secrets.randbelow(NUMBERS_BELOW)
    delivery = await sending.write_to(
        acting, contact, Outgoing(words), options=options, language=language, number=number, nameless=True
    )
    delivery.person_id, delivery.contact_id, delivery.return_path_id = None, None, path.id
    await acting.session.flush()
