"""What is forgotten of nameless comments: the talk in which one was written, the questions about it, and, at each tick,
what had to leave first. Nothing is blanked that can be deleted, and nothing that is deleted leaves a hole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from sqlalchemy import Select, bindparam, delete, exists, func, literal_column, or_, select, update

from db import message_kinds
from db.comments.tables import Comment, CommentState, Decision
from db.contacts import Contact
from db.conversations import (
    Dialogue,
    DialogueState,
    HandledAs,
    IncomingMessage,
    Question,
    QuestionState,
    Task,
    TaskKind,
)
from db.deliveries import (
    CHAT_NUMBERS,
    FINAL,
    PATHS_NEWS,
    UNKEPT,
    UNSETTLED,
    Delivery,
    Receipt,
    ReturnPath,
    Spending,
    Status,
)
from db.forgotten import (
    detach,
    erase_at_provider,
    finish,
    forget_deliveries,
    forget_questions,
    refuse_receipts,
)
from db.people import Person
from db.privacy.messages import sealed_number
from db.session import AsyncSession, forgot
from handlers.acting import Acting
from handlers.comments.beside import said_beside, stand_alone
from handlers.comments.offer import OFFER
from handlers.dialogue import forget
from handlers.dialogue.state import pieces_kept
from handlers.open_questions import DOUBTS
from messages.channels import TRACED
from messages.reading import Meaning

ABOUT_OWN = (
    "comments.withdraw",
    "comments.withdraw_all",
    "comments.withdraw_sure",
    "comments.correct",
    "comments.nameless",
)
# What is read in a message of a talk, beside its words: its answers, what was asked to be done with them.
OF_A_TALK = frozenset(
    {
        Meaning.COMMENT, Meaning.END, Meaning.WITHDRAW, Meaning.NAMELESS, Meaning.CORRECT, Meaning.YES, Meaning.NO,
        Meaning.NUMBER, Meaning.DISTRESS, Meaning.UNKNOWN,
    }
)  # fmt: skip
# What was not understood while they wrote: once they confirm, nobody needs to look at it any more.
SETTLED = (TaskKind.UNCLEAR_ANSWER, TaskKind.UNKNOWN_WORD)
ELSEWHERE = (HandledAs.COMMAND, HandledAs.MEDIA, HandledAs.STOP)
NAME = "comment"
WRITTEN = "written"  # in a talk: every message of words, those that were corrected too
HOUR = dt.timedelta(hours=1)
AT_ONCE = 500
PATH_LASTS = dt.timedelta(days=90)  # once the table has answered


async def talk_messages(
    session: AsyncSession, row: Dialogue, contact: Contact, ids: Sequence[int], until: dt.datetime | None = None
) -> list[int]:
    """Every message of this talk: its words, its answers, and the one that began it. `until`: when it was last played,
    of one that ended otherwise than by its own question.

    Not what was answered to another dialogue while this one was parked behind it.
    """
    written = {*ids, *row.memo.get(WRITTEN, []), *(int(piece["id"]) for piece in pieces_kept(row) if piece["id"])}
    wanted = (
        select(IncomingMessage.id, IncomingMessage.reading, IncomingMessage.handled_at)
        .where(IncomingMessage.sender == f"{contact.channel}:{contact.address}")
        .where(IncomingMessage.handled_at >= await _began(session, row))
        .where(IncomingMessage.handled_as.not_in(ELSEWHERE))
    )
    heard = await session.execute(wanted if until is None else wanted.where(IncomingMessage.handled_at <= until))
    others = await _others(session, row)
    return sorted(
        written
        | {
            id
            for id, reading, at in heard
            if _is_of_a_talk(reading) and not any(since <= (at or since) <= until for since, until in others)
        }
    )


async def _began(session: AsyncSession, row: Dialogue) -> dt.datetime:
    """When it was begun; of one that waited behind another, when it was taken up."""
    asked = await session.scalar(select(func.min(Question.asked_at)).where(Question.dialogue_id == row.id))
    parked = exists().where(
        Dialogue.contact_id == row.contact_id, Dialogue.id < row.id, Dialogue.updated_at > row.started_at
    )
    behind = await session.scalar(select(parked))
    return asked if asked is not None and behind else row.started_at


async def _others(session: AsyncSession, row: Dialogue) -> list[tuple[dt.datetime, dt.datetime]]:
    """From when to when each dialogue that was begun in the middle of this one lasted."""
    found = await session.execute(
        select(Dialogue.started_at, Dialogue.updated_at).where(
            Dialogue.contact_id == row.contact_id, Dialogue.id != row.id, Dialogue.started_at > row.started_at
        )
    )
    return [(since, until) for since, until in found]


def _is_of_a_talk(reading: str) -> bool:
    """What was read in it; nothing in a button, nor in a label written out."""
    return not reading or not OF_A_TALK.isdisjoint(reading.split(" + "))


async def forget_talk(
    acting: Acting, row: Dialogue, contact: Contact, ids: Sequence[int], until: dt.datetime | None = None
) -> list[int]:
    """All of the talk, whose messages are given back: the same whether a nameless comment came of it or nothing."""
    session = acting.session
    messages = await talk_messages(session, row, contact, ids, until)
    doubts = Question.kind.in_(DOUBTS) & Question.subject_id.in_(messages)
    asked = list(await session.scalars(select(Question.id).where(or_(Question.dialogue_id == row.id, doubts))))
    await forget_messages(acting, row.person_id, messages, asked)
    await forget(session, row, [])
    await session.execute(delete(Question).where(doubts))
    await session.execute(
        update(Question)
        .where(Question.contact_id == contact.id, Question.kind == OFFER.name, Question.answered_at == row.started_at)
        .values(state=QuestionState.OPEN, answered_at=None)
    )
    return messages


async def keep_words_alone(
    acting: Acting, row: Dialogue, contact: Contact, ids: Sequence[int], until: dt.datetime | None = None
) -> None:
    """What is left of a talk whose words a human has: these words. How they were read back, with a name or without,
    would say whose nameless words wait for the table: it goes, in whichever way, and nobody's is missing alone.
    """
    kept = {*ids, *row.start.get("wish", [])}
    others = [id for id in await talk_messages(acting.session, row, contact, ids, until) if id not in kept]
    asked = list(await acting.session.scalars(select(Question.id).where(Question.dialogue_id == row.id)))
    await forget_messages(acting, row.person_id, others, asked)
    await forget(acting.session, row, [])


async def forget_expired(acting: Acting, row: Dialogue) -> int | None:
    """A talk that nobody answered any more, in which no name was wanted. What is said of it answers the last message of
    the talk, which is given back, and goes with it once it has left.
    """
    contact = await acting.session.get(Contact, row.contact_id)
    if contact is None:
        return None
    messages = await forget_talk(acting, row, contact, (), row.updated_at)
    return messages[-1] if messages else None


async def forget_messages(
    acting: Acting, person_id: int | None, messages: Sequence[int], asked: Sequence[int] = ()
) -> None:
    """These messages are nobody's, and what we asked about them goes (`asked`, the questions of their talk).

    One that also said something else keeps that alone; one that a human must look at stays, without its words.
    """
    session = acting.session
    await session.execute(delete(Task).where(Task.incoming_id.in_(messages), Task.kind.in_(SETTLED)))
    person = await session.get(Person, person_id) if person_id is not None else None
    beside = await said_beside(session, person, messages) if person is not None else []
    for one in beside:
        assert person is not None
        await stand_alone(acting, person, one, asked)
    stay = {one.message.id for one in beside}
    seen = set(await session.scalars(select(Task.incoming_id).where(Task.incoming_id.in_(messages)))) - stay
    blank = {"text": "", "payload": None, "handled_as": HandledAs.MEANT, "reading": "", "kind": "text"}
    await session.execute(update(IncomingMessage).where(IncomingMessage.id.in_(seen)).values(**blank))
    alone = [id for id in messages if id not in stay | seen]
    await _forget_replies(acting, alone, asked)
    to_look_at = Delivery.incoming_id.in_(seen), Delivery.status.not_in(UNSETTLED)
    await session.execute(update(Delivery).where(*to_look_at).values(body="", buttons=None))
    await detach(session, alone)


async def _forget_replies(acting: Acting, messages: Sequence[int], asked: Sequence[int]) -> None:
    """What is leaving at this moment goes with the last message, once it has left."""
    session = acting.session
    replies = or_(Delivery.question_id.in_(asked), Delivery.incoming_id.in_(messages))
    in_flight = Delivery.status.in_((Status.CLAIMED, Status.STARTED))
    if messages:
        last = {"question_id": None, "incoming_id": messages[-1]}
        await session.execute(update(Delivery).where(replies, in_flight).values(**last))
    gone = await session.scalars(select(Delivery.id).where(replies, ~in_flight))
    await forget_deliveries(session, list(gone), acting.now.date())


async def forget_traces(acting: Acting) -> int:
    """At each tick: talks that ended, what was detached (by them too), lists that were shown, questions about one's own
    comments, minutes of return paths; the accounts of the days before, which would tell by which channel a row that is
    gone left.
    """
    session = acting.session
    today = dt.datetime.combine(acting.today, dt.time(), acting.installation.zone).astimezone(dt.UTC)
    done = await _talks_over(acting)
    done += await finish(session, acting.today)
    done += await _unkept(session)
    done += await _minutes_of_paths(acting, today)
    done += await _paths_over(acting)
    await _chat_numbers(acting)
    old = await session.scalars(
        select(Question.id).where(Question.kind.in_(ABOUT_OWN), Question.asked_at < acting.now - HOUR)
    )
    stale = list(old)
    if stale:
        await forget_questions(session, stale)
    past = Spending.day < acting.today
    if await session.scalar(select(exists().where(past))):  # a tick with nothing to forget writes nothing
        await session.execute(delete(Spending).where(past))
    return done + len(stale)


async def _talks_over(acting: Acting) -> int:
    """Talks that ended, however they did: their questions go with them, and nothing speaks of these any more.

    One that was broken off (a stop, another dialogue) is gone whole: its words are no comment, and may be one later.
    """
    session = acting.session
    over = (DialogueState.DONE, DialogueState.CANCELLED, DialogueState.EXPIRED)
    rows = list(await session.scalars(select(Dialogue).where(Dialogue.name == NAME, Dialogue.state.in_(over))))
    for row in rows:
        contact = await session.get(Contact, row.contact_id)
        if row.state is DialogueState.CANCELLED and contact is not None:
            await forget_talk(acting, row, contact, (), row.updated_at)
    talks = [row.id for row in rows]
    if talks:
        asked = select(Question.id).where(Question.dialogue_id.in_(talks))
        await session.execute(update(Delivery).where(Delivery.question_id.in_(asked)).values(question_id=None))
        await session.execute(delete(Dialogue).where(Dialogue.id.in_(talks)))
        forgot(session)
    return len(talks)


async def _unkept(session: AsyncSession) -> int:
    """Other people's words, once they were shown."""
    rows = await session.scalars(select(Delivery.id).where(literal_column(UNKEPT), Delivery.status.not_in(UNSETTLED)))
    ids = list(rows)
    if ids:
        await session.execute(update(Delivery).where(Delivery.id.in_(ids)).values(body="", buttons=None))
        forgot(session)
    return len(ids)


