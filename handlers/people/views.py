"""What coordinators see of people: who answers to some words, and one person's card. A number is whole on request."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Select, or_, select

from db.codes import IN_PLACE, without_code
from db.consent import ALL, ConsentEntry
from db.contacts import Contact, ContactPerson, contacts_of, masked, yeses_awaited
from db.exchanged import last_read_of
from db.labels import by_name
from db.organisations import Roundtable
from db.people import Pace, Person, PersonRoundtable, Role, roles_of
from db.privacy.requests import standing_of
from db.privacy.tables import RequestKind
from db.scope import person_belongs_to
from db.session import AsyncSession
from handlers.acting import Acting
from handlers.people.acts import read_line
from handlers.people.cards import standing
from handlers.people.search import territory_named
from handlers.things import PERSON, ROUNDTABLE
from handlers.view import PAGE, Found, Rows, view, view_on
from messages import Channel, Text, text
from messages.keywords import fold

MOST_AGREED = 10


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person may be written to, its number hidden."""

    number: int
    channel: str
    masked: str
    consent: Text
    reach: Text


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list."""

    number: int
    name: str
    territory: str
    roundtables: Sequence[str]
    addresses: Sequence[Address]
    on_paper: bool
    only_called: bool


@dataclass(frozen=True, slots=True)
class PersonShown:
    """One card: how to reach them, what they agreed to, where they sit. Neither score, nor comments, nor money."""

    person: Person
    roundtables: Sequence[str]
    addresses: Sequence[Address]
    roles: Collection[Role]
    agreed: Sequence[tuple[Text, Text | str]]  # what was said, in whose words
    paused: bool
    read: Text | None  # what their last message was taken for
    erased: Text | None  # when they are to be forgotten, which can still be undone


@view("people.rows", shows=lambda found: [row.number for row in found.rows])
async def people_rows(acting: Acting, *, search: str = "", offset: int = 0) -> Rows[PersonRow]:
    """By name: everyone, or those who answer to a name, a number, a territory, the end of a phone number."""
    query = select(Person).where(PERSON.seen_by(acting)).order_by(by_name(Person.name), Person.id)
    people = list(await acting.session.scalars((await _wanted(acting, query, search)).offset(offset).limit(PAGE + 1)))
    ids = [person.id for person in people]
    seats, addresses = await _seats(acting.session, ids), await _addresses(acting.session, ids)
    rows = [_row(person, seats[person.id], addresses[person.id]) for person in people]
    return Rows.of(rows, offset)


def _row(person: Person, roundtables: Sequence[str], addresses: Sequence[Address]) -> PersonRow:
    only_called = person.channel == Channel.CALL or bool(person.other_phones and not addresses)
    on_paper = person.channel == Channel.POST
    return PersonRow(person.id, person.name, person.territory, roundtables, addresses, on_paper, only_called)


async def _wanted(acting: Acting, query: Select[Person], search: str) -> Select[Person]:
    wanted = fold(search)
    if not wanted:
        return query
    if territory := await territory_named(acting, wanted):
        return query.where(person_belongs_to(territory))
    names = await acting.session.execute(select(Person.id, Person.name).where(PERSON.seen_by(acting)))
    ids = {number for number, name in names if wanted in _folded(name) or str(number) == search.strip()}
    digits = "".join(c for c in search if c.isdigit())
    found = [Person.id.in_(ids)]
    if len(digits) >= 4:
        found.append(
            Person.id.in_(
                select(ContactPerson.person_id)
                .join(Contact, Contact.id == ContactPerson.contact_id)
                .where(Contact.address.endswith(digits))
            )
        )
    return query.where(or_(*found))


@lru_cache(maxsize=50_000)
def _folded(name: str) -> str:
    """The same names are searched again and again."""
    return fold(name)


async def _seats(session: AsyncSession, people: Collection[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = await session.execute(
        select(PersonRoundtable.person_id, Roundtable.name)
        .join(Roundtable, Roundtable.id == PersonRoundtable.roundtable_id)
        .where(PersonRoundtable.person_id.in_(people))
        .order_by(by_name(Roundtable.name))
    )
    for person, name in rows:
        found[person].append(name)
    return found


async def _addresses(session: AsyncSession, people: Collection[int]) -> dict[int, list[Address]]:
    found: dict[int, list[Address]] = defaultdict(list)
    rows = await session.execute(
        select(ContactPerson.person_id, ContactPerson.agreed, Contact)
        .join(Contact, Contact.id == ContactPerson.contact_id)
        .where(ContactPerson.person_id.in_(people))
        .order_by(Contact.id)
    )
    for person, agreed, contact in rows:
        found[person].append(_address(contact, () if agreed else (contact.id,)))
    return found


def _address(contact: Contact, awaited: Collection[int]) -> Address:
    return Address(
        contact.id,
        contact.channel,
        masked(contact.address),
        text(f"people-consent-{standing(contact, awaited).value}"),
        text(f"people-reach-{contact.reach.value.replace('_', '-')}"),
    )


@view_on(PERSON, "people.card")
async def person_shown(acting: Acting, person: Person) -> PersonShown:
    """The card, its numbers hidden: they are shown whole by the act that the journal notes."""
    contacts = await contacts_of(acting.session, person.id)
    awaited = await yeses_awaited(acting.session, person.id)
    seats = await _seats(acting.session, [person.id])
    message = await last_read_of(acting.session, person.id, acting.now)
    going = await standing_of(acting.session, person.id, RequestKind.ERASURE)
    return PersonShown(
        person,
        seats[person.id],
        [_address(contact, awaited) for contact in contacts],
        await roles_of(acting.session, person.id),
        await _agreed(acting.session, person, [contact.id for contact in contacts]),
        person.pace is Pace.PAUSED,
        read_line(person, message) if message is not None else None,
        text("people-desk-erased", when=acting.installation.local(going.due_at)) if going is not None else None,
    )


async def addresses_numbered(acting: Acting, person_id: int, numbers: Collection[int]) -> tuple[str, ...]:
    """Those of this person's addresses that a page showed hidden, by the numbers it gave them."""
    return tuple(c.address for c in await contacts_of(acting.session, person_id) if c.id in numbers)


