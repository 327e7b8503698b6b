"""When no coordinator takes a cry in time, whoever the settings name is texted: once, and without a word of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db.contacts import contact_at
from db.journal import Entry
from db.session import Database
from messages import Kind
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

LISE = "+18195550143"
CRY = "je veux en finir avec toute, le pont est a deux coins de rue"


@pytest.fixture
async def watched(sqlite_url: str) -> AsyncIterator[Town]:
    """A town whose settings name Lise."""
    database = Database(sqlite_url)
    try:
        yield await Town(database, MONDAY, EMERGENCY_NAME="Lise", EMERGENCY_PHONE="819 555-0143").open()
    finally:
        await database.close()


async def rose(town: Town) -> Phone:
    phone = town.sms()
    await settle_in(town, phone, "Rose")
    return phone


async def lines(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Entry.act).where(Entry.act == "calls.emergency")))


@pytest.mark.parametrize("hour", [3, 10, 23])
async def test_nobody_takes_it_and_the_emergency_contact_is_texted_once(watched: Town, hour: int) -> None:
    watched.now = watched.local(2026, 2, 3, hour)
    await coordinator(watched)
    phone, lise = await rose(watched), watched.sms(LISE)
    await phone.text(CRY)
    await watched.move(minutes=14)
    await lise.expect_nothing()
    await watched.move(minutes=2)
    said = await lise.expect("Urgent: Rose", "Appelez maintenant: 819 555-0101")
    assert "pont" not in said.text
    assert said.segments == 1
    await phone.text("jsuis encore la, y fait noir")
    await phone.text("jveux mourir")
    await watched.move(hours=3)
    await lise.expect_nothing()
    assert await lines(watched) == ["calls.emergency"]


async def test_someone_takes_it_in_time_and_nobody_else_is_woken(watched: Town) -> None:
    maude = await coordinator(watched)
    phone, lise = await rose(watched), watched.sms(LISE)
    await phone.text(CRY)
    alert = await maude.expect("Urgent")
    await watched.receive(maude, Kind.BUTTON, button=alert.buttons[0][1])
    await maude.expect("Vous vous occupez de Rose")
    await phone.text("merci de repondre")
    await maude.expect("Rose ecrit encore")
    await watched.move(hours=2)
    await lise.expect_nothing()
    await maude.expect_nothing()
    assert await lines(watched) == []


async def test_a_new_cry_after_it_was_taken_goes_all_the_way_again(watched: Town) -> None:
    maude = await coordinator(watched)
    phone, lise = await rose(watched), watched.sms(LISE)
    await phone.text(CRY)
    alert = await maude.expect("Urgent")
    await watched.receive(maude, Kind.BUTTON, button=alert.buttons[0][1])
    await watched.move(days=1)
    await phone.text("jveux mourir")
    await watched.move(minutes=16)
    await lise.expect("Urgent: Rose")
    await watched.move(hours=1)
    await lise.expect_nothing()


async def test_several_cries_of_one_person_are_one_alert_each_time(watched: Town) -> None:
    maude = await coordinator(watched)
    phone = await rose(watched)
    await phone.text(CRY)
    await phone.text("jveux mourir")
    await phone.text("repondez moi")
    await maude.expect("Urgent")
    await maude.expect("Urgent")  # a danger named anew; "repondez moi" names none
    await maude.expect_nothing()
    await watched.move(minutes=11)
    await maude.expect("Urgent")
    await maude.expect_nothing()
    await maude.text("/appels")
    await maude.expect("le pont", "jveux mourir", "repondez moi")


async def test_a_card_says_that_the_emergency_contact_was_texted(watched: Town) -> None:
    maude = await coordinator(watched)
    phone = await rose(watched)
    await phone.text(CRY)
    await watched.move(minutes=20)
    await maude.forget()
    await maude.text("/appels")
    await maude.expect("Rose", "la personne d'urgence a recu un texto")


async def test_a_stranger_in_distress_is_called_back_too(watched: Town) -> None:
    await coordinator(watched)
    lise = watched.sms(LISE)
    await watched.sms("+18195550188").text(CRY)
    await watched.move(minutes=16)
    await lise.expect("une personne inconnue", "819 555-0188")


async def test_the_emergency_contact_need_not_be_on_the_list_nor_agree_to_the_news(watched: Town) -> None:
    await coordinator(watched)
    phone, lise = await rose(watched), watched.sms(LISE)
    await lise.text("ARRET")
    await lise.forget()
    await phone.text(CRY)
    await watched.move(minutes=16)
    await lise.expect("Urgent: Rose")
    async with watched.database.read() as session:
        contact = await contact_at(session, "sms", LISE)
        assert contact is not None
        assert contact.person_id is None


async def test_without_an_emergency_contact_the_alerts_alone_go_on(town: Town) -> None:
    maude = await coordinator(town)
    phone = await rose(town)
    await phone.text(CRY)
    await town.move(minutes=31)
    for _ in range(4):
        await maude.expect("Urgent")
    assert await lines(town) == []