async def _minutes_of_paths(acting: Acting, today: dt.datetime) -> int:
    """News keep their day; of a text message that may still be refused, the rest goes tomorrow. Replies go once they
    left: their minute is their author's.
    """
    found = list(await acting.session.scalars(_news_over(), {"today": today}))
    replies = [row.id for row in found if row.kind == message_kinds.REPLY.name]
    await forget_deliveries(acting.session, replies, acting.today)
    news = [row for row in found if row.kind != message_kinds.REPLY.name]
    sent = [(row.channel, row.provider_id) for row in news if row.provider_id]
    await erase_at_provider(acting.session, sent, acting.today)
    await refuse_receipts(acting.session, [(row.id, row.channel, row.provider_id) for row in news])
    for row in news:
        row.body, row.provider_id, row.claimed_by, row.channel = "", None, None, ""
        row.segments = row.cost = row.attempts = 0
        row.queued_at = row.due_at = _noon(acting, row.queued_at)
        for name in ("not_before", "not_after", "started_at", "sent_at", "delivered_at"):
            moment = getattr(row, name)
            setattr(row, name, None if moment is None else _noon(acting, moment))
    if found:
        await acting.session.execute(delete(Receipt).where(Receipt.delivery_id.in_([row.id for row in found])))
        forgot(acting.session)
    return len(found)


