"""What a correction changed of a person, for the journal: which fields, and both versions as digests.

A digest is salted with the person's pseudonym: it proves what was written while they are known, and nothing once they
are erased. Why it was corrected is a person's words, which the journal never holds: it is in the register of requests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from db.contacts import contacts_of, yeses_awaited
from db.journal import hash_of_value
from db.people import Person, PersonRoundtable, roles_of
from db.privacy.requests import note_done
from db.privacy.tables import DataRequest, RequestKind
from db.session import AsyncSession
from handlers.acting import Acting
from handlers.people.cards import standing
from messages import Text, text

OF_PERSON = ("name", "language", "territory", "channel", "postal_address", "other_phones")
Version = Mapping[str, str]


async def version_of(session: AsyncSession, person: Person) -> Version:
    """What a correction may change, as it stands."""
    contacts, awaited = await contacts_of(session, person.id), await yeses_awaited(session, person.id)
    seats = select(PersonRoundtable.roundtable_id).where(PersonRoundtable.person_id == person.id)
    return {name: getattr(person, name) or "" for name in OF_PERSON} | {
        "addresses": " ".join(sorted(f"{one.channel}:{one.address}" for one in contacts)),
        "consent": " ".join(sorted(f"{one.address}:{standing(one, awaited)}" for one in contacts)),
        "roles": " ".join(sorted(role.value for role in await roles_of(session, person.id))),
        "roundtables": " ".join(sorted(map(str, await session.scalars(seats)))),
    }


def fields_changed(before: Version, after: Version) -> list[Text]:
    """In words: "le moyen choisi, le consentement"."""
    return [text(f"journal-value-field-{name}") for name in before if before[name] != after[name]]


def change_noted(person: Person, before: Version, after: Version) -> dict[str, Any]:
    """`fields`: the names of those that changed; `before`, `after`: the digest of each. Nothing when none did."""
    changed = [name for name in before if before[name] != after[name]]
    if not changed:
        return {}

    def hashes(version: Version) -> dict[str, str]:
        return {name: hash_of_value(person.pseudonym, f"{name}:{version[name]}") for name in changed}

    return {"fields": ", ".join(changed), "before": hashes(before), "after": hashes(after)}


async def note_corrected(acting: Acting, person: Person, reason: str) -> DataRequest:
    """A line of the register of requests: corrected today, by whom, and why."""
    by, why = acting.actor.person_id, reason.strip()
    return await note_done(acting.session, person, RequestKind.RECTIFICATION, now=acting.now, by=by, note=why)
