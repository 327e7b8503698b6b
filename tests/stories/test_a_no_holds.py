"""A no that was written down is the person's: it holds at whatever address comes later, and a second list finds it."""

from __future__ import annotations

from sqlalchemy import select

from db.contacts import Consent, Contact
from db.people import Person
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


async def standing(town: Town, address: str) -> Consent | None:
    async with town.database.read() as session:
        return await session.scalar(select(Contact.consent).where(Contact.address == address))


async def cards(town: Town, name: str) -> list[int]:
    async with town.database.read() as session:
        return list(await session.scalars(select(Person.id).where(Person.name == name)))


async def aime(town: Town, maude: Phone) -> int:
    await maude.tell("/personne Aimé Caron; 819 555-0171 (maison); membre; consentement: non 2026-01-20")
    await maude.expect_any("refus", "pour toute adresse")
    return (await cards(town, "Aimé Caron"))[0]


async def test_a_no_beside_a_number_to_call_is_on_the_card_and_holds_at_a_phone_given_later(town: Town) -> None:
    maude = await coordinator(town)
    number = await aime(town, maude)
    await maude.tell(f"/personne {number}")
    await maude.expect_any("A dit non aux messages", "20 janvier 2026")
    await maude.tell(f"/personne {number}; téléphone: 819 555-0172")
    await maude.expect_any("a dit non aux messages", "aucun message n'y partira")
    await town.tick()
    await town.sms("+18195550172").expect_nothing()
    assert await standing(town, "+18195550172") is Consent.WITHDRAWN


async def test_a_yes_that_came_after_the_no_ends_it(town: Town) -> None:
    maude = await coordinator(town)
    number = await aime(town, maude)
    await maude.tell(f"/personne {number}; téléphone: 819 555-0172; consentement: oui, au téléphone 2026-01-28")
    assert await standing(town, "+18195550172") is Consent.GIVEN


async def test_a_no_said_beside_one_cell_holds_at_the_next(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/personne Luc Test; 819 555-0173; membre; consentement: non 2026-01-20")
    (number,) = await cards(town, "Luc Test")
    await maude.tell(f"/personne {number}; téléphone: 819 555-0174")
    await town.tick()
    await town.sms("+18195550174").expect_nothing()
    assert await standing(town, "+18195550174") is Consent.WITHDRAWN


async def test_another_card_of_the_same_name_is_refused_until_it_is_said_who_it_is(town: Town) -> None:
    maude = await coordinator(town)
    number = await aime(town, maude)
    await maude.tell("/personne Aimé Caron; 819 555-0172; membre")
    await maude.expect_any(f"la fiche no {number}", "a dit non aux messages")
    assert await cards(town, "Aimé Caron") == [number]


async def test_a_phone_given_to_a_person_texts_its_question_once_it_was_shown(town: Town) -> None:
    maude = await coordinator(town)
    await maude.tell("/personne Berthe Cyr; 819 555-0175 (maison); membre")
    (number,) = await cards(town, "Berthe Cyr")
    await maude.text(f"/personne {number}; téléphone: 819 555-0176")
    await maude.expect_any("On peut vous ecrire")
    await town.tick()
    await town.sms("+18195550176").expect_nothing()
    await maude.press("envoyer")
    await town.tick()
    await town.sms("+18195550176").expect("On peut vous ecrire")
