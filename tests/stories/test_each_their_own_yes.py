"""A phone of two people that is already written to: the yes of one is never the yes, nor the no, of the other."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, update

from db.consent import ConsentEntry
from db.contacts import Contact
from db.conversations import Question
from db.people import Person
from tests.support.people import announce, coordinator
from tests.support.phones import Phone, Town

PHONE = "+18195550101"
PAPER = "consentement: papier 2026-01-12"


async def paul_then_lucie(town: Town) -> tuple[Phone, Phone]:
    """Maude's account, and the phone: Paul said yes on paper; Lucie is then written down with it, without a yes."""
    maude, phone = await coordinator(town), town.sms(PHONE)
    await maude.text(f"/personne Paul Roy; 819 555-0101; membre; {PAPER}")
    await maude.forget()
    await phone.forget()
    await maude.tell("/personne Lucie Cyr; 819 555-0101; membre")
    await maude.expect("Lucie Cyr", "Son oui est demande", "aussi celui de Paul Roy")
    return maude, phone


async def yeses(town: Town) -> list[tuple[str, bool]]:
    async with town.database.read() as session:
        rows = await session.execute(
            select(Person.name, ConsentEntry.given)
            .join(Person, Person.id == ConsentEntry.person_id)
            .order_by(ConsentEntry.id)
        )
        return [(name, given) for name, given in rows]


async def test_she_is_asked_by_her_name_and_named_on_the_check_page_until_she_answers(town: Town) -> None:
    maude, phone = await paul_then_lucie(town)
    await phone.expect("Bonjour Lucie Cyr")
    await maude.text("/personnes Lucie")
    await maude.expect("Lucie Cyr", "oui demande")
    await maude.text("/personnes Paul")
    await maude.expect("Paul Roy", "(oui)")
    assert "lucie cyr : n'a pas encore dit oui" in await announce(maude)
    await phone.expect("Le local ouvre lundi")
    assert await yeses(town) == [("Paul Roy", True)]


@pytest.mark.parametrize("answer", ["oui", "1"])
async def test_her_yes_is_kept_as_hers(town: Town, answer: str) -> None:
    maude, phone = await paul_then_lucie(town)
    await phone.expect("Bonjour Lucie Cyr")
    await phone.text(answer)
    await phone.expect("Lucie Cyr")
    assert await yeses(town) == [("Paul Roy", True), ("Lucie Cyr", True)]
    await maude.forget()
    await maude.text("/personnes Lucie")
    await maude.expect("(oui)")


async def test_her_no_is_hers_alone_and_she_is_not_asked_again(town: Town) -> None:
    maude, phone = await paul_then_lucie(town)
    await phone.expect("Bonjour Lucie Cyr")
    await phone.text("non")
    await phone.expect("rien ne vous sera ecrit", "Paul Roy", "ARRET")
    assert await yeses(town) == [("Paul Roy", True), ("Lucie Cyr", False)]
    await town.tick()
    await phone.expect_nothing()
    assert "lucie cyr" in await announce(maude)
    await phone.expect("Le local ouvre lundi")


async def test_a_stop_stops_the_whole_phone(town: Town) -> None:
    maude, phone = await paul_then_lucie(town)
    await phone.expect("Bonjour Lucie Cyr")
    await phone.text("ARRET")
    await phone.forget()
    await announce(maude)
    await phone.expect_nothing()


async def test_a_yes_on_paper_for_her_opens_it_without_asking(town: Town) -> None:
    maude, phone = await paul_then_lucie(town)
    await phone.expect("Bonjour Lucie Cyr")
    await maude.text("/personne 3; consentement: papier 2026-01-20")
    await maude.expect("Son oui")
    await maude.text("/personnes Lucie")
    await maude.expect("(oui)")
    assert await yeses(town) == [("Paul Roy", True), ("Lucie Cyr", True)]


@pytest.mark.parametrize("word", ["REPRENDRE", "JOINDRE"])
async def test_a_word_of_her_own_is_her_yes(town: Town, word: str) -> None:
    _maude, phone = await paul_then_lucie(town)
    await phone.expect("Bonjour Lucie Cyr")
    async with town.database.write() as session:  # she said who writes, a moment before
        contact = (await session.scalars(select(Contact).where(Contact.address == PHONE))).one()
        contact.person_id, contact.person_until = 3, town.now + dt.timedelta(hours=12)
        await session.execute(update(Question).values(state="dropped"))
    await phone.text(word)
    await phone.forget()
    assert await yeses(town) == [("Paul Roy", True), ("Lucie Cyr", True)]
