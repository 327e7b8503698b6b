"""A coordinator who writes in English: who will read what is said truly, for the French as for the others."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import update

from db.people import Person, Role
from messages import Channel, text
from tests.support.claims import expert
from tests.support.comments import open_meeting
from tests.support.env import catalogue
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)


@pytest.fixture
async def maude(town: Town) -> Phone:
    phone = await coordinator(town)
    async with town.database.write() as session:
        await session.execute(update(Person).where(Person.name == "Maude").values(language="en"))
    return phone


async def test_her_announcement_is_in_english_and_she_is_asked_for_the_french(town: Town, maude: Phone) -> None:
    rose, john = town.sms("+18195550107"), town.sms("+18195550108")
    await settle_in(town, rose, "Rose", Role.EXPERT)
    await settle_in(town, john, "John", Role.EXPERT, language="en")
    await maude.text("/announce experts")
    await maude.expect_any("What text?")
    await maude.text("We are closed.")
    await maude.expect_any("And in French?")
    await maude.text("Le local est fermé.")
    await maude.text("1")
    await maude.expect_any("number of people")
    await maude.text("2")
    await town.tick()
    await rose.expect_any("Le local est fermé.")
    await john.expect_any("We are closed.")


async def test_a_reason_in_english_says_that_the_french_will_read_english(town: Town, maude: Phone) -> None:
    rose = town.sms("+18195550107")
    person = await expert(town, rose)
    meeting = await open_meeting(town, TUESDAY, person)
    await rose.text("je viens mardi")
    await maude.forget()
    await maude.text(f"/cancel-meeting {meeting.id} a storm")
    page = await maude.expect_any("Your words are not translated (French)")
    assert "People who will read them as you wrote them: 1" in page.text


async def test_words_to_one_person_of_another_language_are_said_to_reach_them_as_they_are(
    town: Town, maude: Phone
) -> None:
    rose = await expert(town, town.sms("+18195550107"))
    john = await expert(town, town.sms("+18195550108"), "John", language="en")
    await maude.text(f"/write {rose.id} Denis has the key.")
    await maude.expect_any("This person (Rose) reads another language (French)")
    await maude.text(f"/write {john.id} Denis has the key.")
    said = await maude.expect_any("Message sent to John.")
    assert "another language" not in said.text


async def test_help_is_the_word_on_telegram_in_english(town: Town, maude: Phone) -> None:
    phone = town.telegram("701")
    await settle_in(town, phone, "Anna", Role.EXPERT, language="en")
    assert await phone.person() is not None
    welcome = text("people-welcome", name="Anna", contact="Maude", phone="819 555-0142")
    assert "The menu: HELP" in catalogue().text(welcome, "en", Channel.TELEGRAM)
    assert "The menu: AID" in catalogue().text(welcome, "en", Channel.SMS)
    await maude.text("/help item")
    await maude.expect_any("/item 3 fr")
