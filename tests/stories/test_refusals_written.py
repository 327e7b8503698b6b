"""A refusal that a coordinator writes down of one person: kept as a no, with its words and its day; nothing leaves."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.consent import ConsentEntry
from db.contacts import Consent, Contact
from db.people import Person
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town

PAPER = "consentement: papier 2026-01-12"


async def standing(town: Town, address: str = "+18195550101") -> Consent | None:
    async with town.database.read() as session:
        return await session.scalar(select(Contact.consent).where(Contact.address == address))


async def ledger(town: Town) -> list[tuple[bool, str, dt.date]]:
    async with town.database.read() as session:
        rows = await session.scalars(select(ConsentEntry).order_by(ConsentEntry.id))
        return [(row.given, row.words, row.at.date()) for row in rows]


async def rose(town: Town, maude: Phone) -> int:
    await maude.text(f"/personne Rose Roy; 819 555-0101; membre; {PAPER}")
    await maude.expect("C'est ajoute", "Son oui", "papier 2026-01-12")
    async with town.database.read() as session:
        return (await session.scalars(select(Person.id).where(Person.name == "Rose Roy"))).one()


@pytest.mark.parametrize(
    "words",
    ["refuse 2026-01-20", "elle ne veut pas 2026-01-20", "non, au téléphone 2026-01-20", "declined 2026-01-20"],
)
async def test_a_refusal_written_on_a_card_is_a_no_with_its_words_and_its_day(town: Town, words: str) -> None:
    maude = await coordinator(town)
    number = await rose(town, maude)
    await town.sms("+18195550101").forget()
    await maude.text(f"/personne {number}; consentement: {words}")
    await maude.expect("Fiche changee", "refus", words, "Plus rien ne lui est ecrit")
    assert await standing(town) is Consent.WITHDRAWN
    assert (await ledger(town))[-1] == (False, words, dt.date(2026, 1, 20))
    await settle_in(town, town.sms("+18195550109"), "Luc")
    await maude.text("/annonce tous\nLe local ouvre lundi")
    await maude.text("2")
    await town.tick()
    await town.sms("+18195550109").expect("Le local ouvre lundi")
    await town.sms("+18195550101").expect_nothing()


async def test_a_refusal_without_a_day_is_of_today_and_ends_the_yes_of_before(town: Town) -> None:
    maude = await coordinator(town)
    number = await rose(town, maude)
    await maude.text(f"/personne {number}; ne veut pas de textos")
    await maude.expect("refus", "ne veut pas de textos")
    assert await standing(town) is Consent.WITHDRAWN
    given, words, day = (await ledger(town))[-1]
    assert (given, words, day) == (False, "ne veut pas de textos", town.now.date())


async def test_a_new_person_who_refused_is_kept_and_never_asked(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/personne Luc Test; 819 555-0102; membre; consentement: non 2026-01-20")
    await maude.expect("C'est ajoute : Luc Test", "refus", "non 2026-01-20")
    await town.tick()
    await town.sms("+18195550102").expect_nothing()
    assert await standing(town, "+18195550102") is Consent.WITHDRAWN


async def test_an_older_refusal_undoes_no_later_yes_and_says_how_to_note_one_of_today(town: Town) -> None:
    maude = await coordinator(town)
    number = await rose(town, maude)
    await maude.text(f"/personne {number}; consentement: refus 2026-01-05")
    await maude.expect("Le refus n'est pas note", "12 janvier 2026", f"/personne {number}; consentement: non")
    assert await standing(town) is Consent.GIVEN


@pytest.mark.parametrize("words", ["? 2026-01-12", "vu 2026-01-12", "à demander 2026-01-12", "✗ 2026-01-12"])
async def test_words_that_say_neither_are_refused_with_both_examples(town: Town, words: str) -> None:
    maude = await coordinator(town)
    await maude.text(f"/personne Rose Roy; 819 555-0101; membre; consentement: {words}")
    await maude.expect("un oui ou un non", "formulaire papier", "refuse 2026-03-02")
    assert await standing(town) is None


async def test_a_refusal_at_a_shared_phone_names_who_else_is_there(town: Town) -> None:
    maude = await coordinator(town)
    number = await rose(town, maude)
    await maude.text(f"/personne Paul Roy; 819 555-0101; membre; {PAPER}")
    await maude.forget()
    await maude.text(f"/personne {number}; consentement: refuse")
    await maude.expect("aussi celui de Paul Roy", "plus rien n'y est ecrit")
    assert await standing(town) is Consent.WITHDRAWN
