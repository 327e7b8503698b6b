"""What a list did, kept for the thirty days in which it can be taken back: its title, and each person it changed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert

from db.contacts import Consent
from db.imports import LONGEST_TITLE, Import, ImportChange
from db.labels import label
from db.people import Role
from handlers.acting import Acting
from handlers.people.apply import roundtable_ids
from handlers.people.known import Known
from handlers.people.plan import PersonChange, Plan


async def note_import(acting: Acting, plan: Plan, known: Known, title: str, counts: dict[str, int]) -> Import:
    """Once the plan is written: everything of it has its id."""
    made = await roundtable_ids(acting.session, acting.organisation_id, plan)
    row = Import(
        organisation_id=acting.organisation_id,
        title=label(title)[-LONGEST_TITLE:] or "?",
        by_id=acting.actor.person_id,
        at=acting.now,
        added=counts["added"],
        changed=counts["changed"],
        roundtables=sorted(made.values()),
    )
    acting.session.add(row)
    await acting.session.flush()
    seats = {key: number for key, (number, _name) in known.roundtables.items()} | made
    added, addresses = {id(one) for one in plan.added}, _addresses(plan, known)
    changes = [
        _change(row.id, person, known, id(person) in added, addresses.get(id(person), []), seats)
        for person in _touched(plan)
    ]
    if changes:
        await acting.session.execute(insert(ImportChange), changes)
    return row


def _touched(plan: Plan) -> list[PersonChange]:
    at_addresses = [one for c in plan.contacts for one in (*c.attach, *(e.person for e in c.entries))]
    found = {id(person): person for person in (*plan.people, *at_addresses)}
    return list(found.values())


def _change(
    number: int, person: PersonChange, known: Known, added: bool, addresses: list[Any], seats: dict[str, int]
) -> dict[str, Any]:
    before = None if added or person.id is None else known.people[person.id]
    return {
        "import_id": number,
        "person_id": person.id,
        "added": added,
        "columns": {name: [getattr(before, name, None), value] for name, value in person.values.items()},
        "roles": sorted(Role(role).value for role in person.roles),
        "seats": [seats[key] for key in person.seats],
        "addresses": addresses,
    }


def _addresses(plan: Plan, known: Known) -> dict[int, list[Any]]:
    """Of each person, by its place in memory: the addresses that they were given, or where their consent was said."""
    found: dict[int, list[Any]] = {}
    for contact in plan.contacts:
        there = known.contacts.get((contact.channel, contact.address))
        before = there.consent if there is not None else Consent.NONE
        attached = {id(person) for person in contact.attach}
        for one in attached | {id(entry.person) for entry in contact.entries}:
            line = [contact.id, one in attached, before.value, (contact.consent or before).value]
            found.setdefault(one, []).append(line)
    return found
