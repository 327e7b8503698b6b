"""The dialogue under way is remembered within a turn, and never past what changes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import delete, event

from db.contacts import add_contact
from db.conversations import Dialogue, DialogueState, current_dialogue
from db.organisations import Organisation
from db.session import AsyncSession, Database

NOON = dt.datetime(2026, 2, 9, 17, 0, tzinfo=dt.UTC)


@pytest.fixture
async def session(database_url: str) -> AsyncIterator[AsyncSession]:
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        yield session
    await database.close()


async def phone(session: AsyncSession, address: str = "+18195550111") -> int:
    return (await add_contact(session, 1, "sms", address, NOON)).id


def talk(contact_id: int, state: DialogueState = DialogueState.ACTIVE) -> Dialogue:
    return Dialogue(contact_id=contact_id, name="claim", state=state, started_at=NOON, updated_at=NOON)


async def test_it_is_asked_of_the_database_once(session: AsyncSession) -> None:
    contact = await phone(session)
    session.add(talk(contact))
    await session.flush()
    asked: list[str] = []
    connection = await session.connection()
    event.listen(connection.sync_connection, "before_cursor_execute", lambda *args: asked.append(args[2]))

    found = {await current_dialogue(session, contact) for _ in range(4)}

    assert len(found) == 1
    assert len([statement for statement in asked if "dialogues" in statement]) == 1


async def test_one_that_begins_is_seen_at_once(session: AsyncSession) -> None:
    contact = await phone(session)
    assert await current_dialogue(session, contact) is None

    begun = talk(contact)
    session.add(begun)

    assert await current_dialogue(session, contact) is begun


async def test_one_that_ends_is_gone_and_the_parked_one_comes_back(session: AsyncSession) -> None:
    contact = await phone(session)
    first, second = talk(contact, DialogueState.PARKED), talk(contact)
    session.add_all([first, second])
    await session.flush()
    assert await current_dialogue(session, contact) is second

    second.state = DialogueState.DONE
    assert await current_dialogue(session, contact) is None
    first.state = DialogueState.ACTIVE
    assert await current_dialogue(session, contact) is first


async def test_one_that_is_deleted_is_gone(session: AsyncSession) -> None:
    contact = await phone(session)
    session.add(talk(contact))
    await session.flush()
    assert await current_dialogue(session, contact) is not None

    await session.execute(delete(Dialogue).where(Dialogue.contact_id == contact))

    assert await current_dialogue(session, contact) is None


async def test_each_phone_has_its_own(session: AsyncSession) -> None:
    rose, karim = await phone(session), await phone(session, "+18195550113")
    of_rose = talk(rose)
    session.add(of_rose)

    assert await current_dialogue(session, karim) is None
    assert await current_dialogue(session, rose) is of_rose
