"""The month's digest: proposed by many, edited and ordered, shown exactly, approved, sent once on its day."""

from __future__ import annotations

import pytest

from db.people import Role
from tests.support.digests import BUS, FRIDGE, PARTY, approved, left, proposed
from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town


@pytest.mark.parametrize(
    ("language", "words", "thanks"),
    [
        ("fr", "PROPOSER Le frigo est ouvert le samedi.", "nouvelle notee"),
        ("fr", "nouvelle: le frigo est ouvert", "nouvelle notee"),
        ("en", "PROPOSE The fridge is open on Saturdays.", "your news is noted"),
        ("en", "news: the fridge is open", "your news is noted"),
    ],
)
async def test_anyone_proposes_by_text(town: Town, language: str, words: str, thanks: str) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose", language=language)
    await rose.text(words)
    said = await rose.expect(thanks, "1", "28")
    assert said.segments == 1
    await maude.text("/infolettre")
    await maude.expect("1. ", "fri")


async def test_proposing_just_after_a_reminder_is_no_comment_for_the_table(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude, when="jeudi 5 février 13h30 à 15h30")
    await rose.expect("Venez-vous?")
    await rose.text("PROPOSER Le frigo est ouvert tous les jours, de 9 h à 20 h.")
    await rose.expect("nouvelle notee (no 1)")


async def test_a_word_alone_is_asked_for_the_news(town: Town) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.telegram()
    await settle_in(town, rose, "Rose")
    await settle_in(town, luc, "Luc", language="en")
    await rose.text("proposer")
    await rose.expect("Quelle nouvelle")
    await rose.text("Le frigo est ouvert le samedi.")
    await rose.expect("nouvelle notee (no 1)")
    await luc.text("/propose")
    await luc.expect("What news")
    await luc.text("The bus leaves at 8.")
    await luc.expect("your news is noted (no. 2)")
    await maude.text("/infolettre")
    await maude.expect("1. Le frigo est ouvert le samedi", "2. The bus leaves at 8")


async def test_a_new_address_is_no_news_for_the_digest(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await rose.text("Nouvelle adresse depuis hier, 12 rue du Pont")
    await rose.forget()
    await maude.text("/infolettre")
    await maude.expect_any("Aucune nouvelle")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("/proposer | Venez.", ("Il manque le texte", "Exemple")),
        (f"/proposer Le frigo | {'a' * 901}", ("901", "900")),
        (f"/item 1 {'a' * 61} | Venez.", ("61", "60", "Exemple")),
        ("/item 9 Le frigo | Venez.", ("pas de nouvelle no 9",)),
        ("/ordre", ("/ordre 3 1 2",)),
        ("/ordre 1 9", ("no 9 n'est pas dans cette infolettre", "Numeros : 1")),
        ("/infolettre jour 32", ("De 1 a 31", "Exemple")),
        ("/infolettre jour bientot", ("De 1 a 31", "Exemple")),
        ("/infolettre jour 1", ("1er fevrier", "deja passe", "Exemple")),
        ("/infolettre reprendre", ("Aucune infolettre approuvee",)),
    ],
)
async def test_what_cannot_be_done_says_why_and_changes_nothing(town: Town, words: str, why: tuple[str, ...]) -> None:
    maude = await coordinator(town)
    await proposed(maude, FRIDGE)
    await maude.text(words)
    await maude.expect(*why)
    await maude.text("/infolettre")
    listed = await maude.expect("samedi 28 fevrier a 10 h", "1. Le frigo est ouvert")
    assert "\n2. " not in listed.text


