"""The only maker of deliveries: words become rows of the transaction that decided them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.contacts import Contact, contact_for
from db.conversations import Question, QuestionState
from db.deliveries import Delivery, Priority
from db.people import Person
from db.session import AsyncSession
from handlers.open_questions import LETTERS, broadcast_questions
from handlers.parts import parts_of
from handlers.turn import Ask, House, Turn, spoken
from messages import Channel, Option, Outgoing, Text
from messages.render import render
from messages.sms_text import prepare


@dataclass(frozen=True, slots=True)
class How:
    """The manner of a delivery: its kind for the reports, what leaves first, until when it is useful."""

    kind: str = "reply"
    priority: Priority = Priority.REPLY
    not_before: dt.datetime | None = None
    not_after: dt.datetime | None = None
    any_hour: bool = False
    any_consent: bool = False


REPLY = How(any_hour=True, any_consent=True)
NOTICE = How(kind="notice", priority=Priority.NORMAL)


async def reply(turn: Turn, outgoing: Outgoing | Text, question: Question | None = None, how: How = REPLY) -> Delivery:
    """Answer the person who is writing, on the channel they wrote on, at once and at any hour."""
    return await write_to(
        turn.session,
        turn.house,
        turn.contact,
        outgoing,
        now=turn.now,
        how=how,
        person=turn.person,
        question=question,
        answers=turn.row.id,
    )


async def tell(
    session: AsyncSession,
    house: House,
    person: Person,
    outgoing: Outgoing | Text,
    *,
    now: dt.datetime,
    how: How = NOTICE,
) -> Delivery | None:
    """Write to a person at the address that works and that they agreed to; None when there is none."""
    contact = await contact_for(session, person)
    if contact is None:
        return None
    return await write_to(session, house, contact, outgoing, now=now, how=how, person=person)


async def ask_person(
    session: AsyncSession, house: House, person: Person, ask: Ask, *, now: dt.datetime, how: How = NOTICE
) -> Delivery | None:
    """Put a question to a person, with its letter when others are open."""
    contact = await contact_for(session, person)
    if contact is None:
        return None
    question = await open_question(session, house, contact, person, ask, now=now)
    return await write_to(session, house, contact, ask.outgoing, now=now, how=how, person=person, question=question)


async def write_to(
    session: AsyncSession,
    house: House,
    contact: Contact,
    outgoing: Outgoing | Text,
    *,
    now: dt.datetime,
    how: How = NOTICE,
    person: Person | None = None,
    question: Question | None = None,
    language: str = "",
    number: int | None = None,
    answers: int | None = None,
) -> Delivery:
    """One row of the outbox. The words are rendered now, for this person's language and this contact's channel.

    What is too long for one Telegram message goes in several rows; the last one has the buttons and is returned.
    `number`: its id, when it must not take its place among the others. `answers`: the message that it answers.
    """
    outgoing = outgoing if isinstance(outgoing, Outgoing) else Outgoing(outgoing)
    language = language or spoken(house, contact, person)
    body, buttons = words_for(house, contact, language, outgoing, question)
    if contact.channel == Channel.TELEGRAM:
        *before, body = parts_of(body)
        for part in before:
            await write_to(session, house, contact, Outgoing(part), now=now, how=how, person=person, answers=answers)
    prepared = _prepared(body, contact, person)
    delivery = Delivery(
        id=number,
        organisation_id=house.organisation_id,
        kind=how.kind,
        channel=contact.channel,
        contact_id=contact.id,
        person_id=person.id if person else contact.person_id,
        body=prepared.text if prepared else body,
        buttons=[list(button) for button in buttons] or None,
        image=outgoing.image,
        priority=how.priority,
        any_hour=how.any_hour,
        any_consent=how.any_consent,
        incoming_id=answers,
        expects_answer=question is not None or answers is not None,
        queued_at=now,
        not_before=how.not_before,
        not_after=how.not_after,
        segments=prepared.segments if prepared else 0,
        cost=round(prepared.segments * house.sms_price * 1_000_000) if prepared else 0,
        question_id=question.id if question else None,
    )
    session.add(delivery)
    await session.flush()
    if question is not None:
        question.delivery_id = delivery.id
    return delivery


def words_for(
    house: House, contact: Contact, language: str, outgoing: Outgoing, question: Question | None = None
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The exact words and buttons of an outgoing message for one contact."""
    letter = question.letter if question is not None else ""

    def data(position: int, option: Option) -> str:
        return f"q{question.id}.{position}" if question is not None else f"v.{option.value}"[:64]

    rendered = render(house.catalogue, outgoing, language, Channel(contact.channel), data=data, letter=letter)
    return rendered.body, rendered.buttons


async def open_question(
    session: AsyncSession,
    house: House,
    contact: Contact,
    person: Person | None,
    ask: Ask,
    *,
    now: dt.datetime,
    dialogue_id: int | None = None,
    key: str = "",
) -> Question:
    """A new open question. An older open one of the same topic and subject is dropped: it was asked again."""
    others = await _open(session, contact.id, now)
    others += await broadcast_questions(session, contact, now, house.options_last)
    for other in [
        o for o in others if (o.topic, o.subject_id, o.dialogue_id) == (ask.topic, ask.subject_id, dialogue_id)
    ]:
        other.state = QuestionState.DROPPED
        others.remove(other)
    language = spoken(house, contact, person)
    question = Question(
        contact_id=contact.id,
        person_id=person.id if person else None,
        topic=ask.topic,
        subject_id=ask.subject_id,
        dialogue_id=dialogue_id,
        key=key,
        options=[[o.value, _label(house, o, language, contact.channel)] for o in ask.outgoing.options],
        free_text=ask.free_text,
        menu=ask.menu,
        important=ask.important,
        letter=_free_letter(others) if ask.lettered else "",
        prompt=_kept_prompt(house, ask.outgoing, language, contact.channel),
        asked_at=now,
        lapses_at=now + (ask.lasts or house.options_last),
    )
    session.add(question)
    await session.flush()
    return question


async def _open(session: AsyncSession, contact_id: int, now: dt.datetime) -> list[Question]:
    found = await session.scalars(
        select(Question).where(
            Question.contact_id == contact_id, Question.state == QuestionState.OPEN, Question.lapses_at > now
        )
    )
    return list(found)


def _free_letter(others: list[Question]) -> str:
    """The first letter free for this contact; none while no other question is open: nothing to tell apart."""
    asked = [o for o in others if not o.menu and o.answered_at is None]
    if not asked:
        return ""
    taken = {o.letter or "A" for o in asked}
    return next((letter for letter in LETTERS if letter not in taken), "")


def _label(house: House, option: Option, language: str, channel: str) -> str:
    return house.catalogue.text(option.label, language, Channel(channel))


def _kept_prompt(house: House, outgoing: Outgoing, language: str, channel: str) -> dict[str, Any]:
    """What a coordinator sees of the question, and what asks it again outside a dialogue."""
    return {"text": house.catalogue.text(outgoing.text, language, Channel(channel))}


def again(question: Question) -> Outgoing:
    """The same question once more, from what was kept of it."""
    options = tuple(Option(value, label) for value, label in question.options)
    return Outgoing(str(question.prompt.get("text", "")), options)


def _prepared(body: str, contact: Contact, person: Person | None) -> Any:
    if contact.channel != Channel.SMS:
        return None
    return prepare(body, no_accents=bool(person and person.no_accents))
