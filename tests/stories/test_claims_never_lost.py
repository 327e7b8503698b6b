"""Whatever was said in a claim stays in it, in the middle of it, at its total and once it was sent."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.claims.rules import ClaimState
from db.conversations import Task
from tests.support.claims import claims_of, expert, lines_of, meeting, set_rates
from tests.support.phones import Phone, Town

TUESDAY = dt.date(2026, 2, 10)
WHOLE = {"participation": 5500, "transport_fare": 750, "other": 600}


async def rose(town: Town, language: str = "fr") -> Phone:
    phone = town.sms()
    person = await expert(town, phone, language=language)
    await set_rates(town)
    await meeting(town, TUESDAY, people=(person,))
    town.now = town.local(2026, 2, 12)
    return phone


async def at_the_total(town: Town) -> Phone:
    phone = await rose(town)
    await phone.text("bus 7,50")
    await phone.expect("autobus 7,50 $", "Total 62,50 $")
    return phone


async def sent(town: Town, language: str = "fr") -> Phone:
    phone = await rose(town, language)
    await phone.text("bus 7,50")
    await phone.expect("62")
    await phone.text("1")
    await phone.expect("1", "62")
    return phone


async def tasks(town: Town) -> list[str]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Task.kind)))


# -- what is forgotten, then said ------------------------------------------------------------------------------------


async def test_parking_said_after_a_no_is_added_and_the_bus_stays(town: Town) -> None:
    phone = await at_the_total(town)
    await phone.text("non")
    await phone.expect("Qu'est-ce qui n'est pas bon?")
    await phone.text("jai oublié mon stationnement 6 piasses")
    await phone.expect("Autre, 6 $: envoyez une photo du recu")
    await phone.text("1")
    await phone.expect("participation 55 $", "autobus 7,50 $", "stationnement 6 $", "Total 68,50 $")
    await phone.text("1")
    await phone.expect("Recue: demande no 1, 68,50 $")
    await phone.expect_nothing()
    [claim] = await claims_of(town)
    assert await lines_of(town, claim) == WHOLE


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("garde 40", "garde 40 $"),
        ("jme sui trompé c 7,25 le bus", "autobus 7,25 $"),
        ("garde 3h30 a 12$", "garde 42 $"),
        ("jai pris un diner a 14", "repas 14 $"),
    ],
)
@pytest.mark.parametrize("first", ["non", "2", "non c pas bon"])
async def test_any_sum_said_after_a_no_is_read_in_the_claim(town: Town, first: str, words: str, line: str) -> None:
    phone = await at_the_total(town)
    await phone.text(first)
    await phone.expect("Qu'est-ce qui n'est pas bon?")
    await phone.text(words)
    said = await phone.expect_any(line if "repas" not in line else "repas")
    if "repas" in line:
        await phone.text("1")
        said = await phone.expect(line)
    assert "participation 55 $" in said.text
    assert "autobus" in said.text
    assert await tasks(town) == []


@pytest.mark.parametrize("words", ["jme sui trompé c 7,25 le bus", "jai oublié garde 40", "stationnement 6$"])
async def test_a_sum_said_where_the_time_is_asked_is_kept(town: Town, words: str) -> None:
    phone = await at_the_total(town)
    await phone.text("2")
    await phone.expect("Qu'est-ce qui")
    await phone.text("1")
    await phone.expect("combien de temps")
    await phone.text(words)
    await phone.expect("Note:")
    await phone.expect("combien de temps", "1 une demi-journee")
    await phone.text("1")
    said = (await phone.expect("")).text
    if "stationnement" in words:
        await phone.text("1")
        said = (await phone.expect("Total")).text
    assert all(part in said for part in ("participation 55", "autobus"))
    assert any(sum_ in said for sum_ in ("7,25", "40", "stationnement 6"))


async def test_the_claim_words_again_bring_the_same_claim_back(town: Town) -> None:
    phone = await at_the_total(town)
    await phone.text("reclamer")
    await phone.expect("pas encore envoye", "ANNULER")
    await phone.expect("autobus 7,50 $", "Total 62,50 $")
    await phone.text("1")
    await phone.expect("demande no 1, 62,50 $")
    await phone.expect_nothing()


async def test_another_ride_chosen_says_what_it_takes_away(town: Town) -> None:
    phone = await at_the_total(town)
    await phone.text("2")
    await phone.expect("Qu'est-ce qui")
    await phone.text("2")
    await phone.expect("Pour venir")
    await phone.text("3")
    await phone.expect("Combien de kilometres")
    await phone.text("20")
    await phone.expect("Enleve: autobus 7,50 $")
    await phone.expect("auto 20 km 10 $", "Total 65 $")


async def test_something_else_does_not_push_out_what_was_there(town: Town) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50 stationnement 6$")
    await phone.expect("photo du recu")
    await phone.text("1")
    await phone.expect("Total 68,50 $")
    await phone.text("2")
    await phone.expect("Qu'est-ce qui")
    await phone.text("5")
    await phone.expect("Deja note: stationnement 6 $", "1 non, c'est tout", "2 enlever")
    await phone.text("photocopies 2$")
    await phone.expect("photo du recu")
    await phone.text("1")
    await phone.expect("stationnement 6 $", "photocopies 2 $", "Total 70,50 $")


async def test_words_for_the_table_in_between_do_not_make_two_claims(town: Town) -> None:
    """The claim that waits behind something else is the one that its words go to."""
    phone = await at_the_total(town)
    await phone.text("commentaire")
    await phone.forget()
    await phone.text("bus 9")
    await phone.expect_any("autobus 9 $", "Total 64 $")
    await phone.text("1")
    await phone.expect_any("demande no 1, 64 $")
    await phone.forget()
    await phone.text("annuler")
    assert not any("Qu'est-ce qui" in said.text or "Total" in said.text for said in phone.unread)
    assert len(await claims_of(town)) == 1


# -- once it was sent ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "jai oublié le stationnement 6$",
        "oublié mon stationnement, 6 piasses",
        "faut rajouter stationnement 6$",
        "stationnement 6$",
        "j'ai oublié de mettre le stationnement c'était 6$",
    ],
)
async def test_what_was_forgotten_is_added_to_the_claim_that_was_sent(town: Town, words: str) -> None:
    phone = await sent(town)
    await phone.text(words)
    await phone.expect("demande no 1", "stationnement 6 $", "Total 68,50 $", "1 c'est bon", "2 enlever")
    await phone.expect_nothing()
    [claim] = await claims_of(town)
    assert (claim.total_cents, claim.state) == (6850, ClaimState.SUBMITTED)
    assert await lines_of(town, claim) == WHOLE


async def test_in_english_too(town: Town) -> None:
    phone = await sent(town, "en")
    await phone.text("I forgot parking 6$")
    await phone.expect("claim no. 1", "parking $6", "Total $68.50")
    assert await lines_of(town, (await claims_of(town))[0]) == WHOLE


@pytest.mark.parametrize("word", ["2", "enlever", "non"])
async def test_what_was_added_is_taken_back_in_a_word(town: Town, word: str) -> None:
    phone = await sent(town)
    await phone.text("jai oublié le stationnement 6$")
    await phone.expect("Total 68,50 $")
    await phone.text(word)
    await phone.expect("demande no 1", "62,50 $")
    [claim] = await claims_of(town)
    assert await lines_of(town, claim) == {"participation": 5500, "transport_fare": 750}
    assert claim.total_cents == 6250


async def test_a_sum_put_right_after_sending_says_what_it_was(town: Town) -> None:
    phone = await sent(town)
    await phone.text("jme suis trompé c 7,25 le bus")
    await phone.expect("autobus 7,25 $", "7,50 $", "Total 62,25 $")
    [claim] = await claims_of(town)
    assert await lines_of(town, claim) == {"participation": 5500, "transport_fare": 725}


async def test_what_was_decided_is_not_touched_and_the_rest_is_another_claim(town: Town) -> None:
    phone = await sent(town)
    async with town.database.write() as session:
        from db.claims.tables import Claim

        claim = await session.get_one(Claim, 1)
        claim.state, claim.decided_at = ClaimState.APPROVED, town.now
    await phone.text("jai oublié le stationnement 6$")
    await phone.expect("no 1")
    await phone.expect("photo du recu")
    await phone.text("1")
    await phone.expect("stationnement 6 $. Total 6 $")
    await phone.text("1")
    await phone.expect("demande no 2, 6 $")


# -- what is not understood ------------------------------------------------------------------------------------------


async def test_a_question_that_is_not_answered_is_shown_each_time_and_a_human_is_told_once(town: Town) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50 stationnement 6$")
    await phone.expect("Autre, 6 $: envoyez une photo", "1 pas de recu")
    await phone.text("une vingtaine")
    await phone.expect("photo", "Autre, 6 $", "1 pas de recu")
    await phone.text("jsais pas trop")
    await phone.expect("Maude va regarder", "Autre, 6 $", "1 pas de recu")
    await phone.text("3")
    await phone.expect_any("Autre, 6 $", "1 pas de recu")
    assert (await tasks(town)).count("unclear_answer") == 1
    await phone.text("1")
    await phone.expect("Total 68,50 $")


async def test_no_receipt_in_words(town: Town) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50 stationnement 6$")
    await phone.expect("Autre, 6 $", "1 pas de recu")
    await phone.text("jai pas de recu")
    await phone.expect("Total 68,50 $")


# -- when the money comes --------------------------------------------------------------------------------------------


async def test_a_claim_that_was_not_sent_is_said_to_wait(town: Town) -> None:
    phone = await at_the_total(town)
    await phone.text("c quan jvas etre payé")
    await phone.expect("pas encore envoye")
    await phone.expect("Total 62,50 $", "1 oui, envoyer")


async def test_when_the_money_comes_is_said(town: Town) -> None:
    phone = await sent(town)
    await phone.text("c quan jvas etre payé")
    await phone.expect("Demande no 1, 62,50 $: recue le 12 fev.")
    await phone.expect("Maude", "acceptee", "paye")


# -- kilometres, withdrawal ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["12,3 km", "12.3", "12,3"])
async def test_kilometres_keep_their_decimals(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text("RECLAMER")
    await phone.expect("Pour venir")
    await phone.text("3")
    await phone.expect("Combien de kilometres")
    await phone.text(words)
    await phone.expect("repas")
    await phone.text("1")
    await phone.expect("garde")
    await phone.text("1")
    await phone.expect("Autre chose")
    await phone.text("1")
    await phone.expect("auto 12,3 km 6,15 $", "Total 61,15 $")


async def test_kilometres_of_a_sentence_keep_their_decimals(town: Town) -> None:
    phone = await rose(town)
    await phone.text("auto 12,3 km stationnement 6$")
    await phone.expect("photo")
    await phone.text("1")
    await phone.expect("auto 12,3 km 6,15 $", "Total 67,15 $")
    await phone.text("1")
    await phone.expect("67,15 $")


async def test_kilometres_beside_another_question_keep_their_decimals(town: Town) -> None:
    phone = await rose(town)
    await phone.text("RECLAMER")
    await phone.expect("Pour venir")
    await phone.text("1")
    await phone.expect("repas")
    await phone.text("1")
    await phone.expect("garde")
    await phone.text("taxi 22,75 pis 12,3 km")
    await phone.expect("taxi 22,75 $ et 12,3 km")


@pytest.mark.parametrize("words", ["annulez ma demande", "oubliez ma demande"])
async def test_a_claim_that_was_sent_is_withdrawn_and_said_so(town: Town, words: str) -> None:
    phone = await sent(town)
    await phone.text(words)
    said = await phone.expect("")
    if "Vous voulez dire" in said.text:
        await phone.text("1")
        said = await phone.expect("")
    assert "annulée" in said.text
    assert "no 1" in said.text
    assert [claim.state for claim in await claims_of(town)] == [ClaimState.CANCELLED]
    await phone.text("2")
    await phone.expect("demande no 1", "62,50 $")
    assert [claim.state for claim in await claims_of(town)] == [ClaimState.SUBMITTED]


async def test_a_claim_that_was_accepted_is_for_a_person_to_withdraw(town: Town) -> None:
    phone = await sent(town)
    async with town.database.write() as session:
        from db.claims.tables import Claim

        (await session.get_one(Claim, 1)).state = ClaimState.APPROVED
    await phone.text("annulez ma demande")
    if "Vous voulez dire" in (await phone.expect("")).text:
        await phone.text("1")
        await phone.expect("Maude va regarder")
    assert [claim.state for claim in await claims_of(town)] == [ClaimState.APPROVED]
