"""Our own code failed on a message: whoever wrote it is told so; silence would pass for an answer."""

from __future__ import annotations

from db.contacts import Consent, Contact
from db.conversations import IncomingMessage, Task, TaskKind
from db.people import Person
from db.tasks import add_task
from handlers import sending
from handlers.acting import Acting
from messages import text
from messages.reading.read import may_be_a_cry


async def told(acting: Acting, contact: Contact, person: Person | None, row: IncomingMessage, words: str) -> None:
    """One sentence to someone who agreed to be written to, and a card without their words, which may be nameless.

    A coordinator reads that nothing was done. To a stranger nothing is said, but to one who may be in danger.
    """
    if not acting.actor.coordinator and may_be_a_cry(words):
        await _in_danger(acting, contact, person, row)
        return
    if person is None or contact.consent is not Consent.GIVEN:
        return
    house = acting.installation
    if acting.actor.coordinator:
        said = text("router-fault-desk")
    else:
        said = text("router-fault", name=house.contact_name, phone=house.contact_phone)
        await _card(acting, contact, person, row, TaskKind.UNKNOWN_WORD)
    await sending.write_to(acting, contact, said, options=sending.REPLY, person=person)


async def _in_danger(acting: Acting, contact: Contact, person: Person | None, row: IncomingMessage) -> None:
    """The numbers to call at once; the next tick alerts the coordinators."""
    task = await _card(acting, contact, person, row, TaskKind.DISTRESS)
    if task is not None:
        task.alert_at = acting.now
    house = acting.installation
    said = text("calls-distress", line=house.help_line or "no", name=house.contact_name, phone=house.contact_phone)
    await sending.write_to(acting, contact, said, options=sending.AT_ONCE, person=person)


async def _card(
    acting: Acting, contact: Contact, person: Person | None, row: IncomingMessage, kind: TaskKind
) -> Task | None:
    return await add_task(
        acting.session,
        acting.organisation_id,
        kind,
        now=acting.now,
        contact_id=contact.id,
        person_id=person.id if person is not None else None,
        incoming_id=row.id,
    )
