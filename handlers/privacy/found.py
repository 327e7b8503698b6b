"""A person, by the number or the name that a coordinator writes."""

from __future__ import annotations

from sqlalchemy import select

from db.journal import questions as journal
from db.people import Person
from handlers.acting import Acting, refuse
from handlers.things import PERSON


async def person_named(acting: Acting, words: str) -> Person:
    """Raises `Refused` when nobody answers to it, or several do."""
    wanted = words.strip()
    if wanted.isdecimal() and len(wanted) < 10:
        return await PERSON.find(acting, int(wanted))
    called = [person.id for person in await journal.people_called(acting.session, acting.organisation_id, wanted)]
    people = list(await acting.session.scalars(PERSON.visible(acting).where(Person.id.in_(called))))
    if not people:
        raise refuse("privacy-nobody-called", name=wanted[:40] or "-")
    if len(people) > 1:
        raise refuse("privacy-which-person", names=", ".join(f"{p.name} ({p.id})" for p in people[:8]))
    return people[0]


async def names_of(acting: Acting, ids: set[int]) -> dict[int, str]:
    """Their names, by their numbers."""
    found = await acting.session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
    return {id: name for id, name in found}  # noqa: C416 (rows are no pairs to mypy)
