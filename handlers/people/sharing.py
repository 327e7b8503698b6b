"""Two people on one phone: asked once who writes, remembered for the conversation; nothing written is lost."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.contacts import people_at
from db.conversations import HandledAs, IncomingMessage, Question
from db.people import Person
from handlers.dialogue import Given
from handlers.people.joining import SAME_PERSON
from handlers.turn import Ask, QuestionKind, Reply, Start, Turn
from messages import Option, Outgoing, text
from messages.reading import Step

WHO = QuestionKind("people.who", Step.MENU, aside=True)
ASKED_ONCE_IN = dt.timedelta(minutes=30)
TAKEN_UP_WITHIN = dt.timedelta(days=2)


async def who_is_it(turn: Turn) -> Reply:
    """Asked once; what is written meanwhile waits with the first message."""
    asked = await _asked_lately(turn)
    turn.row.handled_as = HandledAs.WAITING
    if asked:
        return None
    people = await people_at(turn.session, turn.contact.id)
    options = tuple(Option(str(person.id), person.name or "?") for person in people[:4])
    another = Option("another", text("people-someone-else"))
    return Ask(Outgoing(text("people-who-writes"), (*options, another)), WHO)


async def _asked_lately(turn: Turn) -> bool:
    found = await turn.session.scalar(
        select(Question.id).where(
            Question.contact_id == turn.contact.id,
            Question.kind == WHO.name,
            Question.state == "open",
            Question.asked_at > turn.now - ASKED_ONCE_IN,
        )
    )
    return found is not None


async def told_who(turn: Turn, question: Question, given: Given) -> Reply:
    """They said who: what waited is handled as theirs, in order."""
    if given.value == "another":
        return Start("join", {"words": turn.text, "another": True})
    person = await turn.session.get(Person, int(str(given.value)))
    if person is None:
        return text("router-stale-button")
    turn.contact.person_id, turn.contact.person_until = person.id, turn.now + SAME_PERSON
    await turn.becomes(person)
    turn.row.person_id = person.id
    await _take_up(turn)
    return None


async def _take_up(turn: Turn) -> None:
    rows = await turn.session.scalars(
        select(IncomingMessage)
        .where(
            IncomingMessage.sender == turn.row.sender,
            IncomingMessage.handled_as == HandledAs.WAITING,
            IncomingMessage.received_at > turn.now - TAKEN_UP_WITHIN,
            IncomingMessage.id < turn.row.id,
        )
        .order_by(IncomingMessage.id)
    )
    for row in list(rows):
        row.handled_as = HandledAs.NONE
        row.person_id = turn.person.id if turn.person else None
        await turn.conversation.take_up(turn, row)
