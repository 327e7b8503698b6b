"""What is already known of the people of a list, read in a handful of statements before anything is decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, or_, select

from db.consent import ALL, ConsentEntry
from db.contacts import Consent, Contact, ContactPerson, Reach
from db.organisations import Roundtable, territory_names
from db.people import Person, PersonRole, PersonRoundtable, Role, RolePeriod, SeatPeriod
from db.refusals import Refusal, refusals
from db.session import AsyncSession
from handlers.acting import Acting
from handlers.near_names import key_of
from messages.keywords import fold

AT_ONCE = 500  # values in one IN (...): every database takes as many

Address = tuple[str, str]  # (channel, address)
V = TypeVar("V")


@dataclass(slots=True)
class KnownPerson:
    id: int
    name: str
    territory: str
    channel: str
    postal_address: str
    other_phones: str
    invited_by: str
    refused: str
    roles: set[Role] = field(default_factory=set)
    seats: set[int] = field(default_factory=set)  # roundtables
    ended_roles: set[Role] = field(default_factory=set)
    left: set[int] = field(default_factory=set)  # roundtables where they sat


@dataclass(slots=True)
class KnownContact:
    """`given`: (words, when) of each yes of its ledger; `stops`: when each no was said; `yeses`: when each yes was."""

    id: int
    channel: str
    address: str
    consent: Consent
    reach: Reach
    people: list[int] = field(default_factory=list)
    given: set[tuple[str, dt.datetime]] = field(default_factory=set)
    stops: list[dt.datetime] = field(default_factory=list)
    said_yes: set[int] = field(default_factory=set)  # the people whose yes it holds

    @property
    def yeses(self) -> list[dt.datetime]:
        return [when for _words, when in self.given]


@dataclass(slots=True)
class Known:
    """Plain values: planning asks the database nothing more."""

    contacts: dict[Address, KnownContact] = field(default_factory=dict)
    people: dict[int, KnownPerson] = field(default_factory=dict)
    on_paper: dict[str, int] = field(default_factory=dict)  # by folded name, those written to by post or not at all
    names: dict[str, list[int]] = field(default_factory=dict)  # by folded name, everyone
    roundtables: dict[str, tuple[int, str]] = field(default_factory=dict)  # key -> id, name
    tables_of: dict[str, str] = field(default_factory=dict)  # key of a roundtable -> its territory
    territories: dict[str, str] = field(default_factory=dict)  # key -> name
    to_call: dict[str, list[int]] = field(default_factory=dict)  # by its digits, those who have a number to call
    refusals: dict[int, Refusal] = field(default_factory=dict)  # by person, of everyone, each no that stands

    def contacts_of(self, person_id: int) -> list[KnownContact]:
        return [contact for contact in self.contacts.values() if person_id in contact.people]


async def read_known(
    acting: Acting,
    addresses: Sequence[Address],
    people: Sequence[int] = (),
    *,
    places: Known | None = None,
    lock: bool = False,
    not_theirs: Sequence[int] = (),
) -> Known:
    """Everything known under these addresses, and of these people. `lock`: a stop texted meanwhile waits its turn.

    `places`: what `read_places` already found. `not_theirs`: contacts said never to have been theirs.
    """
    session = acting.session
    known = places or await read_places(acting)
    await _read_names(session, acting.organisation_id, known)
    known.to_call = await read_to_call(session, acting.organisation_id)
    known.refusals = await refusals(session, acting.organisation_id, not_theirs=not_theirs)
    for channel in sorted({channel for channel, _ in addresses}):
        for part in _parts([address for c, address in addresses if c == channel]):
            there = select(Contact).where(Contact.channel == channel, Contact.address.in_(part))
            await _read_contacts(session, known, there, lock)
    if people:
        ties = select(ContactPerson.contact_id).where(ContactPerson.person_id.in_(people))
        await _read_contacts(session, known, select(Contact).where(Contact.id.in_(ties)), lock)
    await _read_ties(session, known)
    at_them = [person for contact in known.contacts.values() for person in contact.people]
    called = [person for there in known.to_call.values() for person in there]
    await _read_people(session, known, sorted({*at_them, *people, *called, *known.on_paper.values()}))
    await _read_ledgers(session, known)
    return known


async def _read_contacts(session: AsyncSession, known: Known, query: Select[Any], lock: bool) -> None:
    columns = (Contact.id, Contact.channel, Contact.address, Contact.consent, Contact.reach)
    rows = query.with_only_columns(*columns)
    for row in await session.execute(rows.with_for_update() if lock else rows):
        contact = KnownContact(*row)
        known.contacts[contact.channel, contact.address] = contact


async def _read_ties(session: AsyncSession, known: Known) -> None:
    by_id = {contact.id: contact for contact in known.contacts.values()}
    for part in _parts(list(by_id)):
        ties = select(ContactPerson.contact_id, ContactPerson.person_id).where(ContactPerson.contact_id.in_(part))
        for contact_id, person_id in await session.execute(ties.order_by(ContactPerson.person_id)):
            by_id[contact_id].people.append(person_id)


async def _read_people(session: AsyncSession, known: Known, wanted: Sequence[int]) -> None:
    columns = (Person.id, Person.name, Person.territory, Person.channel, Person.postal_address)
    for part in _parts(wanted):
        rows = await session.execute(
            select(*columns, Person.other_phones, Person.invited_by, Person.refused).where(Person.id.in_(part))
        )
        known.people |= {row[0]: KnownPerson(*row) for row in rows}
        roles = select(PersonRole.person_id, PersonRole.role).where(PersonRole.person_id.in_(part))
        for person_id, role in await session.execute(roles):
            known.people[person_id].roles.add(role)
        seats = select(PersonRoundtable.person_id, PersonRoundtable.roundtable_id)
        for person_id, roundtable_id in await session.execute(seats.where(PersonRoundtable.person_id.in_(part))):
            known.people[person_id].seats.add(roundtable_id)
        await _read_ended(session, known, part)


async def _read_ended(session: AsyncSession, known: Known, people: Sequence[int]) -> None:
    roles = select(RolePeriod.person_id, RolePeriod.role).where(RolePeriod.until.is_not(None))
    for person_id, role in await session.execute(roles.where(RolePeriod.person_id.in_(people))):
        known.people[person_id].ended_roles.add(role)
    seats = select(SeatPeriod.person_id, SeatPeriod.roundtable_id).where(SeatPeriod.until.is_not(None))
    for person_id, roundtable_id in await session.execute(seats.where(SeatPeriod.person_id.in_(people))):
        known.people[person_id].left.add(roundtable_id)


async def _read_ledgers(session: AsyncSession, known: Known) -> None:
    by_id = {contact.id: contact for contact in known.contacts.values()}
    columns = (ConsentEntry.contact_id, ConsentEntry.person_id, ConsentEntry.given, ConsentEntry.words, ConsentEntry.at)
    for part in _parts(list(by_id)):
        rows = select(*columns).where(ConsentEntry.contact_id.in_(part), ConsentEntry.kind == ALL)
        for contact_id, person_id, given, words, at in await session.execute(rows):
            if given:
                by_id[contact_id].given.add((words, at))
                by_id[contact_id].said_yes |= {person_id} if person_id is not None else set()
            else:
                by_id[contact_id].stops.append(at)


async def read_places(acting: Acting) -> Known:
    """The roundtables and the territories alone."""
    session, organisation_id = acting.session, acting.organisation_id
    known = Known()
    tables = select(Roundtable.id, Roundtable.name, Roundtable.territory).order_by(Roundtable.id)
    found: list[str] = []
    for id, name, territory in await session.execute(tables.where(Roundtable.organisation_id == organisation_id)):
        known.roundtables.setdefault(key_of(name), (id, name))
        known.tables_of.setdefault(key_of(name), territory)
        found.append(territory)
    lived_in = select(Person.territory).where(*_alive(organisation_id)).distinct().order_by(Person.territory)
    known.territories |= await territory_names(session, organisation_id)
    for territory in [*found, *await session.scalars(lived_in)]:
        if territory:
            known.territories.setdefault(key_of(territory), territory)
    return known


async def _read_names(session: AsyncSession, organisation_id: int, known: Known) -> None:
    """Everyone's name, and those who are not written to electronically."""
    for id, name in await session.execute(
        select(Person.id, Person.name).where(*_alive(organisation_id)).order_by(Person.id)
    ):
        known.names.setdefault(fold(name), []).append(id)
    unwritten = or_(Person.channel == "post", Person.id.not_in(select(ContactPerson.person_id)))
    on_paper = select(Person.id, Person.name).where(*_alive(organisation_id), unwritten).order_by(Person.id)
    for id, name in await session.execute(on_paper):
        known.on_paper.setdefault(fold(name), id)


def digits_of(phone: str) -> str:
    """What tells a number to call from another, however it was written: its ten figures, its extension apart."""
    return "".join(c for c in phone.partition("(")[0] if c.isdigit()).removeprefix("1")[:10]


async def read_to_call(session: AsyncSession, organisation_id: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    rows = select(Person.id, Person.other_phones).where(*_alive(organisation_id), Person.other_phones != "")
    for id, phones in await session.execute(rows.order_by(Person.id)):
        for phone in phones.split("; "):
            found.setdefault(digits_of(phone), []).append(id)
    return found


def _alive(organisation_id: int) -> tuple[ColumnElement[bool], ...]:
    return Person.organisation_id == organisation_id, Person.erased_at.is_(None)


def _parts(values: Sequence[V]) -> Iterator[Sequence[V]]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
