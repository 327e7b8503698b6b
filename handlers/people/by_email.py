"""What someone does from an e-mail: says yes by its one-use link, stops by the link that each one has.

Nobody writes to us by e-mail. A link opens a page; nothing is done before its button is pressed, since machines open
links too.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.codes import code_standing, make_code, use_code
from db.consent import record_consent
from db.contacts import Consent, Contact, contact_at, people_at, prove
from db.conversations import TaskKind
from db.journal import write_entry
from db.path_key import CannotOpen, PathKey
from db.people import Code, Person
from db.session import path_key
from db.tasks import close_tasks
from handlers.acting import Acting
from handlers.dialogue import state
from handlers.installation import Installation
from handlers.people import joining
from messages import Channel, Text, text

PAGE = "/courriel"
LASTS = dt.timedelta(days=60)
STOPS = "stop e-mails"  # what the seal of a stop link is for
CODE = "email"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who opened a link: their address, and the language in which they are spoken to."""

    contact: Contact
    language: str


def stop_link(installation: Installation, key: PathKey, address: str) -> str:
    """Good for ever, and of no other use: the address is sealed in it, so that no log of an address bar shows it."""
    return f"{installation.public_url}{PAGE}/arret/{key.seal_text(address, STOPS)}"


async def invitation(acting: Acting, contact: Contact, person: Person) -> Text:
    """The one request for consent: it names who spoke with them, and its link says yes."""
    code = await make_code(acting.session, CODE, person.id, acting.now + LASTS, contact.id)
    return text(
        "email-invitation",
        name=person.name,
        who=person.invited_by or acting.installation.contact_name,
        organisation=acting.installation.organisation,
        link=f"{acting.installation.public_url}{PAGE}/oui/{code}",
    )


async def invited(acting: Acting, words: str) -> Reader | None:
    """Whose yes this link waits for; None when it was used, or is too old."""
    found = await _standing(acting, words)
    return await _reader(acting, found[1]) if found is not None else None


async def agree(acting: Acting, words: str) -> Reader | None:
    """The yes of whoever has the link: they read what comes to this address, which is proved by it."""
    found = await _standing(acting, words)
    if found is None or not await use_code(acting.session, found[0], acting.now):
        return None
    code, contact = found
    reader = await _reader(acting, contact)
    person = await acting.session.get_one(Person, code.person_id)
    said = acting.installation.catalogue.text(text("email-page-yes-button"), reader.language, Channel.EMAIL)
    await record_consent(
        acting.session, contact, given=True, words=said, source="link", now=acting.now, person_id=person.id
    )
    await prove(acting.session, contact.id, person.id, acting.now)
    await joining.welcomed(acting, contact, person)
    return reader


async def _standing(acting: Acting, words: str) -> tuple[Code, Contact] | None:
    code = await code_standing(acting.session, words, acting.now, purposes=(CODE,))
    contact = await acting.session.get(Contact, code.contact_id) if code is not None and code.contact_id else None
    if code is None or contact is None:
        return None
    theirs = any(person.id == code.person_id for person in await people_at(acting.session, contact.id))
    return (code, contact) if theirs else None


async def stopping(acting: Acting, sealed: str) -> Reader | None:
    """Whose e-mails this link stops; None when it is no link of ours, or nobody is written to there."""
    try:
        address = path_key(acting.session).open_text(sealed, STOPS)
    except CannotOpen:
        return None
    contact = await contact_at(acting.session, Channel.EMAIL, address)
    return await _reader(acting, contact) if contact is not None else None


async def stop(acting: Acting, sealed: str) -> Reader | None:
    """Nothing more to this address, at once; a second time changes nothing."""
    reader = await stopping(acting, sealed)
    if reader is None or reader.contact.consent is Consent.WITHDRAWN:
        return reader
    contact = reader.contact
    said = acting.installation.catalogue.text(text("email-page-stop-button"), reader.language, Channel.EMAIL)
    await record_consent(acting.session, contact, given=False, words=said, source="link", now=acting.now)
    await close_tasks(acting.session, contact.id, [TaskKind.MAYBE_STOP], acting.now)
    await state.drop_all(acting, contact.id)
    people = await people_at(acting.session, contact.id)
    pseudonym = people[0].pseudonym if len(people) == 1 else None
    await write_entry(
        acting.session,
        "people.stopped",
        now=acting.now,
        actor=f"person:{pseudonym}" if pseudonym else "system",
        subject=pseudonym,
        thing="contact",
        thing_id=contact.id,
        channel=contact.channel,
    )
    return reader


async def _reader(acting: Acting, contact: Contact) -> Reader:
    people = await people_at(acting.session, contact.id)
    spoken = people[0].language if people else contact.language
    return Reader(contact, spoken or acting.installation.default_language)
