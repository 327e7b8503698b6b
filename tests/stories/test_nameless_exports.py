"""A comment without a name, told as phones see it: then nothing that is exported or shown leads to its author."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from db.comments.tables import Comment
from db.contacts import contact_at
from db.deliveries import Delivery, ReturnPath
from db.exports import EXPORTS, Span
from db.journal.chain import seal_entries, verify
from db.path_key import ReturnAddress
from db.people import Role
from db.session import Database
from handlers import sending
from handlers.acting import unattended
from handlers.comments.nameless import REPLY_BY_PATH, by_return_path
from handlers.journal.export import journal_export
from messages import text
from tests.support.filled import fill
from tests.support.people import settle_in
from tests.support.phones import Town

NOW = dt.datetime(2026, 12, 8, 19, 0, tzinfo=dt.UTC)


@pytest.fixture
async def town(database_url: str) -> Any:
    database = Database(database_url)
    await fill(database)
    town = Town(database, NOW)
    yield town
    await town.close()


async def said_without_a_name(town: Town) -> None:
    """Nadia talks with us; between two of our answers, news of her nameless comment leaves by its return path."""
    phone = town.sms("+18195550199")
    await settle_in(town, phone, "Nadia", Role.EXPERT)
    async with town.database.write() as session:
        contact = await contact_at(session, "sms", phone.address)
        assert contact is not None
        comment = await session.get_one(Comment, 3)
        comment.with_name, comment.person_id = False, None
        path = ReturnPath(comment_id=3, sealed=town.database.key.seal(3, ReturnAddress(contact.id, "", "fr")))
        session.add(path)
        await session.flush()
        words = text("comments-kept-as-is")
        await sending.write_to(unattended(session, town.installation, NOW), contact, words, options=sending.REPLY)
        await by_return_path(unattended(session, town.installation, NOW), path, contact, words, REPLY_BY_PATH)
        await sending.write_to(unattended(session, town.installation, NOW), contact, words, options=sending.REPLY)


async def test_the_numbers_of_deliveries_have_no_hole_where_it_left(town: Town) -> None:
    async with town.database.write() as session:
        last = await session.scalar(select(Delivery.id).order_by(Delivery.id.desc()).limit(1)) or 0
    await said_without_a_name(town)
    async with town.database.read() as session:
        span = Span(town.installation.zone)
        rows = [row async for row in EXPORTS["deliveries"].rows(session, span)]
    hers = [row[0] for row in rows if row[2] == "Nadia"]
    assert len(hers) == 2
    assert int(hers[0]) < int(hers[1])
    assert all(len(number) == len(hers[0]) for number in hers)  # they follow the clock, and count nothing
    assert last


async def test_it_reaches_its_author_all_the_same(town: Town) -> None:
    await said_without_a_name(town)
    phone = town.sms("+18195550199")
    await town.settle()
    assert len(phone.all) == 3


async def test_the_journal_shows_its_day_and_nobody(town: Town) -> None:
    await said_without_a_name(town)
    async with town.database.write() as session:
        comment = await session.get_one(Comment, 3)
        comment.noted = False
    town.now = NOW + dt.timedelta(days=1)
    await town.scheduler.tick()
    async with town.database.write() as session:
        await seal_entries(session)
        assert not (await verify(session)).why
        rows = [row async for row in journal_export(town.installation).rows(session, Span(town.installation.zone))]
    about = [row for row in rows if row[7] == 3 and row[4].startswith("comments.")]
    assert about
    for id, at, actor, subject, *_ in about:
        assert (id, actor, subject) == (None, "Porte-voix", "")
        assert type(at) is dt.date
