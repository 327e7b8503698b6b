"""The questions a contact may answer now: their own, and those a broadcast carried to many people at once."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from db.contacts import Contact
from db.conversations import HandledAs, IncomingMessage, Question, QuestionState, open_questions
from db.deliveries import Broadcast, BroadcastText, Delivery, Status
from db.meetings.questions import answers_given
from handlers.acting import Acting
from handlers.turn import Turn
from messages.keywords import Keyword, fold, read_yes_no, understand

ARRIVED = (Status.STARTED, Status.SENT, Status.DELIVERED, Status.UNKNOWN)
REMINDER, DIGEST = "broadcast.reminder", "broadcast.digest"
# What did these words mean, are you all right? Their subject is the message.
DOUBTS = MEANT, MEANT_ONE, CARE = "router.meant", "router.meant_one", "router.care"


async def questions_for(turn: Turn) -> list[Question]:
    """Every question that reached this contact and still stands, the latest first."""
    own = [q for q in await open_questions(turn.session, turn.contact.id, turn.now) if await _arrived(turn, q)]
    shared = await broadcast_questions(turn.acting, turn.contact, turn.installation.options_last)
    return sorted([*own, *shared], key=lambda q: q.asked_at, reverse=True)


async def _arrived(turn: Turn, question: Question) -> bool:
    """Options still waiting for the end of the quiet hours were not seen: no digit can be for them."""
    if question.delivery_id is None:
        return True
    row = (await turn.session.execute(_status_of(), {"delivery": question.delivery_id})).one_or_none()
    if row is None or row.kind == "reply":
        return True
    if row.left_at is not None and row.left_at > question.asked_at:
        question.asked_at = row.left_at  # it was put when its message left, not when it was written
    return row.status in ARRIVED


@cache
def _status_of() -> Select[Status, str, dt.datetime]:
    left_at = func.coalesce(Delivery.sent_at, Delivery.started_at).label("left_at")
    return select(Delivery.status, Delivery.kind, left_at).where(Delivery.id == bindparam("delivery"))


async def broadcast_questions(acting: Acting, contact: Contact, last: dt.timedelta) -> list[Question]:
    """The questions that stand in what was sent to many, the latest first; `answered_at` is set once answered."""
    if contact.person_id is None:
        return []
    values = {"person": contact.person_id, "contact": contact.id, "since": acting.now - last}
    rows = await acting.session.execute(_broadcasts_to(), values)
    found: list[Question] = []
    asked: dict[int, Question] = {}
    for delivery_id, left_at, broadcast, options in rows:
        over = broadcast.kind == "reminder" and broadcast.not_after is not None and broadcast.not_after <= acting.now
        if not options or over or left_at <= acting.now - last or broadcast.meeting_id in asked:
            continue
        question = broadcast_question(contact, broadcast, options, left_at, delivery_id)
        if broadcast.meeting_id is not None:
            asked[broadcast.meeting_id] = question  # the next reminder of a meeting takes the place of the one before
        found.append(question)
    answers = await answers_given(acting.session, contact.person_id, list(asked))
    for meeting, at in answers.items():
        if at >= asked[meeting].asked_at:  # a reminder that came after a "maybe" asks again
            asked[meeting].answered_at = at
    return found


@cache
def _broadcasts_to() -> Select[int, dt.datetime, Broadcast, list[Any]]:
    """With when each left: what perhaps arrived was never marked as sent, and stands at the hour it was begun."""
    left_at = func.coalesce(Delivery.sent_at, Delivery.started_at, Delivery.queued_at)
    return (
        select(Delivery.id, left_at, Broadcast, BroadcastText.options)
        .join(Broadcast, Broadcast.id == Delivery.broadcast_id)
        .join(BroadcastText, BroadcastText.id == Delivery.broadcast_text_id)
        .where(Delivery.person_id == bindparam("person"), Delivery.contact_id == bindparam("contact"))
        .where(Delivery.status.in_(ARRIVED), Delivery.queued_at > bindparam("since"))
        .order_by(Delivery.id.desc())
        .limit(12)
    )


def broadcast_question(
    contact: Contact, broadcast: Broadcast, options: list[Any], at: dt.datetime, delivery_id: int | None = None
) -> Question:
    """A question that stands in a broadcast's text: no row of its own, since a digest goes to thousands."""
    return Question(
        contact_id=contact.id,
        person_id=contact.person_id,
        kind=f"broadcast.{broadcast.kind}",
        subject_id=broadcast.id,
        options=options,
        free_text=False,
        key="",
        prompt={"meeting": broadcast.meeting_id},
        state=QuestionState.OPEN,
        asked_at=at,
        delivery_id=delivery_id,
    )


