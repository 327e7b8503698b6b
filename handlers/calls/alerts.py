"""A cry heard: every coordinator is written to at once, again every ten minutes, until one of them takes it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.contacts import Contact, contact_for, contacts_of
from db.conversations import Question, QuestionState, Task
from db.deliveries import Priority
from db.people import Person, coordinators
from db.session import AsyncSession
from handlers import sending
from handlers.numbers import shown
from handlers.sending import How
from handlers.turn import Ask, House
from messages import Channel, Option, Outgoing, Text, text

AGAIN = dt.timedelta(minutes=10)
URGENT = How(kind="alert", priority=Priority.URGENT, any_hour=True, any_consent=True)
TOPIC = "calls.distress"


async def open_distress(session: AsyncSession, contact_id: int) -> Task | None:
    return await session.scalar(
        select(Task)
        .where(Task.contact_id == contact_id, Task.kind == "distress", Task.closed_at.is_(None))
        .order_by(Task.id.desc())
        .limit(1)
    )


async def alert(session: AsyncSession, house: House, task: Task, *, now: dt.datetime) -> int:
    """Write to every coordinator; returns how many. The words themselves stay out of it: a name and a number to call
    are what is needed, and words may become a comment without a name."""
    words = await _alert_words(session, house, task)
    told = 0
    for person in await coordinators(session, house.organisation_id):
        contact = await contact_for(session, person)
        if contact is None:
            continue
        await _alert_one(session, house, task, person, contact, words, now)
        told += 1
    task.alert_at = now + AGAIN
    task.told_at = now
    return told


async def _alert_one(
    session: AsyncSession,
    house: House,
    task: Task,
    person: Person,
    contact: Contact,
    words: Text,
    now: dt.datetime,
) -> None:
    """The same question each time, so that the button of the first message still works. By text there is none: a
    sender's number can be forged."""
    question = None
    options: tuple[Option, ...] = ()
    if contact.channel == Channel.TELEGRAM:
        options = (Option("take", text("calls-take-it")),)
        question = await _standing(session, contact, task)
        if question is None:
            ask = Ask(Outgoing(words, options), TOPIC, task.id, menu=True, lasts=dt.timedelta(days=30))
            question = await sending.open_question(session, house, contact, person, ask, now=now)
    await sending.write_to(
        session,
        house,
        contact,
        Outgoing(words, options),
        now=now,
        how=URGENT,
        person=person,
        question=question,
    )


async def _standing(session: AsyncSession, contact: Contact, task: Task) -> Question | None:
    return await session.scalar(
        select(Question).where(
            Question.contact_id == contact.id,
            Question.topic == TOPIC,
            Question.subject_id == task.id,
            Question.state == QuestionState.OPEN,
        )
    )


async def _alert_words(session: AsyncSession, house: House, task: Task) -> Text:
    name, phone = await whom(session, task)
    return text("calls-alert", number=task.id, name=name, phone=phone)


async def whom(session: AsyncSession, task: Task) -> tuple[Text | str, Text | str]:
    """Who a task is about and where to call them; their phone, even when they wrote on Telegram."""
    person = await session.get(Person, task.person_id) if task.person_id else None
    contact = await session.get(Contact, task.contact_id) if task.contact_id else None
    phone = await _phone(session, person, contact)
    name: Text | str = person.name if person is not None and person.name else text("calls-unknown-person")
    return name, shown(phone) if phone else text("calls-no-phone")


async def _phone(session: AsyncSession, person: Person | None, contact: Contact | None) -> str:
    if contact is not None and contact.channel == Channel.SMS:
        return contact.address
    if person is None:
        return ""
    return next((c.address for c in await contacts_of(session, person.id) if c.channel == Channel.SMS), "")
