"""A phone of several people: the yes of one is not the yes of another.

One that was not written to yet stays so until whoever of it said nothing has answered; the plan says whose yes it
lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from db.contacts import Consent
from handlers.people.known import Known
from handlers.people.plan import ContactChange, PersonChange, Plan, Shared
from messages import text


def each_says_yes(plan: Plan, contact: ContactChange, known: Known, by: str, line_of: Mapping[int, int]) -> None:
    """`by`: who invites those who said nothing. `line_of`: the place in the plan of each person's line."""
    before = known.contacts.get((contact.channel, contact.address))
    if contact.consent is not Consent.GIVEN or (before is not None and before.consent is Consent.GIVEN):
        return
    ids = before.said_yes if before is not None else set()
    yeses = [
        one for one in contact.people if one.id in ids or any(e.given and e.person is one for e in contact.entries)
    ]
    names = ", ".join(dict.fromkeys(one.name or "?" for one in yeses))
    for person in (one for one in contact.people if one not in yeses):
        contact.consent = Consent.INVITED
        if person.id is None or not known.people[person.id].invited_by:
            person.values.setdefault("invited_by", by)
        if person.changes and person not in plan.people:
            plan.people.append(person)
        if (place := line_of.get(id(person))) is not None:
            line = plan.lines[place]
            plan.lines[place] = replace(line, why=(*line.why, text("people-plan-yes-of-another", names=names)))


def who_is_asked(contact: ContactChange, known: Known) -> PersonChange:
    """Of the people of a phone to be asked, the one whom the request names: the first who was invited."""

    def invited(one: PersonChange) -> bool:
        return bool(one.values.get("invited_by") or (one.id is not None and known.people[one.id].invited_by))

    return next(filter(invited, contact.people), contact.people[0])


def shared_to_call(plan: Plan) -> list[Shared]:
    """The numbers to call that several people of the plan have: a home, as a rule."""
    behind: dict[str, list[str]] = {}
    for person in plan.people:
        for phone in person.values.get("other_phones", "").split("; "):
            number = phone.partition(" (")[0]
            if number:
                behind.setdefault(number, []).append(person.name or "?")
    return [Shared(number, tuple(names), ()) for number, names in behind.items() if len(names) > 1]
