"""A SQLite installation carried to PostgreSQL: all of it, or nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, text, update

from bot.moving import MoveRefused, move
from db import copies
from db.conversations import IncomingMessage
from db.journal import Entry, write_entry
from db.journal.chain import seal_entries, verify
from db.people import Person
from db.schema import upgrade
from db.session import Database
from tests.support.every_table import DRAWN_BELOW, fill_every_table
from tests.support.filled import NOW, fill

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
async def source(sqlite_url: str) -> str:
    database = Database(sqlite_url)
    await fill(database)
    await database.close()
    return sqlite_url


async def counts(url: str) -> dict[str, int]:
    database = Database(url)
    async with database.connection() as connection:
        found = await copies.counted(connection, [one.name for one in copies.tables()])
    await database.close()
    return found


async def test_every_row_arrives_and_the_journal_still_verifies(source: str, empty_postgres_url: str) -> None:
    moved = await move(source, empty_postgres_url, LATER)
    assert moved.counts == await counts(source)
    assert (moved.journal.checked, moved.journal.why) == (4, "")
    database = Database(empty_postgres_url)
    async with database.write() as session:
        session.add(Person(organisation_id=1, name="Nadia", created_at=LATER))
        await write_entry(session, "people.joined", now=LATER)
        await session.flush()
        assert await seal_entries(session) == 2
        verdict = await verify(session)
        assert (verdict.checked, verdict.why) == (6, "")
    await database.close()


async def test_a_row_of_every_table_arrives(sqlite_url: str, empty_postgres_url: str) -> None:
    """Comments bear an id drawn by lot, below zero."""
    database = Database(sqlite_url)
    await fill_every_table(database, *DRAWN_BELOW)
    await database.close()
    before = await counts(sqlite_url)
    assert all(before.values())
    assert (await move(sqlite_url, empty_postgres_url, LATER)).counts == before


async def test_a_fault_while_copying_is_said_of_its_table_and_nothing_is_kept(
    source: str, empty_postgres_url: str
) -> None:
    await upgrade(empty_postgres_url)
    database = Database(empty_postgres_url)
    async with database.connection() as connection:
        await connection.execute(text("ALTER TABLE people ADD CONSTRAINT nobody CHECK (name <> 'Lise')"))
    await database.close()
    with pytest.raises(MoveRefused, match="fault people"):
        await move(source, empty_postgres_url, LATER)
    assert sum((await counts(empty_postgres_url)).values()) == 0


async def test_the_source_is_left_as_it_was(source: str, empty_postgres_url: str) -> None:
    before = await counts(source)
    await move(source, empty_postgres_url, LATER)
    assert await counts(source) == before


async def test_a_base_with_people_in_it_is_refused(source: str, postgres_url: str) -> None:
    database = Database(postgres_url)
    await fill(database)
    await database.close()
    before = await counts(postgres_url)
    with pytest.raises(MoveRefused, match="not-empty"):
        await move(source, postgres_url, LATER)
    assert await counts(postgres_url) == before


async def test_a_journal_that_was_altered_is_not_moved_and_nothing_is_kept(
    source: str, empty_postgres_url: str
) -> None:
    database = Database(source)
    async with database.write() as session:
        await session.execute(update(Entry).where(Entry.place == 2).values(actor="person:other"))
    await database.close()
    with pytest.raises(MoveRefused, match="journal-broken"):
        await move(source, empty_postgres_url, LATER)
    assert sum((await counts(empty_postgres_url)).values()) == 0


async def test_a_move_that_failed_can_be_done_again(source: str, empty_postgres_url: str) -> None:
    database = Database(source)
    async with database.write() as session:
        good = await session.scalar(select(Entry.actor).where(Entry.place == 2))
        await session.execute(update(Entry).where(Entry.place == 2).values(actor="person:other"))
    with pytest.raises(MoveRefused):
        await move(source, empty_postgres_url, LATER)
    async with database.write() as session:
        await session.execute(update(Entry).where(Entry.place == 2).values(actor=good))
    await database.close()
    assert (await move(source, empty_postgres_url, LATER)).rows == sum((await counts(source)).values())


async def test_a_text_that_postgresql_cannot_keep_does_not_stop_the_move(source: str, empty_postgres_url: str) -> None:
    database = Database(source)
    async with database.write() as session:
        await session.execute(update(IncomingMessage).where(IncomingMessage.id == 2).values(text="bon\x00jour"))
    await database.close()
    await move(source, empty_postgres_url, LATER)
    target = Database(empty_postgres_url)
    async with target.read() as session:
        assert await session.scalar(select(IncomingMessage.text).where(IncomingMessage.id == 2)) == "bonjour"
    await target.close()
