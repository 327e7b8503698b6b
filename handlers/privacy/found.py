"""A person, by the number or the name that a coordinator writes."""

from __future__ import annotations

from sqlalchemy import or_, select

from db.journal import questions as journal
from db.people import Person
from db.privacy.tables import STANDING, DataRequest, RequestKind
from handlers.acting import Acting, refuse
from handlers.things import PERSON, REQUEST
from messages import text


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


async def asked_to_go(acting: Acting, words: str) -> Person:
    """Who is to be forgotten, by the number that the list of requests shows, by their own, or by their name.

    Raises `Refused` when the two numbers are of two people who are to be forgotten.
    """
    digits = words.strip().removeprefix("no").strip(" .:,;")
    if not digits.isdecimal() or len(digits) > 9:
        return await person_named(acting, words)
    number = int(digits)
    wanted = REQUEST.visible(acting).where(
        DataRequest.kind == RequestKind.ERASURE,
        DataRequest.state.in_(STANDING),
        or_(DataRequest.id == number, DataRequest.person_id == number),
    )
    going = [one.person_id for one in await acting.session.scalars(wanted) if one.person_id is not None]
    people = [await acting.session.get_one(Person, one) for one in dict.fromkeys(going)]
    if not people:
        return await PERSON.find(acting, number)
    if len(people) > 1:
        names = [text("privacy-keep-who", name=one.name or "?", number=one.id) for one in people]
        raise refuse("privacy-keep-which", number=number, names=names)
    return people[0]


async def names_of(acting: Acting, ids: set[int]) -> dict[int, str]:
    """Their names, by their numbers."""
    found = await acting.session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
    return {id: name for id, name in found}  # noqa: C416 (rows are no pairs to mypy)
