"""Money as people say it: twice the same way, one word to put right what was just added, and nothing sent unseen."""

from __future__ import annotations

import pytest

from tests.stories.test_claims_never_lost import rose, sent
from tests.support.claims import claims_of, expert, lines_of, meeting, set_rates
from tests.support.comments import tasks_of
from tests.support.phones import Phone, Town


@pytest.mark.parametrize(
    "words",
    [
        "14,5 km aller pis autant pour revenir",
        "14,5 km pour y aller pis la meme chose pour revenir",
        "14.5 km there and the same back",
    ],
)
async def test_as_much_for_the_way_back_is_twice(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text(words)
    said = await phone.expect_any("29 km")
    assert "14,5 km" not in said.text


@pytest.mark.parametrize("words", ["non c 7 pas 6", "c 7 pas 6", "oups 7 pas 6", "no its 7 not 6"])
async def test_what_was_just_added_is_put_right_without_its_noun(town: Town, words: str) -> None:
    phone = await sent(town)
    await phone.text("oublie le stationnement 6 piasses")
    await phone.expect_any("stationnement", "6 $")
    await phone.text(words)
    await phone.expect_any("7 $", "69,50 $")
    [claim] = await claims_of(town)
    assert (await lines_of(town, claim))["other"] == 700


async def test_a_yes_to_what_was_added_says_that_it_stands(town: Town) -> None:
    phone = await sent(town)
    await phone.text("oublie le stationnement 6 piasses")
    await phone.expect_any("stationnement", "6 $")
    await phone.text("oui")
    said = await phone.expect("68,50 $")
    assert "rencontre" not in said.text


@pytest.mark.parametrize("words", ["jai oublier le repas", "j'ai oublié le repas"])
async def test_a_meal_that_was_forgotten_is_not_said_to_be_there(town: Town, words: str) -> None:
    phone = await sent(town)
    await phone.text(words)
    await town.settle()
    assert not [said.text for said in phone.unread if "Deja note" in said.text or "Déjà noté" in said.text]
    assert [said.text for said in phone.unread if "repas 20 $" in said.text and "2 enlever" in said.text]
    await phone.text("2")
    await phone.expect_any("62,50 $")


@pytest.mark.parametrize("words", ["combien jvas avoir", "combien sa fait en tout"])
async def test_how_much_will_i_get_is_the_claim_s_total(town: Town, words: str) -> None:
    phone = await sent(town)
    await phone.text(words)
    await phone.expect_any("62,50 $")
    assert not [said.text for said in phone.unread if "gardienne" in said.text]


@pytest.mark.parametrize("words", ["combien jvas avoir", "combien sa fait en tout"])
async def test_how_much_before_it_is_sent_shows_the_total_and_sends_nothing(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50")
    await phone.expect_any("Total 62,50 $")
    await phone.text(words)
    await phone.expect_any("Total 62,50 $")
    assert await claims_of(town) == []


@pytest.mark.parametrize("words", ["ca va tu couper mon bs", "sa va tu me couper mon cheque de bs?"])
@pytest.mark.parametrize("where", ["out of the blue", "at the total"])
async def test_what_it_does_to_other_money_is_for_who_knows(town: Town, words: str, where: str) -> None:
    phone = await rose(town)
    if where == "at the total":
        await phone.text("bus 7,50")
        await phone.expect_any("Total")
    await phone.text(words)
    said = await phone.expect("aide sociale", "Maude")
    assert "AIDE" not in said.text
    assert "question" in await tasks_of(town)


async def _silent_at_the_total(town: Town) -> Phone:
    phone = town.sms()
    person = await expert(town, phone)
    await set_rates(town)
    await meeting(town, town.local(2026, 2, 10).date(), people=(person,))
    town.now = town.local(2026, 2, 12)
    await phone.text("bus 7,50")
    await phone.expect_any("Total 62,50 $")
    for _ in range(5):
        await phone.text("bla bla bla")
    await phone.expect_any("se comprendre")
    await phone.forget()
    return phone


async def test_during_the_silence_a_yes_is_shown_again_what_it_would_send(town: Town) -> None:
    phone = await _silent_at_the_total(town)
    await phone.text("oui")
    await phone.expect_any("Total 62,50 $", "1 oui")
    assert await claims_of(town) == []
    await phone.text("oui")
    await phone.expect_any("62,50 $")
    assert len(await claims_of(town)) == 1


async def test_during_the_silence_to_cancel_is_to_cancel(town: Town) -> None:
    phone = await _silent_at_the_total(town)
    await phone.text("annule toute")
    await town.settle()
    await phone.text("oui")
    await town.settle()
    assert await claims_of(town) == []
    assert phone.unread, "it is heard"


async def test_to_cancel_after_a_silence_is_heard_and_undone_by_a_digit(town: Town) -> None:
    phone = await sent(town)
    for _ in range(5):
        await phone.text("bla bla bla")
    await phone.expect_any("se comprendre")
    await phone.forget()
    await phone.text("8 piasses de parking")
    await phone.expect("parking 8 $", "2 enlever")
    await phone.text("annule toute")
    await phone.expect("est annulee", "Rien ne sera paye", "2 la remettre")


@pytest.mark.parametrize("words", ["enleve le parking", "enleve le parking chu pas sure", "oublie le stationnement"])
@pytest.mark.parametrize("at_the_receipt", [True, False])
async def test_what_is_taken_away_is_not_paid(town: Town, words: str, at_the_receipt: bool) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50 pis parking 6")
    await phone.expect_any("Autre, 6 $")
    if not at_the_receipt:
        await phone.text("1")
        await phone.expect_any("68,50 $")
    await phone.text(words)
    said = await phone.expect_any("Total 62,50 $")
    assert "parking" not in said.text


async def test_of_two_other_costs_the_one_that_is_named_goes(town: Town) -> None:
    phone = await rose(town)
    for words in ("bus 7,50 pis parking 6", "1", "ajoute photocopies 3", "1", "enleve le parking"):
        await phone.text(words)
    await phone.expect_any("photocopies 3 $", "Total 65,50 $")


async def test_at_the_total_the_digits_that_are_shown_are_those_that_are_asked_for(town: Town) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50")
    await phone.expect("2 corriger")
    await phone.text("20")
    said = await phone.expect("chiffre de la liste")
    assert "2 pour non" not in said.text


async def test_another_claim_is_a_claim(town: Town) -> None:
    phone = await rose(town)
    await phone.text("jveux faire une autre demande pour la rencontre du mois passé")
    await phone.expect("Pour venir, avez-vous payé quelque chose?")
