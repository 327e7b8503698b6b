"""The seal: what it notices, and what it lets be."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import delete, select, text, update

from db.journal import Entry, hash_of_value, write_entry
from db.journal.chain import FIRST, Seal, last_seal, seal_entries, verify
from db.people import Person, new_pseudonym
from db.session import AsyncSession, Database

NOW = dt.datetime(2026, 11, 23, 17, 0, 0, 123456, tzinfo=dt.UTC)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()


async def written(database: Database, number: int) -> None:
    async with database.write() as session:
        for n in range(number):
            await write_entry(
                session,
                "meetings.moved",
                now=NOW + dt.timedelta(seconds=n),
                actor="person:abc",
                thing="meeting",
                thing_id=n,
                people=n,
                before="2026-12-08",
                share=0.25,
            )


async def sealed(database: Database) -> int:
    async with database.write() as session:
        return await seal_entries(session)


async def test_every_entry_takes_a_place_and_the_chain_holds(database: Database) -> None:
    await written(database, 5)
    assert await sealed(database) == 5
    await written(database, 3)
    async with database.read() as session:
        verdict = await verify(session)
        assert (verdict.checked, verdict.waiting, verdict.broken) == (5, 3, None)
    assert await sealed(database) == 3
    assert await sealed(database) == 0
    async with database.read() as session:
        verdict = await verify(session, at_once=3)
        places = list(await session.scalars(select(Entry.place).order_by(Entry.id)))
    assert (verdict.checked, verdict.waiting, verdict.broken) == (8, 0, None)
    assert places == list(range(1, 9))


async def test_an_empty_journal_holds(database: Database) -> None:
    async with database.read() as session:
        verdict = await verify(session)
    assert (verdict.checked, verdict.broken, verdict.seal) == (0, None, Seal(0, FIRST))


CHANGES = [
    ("people", update(Entry).where(Entry.thing_id == 3).values(details={"people": 30})),
    ("actor", update(Entry).where(Entry.thing_id == 3).values(actor="person:other")),
    ("hour", update(Entry).where(Entry.thing_id == 3).values(at=NOW)),
    ("subject", update(Entry).where(Entry.thing_id == 3).values(subject="x")),
    ("seal", update(Entry).where(Entry.thing_id == 3).values(chain="0" * 64)),
]


@pytest.mark.parametrize(("what", "change"), CHANGES, ids=[what for what, _ in CHANGES])
async def test_a_row_altered_by_hand_is_named(database: Database, what: str, change: object) -> None:
    await written(database, 6)
    await sealed(database)
    async with database.write() as session:
        altered = await session.scalar(select(Entry.id).where(Entry.thing_id == 3))
        await session.execute(change)  # type: ignore[call-overload]
    async with database.read() as session:
        verdict = await verify(session)
    assert (verdict.broken, verdict.why) == (altered, "changed")
    assert verdict.checked == 3


async def test_a_row_removed_by_hand_is_noticed_at_the_next_one(database: Database) -> None:
    await written(database, 6)
    await sealed(database)
    async with database.write() as session:
        following = await session.scalar(select(Entry.id).where(Entry.thing_id == 4))
        await session.execute(delete(Entry).where(Entry.thing_id == 3))
    async with database.read() as session:
        verdict = await verify(session)
    assert (verdict.broken, verdict.why) == (following, "missing")


async def test_the_last_rows_removed_are_noticed_by_the_seal_noted_elsewhere(database: Database) -> None:
    await written(database, 6)
    await sealed(database)
    async with database.write() as session:
        noted = await last_seal(session)
        await session.execute(delete(Entry).where(Entry.thing_id == 5))
    async with database.read() as session:
        assert (await verify(session)).broken is None
        assert (await verify(session, noted)).why == "missing"


async def test_a_chain_made_anew_is_noticed_by_the_seal_noted_elsewhere(database: Database) -> None:
    await written(database, 6)
    await sealed(database)
    async with database.write() as session:
        noted = await last_seal(session)
        await session.execute(update(Entry).where(Entry.thing_id == 2).values(actor="person:other"))
        await session.execute(update(Entry).values(place=None, chain=None))
    await sealed(database)
    async with database.read() as session:
        assert (await verify(session)).broken is None
        verdict = await verify(session, noted)
    assert verdict.why == "noted"
    assert verdict.broken is not None


async def test_erasing_a_person_keeps_the_chain_whole(database: Database) -> None:
    pseudonym = new_pseudonym()
    async with database.write() as session:
        await session.execute(text("INSERT INTO organisations (id, name, preferences) VALUES (1, 'A', '{}')"))
        person = Person(organisation_id=1, name="Lise", pseudonym=pseudonym, created_at=NOW)
        session.add(person)
        digest = hash_of_value(pseudonym, "+18195550101")
        await write_entry(session, "people.joined", now=NOW, subject=pseudonym, phone=digest)
    await sealed(database)
    async with database.write() as session:
        await session.execute(delete(Person).where(Person.pseudonym == pseudonym))
    async with database.read() as session:
        assert (await verify(session)).broken is None


async def test_an_entry_committed_late_takes_a_later_place(postgres_url: str) -> None:
    """Its number is older than those already sealed: the chain neither waits for it nor breaks."""
    database = Database(postgres_url)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with database.write() as session:
            await write_entry(session, "people.joined", now=NOW, thing="late")
            await session.flush()
            begun.set()
            await go_on.wait()

    task = asyncio.create_task(slow())
    await begun.wait()
    await written(database, 2)
    assert await sealed(database) == 2
    go_on.set()
    await task
    assert await sealed(database) == 1
    async with database.read() as session:
        late = (await session.scalars(select(Entry).where(Entry.thing == "late"))).one()
        assert (late.id, late.place) == (1, 3)
        verdict = await verify(session)
    assert (verdict.checked, verdict.broken) == (3, None)
    await database.close()


async def test_two_sealers_do_not_give_the_same_place(postgres_url: str) -> None:
    database = Database(postgres_url)
    await written(database, 40)

    async def seal_all(session: AsyncSession) -> int:
        return await seal_entries(session)

    async with database.write() as one, database.write() as other:
        first = await seal_all(one)
        assert (first, await seal_all(other)) == (40, 0)
    async with database.read() as session:
        assert (await verify(session)).checked == 40
    await database.close()
