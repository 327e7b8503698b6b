"""Keeping a person who was written down: found again or made, with their addresses, consent, roles and seats.

The same line twice changes nothing. What a person chose since (their language, a stop) is never taken back.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.consent import ConsentEntry, record_consent
from db.contacts import Consent, Contact, Reach, add_contact, attach, contact_at, contacts_of, people_at
from db.organisations import roundtable_made
from db.people import Person, Role, grant, roles_of, seat
from db.session import AsyncSession
from db.tasks import close_tasks
from handlers import sending
from handlers.access import Actor, refuse
from handlers.people.spec import Checked
from handlers.people.strangers import invitation
from handlers.sending import How
from handlers.turn import House
from messages import Channel
from messages.keywords import fold

REQUEST = How(kind="consent")


@dataclass(slots=True)
class Kept:
    person: Person
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
    """Keep what is written of a person: of `person` when it is known who, else of whoever these addresses name."""
    contacts = {channel: await contact_at(session, channel, address) for channel, address in spec.addresses}
    person = person or await _known(session, house, spec, contacts)
    kept = Kept(person or await _made(session, house, spec, now), created=person is None)
    await _complete(session, house, kept, spec)
    for channel, address in spec.addresses:
        contact = contacts[channel] or await _new_contact(session, house, channel, address, now)
        await _attach(session, contact, kept)
        await close_tasks(session, contact.id, ["unknown_number"], now)
        await _consent(session, house, actor, contact, kept, spec, source, now)
    if not spec.addresses and spec.consent:
        for contact in await contacts_of(session, kept.person.id):
            await _consent(session, house, actor, contact, kept, spec, source, now)
    return kept


async def _known(
    session: AsyncSession, house: House, spec: Checked, contacts: dict[str, Contact | None]
) -> Person | None:
    """The person already known under these addresses; on a phone, under this name too: two may share it."""
    found: dict[int, Person] = {}
    for channel, contact in contacts.items():
        for person in await people_at(session, contact.id) if contact is not None else []:
            if channel == Channel.TELEGRAM or not person.name or fold(person.name) == fold(spec.name):
                found[person.id] = person
    if len(found) > 1:
        raise refuse("people-two-people", name=spec.name)
    if found or contacts:
        return next(iter(found.values()), None)
    return await _on_paper(session, house, spec)


async def _on_paper(session: AsyncSession, house: House, spec: Checked) -> Person | None:
    """Someone without phone nor Telegram is known by their name alone."""
    rows = await session.scalars(
        select(Person).where(
            Person.organisation_id == house.organisation_id, Person.channel == "post", Person.erased_at.is_(None)
        )
    )
    return next((row for row in rows if fold(row.name) == fold(spec.name)), None)


async def _made(session: AsyncSession, house: House, spec: Checked, now: dt.datetime) -> Person:
    person = Person(
        organisation_id=house.organisation_id,
        name=spec.name,
        language=spec.language or house.default_language,
        territory=spec.territory,
        channel=spec.channel,
        postal_address=spec.postal_address,
        created_at=now,
    )
    session.add(person)
    await session.flush()
    return person


async def _complete(session: AsyncSession, house: House, kept: Kept, spec: Checked) -> None:
    """Roles and seats are added; what was empty is filled."""
    person = kept.person
    for name in ("name", "territory", "channel", "postal_address"):
        if not getattr(person, name) and getattr(spec, name):
            setattr(person, name, getattr(spec, name))
            kept.changed = True
    roles = spec.roles or (frozenset() if await roles_of(session, person.id) else frozenset({Role.MEMBER}))
    for role in sorted(roles):
        kept.changed |= await grant(session, person.id, role)
    for name in spec.roundtables:
        roundtable = await roundtable_made(session, house.organisation_id, name, spec.territory)
        kept.changed |= await seat(session, person.id, roundtable.id)


async def _new_contact(session: AsyncSession, house: House, channel: str, address: str, now: dt.datetime) -> Contact:
    """A new address. Telegram lets nothing leave before the person has pressed Start."""
    contact = await add_contact(session, house.organisation_id, channel, address, now)
    if channel == Channel.TELEGRAM:
        contact.reach, contact.reach_reason = Reach.NOT_STARTED, "not-started"
    return contact


async def _attach(session: AsyncSession, contact: Contact, kept: Kept) -> None:
    if kept.person.id not in [person.id for person in await people_at(session, contact.id)]:
        await attach(session, contact, kept.person)
        kept.changed = True


async def _consent(
    session: AsyncSession,
    house: House,
    actor: Actor,
    contact: Contact,
    kept: Kept,
    spec: Checked,
    source: str,
    now: dt.datetime,
) -> None:
    if spec.consent and spec.consent_at is not None:
        if await _written_already(session, contact, spec):
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
        )
        kept.changed |= entered
        kept.withdrawn |= not entered
    elif contact.consent is Consent.NONE:
        await _invite(session, house, actor, contact, kept, now)


async def _written_already(session: AsyncSession, contact: Contact, spec: Checked) -> bool:
    found = await session.scalar(
        select(ConsentEntry.id)
        .where(
            ConsentEntry.contact_id == contact.id,
            ConsentEntry.given.is_(True),
            ConsentEntry.words == spec.consent[:1600],
            ConsentEntry.at == spec.consent_at,
        )
        .limit(1)
    )
    return found is not None


async def _invite(
    session: AsyncSession, house: House, actor: Actor, contact: Contact, kept: Kept, now: dt.datetime
) -> None:
    """One request for consent, naming who spoke with them; on Telegram it waits for Start. Then nothing."""
    contact.consent = Consent.INVITED
    kept.changed = kept.invited = True
    kept.person.invited_by = kept.person.invited_by or actor.name or house.contact_name
    if contact.reach is not Reach.OK:
        return
    ask = invitation(house, kept.person)
    question = await sending.open_question(session, house, contact, kept.person, ask, now=now)
    await sending.write_to(
        session, house, contact, ask.outgoing, now=now, how=REQUEST, person=kept.person, question=question
    )
