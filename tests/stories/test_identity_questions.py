"""What a person answers to a meeting is never for a question of who they are, whatever stands on their phone."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.conversations import Task
from tests.support.identity import cards, code_of, names, rose_with_a_claim
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import code_in, coordinator, settle_in
from tests.support.phones import Phone, Town

OF_A_MEETING = ["oui je viens", "oui", "1", "ok", "Oui oui!", "jva etre la", "c'est beau", "yes", "si", "wi", "2", "👍"]


@pytest.fixture
def town(town_on_both: Town) -> Town:
    return town_on_both


async def reminded(town: Town, phone: Phone) -> Phone:
    """A meeting, its reminder on this phone; the coordinator."""
    maude = await coordinator(town)
    await seated(town, phone, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 10, 30)
    await phone.expect("Venez-vous?")
    await maude.forget()
    return maude


@pytest.mark.parametrize("words", OF_A_MEETING)
async def test_an_answer_to_a_meeting_joins_no_account_that_gave_the_number_on_telegram(town: Town, words: str) -> None:
    phone, thief = town.sms(), town.telegram("6666")
    await reminded(town, phone)
    await thief.share_contact(phone.address)
    await phone.expect("Un compte Telegram demande votre dossier")
    await phone.text(words)
    await phone.forget()
    assert await thief.person() is None
    assert not any("relie" in said.text or "Rose" in said.text for said in thief.all)


async def test_the_meeting_hears_its_answer_though_the_code_came_between(town: Town) -> None:
    phone, thief = town.sms(), town.telegram("6666")
    await reminded(town, phone)
    await thief.share_contact(phone.address)
    await phone.expect("Un compte Telegram")
    await phone.text("oui je viens")
    await phone.expect("Note: vous venez")
    assert await answers(town, 1) == {"Rose": "coming"}


async def test_the_phone_s_own_code_is_for_telegram_alone_and_is_not_used_up_by_a_text(town: Town) -> None:
    phone, chat = town.sms(), town.telegram()
    rose = await settle_in(town, phone, "Rose")
    await chat.share_contact(phone.address)
    code = code_in(await phone.expect("Un compte Telegram"))
    await phone.text(code.lower())
    await phone.expect("de l'autre cote")
    assert await chat.person() is None
    await chat.forget()
    await chat.text(code)
    await chat.expect("C'est relie, Rose")
    person = await chat.person()
    assert person is not None
    assert person.id == rose.id


async def test_an_account_sends_one_code_while_it_stands_and_three_a_day_then_a_coordinator_calls(town: Town) -> None:
    phone, stale = town.sms(), town.telegram("6666")
    await coordinator(town)
    await settle_in(town, phone, "Rose")
    for _ in range(4):
        await stale.share_contact(phone.address)
        await stale.share_contact(phone.address)
        await phone.text("pas moi")
    texts = [said.text for said in (await town.settle(), phone.all)[1] if "compte Telegram" in said.text]
    assert len(texts) == 3
    assert "merge_asked" in await cards(town)


async def test_whoever_is_put_out_leaves_a_card_that_says_what_they_did_in_the_other_s_name(town: Town) -> None:
    phone, thief = town.sms(), town.telegram("6666")
    maude = await reminded(town, phone)
    await phone.text("non je peux pas")
    await phone.forget()
    await thief.text(f"/start {await code_of(phone)}")
    await phone.expect("est maintenant a votre nom", "PAS MOI")
    await thief.text("finalement je viens le 10 fevrier")
    await thief.forget()
    assert await answers(town, 1) == {"Rose": "coming"}
    await phone.text("c'est pas moi")
    await phone.expect("C'est retire")
    await phone.expect("vos reponses aux rencontres")
    async with town.database.read() as session:
        note = await session.scalar(select(Task.note).where(Task.kind == "not_me"))
    assert note is not None
    assert "vos réponses aux rencontres" in note
    await maude.text("/appels")
    await maude.expect_any("vos reponses aux rencontres")


async def test_nothing_is_said_to_have_been_done_by_an_address_that_did_nothing(town: Town) -> None:
    phone, thief = town.sms(), town.telegram("6666")
    await reminded(town, phone)
    await thief.text(f"/start {await code_of(phone)}")
    await phone.forget()
    await phone.text("pas moi")
    await phone.expect("C'est retire")
    await phone.expect_nothing()


@pytest.mark.parametrize("words", ["oui je viens", "oui", "1", "jva être là"])
async def test_an_answer_to_a_meeting_makes_no_two_people_one_on_telegram(town: Town, words: str) -> None:
    other, chat = town.sms("+18195550166"), town.telegram()
    maude = await reminded(town, chat)
    await settle_in(town, other, "Mallory")
    await chat.text(f"/start {await code_of(other)}")
    await chat.expect("Mallory")
    await chat.text(words)
    await chat.forget()
    assert {"Rose", "Mallory"} <= await names(town)
    assert await answers(town, 1) == {"Rose": "coming"}
    assert maude


@pytest.mark.parametrize("words", ["oui", "1", "yes"])
async def test_a_bare_yes_with_nothing_else_open_puts_the_question_again(town: Town, words: str) -> None:
    phone, chat = town.sms(), town.telegram()
    await rose_with_a_claim(town, phone)
    await settle_in(town, chat, "Rosie")
    await chat.text(f"/start {await code_of(phone)}")
    await chat.expect("Rose")
    await chat.text(words)
    said = await chat.expect("au long", "oui, c'est moi", "Rose")
    assert said.buttons
    assert await names(town) == {"Rose", "Rosie"}
    await chat.text("Oui c'est moi")
    await chat.expect("C'est reuni")
