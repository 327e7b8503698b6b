"""The people of a round, the one broadcast that goes to them, and what else waits for some of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.consent import record_consent
from db.contacts import Consent, Contact, ContactPerson, add_contact, contact_at
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery, Priority
from db.organisations import Organisation, Roundtable
from db.people import Person, PersonRole, PersonRoundtable, Role
from db.session import AsyncSession, Database

WORDS = "Bonjour, la rencontre de mardi est a la salle du CLSC."
NOTICES = 3  # to each of those who have some, to see in which order they come
ASKED = ("AIDE", "STATUT", "TARIFS")  # what each writer writes, one after the other: each has one answer
STOP = "ARRET"

Address = tuple[str, str]  # channel, address


@dataclass(frozen=True, slots=True)
class Town:
    """`members` must receive the broadcast, unless they are `stopping`: these say ARRET while it leaves.

    `stopped` said it before; `writers` are not members; `noticed` are members for whom notices wait besides.
    """

    members: tuple[Address, ...]
    stopped: tuple[Address, ...]
    writers: tuple[Address, ...]
    stopping: tuple[Address, ...]
    noticed: tuple[Address, ...]


def town(people: int) -> Town:
    """One in twenty stops on the way, one in ten has notices; half of all on each channel."""

    def address(number: int, channel: str) -> Address:
        return ("sms", f"+1819{number:07}") if channel == "sms" else ("telegram", str(100_000 + number))

    def some(first: int, count: int) -> tuple[Address, ...]:
        return tuple(address(first + n, "sms" if n % 2 else "telegram") for n in range(count))

    members = some(5_550_000, people)
    few = max(2, people // 20)
    return Town(
        members=members,
        stopped=some(5_560_000, min(10, few)),
        writers=some(5_570_000, min(20, 2 * few)),
        stopping=members[-few:],  # the last in line: their message is still to leave
        noticed=members[: 2 * few],
    )


async def settle_in(database: Database, who: Town, now: dt.datetime) -> int:
    """Write the people, the notices and the broadcast, due at once; the broadcast's number."""
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance de la Vallée-des-Rives", preferences={}))
        roundtable = Roundtable(organisation_id=1, name="COCO")
        session.add(roundtable)
        await session.flush()
        for address in who.members:
            await _person(session, address, roundtable.id, now)
        for address in (*who.stopped, *who.writers):
            await _person(session, address, 0, now)
        for address in who.stopped:
            await _stops(session, address, roundtable.id, now)
        await _notices(session, who, now)
        return await _broadcast(session, roundtable.id, now)


async def _person(session: AsyncSession, address: Address, roundtable_id: int, now: dt.datetime) -> None:
    person = Person(organisation_id=1, name="Lise", created_at=now)
    session.add(person)
    await session.flush()
    contact = await add_contact(session, 1, *address, now)
    contact.person_id, contact.consent, contact.last_heard_at = person.id, Consent.GIVEN, now
    session.add_all(
        [
            ContactPerson(contact_id=contact.id, person_id=person.id),
            PersonRole(person_id=person.id, role=Role.MEMBER),
        ]
    )
    if roundtable_id:
        session.add(PersonRoundtable(person_id=person.id, roundtable_id=roundtable_id))


async def _stops(session: AsyncSession, address: Address, roundtable_id: int, now: dt.datetime) -> None:
    contact = await contact_at(session, *address)
    assert contact is not None
    session.add(PersonRoundtable(person_id=contact.person_id, roundtable_id=roundtable_id))
    await record_consent(session, contact, given=False, words=STOP, source="text", now=now)


async def _notices(session: AsyncSession, who: Town, now: dt.datetime) -> None:
    for channel, address in who.noticed:
        contact = await session.scalar(select(Contact).where(Contact.channel == channel, Contact.address == address))
        assert contact is not None
        for number in range(1, NOTICES + 1):
            session.add(
                Delivery(
                    kind="notice",
                    channel=channel,
                    contact_id=contact.id,
                    person_id=contact.person_id,
                    body=f"Avis {number} de {NOTICES}",
                    priority=Priority.NORMAL,
                    queued_at=now,
                )
            )
            await session.flush()  # their numbers follow one another


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