async def _agreed(session: AsyncSession, person: Person, contacts: Collection[int]) -> list[tuple[Text, Text | str]]:
    """Each yes and each no of theirs in the ledger, the latest first, with the words in which it was said; what was
    said at a phone that they share, nobody knows by whom, is there too."""
    theirs = or_(ConsentEntry.person_id == person.id, ConsentEntry.person_id.is_(None))
    rows = await session.scalars(
        select(ConsentEntry)
        .where(ConsentEntry.contact_id.in_(contacts), ConsentEntry.kind == ALL, theirs)
        .order_by(ConsentEntry.id.desc())
        .limit(MOST_AGREED)
    )
    said = [(text(f"people-desk-{'yes' if row.given else 'no'}", when=row.at), _words_of(row)) for row in rows]
    if person.refused_at is None or any(words == person.refused for _text, words in said):
        return said
    return [*said, (text("people-desk-no", when=person.refused_at), person.refused)]


def _words_of(row: ConsentEntry) -> Text | str:
    """What they said; that they used a code, never which."""
    words = without_code(row.words)
    return text("people-desk-code") if words == IN_PLACE else words


@view("people.tables")
async def roundtable_names(acting: Acting) -> list[str]:
    """The roundtables that this coordinator answers for."""
    names = await acting.session.scalars(
        select(Roundtable.name).where(ROUNDTABLE.seen_by(acting)).order_by(by_name(Roundtable.name))
    )
    return list(names)


@view("people.search", shows=lambda found: [one.at[1] for one in found])
async def people_found(acting: Acting, wanted: str) -> list[Found]:
    """Those who answer to a name, a number, a territory, the end of a phone number."""
    rows = (await people_rows.body(acting, search=wanted)).rows
    found = []
    for row in rows:
        where = {"territory": row.territory} if row.territory else {}
        line = text("todo-found-person-of" if where else "todo-found-person", number=row.number, name=row.name, **where)
        found.append(Found(line, ("person", row.number)))
    return found
