"""A person as a list and a card say them: how to reach them, where they sit, what they agreed to."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from db.contacts import Consent, Contact, contacts_of, masked, yeses_awaited
from db.labels import by_name
from db.organisations import Roundtable
from db.people import Person, PersonRoundtable, roles_of
from db.session import AsyncSession
from messages import Channel, Text, text
from messages.channels import UNWRITTEN


async def row_of(session: AsyncSession, person: Person) -> dict[str, object]:
    contacts = await contacts_of(session, person.id)
    awaited = await yeses_awaited(session, person.id)
    roundtables = await session.scalars(
        select(Roundtable.name)
        .join(PersonRoundtable, PersonRoundtable.roundtable_id == Roundtable.id)
        .where(PersonRoundtable.person_id == person.id)
        .order_by(by_name(Roundtable.name))
    )
    roles = await roles_of(session, person.id)
    return {
        "number": person.id,
        "name": person.name,
        "language": person.language,
        "roles": sorted(role.value for role in roles),
        "roundtables": list(roundtables),
        "territory": person.territory,
        "channel": person.channel,
        "called": bool(person.other_phones),
        "contacts": [
            {
                "channel": c.channel,
                "address": masked(c.address),
                "consent": standing(c, awaited).value,
                "reach": c.reach.value,
            }
            for c in contacts
        ],
    }


def standing(contact: Contact, awaited: Collection[int]) -> Consent:
    """Where a person stands at an address: asked for their yes, where another's alone was given."""
    return Consent.INVITED if contact.id in awaited and contact.consent is Consent.GIVEN else contact.consent


def line_of(row: dict[str, object]) -> Text:
    contacts = row["contacts"]
    assert isinstance(contacts, list)
    where = [text("people-contact-line", address=c["address"], state=_state(c)) for c in contacts]
    return text(
        "people-line",
        number=row["number"],
        name=row["name"] or "?",
        where=where if where and row["channel"] not in UNWRITTEN else [*where, text(_without_address(row))],
    )


def _without_address(row: dict[str, object]) -> str:
    if row["channel"] == Channel.POST:
        return "people-on-paper"
    return "people-only-called" if row["called"] or row["channel"] == Channel.CALL else "people-no-address"


def _state(contact: dict[str, str]) -> Text:
    return (
        text(f"people-reach-{contact['reach'].replace('_', '-')}")
        if contact["reach"] != "ok"
        else text(f"people-consent-{contact['consent']}")
    )


def card_of(row: dict[str, Any]) -> Text:
    lines: list[Text] = [line_of(row)]
    if row["roles"]:
        lines.append(text("people-card-roles", roles=[text(f"people-role-{role}") for role in row["roles"]]))
    if row["other_phones"]:
        lines.append(text("people-card-to-call", phones="; ".join(row["other_phones"])))
    if row["roundtables"]:
        lines.append(text("people-card-roundtables", names=", ".join(row["roundtables"])))
    if row["territory"]:
        lines.append(text("people-card-territory", name=row["territory"]))
    if row["paid_by"]:
        mode = text(f"claims-mode-{row['paid_by'].replace('_', '-')}")
        lines.append(text("people-card-paid-by", mode=mode))
    if row["postal_address"]:
        lines.append(text("people-card-address", address=row["postal_address"]))
    return text("people-card", lines=lines)
