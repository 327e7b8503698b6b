"""The emergency contact of the settings: texted when no coordinator took a distress in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from db import message_kinds
from db.contacts import Contact, Reach, add_contact, contact_at
from db.conversations import Task
from db.deliveries import Priority
from db.journal import write_entry
from db.people import Person
from db.tasks import tasks_alike
from handlers import sending
from handlers.acting import Acting
from handlers.calls import crowd
from handlers.calls.alerts import whom
from handlers.installation import Emergency
from handlers.sending import SendOptions
from messages import Channel, text

AT_ONCE = SendOptions(message_kinds.ALERT, priority=Priority.DANGER, any_hour=True, any_consent=True)
FEW = replace(AT_ONCE, priority=Priority.CRY)


async def tell(acting: Acting, someone: Emergency, task: Task) -> None:
    """A name and a number to call, none of their words; once, whatever they write meanwhile."""
    name, phone = await whom(acting.session, task)
    contact = await _contact(acting, someone)
    said = text("calls-emergency", name=name, phone=phone)
    options = FEW if task.person_id is None else AT_ONCE
    await sending.write_to(acting, contact, said, options=options, language=acting.installation.default_language)
    for one in await tasks_alike(acting.session, task):
        one.emergency_at = acting.now
    await _note(acting, task)


async def tell_together(acting: Acting, someone: Emergency, tasks: Sequence[Task]) -> int:
    """Many strangers at once, in one message, at most every ten minutes; how many it was about."""
    if not await crowd.may_tell(acting, crowd.EMERGENCY):
        return 0
    contact, words = await _contact(acting, someone), crowd.emergency_words(acting, len(tasks))
    await sending.write_to(acting, contact, words, options=FEW, language=acting.installation.default_language)
    for task in tasks:
        task.emergency_at = acting.now
    await _note(acting, tasks[0])
    return len(tasks)


async def _contact(acting: Acting, someone: Emergency) -> Contact:
    """Their number: nobody's, unless they are on the list too. One that failed once is tried all the same."""
    contact = await contact_at(acting.session, Channel.SMS, someone.phone)
    if contact is None:
        contact = await add_contact(acting.session, acting.organisation_id, Channel.SMS, someone.phone, acting.now)
    if contact.reach is Reach.INVALID:
        contact.reach, contact.reach_reason = Reach.OK, ""
    return contact


async def _note(acting: Acting, task: Task) -> None:
    person = await acting.session.get(Person, task.person_id) if task.person_id else None
    await write_entry(
        acting.session,
        "calls.emergency",
        now=acting.now,
        actor=acting.actor.signature,
        subject=person.pseudonym if person is not None else None,
        thing="task",
        thing_id=task.id,
        channel=Channel.SMS,
    )