@cache  # asked at each tick, as those below: building the question costs as much as its answer
def _news_over() -> Select[Delivery]:
    left = Delivery.kind == message_kinds.REPLY.name, Delivery.status.in_(FINAL), Delivery.channel.not_in(TRACED)
    over = or_(*left, Delivery.queued_at < bindparam("today"))
    return select(Delivery).where(literal_column(PATHS_NEWS), Delivery.status.not_in(UNSETTLED), over)


async def _chat_numbers(acting: Acting) -> None:
    """In a chat, Telegram's numbers count its messages: two of them would say how many are missing between. They are
    sealed as they are written (bot/outbox/settle); here, those of an earlier version, and of what was found again.
    """
    left = Delivery.status.not_in(UNSETTLED)
    rows = await acting.session.execute(
        select(Delivery.id, Delivery.provider_id).where(literal_column(CHAT_NUMBERS), left).limit(AT_ONCE)
    )
    for id, number in rows.all():
        sealed = sealed_number(acting.session, str(number))
        await acting.session.execute(update(Delivery).where(Delivery.id == id).values(provider_id=sealed))


async def _paths_over(acting: Acting) -> int:
    """Nothing more will be said of it: nobody needs to know any longer."""
    ids = list(await acting.session.scalars(_paths_not_needed(), {"answered_before": acting.today - PATH_LASTS}))
    if ids:
        await acting.session.execute(delete(ReturnPath).where(ReturnPath.id.in_(ids)))
        forgot(acting.session)
    return len(ids)


@cache
def _paths_not_needed() -> Select[int]:
    answered = (Comment.state == CommentState.ANSWERED) & (Comment.decision != Decision.TO_FOLLOW)
    long_ago = answered & (Comment.answered_on < bindparam("answered_before"))
    leaving = exists().where(Delivery.return_path_id == ReturnPath.id, Delivery.status.in_(UNSETTLED))
    paths = select(ReturnPath.id).join(Comment, Comment.id == ReturnPath.comment_id)
    return paths.where(or_(Comment.state == CommentState.WITHDRAWN, long_ago), ~leaving)


def _noon(acting: Acting, moment: dt.datetime) -> dt.datetime:
    zone = acting.installation.zone
    return dt.datetime.combine(acting.installation.today(moment), dt.time(12), zone).astimezone(dt.UTC)
