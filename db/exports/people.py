"""Each person and each of their addresses, with what they agreed to, in their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Row as Record
from sqlalchemy.ext.asyncio import AsyncSession

from db.consent import ALL, ConsentEntry
from db.contacts import Contact, ContactPerson, masked
from db.exports.frame import Export, Row, Span, lots
from db.organisations import Roundtable
from db.people import Person, PersonRole, PersonRoundtable

COLUMNS = (
    "number",
    "person",
    "language",
    "roles",
    "roundtables",
    "territory",
    "preferred_channel",
    "pace",
    "paused_until",
    "added_at",
    "channel",
    "address",
    "reach",
    "consent",
    "consent_words",
    "consent_source",
    "consent_at",
    "stopped_kinds",
)
NO_ADDRESS: Row = (None,) * 8


async def rows(session: AsyncSession, span: Span) -> AsyncIterator[Row]:
    people = select(
        Person.id,
        Person.name,
        Person.language,
        Person.territory,
        Person.channel,
        Person.pace,
        Person.paused_until,
        Person.created_at,
    ).where(Person.erased_at.is_(None), span.holds_moment(Person.created_at))
    async for lot in lots(session, people, Person.id, at_once=500):
        ids = [one.id for one in lot]
        roles = await _listed(session, select(PersonRole.person_id, PersonRole.role), PersonRole.person_id, ids)
        seats = select(PersonRoundtable.person_id, Roundtable.name).join(
            Roundtable, Roundtable.id == PersonRoundtable.roundtable_id
        )
        tables = await _listed(session, seats, PersonRoundtable.person_id, ids)
        addresses = await _addresses(session, ids)
        for one in lot:
            who = _person(one, roles[one.id], tables[one.id])
            for address in addresses[one.id] or [NO_ADDRESS]:
                yield (*who, *address)


def _person(one: Record[Any], roles: list[str], tables: list[str]) -> Row:
    return (
        one.id,
        one.name,
        one.language,
        ";".join(sorted(roles)),
        ";".join(sorted(tables)),
        one.territory,
        one.channel,
        str(one.pace),
        one.paused_until,
        one.created_at,
    )


async def _listed(session: AsyncSession, query: Any, person: Any, ids: Sequence[int]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for person_id, value in await session.execute(query.where(person.in_(ids))):
        found[person_id].append(str(value))
    return found


async def _addresses(session: AsyncSession, ids: Sequence[int]) -> defaultdict[int, list[Row]]:
    """Per person, each contact with the last line of its consent ledger about all messages."""
    latest = (
        select(ConsentEntry.contact_id, func.max(ConsentEntry.id).label("id"))
        .where(ConsentEntry.kind == ALL)
        .group_by(ConsentEntry.contact_id)
        .subquery()
    )
    query = (
        select(
            ContactPerson.person_id,
            Contact.channel,
            Contact.address,
            Contact.reach,
            Contact.consent,
            ConsentEntry.words,
            ConsentEntry.source,
            ConsentEntry.at,
            Contact.stopped_kinds,
        )
        .join(Contact, Contact.id == ContactPerson.contact_id)
        .outerjoin(latest, latest.c.contact_id == Contact.id)
        .outerjoin(ConsentEntry, ConsentEntry.id == latest.c.id)
        .where(ContactPerson.person_id.in_(ids))
        .order_by(ContactPerson.person_id, Contact.id)
    )
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for one in await session.execute(query):
        found[one.person_id].append(
            (
                one.channel,
                masked(one.address),
                str(one.reach),
                str(one.consent),
                one.words or "",
                one.source or "",
                one.at,
                one.stopped_kinds.strip(",").replace(",", ";"),
            )
        )
    return found


PEOPLE = Export("people", COLUMNS, rows)
