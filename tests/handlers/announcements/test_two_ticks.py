"""Two processes tick at the same instant: what is due leaves once."""

from __future__ import annotations

import asyncio
import datetime as dt

from sqlalchemy import func, select

from db import message_kinds
from db.audience import Audience
from db.contacts import Consent, ContactPerson, add_contact
from db.deliveries import Broadcast, BroadcastState, Delivery
from db.meetings.tables import AgendaPoint, Meeting, MeetingState, Reminder
from db.organisations import Roundtable
from db.people import Person, PersonRoundtable, Role, grant
from db.session import AsyncSession, Database
from handlers import broadcasts
from handlers.acting import unattended
from handlers.installation import Installation
from handlers.meetings import due
from messages import Outgoing
from tests.support.small import NOON, small_installation


async def opened(url: str) -> tuple[Database, Installation]:
    database = Database(url)
    installation = await small_installation(database)
    async with database.write() as session:
        session.add(Roundtable(id=1, organisation_id=1, name="COCO"))
        person = Person(organisation_id=1, name="Rose", created_at=NOON)
        session.add(person)
        await session.flush()
        await grant(session, person.id, Role.EXPERT)
        contact = await add_contact(session, 1, "sms", "+18195550101", NOON)
        contact.person_id, contact.consent = person.id, Consent.GIVEN
        session.add(ContactPerson(contact_id=contact.id, person_id=person.id))
        session.add(PersonRoundtable(person_id=person.id, roundtable_id=1))
    return database, installation


async def number_of(database: Database, table: type[Broadcast] | type[Delivery]) -> int:
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def test_a_broadcast_whose_hour_has_come_is_sent_once(database_url: str) -> None:
    database, installation = await opened(database_url)
    async with database.write() as session:
        words = broadcasts.same_words(Outgoing("Bonjour {name}"))
        await broadcasts.new_broadcast(
            unattended(session, installation, NOON), message_kinds.ANNOUNCEMENT, Audience(), words
        )

    async def tick() -> int:
        async with database.write() as session:
            done = await broadcasts.send_due(unattended(session, installation, NOON))
            await asyncio.sleep(0.1)  # the other one looks while this one has not committed
            return done

    assert sorted(await asyncio.gather(tick(), tick())) == [0, 1]
    assert await tick() == 0
    assert await number_of(database, Delivery) == 1
    async with database.read() as session:
        assert await session.scalar(select(Broadcast.state)) is BroadcastState.SENDING
    await database.close()


async def test_a_reminder_whose_hour_has_come_leaves_once(database_url: str) -> None:
    database, installation = await opened(database_url)
    async with database.write() as session:
        await meeting_tomorrow(session)

    async def tick() -> int:
        async with database.write() as session:
            done = await due.reminders(unattended(session, installation, NOON))
            await asyncio.sleep(0.1)
            return done

    assert sorted(await asyncio.gather(tick(), tick())) == [0, 1]
    assert await tick() == 0
    assert await number_of(database, Delivery) == 1
    await database.close()


async def meeting_tomorrow(session: AsyncSession) -> None:
    start = NOON + dt.timedelta(days=1)
    session.add(
        Meeting(
            id=1,
            organisation_id=1,
            roundtable_id=1,
            state=MeetingState.ANNOUNCED,
            local_date=start.date(),
            local_start=dt.time(12),
            local_end=dt.time(14),
            zone="America/Toronto",
            starts_at=start,
            ends_at=start + dt.timedelta(hours=2),
            created_at=NOON,
        )
    )
    await session.flush()
    session.add(AgendaPoint(meeting_id=1, number=1, title="Le camp", plain="On choisit.", changes="Oui."))
    session.add(Reminder(meeting_id=1, version=1, days_before=1, due_at=NOON))
