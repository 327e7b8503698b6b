"""The questions a contact may answer now: their own, and those a broadcast carried to many people at once."""

from __future__ import annotations

import datetime as dt
import string
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from db.contacts import Contact
from db.conversations import Question, QuestionState, open_questions
from db.deliveries import Broadcast, BroadcastText, Delivery, Status
from db.meetings.questions import answers_given
from db.session import AsyncSession
from handlers.turn import Turn
from messages.keywords import Keyword, fold

LETTERS = string.ascii_uppercase[:8]
ARRIVED = (Status.STARTED, Status.SENT, Status.DELIVERED, Status.UNKNOWN)
WORDS_OF = {
    Keyword.OUI: {"yes", "coming", "ok"},
    Keyword.NON: {"no", "absent"},
    Keyword.PEUT_ETRE: {"maybe"},
    Keyword.ABSENT: {"absent"},
    Keyword.SUITE: {"skip", "more"},
    Keyword.CORRIGE: {"correct"},
    Keyword.RETIRER: {"withdraw"},
    Keyword.SANS_MON_NOM: {"nameless"},
}


async def questions_for(turn: Turn) -> list[Question]:
    """Every question that reached this contact and still stands, the latest first."""
    own = [q for q in await open_questions(turn.session, turn.contact.id, turn.now) if await _arrived(turn, q)]
    shared = await broadcast_questions(turn.session, turn.contact, turn.now, turn.house.options_last)
    return sorted([*own, *shared], key=lambda q: q.asked_at, reverse=True)


async def _arrived(turn: Turn, question: Question) -> bool:
    """Options still waiting for the end of the quiet hours were not seen: no digit can be for them."""
    if question.delivery_id is None:
        return True
    row = (await turn.session.execute(_status_of(), {"delivery": question.delivery_id})).one_or_none()
    return row is None or row.kind == "reply" or row.status in ARRIVED


@cache
def _status_of() -> Select[Status, str]:
    return select(Delivery.status, Delivery.kind).where(Delivery.id == bindparam("delivery"))


async def broadcast_questions(
    session: AsyncSession, contact: Contact, now: dt.datetime, last: dt.timedelta
) -> list[Question]:
    """The questions that stand in what was sent to many, the latest first; `answered_at` is set once answered."""
    if contact.person_id is None:
        return []
    values = {"person": contact.person_id, "contact": contact.id, "since": now - last}
    rows = await session.execute(_broadcasts_to(), values)
    found: list[Question] = []
    asked: dict[int | None, Question] = {}
    for delivery_id, sent_at, broadcast, options in rows:
        meeting = broadcast.audience.get("unanswered_meeting_id") or broadcast.audience.get("meeting_id")
        over = broadcast.kind == "reminder" and broadcast.not_after is not None and broadcast.not_after <= now
        if not options or over or (sent_at or now) <= now - last or (meeting and meeting in asked):
            continue
        # The next reminder of a meeting takes the place of the one before.
        asked[meeting] = broadcast_question(contact, broadcast.id, broadcast.kind, options, sent_at or now, delivery_id)
        found.append(asked[meeting])
    answers = await answers_given(session, contact.person_id, [meeting for meeting in asked if meeting is not None])
    for meeting, at in answers.items():
        if at >= asked[meeting].asked_at:  # a reminder that came after a "maybe" asks again
            asked[meeting].answered_at = at
    return found


@cache
def _broadcasts_to() -> Select[int, dt.datetime | None, Broadcast, list[Any]]:
    return (
        select(Delivery.id, Delivery.sent_at, Broadcast, BroadcastText.options)
        .join(Broadcast, Broadcast.id == Delivery.broadcast_id)
        .join(BroadcastText, BroadcastText.id == Delivery.broadcast_text_id)
        .where(Delivery.person_id == bindparam("person"), Delivery.contact_id == bindparam("contact"))
        .where(Delivery.status.in_(ARRIVED), Delivery.queued_at > bindparam("since"))
        .order_by(Delivery.id.desc())
        .limit(12)
    )


def broadcast_question(
    contact: Contact, broadcast_id: int, kind: str, options: list[Any], at: dt.datetime, delivery_id: int | None = None
) -> Question:
    """A question that stands in a broadcast's text: no row of its own, since a digest goes to thousands."""
    return Question(
        contact_id=contact.id,
        person_id=contact.person_id,
        topic=f"broadcast.{kind}",
        subject_id=broadcast_id,
        options=options,
        menu=kind == "digest",
        important=kind == "reminder",
        free_text=False,
        letter="",
        key="",
        prompt={},
        state=QuestionState.OPEN,
        asked_at=at,
        delivery_id=delivery_id,
    )


def lettered(questions: list[Question]) -> dict[str, Question]:
    """The letter of each question: the one it was shown with, else the first free one, the oldest first.

    A question answered while another was open keeps its letter until that one is answered too: B stays B.
    """
    standing = [q for q in reversed(questions) if not q.menu]
    waiting = [q for q in standing if q.answered_at is None]
    kept = [q for q in standing if q.answered_at is None or not waiting or _outlived(q.answered_at, waiting)]
    named = {q.letter: q for q in kept if q.letter}
    free = [letter for letter in LETTERS if letter not in named]
    return named | dict(zip(free, [q for q in kept if not q.letter], strict=False))


def _outlived(answered_at: dt.datetime, waiting: list[Question]) -> bool:
    return any(q.asked_at <= answered_at for q in waiting)


def by_digit(questions: list[Question], digit: int) -> list[Question]:
    return [q for q in questions if 1 <= digit <= len(q.options)]


def by_keyword(questions: list[Question], keyword: Keyword) -> list[Question]:
    wanted = WORDS_OF.get(keyword, set())
    return [q for q in questions if wanted & {str(value) for value, _ in q.options}]


def value_for(question: Question, keyword: Keyword) -> str | None:
    wanted = WORDS_OF.get(keyword, set())
    return next((str(value) for value, _ in question.options if value in wanted), None)


def by_label(question: Question, words: str) -> str | None:
    """The option whose label was written out, whatever its case and accents."""
    wanted = fold(words)
    return next((str(value) for value, label in question.options if wanted and fold(str(label)) == wanted), None)
