"""People for the stories: a coordinator on Telegram, someone who is on the list already."""

from __future__ import annotations

import re

from db.codes import looks_like_code
from db.contacts import Consent, Contact, ContactPerson, add_contact, contact_at
from db.people import Person, Role, grant
from db.session import AsyncSession
from handlers.acting import Actor, actor_of
from tests.support.phones import Phone, Said, Town, folded


async def settle_in(town: Town, phone: Phone, name: str, *roles: Role, language: str = "fr") -> Person:
    """A person who agreed to be written to on this phone; a second one on the same phone shares it."""
    async with town.database.write() as session:
        person = Person(organisation_id=1, name=name, language=language, created_at=town.now)
        session.add(person)
        await session.flush()
        for role in roles or (Role.MEMBER,):
            await grant(session, person.id, role)
        contact = await _contact(town, session, phone, person)
        session.add(ContactPerson(contact_id=contact.id, person_id=person.id, proved_at=town.now))
    return person


async def _contact(town: Town, session: AsyncSession, phone: Phone, person: Person) -> Contact:
    contact = await contact_at(session, phone.channel.value, phone.address)
    if contact is None:
        contact = await add_contact(session, 1, phone.channel.value, phone.address, town.now)
        contact.person_id = person.id
    else:
        contact.shared, contact.person_id = True, None
    contact.consent = Consent.GIVEN
    await session.flush()
    return contact


async def coordinator(town: Town, name: str = "Maude", address: str = "9001") -> Phone:
    phone = town.telegram(address)
    await settle_in(town, phone, name, Role.COORDINATOR)
    return phone


async def announce(maude: Phone, words: str = "Le local ouvre lundi") -> str:
    """An announcement to everyone, confirmed: its check page, folded."""
    await maude.forget()
    await maude.text(f"/annonce tous\n{words}")
    await maude.town.settle()
    page = folded("\n".join(said.text for said in maude.all[-4:]))
    people = re.search(r"nombre de personnes : (\d+)", page)
    assert people is not None, page
    await maude.text(people[1])
    await maude.town.tick()
    return page


async def acting(town: Town, person: Person, via: str = "telegram") -> Actor:
    async with town.database.read() as session:
        return await actor_of(session, person, via)


def code_in(said: Said) -> str:
    """The code of a text that we sent by ourselves."""
    return next(word for word in re.findall(r"[A-Z0-9]{6}", said.text) if looks_like_code(word))
