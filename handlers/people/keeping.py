"""Keeping people who were written down: found again or made, with their addresses, consent, roles and seats.

The same line twice changes nothing. What a person chose since (their language, a stop) is never taken back. A list of
thousands takes a handful of statements: what is known is read once, then everything new is written together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import exists, select

from db.consent import record_consent
from db.contacts import Consent, Contact, ContactPerson, Reach
from db.deliveries import Delivery
from db.organisations import Roundtable
from db.people import Person, PersonRole, PersonRoundtable, Role
from db.session import AsyncSession
from db.tasks import close_tasks
from handlers import sending
from handlers.access import Actor, refuse
from handlers.people.book import Book, open_book
from handlers.people.spec import Checked
from handlers.people.strangers import invitation
from handlers.sending import How
from handlers.turn import House
from messages import Channel
from messages.keywords import fold

REQUEST = How(kind="consent")
REQUESTS_AT_ONCE = 100


@dataclass(slots=True)
class Kept:
    """What came of one line."""

    person: Person
    spec: Checked
    contacts: list[Contact] = field(default_factory=list)
    created: bool = False
    changed: bool = False
    invited: bool = False
    withdrawn: bool = False  # a stop stands that is later than the consent written down


async def keep(
    session: AsyncSession,
    house: House,
    actor: Actor,
    spec: Checked,
    *,
    source: str,
    now: dt.datetime,
    person: Person | None = None,
) -> Kept:
    """Keep what is written of one person: of `person` when it is known who, else of whoever these addresses name."""
    book = await open_book(session, house, spec.addresses, people=[person] if person else [])
    kept = place(book, spec, now, person)
    await write(session, house, actor, book, [kept], source=source, now=now)
    asked = not kept.invited
    for contact in kept.contacts:
        await close_tasks(session, contact.id, ["unknown_number"], now)
        asked = asked or await ask_consent(session, house, contact, kept.person, now)
    return kept


# -- first, who it is: nothing is written yet ----------------------------------------------------------------------


def place(book: Book, spec: Checked, now: dt.datetime, person: Person | None = None) -> Kept:
    """The person and the contacts of one line, known or new. Raises `Refused` before anything is touched."""
    known = person or _known(book, spec)
    kept = Kept(known or _new_person(book, spec, now), spec, created=known is None)
    for channel, address in spec.addresses:
        contact = book.contacts.get((channel, address)) or _new_contact(book, channel, address, now)
        kept.contacts.append(contact)
        at_it = book.people.setdefault((channel, address), [])
        if kept.person not in at_it:
            at_it.append(kept.person)
            book.attached.append((contact, kept.person))
            kept.changed = True
    if not spec.addresses and spec.consent:
        kept.contacts += book.contacts_of(kept.person)
    for name in ("name", "territory", "channel", "postal_address"):
        if not getattr(kept.person, name) and getattr(spec, name):
            setattr(kept.person, name, getattr(spec, name))
            kept.changed = True
    return kept


def _known(book: Book, spec: Checked) -> Person | None:
    """The person already known under these addresses; on a phone, under this name too: two may share it."""
    found: list[Person] = []
    for channel, address in spec.addresses:
        for person in book.people.get((channel, address), []):
            same = channel == Channel.TELEGRAM or not person.name or fold(person.name) == fold(spec.name)
            if same and person not in found:
                found.append(person)
    if len(found) > 1:
        raise refuse("people-two-people", name=spec.name)
    if found or spec.addresses:
        return found[0] if found else None
    return book.on_paper.get(fold(spec.name))


def _new_person(book: Book, spec: Checked, now: dt.datetime) -> Person:
    person = Person(
        organisation_id=book.house.organisation_id,
        name=spec.name,
        language=spec.language or book.house.default_language,
        territory=spec.territory,
        channel=spec.channel,
        postal_address=spec.postal_address,
        created_at=now,
    )
    book.session.add(person)
    if not spec.addresses:
        book.on_paper[fold(spec.name)] = person
    return person


def _new_contact(book: Book, channel: str, address: str, now: dt.datetime) -> Contact:
    """A new address. Telegram lets nothing leave before the person has pressed Start."""
    started = channel != Channel.TELEGRAM
    contact = Contact(
        organisation_id=book.house.organisation_id,
        channel=channel,
        address=address,
        consent=Consent.NONE,
        reach=Reach.OK if started else Reach.NOT_STARTED,
        reach_reason="" if started else "not-started",
        created_at=now,
        shared=False,
        hold=False,
        stopped_kinds="",
        language="",
        sorry_in_a_row=0,
    )
    book.session.add(contact)
    book.contacts[channel, address] = contact
    return contact


# -- then, all at once, what is written -----------------------------------------------------------------------------


async def write(
    session: AsyncSession,
    house: House,
    actor: Actor,
    book: Book,
    all_kept: Sequence[Kept],
    *,
    source: str,
    now: dt.datetime,
) -> None:
    await session.flush()  # people and contacts have their numbers from here
    for contact, person in book.attached:
        session.add(ContactPerson(contact_id=contact.id, person_id=person.id))
        others = [p for p in book.people[contact.channel, contact.address] if p is not person]
        contact.shared = bool(others)
        contact.person_id = contact.person_id if others else person.id
    for kept in all_kept:
        _give_roles(session, book, kept)
        _seat(session, book, await _roundtables(session, book, kept.spec), kept)
    for kept in all_kept:
        for contact in kept.contacts:
            await _consent(session, house, actor, book, contact, kept, source, now)
    await session.flush()


def _give_roles(session: AsyncSession, book: Book, kept: Kept) -> None:
    """Roles are added, never taken; someone without any is a member."""
    has = book.roles.setdefault(kept.person.id, set())
    for role in sorted(kept.spec.roles or (set() if has else {Role.MEMBER})):
        if role not in has:
            session.add(PersonRole(person_id=kept.person.id, role=role))
            has.add(role)
            kept.changed = True


async def _roundtables(session: AsyncSession, book: Book, spec: Checked) -> list[Roundtable]:
    """The roundtables named, made when they are new."""
    found = []
    for name in spec.roundtables:
        key = name.strip().casefold()
        if key not in book.roundtables:
            row = Roundtable(organisation_id=book.house.organisation_id, name=name.strip(), territory=spec.territory)
            session.add(row)
            await session.flush()
            book.roundtables[key] = row
        found.append(book.roundtables[key])
    return found


def _seat(session: AsyncSession, book: Book, roundtables: Sequence[Roundtable], kept: Kept) -> None:
    has = book.seats.setdefault(kept.person.id, set())
    for roundtable in roundtables:
        if roundtable.id not in has:
            session.add(PersonRoundtable(person_id=kept.person.id, roundtable_id=roundtable.id))
            has.add(roundtable.id)
            kept.changed = True


async def _consent(
    session: AsyncSession,
    house: House,
    actor: Actor,
    book: Book,
    contact: Contact,
    kept: Kept,
    source: str,
    now: dt.datetime,
) -> None:
    spec = kept.spec
    if spec.consent and spec.consent_at is not None:
        if (spec.consent, spec.consent_at) in book.consents.get(contact.id, set()):
            return
        entered = await record_consent(
            session,
            contact,
            given=True,
            words=spec.consent,
            source=source,
            now=now,
            at=spec.consent_at,
            person_id=kept.person.id,
            never_withdrawn=contact.id not in book.consents,
        )
        book.consents.setdefault(contact.id, set()).add((spec.consent, spec.consent_at))
        kept.changed |= entered
        kept.withdrawn |= not entered
    elif contact.consent is Consent.NONE:
        contact.consent = Consent.INVITED
        kept.changed = kept.invited = True
        kept.person.invited_by = kept.person.invited_by or actor.name or house.contact_name


# -- the one request for consent -----------------------------------------------------------------------------------


async def ask_consent(session: AsyncSession, house: House, contact: Contact, person: Person, now: dt.datetime) -> bool:
    """Naming who spoke with them, once; then nothing. On Telegram it waits for Start."""
    if contact.consent is not Consent.INVITED or contact.reach is not Reach.OK:
        return False
    ask = invitation(house, person)
    question = await sending.open_question(session, house, contact, person, ask, now=now)
    await sending.write_to(
        session, house, contact, ask.outgoing, now=now, how=REQUEST, person=person, question=question
    )
    return True


async def requests_due(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Those whom a list invited and who were not asked yet, a hundred at a time."""
    asked = exists().where(Delivery.contact_id == Contact.id, Delivery.kind == REQUEST.kind)
    rows = await session.execute(
        select(Contact, Person)
        .join(ContactPerson, ContactPerson.contact_id == Contact.id)
        .join(Person, Person.id == ContactPerson.person_id)
        .where(
            Contact.consent == Consent.INVITED,
            Contact.reach == Reach.OK,
            Contact.channel == Channel.SMS.value,
            Person.invited_by != "",
            ~asked,
        )
        .order_by(Contact.id)
        .limit(REQUESTS_AT_ONCE)
    )
    done: set[int] = set()
    for contact, person in rows.all():
        if contact.id not in done and await ask_consent(session, house, contact, person, now):
            done.add(contact.id)
    return len(done)
