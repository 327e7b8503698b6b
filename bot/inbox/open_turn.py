"""Finds, or makes, who is writing: the contact, the person behind it, their roles."""

from __future__ import annotations

import datetime as dt

from db.contacts import Contact, Reach, add_contact, contact_at, people_at
from db.conversations import IncomingMessage, StoredFile, current_dialogue
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Acting, actor_of, nobody
from handlers.installation import Installation
from handlers.turn import Turn
from messages import Channel, Incoming

LONG_SILENCE = dt.timedelta(days=365)
TALK_GOES_ON = dt.timedelta(hours=1)


async def open_turn(
    session: AsyncSession, installation: Installation, incoming: Incoming, row: IncomingMessage, now: dt.datetime
) -> Turn | None:
    """The turn of this message, or None when it is not ours to hear."""
    with session.no_autoflush:  # what changes here is written once, with what is read in it
        contact = await contact_at(session, incoming.channel, incoming.address)
        if contact is None:
            contact = await _new_contact(session, installation, incoming, now)
        person = await person_at(session, contact, now)
    row.contact_id, row.person_id = contact.id, person.id if person else None
    _heard(contact, incoming, now)
    if not incoming.group:
        await _keep_media(session, incoming, row, contact, person, now)
    via = incoming.channel.value
    with session.no_autoflush:
        actor = await actor_of(session, person, via, contact) if person is not None else nobody(via)
    return Turn(Acting(session, installation, actor, now, contact), incoming, row, contact, person)


async def _new_contact(
    session: AsyncSession, installation: Installation, incoming: Incoming, now: dt.datetime
) -> Contact:
    contact = await add_contact(session, installation.organisation_id, incoming.channel.value, incoming.address, now)
    hint = incoming.language_hint[:2].lower()
    contact.language = hint if hint in installation.catalogue.languages else ""
    return contact


async def person_at(session: AsyncSession, contact: Contact, now: dt.datetime) -> Person | None:
    """The person behind this contact; on a shared phone, the one who said so, for as long as it was said, or who is in
    the middle of a talk: a phone may be shared from then on.
    """
    if contact.shared:
        if contact.person_id is not None and contact.person_until is not None and contact.person_until > now:
            return await session.get(Person, contact.person_id)
        talk = await current_dialogue(session, contact.id)
        going_on = talk is not None and talk.updated_at > now - TALK_GOES_ON
        return await session.get(Person, talk.person_id) if talk is not None and going_on and talk.person_id else None
    if contact.person_id is not None:
        return await session.get(Person, contact.person_id)
    people = await people_at(session, contact.id)
    return people[0] if len(people) == 1 else None


def _heard(contact: Contact, incoming: Incoming, now: dt.datetime) -> None:
    """Someone who writes can be reached again, unless the provider itself still blocks (a texted STOP)."""
    if incoming.channel is Channel.TELEGRAM and contact.reach in (Reach.NOT_STARTED, Reach.BLOCKED):
        contact.reach, contact.reach_reason = Reach.OK, ""
    if incoming.channel is Channel.SMS and _may_have_changed_hands(contact, now):
        contact.reach, contact.reach_reason = Reach.DOUBTFUL, "changed-hands"
    contact.first_heard_at = contact.first_heard_at or now
    contact.last_heard_at = now


def _may_have_changed_hands(contact: Contact, now: dt.datetime) -> bool:
    """A number that bounced, or was silent for a year, then writes: numbers of prepaid phones are given again."""
    if contact.person_id is None and not contact.shared:
        return False
    last = contact.last_heard_at or contact.created_at
    return contact.reach is Reach.INVALID or (contact.reach is Reach.OK and now - last > LONG_SILENCE)


async def _keep_media(
    session: AsyncSession,
    incoming: Incoming,
    row: IncomingMessage,
    contact: Contact,
    person: Person | None,
    now: dt.datetime,
) -> None:
    """Where what came with it lies; that of a stranger is fetched once a coordinator asks for it."""
    known = person is not None or contact.shared
    for media in incoming.media:
        session.add(
            StoredFile(
                incoming_id=row.id,
                person_id=person.id if person else None,
                channel=incoming.channel.value,
                reference=media.reference,
                mime=media.mime,
                title=media.title,
                state="to_fetch" if known else "held",
                created_at=now,
                next_at=now,
            )
        )
