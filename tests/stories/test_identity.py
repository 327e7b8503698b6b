"""An address is proved, a person is confirmed: what a code, a link, a shared contact and PAS MOI may move."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.contacts import Consent, Contact
from db.organisations import roundtable_made
from db.people import Role, seat
from tests.support.identity import (
    cards,
    code_of,
    journal,
    names,
    owner,
    rose_with_a_claim,
)
from tests.support.people import code_in, coordinator, settle_in
from tests.support.phones import Town


@pytest.fixture
def town(town_on_both: Town) -> Town:
    return town_on_both


@pytest.mark.parametrize("words", ["{code}", "{code}.", "/lier {code}", " {code} "])
async def test_a_text_with_a_code_moves_nobody_and_makes_a_card(town: Town, words: str) -> None:
    maude, phone, mallory = await coordinator(town), town.sms(), town.telegram("6666")
    await rose_with_a_claim(town, phone)
    await settle_in(town, mallory, "Mallory")
    code = await code_of(mallory)
    await phone.text(words.format(code=code.lower()))
    await phone.expect("Maude", "819 555-0142")
    assert await names(town) == {"Maude", "Rose", "Mallory"}
    assert await owner(town) == [("Rose", 1)]
    assert await cards(town) == ["merge_asked"]
    await phone.text("oui")  # forged too
    await phone.forget()
    assert await owner(town) == [("Rose", 1)]
    await maude.text("/appels")
    await maude.expect_any("Rose", "819 555-0101", "Mallory", "de vive voix")
    await mallory.text(code)
    assert await names(town) == {"Maude", "Rose", "Mallory"}


async def test_a_link_opened_by_an_existing_person_asks_in_whose_account_and_what_moves(town: Town) -> None:
    await coordinator(town)
    phone, chat = town.sms("+18195550166"), town.telegram()
    await settle_in(town, phone, "Mallory")
    await rose_with_a_claim(town, chat)
    code = await code_of(phone)
    await chat.text(f"/start {code}")
    said = await chat.expect("Mallory", "1 demande", "Logement", "Telegram")
    assert [label for label, _ in said.buttons]
    await chat.press("non")
    await chat.expect("rien n'est change")
    assert await owner(town) == [("Rose", 1)]
    assert await names(town) == {"Maude", "Rose", "Mallory"}
    await chat.text(f"/start {code}")
    await chat.expect("passe")


async def test_two_accounts_of_one_person_are_merged_after_a_yes_and_both_sides_are_told(town: Town) -> None:
    await coordinator(town)
    phone, chat = town.sms(), town.telegram()
    rose = await rose_with_a_claim(town, phone)
    await settle_in(town, chat, "Rosie")
    await chat.text(f"/start {await code_of(phone)}")
    await chat.expect("Rose")
    await chat.press("oui")
    await chat.expect("reuni")
    await phone.expect("Rosie", "PAS MOI")
    assert await names(town) == {"Maude", "Rose"}
    person = await chat.person()
    assert person is not None
    assert person.id == rose.id
    assert "people.merged" in await journal(town)


async def test_a_yes_that_comes_by_another_address_or_too_late_merges_nobody(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    await rose_with_a_claim(town, phone)
    await settle_in(town, chat, "Rosie")
    await chat.text(f"/start {await code_of(phone)}")
    await chat.expect("Rose")
    await phone.text("oui")
    await phone.forget()
    assert "Rosie" in await names(town)
    town.now += dt.timedelta(days=2)
    await chat.press("oui")
    await chat.forget()
    assert "Rosie" in await names(town)


async def test_what_moves_is_asked_again_when_it_changed_meanwhile(town: Town) -> None:
    phone, chat = town.sms("+18195550166"), town.telegram()
    await settle_in(town, phone, "Rosie")
    rose = await settle_in(town, chat, "Rose", Role.EXPERT)
    await chat.text(f"/start {await code_of(phone)}")
    await chat.expect("Rosie")
    async with town.database.write() as session:
        await seat(session, rose.id, (await roundtable_made(session, 1, "Transport")).id)
    await chat.press("oui")
    await chat.expect("Rosie", "Transport")
    assert "Rose" in await names(town)
    await chat.press("oui")
    await chat.expect("reuni")
    assert "Rose" not in await names(town)


async def test_a_shared_contact_merges_two_people_only_with_the_phone_s_code_and_a_yes(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    rose = await rose_with_a_claim(town, phone)
    await settle_in(town, chat, "Rosie")
    await chat.share_contact(phone.address)
    await chat.expect("Un texto part")
    await chat.text(code_in(await phone.expect("Un compte Telegram demande votre dossier")))
    await chat.expect("Rose")
    assert await names(town) == {"Rose", "Rosie"}
    await chat.press("oui")
    await chat.expect("reuni")
    person = await chat.person()
    assert person is not None
    assert person.id == rose.id


async def test_a_phone_of_two_gives_nobody_an_account_by_a_shared_contact(town: Town) -> None:
    maude, phone, chat = await coordinator(town), town.sms(), town.telegram()
    await settle_in(town, phone, "Rose")
    await settle_in(town, phone, "Luc")
    await chat.share_contact(phone.address)
    await chat.expect("Qui etes-vous?")
    await chat.press("Rose")
    await chat.expect("Maude")
    assert await chat.person() is None
    assert await cards(town) == ["merge_asked"]
    await maude.text("/appels")
    await maude.expect("Rose")


async def test_an_address_that_is_added_is_said_on_the_old_one_which_can_take_it_back(town: Town) -> None:
    await coordinator(town)
    phone, thief = town.sms(), town.telegram("6666")
    rose = await settle_in(town, phone, "Rose")
    await thief.text(f"/start {await code_of(phone)}")
    await thief.expect("C'est relie, Rose")
    await phone.expect("Telegram", "PAS MOI")
    await phone.text("pas moi")
    await phone.expect("retire", "Maude")
    assert await thief.person() is None
    assert await cards(town) == ["not_me"]
    person = await phone.person()
    assert person is not None
    assert person.id == rose.id


async def test_someone_invited_who_texts_a_code_is_moved_by_it_no_more_than_another(town: Town) -> None:
    maude, phone, mallory = await coordinator(town), town.sms(), town.telegram("6666")
    await settle_in(town, mallory, "Mallory")
    await maude.tell("/personne Rose; 819 555-0101; rôle: expert")
    await maude.forget()
    await phone.forget()
    await phone.text(await code_of(mallory))
    await phone.expect("Un texto ne suffit pas")
    person = await phone.person()
    assert person is not None
    assert person.name == "Rose"


async def test_a_phone_that_stopped_everything_stays_stopped_when_a_code_is_texted_from_it(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    await settle_in(town, chat, "Rosie")
    await phone.text("ARRET")
    await phone.forget()
    await phone.text(await code_of(chat))
    async with town.database.read() as session:
        contact = await session.scalar(select(Contact).where(Contact.address == phone.address))
        assert contact is not None
        assert contact.consent is Consent.WITHDRAWN


async def test_pas_moi_says_nothing_new_to_whoever_came_last_and_is_plain_words_otherwise(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    await settle_in(town, phone, "Rose")
    await chat.text(f"/start {await code_of(phone)}")
    await chat.forget()
    await chat.text("pas moi")  # whoever came last cannot put out whoever was there before
    await chat.forget()
    assert await phone.person() is not None
    assert await chat.person() is not None
    town.now += dt.timedelta(days=8)
    await phone.forget()
    await phone.text("pas moi")
    await phone.forget()
    assert await chat.person() is not None
