"""Who answers to words: a name in any order, a number, a territory, the end of a phone number."""

from __future__ import annotations

from sqlalchemy import or_, select

from db.contacts import Contact, ContactPerson
from db.labels import by_name
from db.organisations import Roundtable
from db.people import Person
from db.scope import person_belongs_to
from db.session import AsyncSession
from handlers.acting import Acting
from handlers.things import PERSON
from messages.keywords import fold


async def found(acting: Acting, search: str) -> list[Person]:
    wanted = fold(search)
    query = PERSON.visible(acting).order_by(by_name(Person.name), Person.id)
    if wanted and (territory := await territory_named(acting, wanted)):  # the same people as an announcement to it
        return list(await acting.session.scalars(query.where(person_belongs_to(territory))))
    people = sorted(await acting.session.scalars(query), key=lambda person: (fold(person.name), person.id))
    if not wanted:
        return people
    digits = "".join(c for c in search if c.isdigit())
    by_address = await _by_address(acting.session, digits) if len(digits) >= 4 else set()
    return [p for p in people if _named(p, wanted) or search.strip() == str(p.id) or p.id in by_address]


def _named(person: Person, wanted: str) -> bool:
    """ "tremblay lise" finds Lise Tremblay: each word is in the name, in any order."""
    name = fold(person.name)
    return wanted in name or (bool(wanted) and all(word in name.split() for word in wanted.split()))


async def territory_named(acting: Acting, wanted: str) -> str:
    """The territory that these words name, or ""."""
    name = wanted.removeprefix("territoire ").removeprefix("territory ")
    known = [*await acting.session.scalars(select(Person.territory).where(Person.territory != "").distinct())]
    known += await acting.session.scalars(select(Roundtable.territory).where(Roundtable.territory != "").distinct())
    return next((territory for territory in known if fold(territory) == name), "")


async def _by_address(session: AsyncSession, digits: str) -> set[int]:
    found = await session.scalars(
        select(ContactPerson.person_id)
        .join(Contact, Contact.id == ContactPerson.contact_id)
        .where(or_(Contact.address.endswith(digits), Contact.address == digits))
    )
    return set(found)
