"""The people of a round, and the one broadcast that goes to them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.consent import record_consent
from db.contacts import Consent, ContactPerson, add_contact, contact_at
from db.deliveries import Broadcast, BroadcastState, BroadcastText
from db.organisations import Organisation, Roundtable
from db.people import Person, PersonRole, PersonRoundtable, Role
from db.session import AsyncSession, Database

WORDS = "Bonjour, la rencontre de mardi est a la salle du CLSC."


@dataclass(frozen=True, slots=True)
class Town:
    """Addresses: those who must receive the broadcast, those who stopped, those who write meanwhile."""

    members: tuple[tuple[str, str], ...]
    stopped: tuple[tuple[str, str], ...]
    writers: tuple[tuple[str, str], ...]


def town(people: int, stopped: int = 10, writers: int = 20) -> Town:
    def address(number: int, channel: str) -> tuple[str, str]:
        return ("sms", f"+1819{number:07}") if channel == "sms" else ("telegram", str(100_000 + number))

    def some(first: int, count: int) -> tuple[tuple[str, str], ...]:
        return tuple(address(first + n, "sms" if n % 2 else "telegram") for n in range(count))

    return Town(some(5_550_000, people), some(5_560_000, stopped), some(5_570_000, writers))


async def settle_in(database: Database, who: Town, now: dt.datetime) -> int:
    """Write the people and the broadcast, due at once; its number."""
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance de la Vallée-des-Rives", preferences={}))
        roundtable = Roundtable(organisation_id=1, name="COCO")
        session.add(roundtable)
        await session.flush()
        for channel, address in who.members:
            await _person(session, channel, address, roundtable.id, now)
        for channel, address in (*who.stopped, *who.writers):
            await _person(session, channel, address, 0, now)
        for channel, address in who.stopped:
            await _stops(session, channel, address, roundtable.id, now)
        return await _broadcast(session, roundtable.id, now)


async def _person(session: AsyncSession, channel: str, address: str, roundtable_id: int, now: dt.datetime) -> None:
    person = Person(organisation_id=1, name="Lise", created_at=now)
    session.add(person)
    await session.flush()
    contact = await add_contact(session, 1, channel, address, now)
    contact.person_id, contact.consent, contact.last_heard_at = person.id, Consent.GIVEN, now
    session.add_all(
        [
            ContactPerson(contact_id=contact.id, person_id=person.id),
            PersonRole(person_id=person.id, role=Role.MEMBER),
        ]
    )
    if roundtable_id:
        session.add(PersonRoundtable(person_id=person.id, roundtable_id=roundtable_id))


async def _stops(session: AsyncSession, channel: str, address: str, roundtable_id: int, now: dt.datetime) -> None:
    contact = await contact_at(session, channel, address)
    assert contact is not None
    session.add(PersonRoundtable(person_id=contact.person_id, roundtable_id=roundtable_id))
    await record_consent(session, contact, given=False, words="ARRET", source="text", now=now)


async def _broadcast(session: AsyncSession, roundtable_id: int, now: dt.datetime) -> int:
    broadcast = Broadcast(
        organisation_id=1,
        kind="announcement",
        state=BroadcastState.SCHEDULED,
        audience={"roundtable_id": roundtable_id},
        send_at=now,
        created_at=now,
    )
    session.add(broadcast)
    await session.flush()
    for channel in ("sms", "telegram"):
        session.add(
            BroadcastText(broadcast_id=broadcast.id, language="fr", channel=channel, body=WORDS, options=[], segments=1)
        )
    return broadcast.id