def position_of(question: Question, digit: int) -> int | None:
    """Where the option with this digit stands; None when the list has no such digit."""
    return next((i for i, option in enumerate(question.options) if number_of(option, i) == digit), None)


def number_of(option: list[Any], position: int) -> int:
    """The digit of an option: its own when it keeps one, else its place."""
    return int(option[2]) if len(option) > 2 else position + 1


def by_digit(question: Question, digit: int) -> str | None:
    position = position_of(question, digit)
    return None if position is None else str(question.options[position][0])


def by_label(question: Question, words: str) -> str | None:
    """The option whose label was written out, whatever its case and accents."""
    wanted = fold(words)
    return next((str(option[0]) for option in question.options if wanted and fold(str(option[1])) == wanted), None)


MOST_OF_A_LABEL = 3  # words
TALK = frozenset({"question", "smalltalk", "thanks", "reaction", "unknown", "help", "language"})
FILLERS = frozenset(
    {
        "ca", "sa", "le", "la", "les", "l", "svp", "stp", "please", "plz", "moi", "on", "ben", "bon", "oui", "non",
        "yes", "no",
        "it", "that", "the", "d", "accord", "ok", "merci",
    }
)  # fmt: skip
SAME = {"lis": "lire", "lisez": "lire", "lit": "lire", "read": "read", "retirez": "retirer", "envoi": "envoyer"}
SHORTEST_STEM = 4


def by_own_words(question: Question, words: str) -> str | None:
    """The one option that these words name: "enleve ca" where "non, l'enlever" stands, "lire" where "oui, le lire"."""
    said = [SAME.get(word, word) for word in fold(words).split() if word not in FILLERS]
    if not said or len(said) > MOST_OF_A_LABEL:
        return None
    found = {
        str(option[0])
        for option in question.options
        if all(any(_same_stem(word, other) for other in fold(str(option[1])).split()) for word in said)
    }
    return found.pop() if len(found) == 1 else None


def _same_stem(word: str, other: str) -> bool:
    if word == other:
        return len(word) >= SHORTEST_STEM
    shared = min(len(word), len(other)) - 2
    return shared >= SHORTEST_STEM and word[:shared] == other[:shared]


# Words that choose an option by what its value is, in a list that is not read otherwise.
VALUES_OF = {
    Keyword.OUI: {"yes", "coming", "ok"},
    Keyword.NON: {"no", "absent"},
    Keyword.PEUT_ETRE: {"maybe"},
    Keyword.SUITE: {"skip", "more"},
    Keyword.CORRIGE: {"correct"},
}


def written_option(question: Question, words: str, digit: int | None) -> str | None:
    """The option that was written: its label, its digit, or yes and no."""
    if (value := by_label(question, words)) is not None:
        return value
    if digit is not None:
        return by_digit(question, digit)
    keyword = read_yes_no(words) or understand(words).keyword
    wanted = VALUES_OF.get(keyword, set()) if keyword is not None else set()
    return next((str(option[0]) for option in question.options if option[0] in wanted), None)


async def read_last(turn: Turn, question: Question) -> bool:
    """Whether nothing else was said between them and us since it was asked, but questions and small talk."""
    before = await last_heard(turn)
    if before is None or before.handled_at is None or before.handled_at <= question.asked_at:
        return True
    return set(before.reading.split(" + ")) <= TALK and before.handled_as not in (HandledAs.KEYWORD, HandledAs.STOP)


async def last_heard(turn: Turn) -> IncomingMessage | None:
    """This sender's message before this one."""
    return await turn.session.scalar(
        select(IncomingMessage)
        .where(IncomingMessage.sender == turn.row.sender, IncomingMessage.id < turn.row.id)
        .order_by(IncomingMessage.id.desc())
        .limit(1)
    )
