"""The questions asked of the tasks, on both databases: who is never reached, who failed twice, what is alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from db.contacts import Consent, Reach, add_contact, attach
from db.deliveries import Delivery, Status
from db.organisations import Organisation
from db.people import Person, Role, grant
from db.session import AsyncSession, Database
from db.tasks import MOST_OPEN, add_task, open_tasks, people_failed_twice, people_never_reached, tasks_alike

THEN = dt.datetime(2026, 1, 5, 15, tzinfo=dt.UTC)
NOW = THEN + dt.timedelta(days=3)


@pytest.fixture
async def session(database_url: str) -> AsyncIterator[AsyncSession]:
    database = Database(database_url)
    async with database.write() as opened:
        opened.add(Organisation(id=1, name="Alliance", preferences={}))
        await opened.flush()
        yield opened
    await database.close()


async def someone(session: AsyncSession, number: int, **values: object) -> Person:
    person = Person(organisation_id=1, name=f"P{number}", language="fr", created_at=THEN)
    session.add(person)
    await session.flush()
    contact = await add_contact(session, 1, "sms", f"+1819555{number:04}", THEN)
    contact.consent = Consent.GIVEN
    for name, value in values.items():
        setattr(contact, name, value)
    await attach(session, contact, person)
    return person


async def sent(session: AsyncSession, person: Person, *fates: Status) -> None:
    for fate in fates:
        session.add(Delivery(kind="notice", channel="sms", person_id=person.id, body="x", status=fate, queued_at=THEN))
        await session.flush()


async def test_who_is_never_reached(session: AsyncSession) -> None:
    wrong = await someone(session, 1, reach=Reach.INVALID)
    failed = await someone(session, 2)
    await sent(session, failed, Status.FAILED)
    reached = await someone(session, 3)
    await sent(session, reached, Status.DELIVERED, Status.FAILED)
    await someone(session, 4, consent=Consent.WITHDRAWN, reach=Reach.BLOCKED)  # stopped: left in peace
    await someone(session, 5)  # nothing was sent yet
    heard = await someone(session, 6, reach=Reach.INVALID)
    await sent(session, heard, Status.DELIVERED)
    desk = await someone(session, 7, reach=Reach.INVALID)
    await grant(session, desk.id, Role.COORDINATOR)
    found = await people_never_reached(session, 1, NOW)
    assert [person.id for person in found] == [wrong.id, failed.id]
    assert await people_never_reached(session, 1, THEN) == []


@pytest.mark.parametrize(
    ("fates", "listed"),
    [
        ([Status.DELIVERED, Status.FAILED, Status.FAILED], True),
        ([Status.FAILED, Status.FAILED, Status.DELIVERED], False),
        ([Status.DELIVERED, Status.FAILED], False),
        ([Status.SENT, Status.FAILED, Status.CANCELLED, Status.FAILED], True),
    ],
)
async def test_who_failed_twice_in_a_row(session: AsyncSession, fates: list[Status], listed: bool) -> None:
    person = await someone(session, 1)
    await sent(session, person, *fates)
    assert bool(await people_failed_twice(session, 1, NOW)) is listed
    await add_task(session, 1, "failed_twice", now=NOW, person_id=person.id)
    assert await people_failed_twice(session, 1, NOW) == []


async def test_a_flood_from_one_number_is_one_thing_to_look_at(session: AsyncSession) -> None:
    contact = await add_contact(session, 1, "sms", "+18195550199", THEN)
    made = [
        await add_task(session, 1, "unknown_number", now=NOW, contact_id=contact.id, incoming_id=n) for n in range(50)
    ]
    first = made[0]
    assert first is not None
    assert sum(task is not None for task in made) == MOST_OPEN
    assert len(await tasks_alike(session, first)) == MOST_OPEN


async def test_distress_comes_first_whenever_it_came(session: AsyncSession) -> None:
    for minutes, kind in enumerate(("call", "question", "distress", "voice")):
        await add_task(session, 1, kind, now=NOW + dt.timedelta(minutes=minutes))
    assert [task.kind for task in await open_tasks(session, 1)] == ["distress", "call", "question", "voice"]
