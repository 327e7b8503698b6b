"""Answers that nobody reads, or reads ten times, and that are paid for each time."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db.conversations import IncomingMessage
from db.session import Database
from handlers.acting import Acting, Actor
from handlers.calls.files import tell_lost
from tests.stories.conftest import MONDAY
from tests.support.people import settle_in
from tests.support.phones import Town

SYSTEM = Actor(None, "", "system", frozenset(), "system")


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, MONDAY).open()
    await database.close()


async def test_the_dead_pictures_of_one_message_are_told_of_once(town: Town) -> None:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    for _ in range(2):
        await phone.text("voici mes billets")
    await phone.forget()
    async with town.database.write() as session:
        rows = list(await session.scalars(select(IncomingMessage)))
        for row in rows:
            for reason in ("gone", "unreadable", "gone"):
                await tell_lost(Acting(session, town.installation, SYSTEM, town.now), row, reason)
    await town.settle()
    assert [said.text for said in phone.unread] == [phone.unread[0].text] * len(rows)
    assert len(rows) == 2


@pytest.mark.parametrize("words", ["Votre code est 482113", "JOINDRE", "oui", "AIDE", "STOP", "au secours", "/aide"])
async def test_letters_in_the_place_of_a_number_are_never_answered(town: Town, words: str) -> None:
    bank = town.sms("BANQUE")
    await bank.text(words)
    await bank.expect_nothing()


async def test_a_number_is_answered_as_before(town: Town) -> None:
    phone = town.sms()
    await phone.text("JOINDRE")
    await phone.expect("")