async def test_what_came_since_the_preview_is_shown_before_it_can_be_approved(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await proposed(maude, FRIDGE)
    await maude.text("/envoyer-infolettre")
    await maude.expect_any("nombre de personnes : 2")
    await rose.text("PROPOSER Un secret que personne n'a relu.")
    await rose.expect("nouvelle notee (no 2)")
    await maude.text("2")
    await maude.expect("a change")
    await maude.expect_any("2 Un secret")
    await maude.expect_any("nombre de personnes : 2")
    await maude.text("/item 2 retirer")
    await maude.expect("mise de cote")
    await maude.forget()
    await maude.text("/envoyer-infolettre")
    await approved_after_a_preview(maude)
    await arrive(town, 2, 28, 10)
    said = await rose.expect("1 Le frigo")
    assert "secret" not in said.text


async def approved_after_a_preview(maude: Phone) -> None:
    await maude.expect_any("nombre de personnes : 2")
    await maude.text("2")
    await maude.expect_any("approuvee")
    await maude.expect_nothing()


async def test_nothing_to_send_says_so(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/envoyer-infolettre")
    await maude.expect("aucune nouvelle a envoyer", "/proposer")
    await maude.text("/aide tout")
    await maude.expect("Voici")


async def test_items_are_edited_translated_ordered_and_set_aside(town: Town) -> None:
    maude, anne = await coordinator(town), town.sms()
    await settle_in(town, anne, "Anne", language="en")
    await anne.text("PROPOSE Tax forms for free. Bring your papers.")
    await anne.expect("noted")
    await proposed(maude, FRIDGE, BUS, PARTY)
    await maude.text("/item 2 Le frigo est plein | Venez vite.")
    await maude.expect("no 2 modifiee")
    await maude.text("/item 2 en The fridge is full | Come soon.")
    await maude.expect("no 2 modifiee")
    await maude.text("/item 3 En mars, un bus | Il part à 8 h.")
    await maude.expect("no 3 modifiee")
    await maude.text("/item 1 fr Impôts gratuits | Apportez vos papiers.")
    await maude.expect("no 1 modifiee")
    await maude.text("/item 4 retirer")
    await maude.expect("mise de cote", "/item 4 remettre")
    await maude.text("/ordre 3 1")
    await maude.expect("ordre est change")
    await maude.text("/infolettre")
    listed = await maude.expect("1. Impots gratuits", "2. Le frigo est plein", "3. En mars, un bus")
    assert listed.text.index("3. En mars") < listed.text.index("1. Imp") < listed.text.index("2. Le frigo")
    assert listed.text.count("mise de côté") == 1
    await maude.text("/item 4 remettre")
    await maude.expect("remise dans la liste")
    await maude.text("/envoyer-infolettre")
    await maude.expect_any("Texto (anglais)", "1 En mars, un bus", "2 Tax forms for free", "3 The fridge is full")


async def test_the_preview_is_what_leaves_with_people_segments_and_cost(town: Town) -> None:
    maude, rose, luc, anne = await coordinator(town), town.sms(), town.telegram(), town.sms("+18195550102")
    for phone, name, language in ((rose, "Rose", "fr"), (luc, "Luc", "en"), (anne, "Anne", "en")):
        await settle_in(town, phone, name, language=language)
    await proposed(maude, FRIDGE, BUS)
    await maude.text("/item 1 en The fridge is open | Every day, from 9 to 8.")
    await maude.text("/item 2 en A bus on Fridays | It leaves from the church at 8.")
    await maude.forget()
    await maude.text("/envoyer-infolettre")
    shown = {
        "telegram fr": await maude.expect("Telegram (francais), personnes : 1"),
        "sms fr": await maude.expect("Texto (francais), personnes : 1, segments : 1"),
        "telegram en": await maude.expect("Telegram (anglais), personnes : 1"),
        "sms en": await maude.expect("Texto (anglais), personnes : 1, segments : 1"),
    }
    await maude.expect("En tout : 4 personnes (Telegram 2, textos 2), 2 textos comptes, environ 0,03 $")
    await maude.expect_any("ecrivez le nombre de personnes : 4")
    await maude.text("3")
    await maude.expect("exactement 4", "ecrivez le nombre de personnes : 4")
    await maude.text("4")
    await maude.expect("approuvee", "4 personnes", "samedi 28 fevrier a 10 h", "/infolettre reprendre")
    await arrive(town, 2, 28, 9, 59)
    await rose.expect_nothing()
    await arrive(town, 2, 28, 10)
    for key, phone in (("telegram fr", maude), ("sms fr", rose), ("telegram en", luc), ("sms en", anne)):
        said = await phone.expect("")
        body = shown[key].text.split("———\n")[1].rstrip()
        assert said.text.strip() == body
    for phone in (maude, rose, luc, anne):
        await phone.expect_nothing()


async def test_the_tick_that_runs_twice_sends_once_and_the_month_after_begins_anew(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await proposed(maude, FRIDGE)
    await approved(town, maude)
    await arrive(town, 2, 28, 10)
    await town.tick()
    await town.scheduler.tick()
    await arrive(town, 3, 1, 10)
    assert await left(town) == 2
    await rose.expect("Nouvelles de fevrier", "1 Le frigo est ouvert")
    await rose.expect_nothing()
    await maude.forget()
    await maude.text("/infolettre")
    await maude.expect("Aucune nouvelle", "mardi 31 mars")


async def test_the_chosen_day_and_hour_hold(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await proposed(maude, FRIDGE)
    await maude.text("/infolettre jour 12 14h30")
    await maude.expect("partira jeudi 12 fevrier a 14 h 30")
    await approved(town, maude)
    await arrive(town, 2, 12, 14, 29)
    await rose.expect_nothing()
    await arrive(town, 2, 12, 14, 30)
    await rose.expect("Nouvelles de fevrier")


async def test_approval_freezes_the_text_and_taking_it_back_frees_it(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await proposed(maude, FRIDGE)
    await approved(town, maude)
    for words in ("/item 1 Le frigo est vide | Vide.", "/item 1 en Empty | Empty.", "/item 1 retirer"):
        await maude.text(words)
        await maude.expect("deja approuvee", "/infolettre reprendre")
    await maude.text("/ordre 1")
    await maude.expect("no 1 n'est pas dans cette infolettre")
    await maude.text("/infolettre reprendre")
    await maude.expect("fevrier est reprise")
    await maude.text("/item 1 Le frigo est plein | De tout.")
    await maude.expect("modifiee")
    await arrive(town, 2, 20)
    await approved(town, maude)
    await arrive(town, 2, 28, 10)
    said = await rose.expect("1 Le frigo est plein")
    assert "vide" not in said.text
    await maude.forget()
    await maude.text("/item 1 Le frigo est vide | Vide.")
    await maude.expect("deja approuvee")
    await rose.text("1")
    await rose.expect("Le frigo est plein", "De tout.")
    await rose.expect_nothing()
    await maude.text("/infolettre reprendre")
    await maude.expect("Aucune infolettre approuvee")
    assert await left(town) == 2


async def test_a_digest_proposed_after_approval_waits_for_the_next_month(town: Town) -> None:
    maude = await coordinator(town)
    await proposed(maude, FRIDGE)
    await approved(town, maude)
    await maude.text(f"/proposer {BUS}")
    await maude.expect("mardi 31 mars")


async def test_more_than_five_items_the_others_wait_for_the_next_month(town: Town) -> None:
    maude = await coordinator(town)
    await proposed(maude, *(f"Sujet {n} | Texte {n}." for n in range(1, 8)))
    await approved(town, maude)
    await maude.text("/infolettre")
    listed = await maude.expect("mardi 31 mars", "6. Sujet 6", "7. Sujet 7")
    assert "Sujet 5" not in listed.text


async def test_titles_too_long_for_three_segments_are_to_be_shortened(town: Town) -> None:
    maude = await coordinator(town)
    # A letter that a basic phone writes only in its other alphabet, of seventy letters a segment.
    await proposed(maude, *(f"{n}{'Ж' * 59} | Texte." for n in range(1, 6)))
    await maude.text("/envoyer-infolettre")
    await maude.expect("6 segments", "le maximum est 3", "/item 3")
    for number in range(1, 6):
        await maude.text(f"/item {number} Titre court | Texte.")
    await maude.forget()
    await approved(town, maude)


async def test_three_days_before_the_coordinator_learns_that_it_waits(town: Town) -> None:
    maude = await coordinator(town)
    await proposed(maude, FRIDGE)
    await arrive(town, 2, 25, 9)
    await maude.expect_nothing()
    await arrive(town, 2, 25, 10)
    await maude.expect("doit partir samedi 28 fevrier", "pas encore approuvee", "/envoyer-infolettre")
    await arrive(town, 2, 26, 10)
    await maude.expect_nothing()


async def test_news_not_approved_in_time_wait_for_the_next_digest(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await proposed(maude, FRIDGE, BUS)
    await arrive(town, 2, 28, 11)
    await maude.expect_any("n'est pas partie", "mardi 31 mars", ": 2.")
    await arrive(town, 3, 2)
    await maude.expect_nothing()
    await maude.text("/infolettre")
    await maude.expect("1. Le frigo est ouvert", "2. Un bus le vendredi")
    await approved(town, maude)
    await arrive(town, 3, 31, 10)
    await rose.expect("Nouvelles de mars", "1 Le frigo", "2 Un bus")


async def test_a_digest_stopped_before_its_hour_can_be_taken_back(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await proposed(maude, FRIDGE)
    number = await approved(town, maude)
    await maude.text(f"/annuler {number}")
    await maude.expect("arrete", "Ne partiront pas : 2")
    await arrive(town, 2, 20)
    await maude.text("/infolettre reprendre")
    await maude.expect("est reprise")
    await approved(town, maude)
    await arrive(town, 2, 28, 10)
    await rose.expect("Nouvelles de fevrier")
    assert await left(town) == 2


async def test_a_digest_too_late_by_days_is_not_sent_and_its_news_wait(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await proposed(maude, FRIDGE)
    await approved(town, maude)
    await arrive(town, 3, 6)  # the machine was off for six days
    await town.tick()
    await rose.expect_nothing()
    await maude.expect_any("n'est pas partie", "mardi 31 mars")
    await maude.text("/infolettre")
    await maude.expect("1. Le frigo est ouvert")


async def test_who_stopped_the_digest_alone_does_not_get_it(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await settle_in(town, rose, "Rose")
    await rose.text("ARRET INFOLETTRE")
    await rose.forget()
    await proposed(maude, FRIDGE)
    await maude.text("/envoyer-infolettre")
    await maude.expect_any("En tout : 1 personne")
    await maude.expect_any("1 personne ne recevra rien", "Rose : a arrete ces messages")
    await approved(town, maude)
    await arrive(town, 2, 28, 10)
    await rose.expect_nothing()


async def test_the_journal_names_items_and_the_digest_each_by_its_own_name(town: Town) -> None:
    maude = await coordinator(town)
    await proposed(maude, FRIDGE)
    for words in (
        "/item 1 Le frigo | Ouvert.",
        "/ordre 1",
        "/infolettre jour 12",
        "/item 1 retirer",
        "/item 1 remettre",
    ):
        await maude.text(words)
    await approved(town, maude)
    await maude.text("/infolettre reprendre")
    await maude.forget()
    await maude.text("/journal Maude")
    told = (await maude.expect("nouvelle no 1 proposee", "nouvelle no 1 modifiee", "nouvelle no 1 mise de cote")).text
    for line in ("ordre des nouvelles changé", "jour de l'infolettre changé", "infolettre reprise avant son départ"):
        (found,) = [one for one in told.splitlines() if line in one]
        assert "infolettre 1" in found
        assert "nouvelle 1" not in found


async def test_a_member_on_telegram_may_propose_but_not_edit(town: Town) -> None:
    luc, desk = town.telegram(), town.sms("+18195550150")
    await settle_in(town, luc, "Luc")
    await settle_in(town, desk, "Anne", Role.COORDINATOR)
    await luc.text(f"/proposer {FRIDGE}")
    await luc.expect("nouvelle est notee")
    for words in ("/infolettre", "/item 1 a | b", "/ordre 1", "/envoyer-infolettre"):
        await luc.text(words)
        await luc.expect("Seule la coordination")
        await desk.text(words)
        await desk.expect("ne se fait pas par texto")
