"""A wrong number is taken off a card; what the person had said on paper follows them to the right one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from db.consent import ALL, ConsentEntry
from db.contacts import Consent, Contact, Reach, contacts_of
from db.leaving import leaves
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting
from handlers.addresses import tell_gone, tell_left
from handlers.numbers import BadNumber, read_number, shown
from handlers.people.spec import Checked
from messages.channels import spec_of

ON_PAPER = ("import", "coordinator")  # said of the person, whatever the number that was written beside it


async def wrong_contacts(session: AsyncSession, person: Person, said_wrong: Sequence[str]) -> list[Contact]:
    """The phones of a person that do not work, and the addresses that are said not to be theirs: phones as people write
    them, accounts by their Telegram number."""
    wrong = {number for written in said_wrong if (number := _number(written))} | {one.strip() for one in said_wrong}
    contacts = await contacts_of(session, person.id)
    dead = [one for one in contacts if one.reach is Reach.INVALID and not spec_of(one.channel).alone]
    return [contact for contact in contacts if contact in dead or contact.address in wrong]


def _number(written: str) -> str:
    try:
        return read_number(written).e164
    except BadNumber:
        return ""


def confirmed(wrong: Sequence[Contact], phone: str | None) -> bool:
    """The number that was said to be wrong is written again: it is right after all."""
    same = next((contact for contact in wrong if contact.address == phone), None)
    if same is not None:
        same.reach, same.reach_reason = Reach.OK, ""
    return same is not None


async def carried(session: AsyncSession, wrong: Sequence[Contact], person: Person, checked: Checked) -> Checked:
    """With the last yes that was written down of this person. Any stop heard from the wrong number keeps it there."""
    if checked.consent or not checked.phone or not wrong:
        return checked
    ids = [contact.id for contact in wrong]
    entries = select(ConsentEntry).where(ConsentEntry.contact_id.in_(ids), ConsentEntry.kind == ALL)
    rows = list(await session.scalars(entries.order_by(ConsentEntry.at, ConsentEntry.id)))
    written = [row for row in rows if row.source in ON_PAPER and row.person_id == person.id]
    if not written or any(not row.given for row in rows):
        return checked
    last = written[-1]
    return replace(checked, consent=last.words, consent_at=last.at, consent_oldest=last.at)


async def take_off(acting: Acting, wrong: Sequence[Contact], person: Person, said_wrong: Sequence[str]) -> None:
    """These phones are no longer this person's, who is told at the others; nor are the numbers to call that are said to
    be wrong."""
    for contact in wrong:
        worked = contact.reach is Reach.OK and contact.consent is Consent.GIVEN and not contact.shared
        await leaves(acting.session, contact, person, acting.now)
        await tell_gone(acting, person, contact)
        if worked:
            await tell_left(acting, contact)
    numbers = [shown(number) for written in said_wrong if (number := _number(written))]
    others = [phone for phone in person.other_phones.split("; ") if not phone.startswith(tuple(numbers))]
    person.other_phones = "; ".join(others)
    await acting.session.flush()
