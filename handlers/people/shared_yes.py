"""A phone of several people: the yes of one is not the yes of another.

Whoever of it said nothing is asked, by name, and nothing is written to them there before; those who said yes are
written to. The plan says whose yes it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from db.contacts import Consent
from handlers.people.known import Known
from handlers.people.plan import ContactChange, PersonChange, Plan, Shared
from messages import text
from messages.channels import UNWRITTEN, spec_of


def each_says_yes(plan: Plan, contact: ContactChange, known: Known, by: str, line_of: Mapping[int, int]) -> None:
    """`by`: who invites those who said nothing. `line_of`: the place in the plan of each person's line."""
    before = known.contacts.get((contact.channel, contact.address))
    was_given = before is not None and before.consent is Consent.GIVEN
    if (contact.consent or (before.consent if before else None)) is not Consent.GIVEN or spec_of(contact.channel).alone:
        return
    ids = before.said_yes if before is not None else set()
    said_yes = {id(e.person) for e in contact.entries if e.given}
    yeses = [one for one in contact.people if one.id in ids or id(one) in said_yes]
    silent = [one for one in contact.people if one not in yeses] if len(contact.people) > 1 else []
    names = ", ".join(dict.fromkeys(one.name or "?" for one in yeses or contact.people if one not in silent[-1:]))
    for person in silent if not was_given else [one for one in silent if one in contact.attach]:
        if person not in contact.awaited:
            contact.awaited.append(person)
        if by_choice(person, known):
            continue
        if person.id is None or not known.people[person.id].invited_by:
            person.values.setdefault("invited_by", by)
        if person.changes and person not in plan.people:
            plan.people.append(person)
        if (place := line_of.get(id(person))) is not None:
            line = plan.lines[place]
            plan.lines[place] = replace(line, why=(*line.why, text("people-plan-yes-of-another", names=names)))


def by_choice(person: PersonChange, known: Known) -> bool:
    """They are called, or read by post, or said no: they are not asked by text."""
    if person.id in known.refusals:
        return True
    kept = known.people[person.id].channel if person.id is not None else ""
    return (person.values.get("channel") or kept) in UNWRITTEN


def who_is_asked(contact: ContactChange, known: Known) -> list[PersonChange]:
    """Those of a phone whom a request names now: each whose own yes is awaited beside another's; of a phone where
    nobody said yes, the first who was invited."""

    def invited(one: PersonChange) -> bool:
        return bool(one.values.get("invited_by") or (one.id is not None and known.people[one.id].invited_by))

    if contact.consent is Consent.INVITED:
        asked = [one for one in contact.people if one.id not in known.refusals]
        return [next(filter(invited, asked), asked[0])] if asked else []
    return [one for one in contact.awaited if not by_choice(one, known)]


def shared_to_call(plan: Plan) -> list[Shared]:
    """The numbers to call that several people of the plan have: a home, as a rule."""
    behind: dict[str, list[str]] = {}
    for person in plan.people:
        for phone in person.values.get("other_phones", "").split("; "):
            number = phone.partition(" (")[0]
            if number:
                behind.setdefault(number, []).append(person.name or "?")
    return [Shared(number, tuple(names), ()) for number, names in behind.items() if len(names) > 1]
