"""A cry heard: every coordinator is written to at once, again every ten minutes, until one of them takes it.

Numbers that nobody knows are told one by one while they are few, then together (handlers/calls/crowd.py): the alert of
somebody who is known is never one of a thousand.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlalchemy import select

from db import message_kinds
from db.contacts import Contact, contact_for, contacts_of
from db.conversations import Question, QuestionState, Task
from db.deliveries import Priority
from db.people import Person, coordinators
from db.session import AsyncSession
from db.tasks import cried, tasks_alike
from handlers import sending
from handlers.acting import Acting
from handlers.numbers import shown
from handlers.sending import SendOptions
from handlers.things import TASK
from handlers.turn import Ask, QuestionKind
from messages import Channel, Option, Outgoing, Text, text
from messages.channels import spec_of
from messages.reading import Step, outright

AGAIN = dt.timedelta(minutes=10)
BUTTON_LASTS = dt.timedelta(days=30)  # from the last alert
FIRST = SendOptions(message_kinds.ALERT, priority=Priority.DANGER, any_hour=True, any_consent=True)
STRANGERS = replace(FIRST, priority=Priority.CRY)
TAKE = QuestionKind("calls.distress", Step.MENU, standing=True)


def first(task: Task) -> SendOptions:
    """How an alert leaves: before all; of a stranger, after those of people who are known."""
    return STRANGERS if task.person_id is None else FIRST


async def alert(acting: Acting, task: Task) -> int:
    """Write to every coordinator; returns how many. The words themselves stay out of it: a name and a number to call
    are what is needed, and words may become a comment without a name."""
    words = await _alert_words(acting, task)
    told = 0
    near = await _near(acting, task)
    for person in near or await coordinators(acting.session, acting.organisation_id):
        contact = await contact_for(acting.session, person, any_consent=True, answering=True)
        if contact is None:
            continue
        await _alert_one(acting, task, person, contact, words)
        told += 1
    for one in await tasks_alike(acting.session, task):
        if one.acknowledged_by is None:
            one.alert_at, one.told_at, one.told_all = acting.now + AGAIN, acting.now, one.told_all or not near
    return told


async def _near(acting: Acting, task: Task) -> list[Person]:
    """Those who answer for this person; nobody when none took it within the delay, or none can be told: everyone is."""
    if task.told_at is not None:
        return []
    near = [person for person, _ in await sending.concerned(acting, TASK, [task])]
    can_be_told = [p for p in near if await contact_for(acting.session, p, any_consent=True) is not None]
    return near if can_be_told else []


async def _alert_one(acting: Acting, task: Task, person: Person, contact: Contact, words: Text) -> None:
    """The same question each time, so that the button of the first message still works. By text there is none: a
    sender's number can be forged."""
    question = None
    options: tuple[Option, ...] = ()
    if spec_of(contact.channel).buttons:
        options = (Option("take", text("calls-take-it")),)
        question = await _standing(acting.session, contact, task)
        if question is None:
            ask = Ask(Outgoing(words, options), TAKE, task.id, lasts=BUTTON_LASTS)
            question = await sending.open_question(acting, contact, person, ask)
        question.lapses_at = acting.now + BUTTON_LASTS  # as long as it is told again
    await sending.write_to(
        acting, contact, Outgoing(words, options), options=first(task), person=person, question=question
    )


async def tell_who_took_it(acting: Acting, task: Task) -> None:
    """The coordinator who takes care of them: they write on."""
    person = await acting.session.get(Person, task.acknowledged_by) if task.acknowledged_by else None
    contact = await contact_for(acting.session, person, any_consent=True) if person is not None else None
    if contact is not None:
        name, _phone = await whom(acting.session, task)
        words = text("calls-writes-on", name=name, number=task.id)
        await sending.write_to(acting, contact, words, options=first(task), person=person)


async def _standing(session: AsyncSession, contact: Contact, task: Task) -> Question | None:
    return await session.scalar(
        select(Question).where(
            Question.contact_id == contact.id,
            Question.kind == TAKE.name,
            Question.subject_id == task.id,
            Question.state == QuestionState.OPEN,
        )
    )


async def _alert_words(acting: Acting, task: Task) -> Text:
    name, phone = await whom(acting.session, task)
    watched = task.contact_id is not None and await is_watched(acting.session, task.contact_id)
    return text("calls-alert-watched" if watched else "calls-alert", number=task.id, name=name, phone=phone)


async def is_watched(session: AsyncSession, contact_id: int) -> bool:
    """Whether someone in danger wrote that another reads this phone, or is beside them: nothing is answered there until
    it is closed."""
    return outright.watched(await cried(session, contact_id))


async def whom(session: AsyncSession, task: Task) -> tuple[Text | str, Text | str]:
    """Who a task is about and where to call them; their phone, even when they wrote on Telegram."""
    person = await session.get(Person, task.person_id) if task.person_id else None
    contact = await session.get(Contact, task.contact_id) if task.contact_id else None
    phone = await _phone(session, person, contact)
    name: Text | str = person.name if person is not None and person.name else text("calls-unknown-person")
    to_call = person.other_phones if person is not None else ""
    return name, shown(phone) or to_call or text("calls-no-phone")


async def _phone(session: AsyncSession, person: Person | None, contact: Contact | None) -> str:
    if contact is not None and contact.channel == Channel.SMS:
        return contact.address
    if person is None:
        return ""
    return next((c.address for c in await contacts_of(session, person.id) if c.channel == Channel.SMS), "")
