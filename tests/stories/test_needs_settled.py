"""What people need to come: settled or not, on every list; over once the day is past."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.conversations import Task
from db.journal import Entry
from db.people import Person
from tests.support.console import browser_of
from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


@pytest.fixture
async def maude(town: Town) -> Phone:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await rose.text("TRANSPORT")
    await rose.forget()
    await maude.forget()
    return maude


async def shown(maude: Phone) -> str:
    await maude.forget()
    await maude.text("/rencontre 1")
    return (await maude.expect_any("no 1")).text


async def cards(town: Town) -> list[str]:
    async with town.database.read() as session:
        return [task.kind.value for task in await session.scalars(select(Task).where(Task.closed_at.is_(None)))]


async def test_a_ride_that_was_found_is_settled_and_nobody_has_to_call(town: Town, maude: Phone) -> None:
    assert "transport (à régler)" in await shown(maude)
    assert await cards(town) == ["need_transport"]
    await maude.tell("/besoin 1 Rose transport réglé")
    await maude.expect_any("Rose a besoin de : transport (regle)")
    assert await cards(town) == []
    words = await shown(maude)
    assert "transport (réglé)" in words
    assert "/besoin" not in words
    async with town.database.read() as session:
        entry = (await session.scalars(select(Entry).where(Entry.act == "meetings.need_settled"))).one()
    assert entry.thing_id == 1


@pytest.mark.parametrize("words", ["Rose transport pas réglé", "Rose pas réglé"])
async def test_it_fell_through(town: Town, maude: Phone, words: str) -> None:
    await maude.tell("/besoin 1 Rose réglé")
    await maude.tell(f"/besoin 1 {words}")
    assert "transport (à régler)" in await shown(maude)


async def test_asked_again_it_is_open_again(town: Town, maude: Phone) -> None:
    await maude.tell("/besoin 1 Rose transport réglé")
    await town.sms().text("TRANSPORT")
    assert "transport (à régler)" in await shown(maude)


async def test_after_the_day_nothing_is_open(town: Town, maude: Phone) -> None:
    await arrive(town, 2, 11)
    words = await shown(maude)
    assert "Rose a besoin de : transport" in words
    assert "à régler" not in words
    assert "/besoin" not in words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Luc transport réglé", "Personne n'a dit avoir besoin de cela"),
        ("Rose garde réglé", "Personne n'a dit avoir besoin de cela"),
        ("Rose autre chose", "Quel besoin"),
        ("", "/besoin 12 Rose transport regle"),
    ],
)
async def test_what_nobody_asked_for_changes_nothing(town: Town, maude: Phone, words: str, said: str) -> None:
    await maude.tell(f"/besoin 1 {words}")
    await maude.expect_any(said)
    assert "transport (à régler)" in await shown(maude)


async def test_from_the_page_of_the_meeting_by_one_button_and_back(town: Town, maude: Phone) -> None:
    async with town.database.read() as session:
        person = (await session.scalars(select(Person).where(Person.name == "Maude"))).one()
    browser = await browser_of(town, person)
    await browser.open("/bureau/rencontres/1")
    assert "transport à régler" in browser.words
    await browser.fill("/actes/meetings.need/1")
    await browser.open("/bureau/rencontres/1")
    assert "transport réglé" in browser.words
    await browser.fill("/actes/meetings.need/1")
    await browser.open("/bureau/rencontres/1")
    assert "transport à régler" in browser.words
