"""Drafts of announcements: kept, seen, tried on one's own phone, changed, thrown away, sent."""

from __future__ import annotations

import pytest

from db.people import Person, Role, grant
from tests.support.console import browser_of
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


@pytest.fixture
async def rose(town: Town) -> Phone:
    phone = town.sms("+18195550107")
    await settle_in(town, phone, "Rose", Role.EXPERT)
    return phone


async def test_a_draft_is_kept_and_nothing_of_it_leaves(town: Town, maude: Phone, rose: Phone) -> None:
    await maude.text("/brouillon experts\nLe local est fermé {name}, samedi.")
    await maude.expect("Brouillon no 1 gardé, rien ne part")
    await town.tick()
    await rose.expect_nothing()
    await maude.text("/brouillon")
    await maude.expect("1 · experts : Le local est fermé")


async def test_it_is_seen_as_phones_would_show_it_then_changed_then_sent(town: Town, maude: Phone, rose: Phone) -> None:
    await maude.text("/brouillon experts\nLe local est fermé samedi.")
    await maude.forget()
    await maude.text("/brouillon 1")
    await maude.expect("Brouillon no 1, pour : experts")
    await maude.expect_any("Le local est fermé samedi.")
    await maude.text("/brouillon 1 tous\nLe local est ouvert samedi.")
    await maude.expect_any("Brouillon no 1 changé")
    await maude.text("/brouillon 1 envoyer")
    await maude.expect_any("Pour envoyer, écrivez le nombre de personnes")
    await maude.text("2")
    await town.tick()
    await rose.expect_any("Le local est ouvert samedi.")
    await maude.text("/brouillon")
    await maude.expect_any("Aucun brouillon")


async def test_a_trial_reaches_the_coordinator_alone(town: Town, maude: Phone, rose: Phone) -> None:
    await maude.text("/brouillon tous\nBonjour {name}, le local est fermé.")
    await maude.text("/brouillon 1 en\nHello {name}, we are closed.")
    await maude.forget()
    await maude.text("/essai 1")
    await maude.expect("Essai, pour vous seulement. En français")
    await maude.expect("Bonjour Maude, le local est fermé.")
    await maude.expect("En anglais")
    await maude.expect("Hello Maude, we are closed.")
    await maude.expect("Essai envoyé, à vous seulement")
    await town.tick()
    await rose.expect_nothing()


async def test_a_trial_of_what_has_no_draft_says_how(town: Town, maude: Phone) -> None:
    await maude.text("/essai rencontre")
    await maude.expect("/essai rencontre 12")
    await maude.text("/essai 7")
    await maude.expect("Il n'y a pas de brouillon no 7")
    await maude.text("/essai infolettre")
    await maude.expect("nouvelle")


async def test_a_draft_of_the_whole_organisation_is_not_of_a_territory(town: Town, maude: Phone) -> None:
    phone = town.telegram("9002")
    denis = await settle_in(town, phone, "Denis", Role.COORDINATOR)
    async with town.database.write() as session:
        await grant(session, denis.id, Role.COORDINATOR, "Grande-Anse")
    await maude.text("/brouillon tous\nPour tout le monde.")
    await phone.text("/brouillon")
    await phone.expect("Aucun brouillon")
    await phone.text("/brouillon 1 effacer")
    await phone.expect("Grande-Anse")
    await maude.text("/brouillon 1 effacer")
    await maude.expect_any("Brouillon no 1 jeté")


async def test_on_the_console_a_draft_is_kept_seen_tried_changed_and_sent(
    town: Town, maude: Phone, rose: Phone
) -> None:
    me = await maude.person()
    assert isinstance(me, Person)
    browser = await browser_of(town, me)
    await browser.open("/bureau/ecrire")
    await browser.fill("", to="experts", words="Le local est fermé samedi.", keep="yes")
    assert "Brouillon 1" in browser.words
    assert "Téléphone simple, français, 1 personne Le local est fermé samedi." in browser.words
    await browser.fill("/brouillons/1", to="experts", words="Le local est ouvert samedi.")
    assert "Brouillon no 1 changé" in browser.words
    await browser.open("/bureau/actes/announcements.try/1")
    await browser.fill("", but=("again",))
    await maude.expect_any("Le local est ouvert samedi.")
    await browser.open("/bureau/brouillons/1")
    await browser.fill("/brouillons/1/envoyer")
    assert "1 personne" in browser.words
    await browser.confirm(people="1")
    await town.tick()
    await rose.expect_any("Le local est ouvert samedi.")
    assert "Brouillon" not in (await browser.open("/bureau/envois")).text
