"""The no of a person: it holds wherever they are reached, whatever address comes later, until they say yes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.consent import ALL, OWN_NO, ConsentEntry
from db.contacts import Contact, ContactPerson, Reach
from db.people import Person

WRITTEN = ("import", "coordinator")  # said of the person, whatever the address that was written beside it


@dataclass(frozen=True, slots=True)
class Refusal:
    words: str
    at: dt.datetime


async def refusals(
    session: AsyncSession, organisation_id: int, person_id: int | None = None, not_theirs: Collection[int] = ()
) -> dict[int, Refusal]:
    """By person, the no that stands: written down of them, or said by them at an address that works and is theirs
    alone. A yes that came after it, wherever they said it, ends it. `not_theirs`: contacts that were never theirs."""
    mine = [Person.organisation_id == organisation_id, Person.erased_at.is_(None)]
    if person_id is not None:
        mine.append(Person.id == person_id)
    rows = await session.execute(
        select(Person.id, Person.refused, Person.refused_at).where(*mine, Person.refused != "")
    )
    found = {id: Refusal(words, at) for id, words, at in rows if at is not None}
    entry = ConsentEntry
    of_them = select(Person.id).where(*mine)
    noes = select(entry.person_id).where(entry.given.is_(False), entry.kind.in_((ALL, OWN_NO)))
    theirs = select(ContactPerson.person_id).where(ContactPerson.contact_id == entry.contact_id)
    alone = select(Contact.id).where(
        Contact.id == entry.contact_id,
        Contact.reach == Reach.OK,
        Contact.shared.is_(False),
        Contact.id.not_in(not_theirs),
    )
    heard = (
        entry.given
        | entry.source.in_(WRITTEN)
        | (entry.kind == OWN_NO)
        | (alone.exists() & theirs.where(ContactPerson.person_id == entry.person_id).exists())
    )
    said = select(entry.person_id, entry.given, entry.words, entry.at).where(
        entry.person_id.in_(of_them),
        entry.kind.in_((ALL, OWN_NO)),
        or_(entry.person_id.in_(noes), entry.person_id.in_(list(found))),
        heard,
    )
    for id, given, words, at in await session.execute(said.order_by(entry.at, entry.id)):
        if id is None:
            continue
        before = found.get(id)
        if given and before is not None and at > before.at:
            del found[id]
        elif not given and (before is None or at >= before.at):
            found[id] = Refusal(words, at)
    return found
