"""What PostgreSQL keeps beside each row names nobody, once the hour has passed: a small table, on the real server."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, text

from bot.levelling import EVERY, Leveller
from db.comments.tables import Comment
from db.deliveries import ReturnPath, opened_path
from db.levelling import TABLES, is_level
from db.people import Role
from db.session import Database
from tests.nameless.attacks import Found, Held
from tests.nameless.region import copy_of
from tests.nameless.server import last_written_contacts, written_together
from tests.support.comments import open_meeting
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town

AUTHORS, OTHERS = 6, 6
ALL_ALIKE = "SELECT count(DISTINCT xmin::text) FROM {}"


@pytest.fixture
async def town(postgres_url: str) -> AsyncIterator[Town]:
    """Twelve people sit at the table; six write without a name, one after the other, and nothing else."""
    town = await Town(Database(postgres_url), dt.datetime(2026, 2, 2, 15, tzinfo=dt.UTC)).open()
    await coordinator(town)
    people = []
    for number in range(AUTHORS + OTHERS):
        phone = town.sms(f"+1819555{100 + number:04}")
        people.append((phone, await settle_in(town, phone, f"Personne{number}", Role.EXPERT)))
    await open_meeting(town, dt.date(2026, 2, 10), *(person for _, person in people), agenda=("Le local",))
    for place in (7, 2, 9, 4, 0, 11):
        phone = people[place][0]
        await phone.text("COMMENTAIRE")
        await phone.text(f"le local du fond est trop loin pour nous {place}")
        await town.move(minutes=3)
        await phone.text("SANS MON NOM")
        await phone.text("1")
        await town.tick()
    yield town
    await town.close()


async def named(town: Town) -> dict[int, int]:
    """Id of a comment -> its author, by the way back, which nobody else opens."""
    async with town.database.read() as session:
        paths = await session.scalars(select(ReturnPath))
        contacts = {path.comment_id: opened_path(session, path.comment_id, path.sealed).contact_id for path in paths}
        rows = (await session.execute(text("SELECT id, person_id FROM contacts"))).all()
    whose = {row.id: row.person_id for row in rows}
    return {comment: whose[contact] for comment, contact in contacts.items()}


async def held_now(town: Town) -> Held:
    async with town.database.read() as session:
        rows = (await session.execute(text("SELECT address, person_id FROM contacts WHERE person_id > 1"))).all()
    return Held([await copy_of(town)], "", {}, {row.address: row.person_id for row in rows}, {})


def right(found: Found, authors: dict[int, int]) -> int:
    """How many comments are said to be somebody's, of two at most, who wrote them."""
    return sum(author in found[comment] and len(found[comment]) <= 2 for comment, author in authors.items())


async def test_what_was_written_together_names_the_authors_until_it_is_levelled_and_then_nobody(town: Town) -> None:
    authors = await named(town)
    assert len(authors) == AUTHORS
    before = await held_now(town)
    assert right(written_together(before), authors) >= 4, "the attacker is able to win"
    assert await Leveller(town.database, lambda: town.now).once()
    after = await held_now(town)
    assert right(written_together(after), authors) == 0
    assert right(last_written_contacts(after), authors) <= 1
    for name in TABLES:
        keys = [row[next(iter(row))] for row in after.beside[name]]
        assert keys == sorted(keys), name
        async with town.database.read() as session:
            assert await session.scalar(text(ALL_ALIKE.format(name))) in (0, 1)
        assert [row for row in before.last[name] if row not in after.last[name]] == [], "nothing else changed"


async def test_it_is_done_once_an_hour_and_only_for_something(town: Town) -> None:
    leveller = Leveller(town.database, lambda: town.now)
    assert await leveller.once()
    async with town.database.write() as session:
        assert await is_level(session)
        await session.execute(text("UPDATE comments SET noted = noted WHERE id = (SELECT min(id) FROM comments)"))
    assert not await leveller.once()
    town.now += EVERY
    assert await leveller.once()
    town.now += EVERY
    assert not await leveller.once(), "there is nothing to hide"


async def test_one_comment_alone_is_hidden_too(town: Town) -> None:
    async with town.database.write() as session:
        last = await session.scalar(text("SELECT id FROM comments ORDER BY age(xmin) LIMIT 1"))
        await session.execute(text("DELETE FROM return_paths"))
        await session.execute(text("DELETE FROM comments WHERE id <> :id"), {"id": last})
    async with town.database.read() as session:
        assert not await is_level(session)
    assert await Leveller(town.database, lambda: town.now).once()


async def test_whoever_writes_meanwhile_is_waited_for_and_loses_nothing(town: Town) -> None:
    leveller = Leveller(town.database, lambda: town.now)
    async with town.database.write() as session:
        await session.execute(text("UPDATE contacts SET reach = reach WHERE id = 2"))
        levelling = asyncio.create_task(leveller.once())
        await asyncio.sleep(0.6)
        assert not levelling.done()
        comment = await session.scalar(select(Comment.id).limit(1))
        await session.execute(text("UPDATE comments SET noted = noted WHERE id = :id"), {"id": comment})
    assert await levelling
