"""What people ask of the money itself: how and when it is paid, in advance, accepted; asked, and never an answer."""

from __future__ import annotations

import pytest

from tests.stories.test_claims_never_lost import rose, sent
from tests.support.claims import claims_of
from tests.support.comments import tasks_of
from tests.support.phones import Phone, Town


async def _at_the_total(town: Town, language: str = "fr") -> Phone:
    phone = await rose(town, language)
    await phone.text("bus 7,50")
    await phone.expect_any("Total 62")
    return phone


@pytest.mark.parametrize(
    "words",
    [
        "eske sa ap koupe byennèt sosyal mwen",
        "eske kob sa ap fe m pedi byennet sosyal",
        "eske lajan an ap bese chek byennet mwen",
    ],
)
@pytest.mark.parametrize("where", ["out of the blue", "at the total"])
async def test_the_welfare_worry_in_creole_names_who_knows(town: Town, words: str, where: str) -> None:
    phone = await (rose(town, "ht") if where == "out of the blue" else _in_creole(town))
    await phone.text(words)
    said = await phone.expect_any("ajan èd sosyal", "Maude")
    assert "Tarif" not in said.text
    assert "question" in await tasks_of(town)


async def _in_creole(town: Town) -> Phone:
    phone = await rose(town, "ht")
    await phone.text("bis 7,50")
    await phone.expect_any("Total 62")
    return phone


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("tu payes comment, cheque ou cash", "Par virement, par cheque"),
        ("comment vous payez, par cheque ou virement", "Par virement, par cheque"),
        ("c'est tu par cheque ou par virement", "Par virement, par cheque"),
        ("ma gardienne veut etre payée a l'avance, vous pouvez tu", "On paie apres la rencontre"),
        ("pouvez vous me payer d'avance", "On paie apres la rencontre"),
        ("est ce que je peux reclamer avant la rencontre du 7", "On paie apres la rencontre"),
    ],
)
@pytest.mark.parametrize("waits", [False, True])
async def test_how_and_when_money_is_paid_is_answered_by_a_person_s_name(
    town: Town, words: str, answer: str, waits: bool
) -> None:
    phone = await (_at_the_total(town) if waits else rose(town))
    await phone.text(words)
    said = await phone.expect_any(answer, "Maude")
    assert "Tarifs" not in said.text
    assert "question" in await tasks_of(town)
    if waits:
        await phone.expect_any("Total 62,50 $")
        assert await claims_of(town) == []


@pytest.mark.parametrize(
    "words", ["c'est tu approuvé", "ma demande est tu acceptée", "is it approved", "youpi quand ca arrive"]
)
async def test_whether_it_is_accepted_is_where_the_claim_stands(town: Town, words: str) -> None:
    phone = await sent(town)
    await phone.text(words)
    await phone.expect_any("62,50 $", "recue")
    assert not [said.text for said in phone.unread if "Tarifs" in said.text or "13h30" in said.text]


@pytest.mark.parametrize("words", ["quand jvas etre payé", "quand jvas etre payée"])
async def test_when_before_it_is_sent_is_told_and_the_claim_goes_on(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text("reclamer")
    await phone.expect_any("avez-vous payé")
    await phone.text("autobus")
    await phone.expect_any("Combien pour l'autobus")
    await phone.text(words)
    await phone.expect_any("pas encore envoyée", "on vous écrit quand c'est payé")
    await phone.expect_any("Combien pour l'autobus")


@pytest.mark.parametrize("words", ["jai rien recu", "pas recu mon argent"])
async def test_nothing_received_at_a_receipt_s_question_is_of_the_money(town: Town, words: str) -> None:
    phone = await rose(town)
    await phone.text("bus 7,50, photocopies 1,10")
    await phone.expect_any("photo du recu")
    await phone.text(words)
    await phone.expect_any("pas encore envoyée")
    await phone.expect_any("photo du recu")


@pytest.mark.parametrize("words", ["ah oui cest rentre", "c'est rentré", "oui jai recu mon argent", "ok cest arrivé"])
async def test_money_that_came_sends_no_claim(town: Town, words: str) -> None:
    phone = await _at_the_total(town)
    await phone.text(words)
    await phone.expect_any("n'est pas envoyée")
    await phone.expect_any("Total 62,50 $")
    assert await claims_of(town) == []


@pytest.mark.parametrize(
    "words", ["non laissez faire jveux pas dargent", "jveux pas d'argent finalement", "i dont want money"]
)
@pytest.mark.parametrize("where", ["at the meal", "at the total"])
async def test_no_money_is_heard_in_the_middle_of_a_claim(town: Town, words: str, where: str) -> None:
    if where == "at the total":
        phone = await _at_the_total(town)
    else:
        phone = await rose(town)
        await phone.text("reclamer")
        await phone.expect_any("avez-vous payé quelque chose")
        await phone.text("1")
        await phone.expect_any("repas")
    await phone.text(words)
    said = await phone.expect_any("")
    assert "annuler" in said.text.lower() or "C'est not" in said.text
    await phone.text("oui") if "annuler" in said.text.lower() else None
    await town.settle()
    assert await claims_of(town) == []
