"""What a coordinator types in a hurry: a slash forgotten, a slip in a form, a no to a page that changed."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update

from db.claims.rules import ClaimState
from db.claims.tables import Claim
from db.conversations import Dialogue
from tests.stories.test_claims_decided import claimed, rose
from tests.support.claims import set_rates
from tests.support.meetings import planned, seated
from tests.support.people import coordinator
from tests.support.phones import Town


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a faire", "/a-faire"),
        ("A faire", "/a-faire"),
        ("repondre 10 bonjour", "/repondre 10 bonjour"),
        ("déplacer 1 jeudi 12 février", "/deplacer 1 jeudi 12 février"),
        ("appels", "/appels"),
    ],
)
async def test_a_slash_forgotten_is_proposed(town: Town, written: str, meant: str) -> None:
    maude = await coordinator(town)
    await maude.text(written)
    await maude.expect(f"Vous voulez dire {meant}?", "/aide")


async def test_a_command_of_two_words_needs_no_hyphen(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/a faire")
    await maude.expect("Rien ne vous attend")


async def test_the_command_that_was_meant_is_done_by_its_button_or_a_yes(town: Town) -> None:
    maude = await coordinator(town)
    for answer in ("oui", "1"):
        await maude.text("rencontres")
        await maude.expect("Vous voulez dire /rencontres?")
        await maude.text(answer)
        await maude.expect("Aucune rencontre")
    await maude.text("a faire")
    await maude.press("oui, le faire")
    await maude.expect_any("Rien ne vous attend")
    await maude.text("appels")
    await maude.text("non")
    await maude.expect_any("rien n'est fait")


async def test_a_question_that_waits_does_not_swallow_a_command_without_its_slash(town: Town) -> None:
    maude = await coordinator(town)
    number = await planned(town, maude)
    await maude.text(f"/deplacer {number} mercredi 11 février 13h30 à 15h30")
    await maude.forget()
    await maude.text("a faire")
    await maude.expect("Vous voulez dire /a-faire?")
    await maude.press("oui, le faire")
    await maude.expect_any("/rencontre 1")
    await maude.text("non")
    await maude.expect_any("rien n'est envoye")


@pytest.mark.parametrize("written", ["aide", "bonjour", "/aide"])
async def test_a_coordinator_reads_first_what_serves_each_day_and_the_menu_of_members_stays_near(
    town: Town, written: str
) -> None:
    maude = await coordinator(town)
    await maude.text(written)
    await maude.expect("Vous coordonnez", "/aide tout")
    await maude.expect_nothing()
    await maude.press("ce qui vous attend")
    await maude.expect_any("Rien ne vous attend")
    await maude.press("le menu des membres")
    await maude.expect_any("Aide. Parler a quelqu'un")


@pytest.mark.parametrize("written", ["67.50$", "mardi 15 decembre 13h30", "demain 13h", "laisser", "ok envoie"])
async def test_words_that_nothing_asked_for_begin_no_claim_of_hers(town: Town, written: str) -> None:
    maude = await coordinator(town)
    await maude.text(written)
    await maude.forget()
    await maude.text("oui")
    async with town.database.read() as session:
        assert not await session.scalar(select(func.count()).select_from(Claim))
        assert not await session.scalar(select(func.count()).select_from(Dialogue))


async def test_a_no_to_a_page_that_changed_is_a_no(town: Town) -> None:
    maude = await coordinator(town)
    number = await planned(town, maude)
    await maude.text(f"/deplacer {number} mercredi 11 février 13h30 à 15h30")
    await maude.forget()
    await maude.text("non")
    await maude.expect("rien n'est envoye")
    await maude.expect_nothing()


async def test_slips_in_a_form_lose_nothing_of_it(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/rencontre COCO")
    await maude.expect("Quel jour")
    for slip in ("hier", "29 fevrier", "bientot"):
        await maude.text(slip)
    await maude.text("mardi 10 février 13h30 à 15h30")
    await maude.expect_any("Ou?")


async def test_words_after_infolettre_are_never_passed_over_in_silence(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/proposer Le camp de jour ouvre | Inscrivez votre enfant avant vendredi.")
    await maude.forget()
    await maude.text("/infolettre bidule")
    await maude.expect("Je ne comprends pas « bidule »", "/item 4 retirer")
    await maude.text("/infolettre retirer 1")
    await maude.expect("mise de cote")


@pytest.mark.parametrize("name", ["Élise", "elise", "Elise Cote"])
async def test_a_name_alone_shows_the_card_of_the_one_who_has_it(town: Town, name: str) -> None:
    maude, elise = await coordinator(town), town.telegram()
    await seated(town, elise, "Élise Côté")
    await maude.tell(f"/personne {name}")
    await maude.expect("Elise Cote", "Tables : COCO")


async def test_a_name_that_nobody_or_several_have(town: Town) -> None:
    maude = await coordinator(town)
    for name in ("Rose Roy", "Rose Hébert"):
        await seated(town, town.telegram(), name)
    await maude.tell("/personne rose")
    await maude.expect("Rose Roy", "Rose Hebert")
    await maude.tell("/personne Marcel")
    await maude.expect("Personne ne repond a « Marcel »", "/personne Marcel; 819 555-0101")


@pytest.mark.parametrize(
    ("state", "word", "none"),
    [
        (ClaimState.REFUSED, "refusees", "Aucune demande n'est refusee"),
        (ClaimState.CANCELLED, "annulees", "Aucune demande n'est annulee"),
        (ClaimState.PAID, "payées", "Aucune demande n'est payee"),
    ],
)
async def test_claims_of_the_past_are_listed_by_what_became_of_them(
    town: Town, state: ClaimState, word: str, none: str
) -> None:
    await set_rates(town)
    town.now = town.local(2026, 2, 12)
    maude = await coordinator(town)
    await maude.tell(f"/demandes {word}")
    await maude.expect(none)
    await claimed(town, await rose(town))
    async with town.database.write() as session:
        await session.execute(update(Claim).values(state=state))
    await maude.forget()
    await maude.tell(f"/demandes {word}")
    await maude.expect("la plus recente d'abord", "no 1 Rose, 62,50 $")


async def test_a_decision_in_the_way_says_how_to_take_it_back(town: Town) -> None:
    await set_rates(town)
    town.now = town.local(2026, 2, 12)
    maude = await coordinator(town)
    await claimed(town, await rose(town))
    await maude.forget()
    await maude.tell("/approuver-demande 1")
    await maude.forget()
    await maude.tell("/refuser 1 trop tard")
    await maude.expect("acceptee, a payer", "/rouvrir-demande 1")


async def test_a_reason_ends_before_the_next_sentence(town: Town) -> None:
    await set_rates(town)
    town.now = town.local(2026, 2, 12)
    maude = await coordinator(town)
    phone = await rose(town)
    await claimed(town, phone)
    await phone.forget()
    await maude.tell("/refuser 1 hors de la table")
    await phone.expect("Pourquoi: hors de la table. Pour en parler")


async def test_a_command_without_its_slash_is_no_piece_of_news(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/proposer")
    await maude.expect("Quelle nouvelle")
    await maude.text("appels")
    await maude.expect("Vous voulez dire /appels?")
    await maude.text("Le frigo est ouvert.")
    await maude.expect("Merci, votre nouvelle est notee (no 1)")


@pytest.mark.parametrize("word", ["effacer", "retirer", "enlever", "supprimer"])
async def test_a_piece_of_news_is_taken_out_by_the_word_that_comes(town: Town, word: str) -> None:
    maude = await coordinator(town)
    await maude.tell("/proposer Le frigo est ouvert | Tous les jours de 9 h à 17 h.")
    await maude.forget()
    await maude.tell(f"/item 1 {word}")
    await maude.tell("/item 1")
    await maude.expect_any("Nouvelle no 1", "mise de cote")


async def test_one_sentence_that_is_title_and_text_is_read_once(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/proposer Le frigo est ouvert")
    await maude.forget()
    await maude.tell("/item 1")
    said = await maude.expect("Nouvelle no 1")
    assert said.text.count("frigo est ouvert") == 1


async def test_meetings_past_are_listed_by_either_command(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/rencontre passees")
    said = await maude.expect("passee")
    assert "Quelle table" not in said.text


async def test_nothing_under_way_is_said_and_the_answers_to_a_comment_are_all_shown(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/annuler")
    await maude.expect("Aucun envoi n'est en cours", "/envois")
    await maude.tell("/suite 14 refusé trop cher")
    said = await maude.expect("Il y en a trois", "/suite 14 retenu")
    assert [label for label, *_ in said.buttons] == ["retenu", "pas retenu", "à suivre"]
