"""What is already known of the people of a list, read in a handful of statements before any of them is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Select, select

from db.consent import ALL, ConsentEntry
from db.contacts import Contact, ContactPerson
from db.organisations import Roundtable
from db.people import Person, PersonRole, PersonRoundtable, Role
from db.session import AsyncSession
from handlers.turn import House
from messages.keywords import fold

AT_ONCE = 500  # values in one IN (...): every database takes as many

Address = tuple[str, str]  # (channel, address)
V = TypeVar("V")


@dataclass(slots=True)
class Book:
    session: AsyncSession
    house: House
    contacts: dict[Address, Contact] = field(default_factory=dict)
    people: dict[Address, list[Person]] = field(default_factory=dict)
    on_paper: dict[str, Person] = field(default_factory=dict)  # by folded name
    roles: dict[int, set[Role]] = field(default_factory=dict)
    seats: dict[int, set[int]] = field(default_factory=dict)
    roundtables: dict[str, Roundtable] = field(default_factory=dict)
    # What each contact's ledger holds; a contact that is not here has an empty one.
    consents: dict[int, set[tuple[str, dt.datetime]]] = field(default_factory=dict)
    attached: list[tuple[Contact, Person]] = field(default_factory=list)  # new ties, to be written

    def contacts_of(self, person: Person) -> list[Contact]:
        return [self.contacts[address] for address, people in self.people.items() if person in people]


async def open_book(
    session: AsyncSession, house: House, addresses: Sequence[Address], people: Sequence[Person] = ()
) -> Book:
    """Everything known under these addresses, and of these people."""
    book = Book(session, house)
    for channel in {channel for channel, _ in addresses}:
        wanted = [address for c, address in addresses if c == channel]
        for part in _parts(wanted):
            await _read_contacts(book, select(Contact).where(Contact.channel == channel, Contact.address.in_(part)))
    for person in people:
        ties = select(ContactPerson.contact_id).where(ContactPerson.person_id == person.id)
        await _read_contacts(book, select(Contact).where(Contact.id.in_(ties)))
    await _read_people(book)
    await _read_whole(book)
    at_them = [person for people_there in book.people.values() for person in people_there]
    await _read_places(book, sorted({person.id for person in (*at_them, *people, *book.on_paper.values())}))
    await _read_ledgers(book)
    return book


async def _read_contacts(book: Book, query: Select[Any]) -> None:
    for contact in await book.session.scalars(query):
        book.contacts[contact.channel, contact.address] = contact


async def _read_people(book: Book) -> None:
    by_id = {contact.id: address for address, contact in book.contacts.items()}
    for part in _parts(list(by_id)):
        rows = await book.session.execute(
            select(ContactPerson.contact_id, Person)
            .join(Person, Person.id == ContactPerson.person_id)
            .where(ContactPerson.contact_id.in_(part))
            .order_by(Person.id)
        )
        for contact_id, person in rows:
            book.people.setdefault(by_id[contact_id], []).append(person)


async def _read_places(book: Book, known: Sequence[int]) -> None:
    for part in _parts(known):
        roles = await book.session.execute(
            select(PersonRole.person_id, PersonRole.role).where(PersonRole.person_id.in_(part))
        )
        for person_id, role in roles:
            book.roles.setdefault(person_id, set()).add(role)
        seats = await book.session.execute(
            select(PersonRoundtable.person_id, PersonRoundtable.roundtable_id).where(
                PersonRoundtable.person_id.in_(part)
            )
        )
        for person_id, roundtable_id in seats:
            book.seats.setdefault(person_id, set()).add(roundtable_id)


async def _read_ledgers(book: Book) -> None:
    for part in _parts([contact.id for contact in book.contacts.values()]):
        rows = await book.session.execute(
            select(ConsentEntry.contact_id, ConsentEntry.given, ConsentEntry.words, ConsentEntry.at).where(
                ConsentEntry.contact_id.in_(part), ConsentEntry.kind == ALL
            )
        )
        for contact_id, given, words, at in rows:
            kept = book.consents.setdefault(contact_id, set())
            if given:
                kept.add((words, at))


async def _read_whole(book: Book) -> None:
    """Roundtables, and the people on paper: few of either."""
    organisation = book.house.organisation_id
    for row in await book.session.scalars(select(Roundtable).where(Roundtable.organisation_id == organisation)):
        book.roundtables[row.name.casefold()] = row
    on_paper = select(Person).where(
        Person.organisation_id == organisation, Person.channel == "post", Person.erased_at.is_(None)
    )
    for person in await book.session.scalars(on_paper):
        book.on_paper.setdefault(fold(person.name), person)


def _parts(values: Sequence[V]) -> Iterator[Sequence[V]]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
