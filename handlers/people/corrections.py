"""A wrong number is taken off a card; what the person had said on paper follows them to the right one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import select

from db.consent import ALL, ConsentEntry
from db.contacts import Consent, Contact, Reach, contact_at, contacts_of, people_at
from db.conversations import Task, TaskKind
from db.leaving import leaves
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, Doubtful
from handlers.addresses import tell_gone, tell_left
from handlers.numbers import BadNumber, read_number, shown
from handlers.people.spec import Checked
from messages import Channel, text
from messages.channels import spec_of

# Behind an address that is taken off: nothing is written there, it is in somebody else's hands; or it is told.
LOST = re.compile(r"[\s,(]+(?:perdue?s?|volée?s?|volee?s?|lost|stolen)\)?$", re.IGNORECASE)
TOLD = re.compile(r"[\s,(]+(?:pr[ée]venir|tell)\)?$", re.IGNORECASE)
ON_PAPER = ("import", "coordinator")  # said of the person, whatever the number that was written beside it


async def said_lost(session: AsyncSession, person: Person, written: Sequence[str]) -> tuple[tuple[str, ...], set[str]]:
    """The addresses said not to be theirs, and those among them where nothing is to be written: lost, stolen.

    Raises `Doubtful` for one that works, when nothing says which: whoever holds a lost phone would read it.
    """
    plain, lost = [], set()
    contacts = {contact.address: contact for contact in await contacts_of(session, person.id)}
    for one in written:
        address = TOLD.sub("", LOST.sub("", one.strip()))
        plain.append(address)
        contact = contacts.get(_number(address) or address)
        if contact is None:
            continue
        if LOST.search(one):
            lost.add(contact.address)
        elif not TOLD.search(one) and _works(contact):
            raise _lost_or_told(address)
    return tuple(plain), lost


def _lost_or_told(address: str) -> Doubtful:
    options = (
        (text("people-address-lost"), f"{address} perdu"),
        (text("people-address-told"), f"{address} prévenir"),
    )
    return Doubtful(text("people-address-which", address=address), address, options, lambda said: f"{address} {said}")


def _works(contact: Contact) -> bool:
    return contact.reach is Reach.OK and contact.consent is Consent.GIVEN and not contact.shared


async def agreed_again(session: AsyncSession, person: Person, checked: Checked) -> None:
    """The yes that this person had last given at this very phone, which was taken off and is put back, holds again.

    Not when it was given to somebody else meanwhile: then it is asked for again.
    """
    contact = await contact_at(session, Channel.SMS.value, checked.phone) if checked.phone else None
    if contact is None or checked.consent or contact.consent is not Consent.NONE:
        return
    entries = select(ConsentEntry).where(ConsentEntry.contact_id == contact.id, ConsentEntry.kind == ALL)
    rows = list(await session.scalars(entries.order_by(ConsentEntry.at, ConsentEntry.id)))
    given_on = select(Task.id).where(Task.contact_id == contact.id, Task.kind == TaskKind.REASSIGNED).limit(1)
    if not rows or not rows[-1].given or any(row.person_id != person.id for row in rows):
        return
    if await people_at(session, contact.id) or await session.scalar(given_on) is not None:
        return
    contact.consent = Consent.GIVEN
    await session.flush()


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


async def take_off(
    acting: Acting, wrong: Sequence[Contact], person: Person, said_wrong: Sequence[str], lost: Collection[str] = ()
) -> None:
    """These phones are no longer this person's, who is told at the others; nor are the numbers to call that are said to
    be wrong. Nothing is written to those that are lost."""
    for contact in wrong:
        worked = _works(contact) and contact.address not in lost
        await leaves(acting.session, contact, person, acting.now)
        await tell_gone(acting, person, contact)
        if worked:
            await tell_left(acting, contact)
    numbers = [shown(number) for written in said_wrong if (number := _number(written))]
    others = [phone for phone in person.other_phones.split("; ") if not phone.startswith(tuple(numbers))]
    person.other_phones = "; ".join(others)
    await acting.session.flush()
