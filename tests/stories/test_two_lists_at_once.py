"""A reminder and the newsletter at the same hour: a digit answers the one that the person has before them."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.people import Person, Role
from handlers import sending
from handlers.acting import Acting, Actor
from handlers.claims.due import OPTIONS
from handlers.claims.talk import OFFER
from handlers.router.two_lists import LISTS, OF_A_MEETING
from handlers.turn import Ask
from messages import Channel, Outgoing, text
from tests.support.claims import set_rates
from tests.support.digests import BUS, FRIDGE, PARTY, approved, proposed
from tests.support.env import catalogue
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town


async def both_at_ten(town: Town) -> Phone:
    """On February 12th at ten, a reminder leaves and the newsletter is due."""
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await proposed(maude, FRIDGE, BUS, PARTY)
    await maude.text("/infolettre jour 12")
    await approved(town, maude)
    await announced(town, maude, when="jeudi 19 février 13h30 à 15h30")
    await rose.forget()
    await arrive(town, 2, 12, 10)
    return rose


async def test_the_newsletter_waits_an_hour_after_a_reminder(town: Town) -> None:
    rose = await both_at_ten(town)
    await rose.expect("Venez-vous?", "1 oui")
    await rose.expect_nothing()
    await rose.text("1")
    await rose.expect("vous venez")
    assert await answers(town, 1) == {"Rose": "coming"}
    await arrive(town, 2, 12, 10, 59)
    await rose.expect_nothing()
    await arrive(town, 2, 12, 11, 1)
    await rose.expect("1 Le frigo est ouvert")
    await rose.text("1")
    await rose.expect("Tous les jours")


async def test_without_a_reminder_it_leaves_at_its_hour(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await proposed(maude, FRIDGE, BUS, PARTY)
    await maude.text("/infolettre jour 12")
    await approved(town, maude)
    await arrive(town, 2, 12, 10)
    await rose.expect("1 Le frigo est ouvert")


async def asked_twice(town: Town) -> Phone:
    """On February 13th at ten, the reminder of a meeting leaves, and the allowance of the day before is offered."""
    maude, rose = await coordinator(town), town.sms()
    await set_rates(town)
    person = await seated(town, rose, "Rose")
    await announced(town, maude, when="jeudi 12 février 13h30 à 15h30")
    await announced(town, maude, when="vendredi 20 février 13h30 à 15h30")
    await arrive(town, 2, 12, 17)
    await maude.tell(f"/presence 1 {person.id}")
    await rose.forget()
    await arrive(town, 2, 13, 10)
    return rose


async def test_an_offer_waits_an_hour_behind_a_reminder_that_was_not_answered(town: Town) -> None:
    rose = await asked_twice(town)
    await rose.expect("Venez-vous?", "20")
    await rose.expect_nothing()
    await rose.text("1")
    await rose.expect("vous venez")
    await arrive(town, 2, 13, 11, 1)
    await rose.expect("voulez-vous demander votre allocation")
    await rose.text("1")
    assert "vous venez" not in (await rose.expect("")).text


async def test_the_digit_after_the_offer_is_for_the_offer(town: Town) -> None:
    rose = await asked_twice(town)
    await arrive(town, 2, 13, 11, 1)
    await rose.expect("Venez-vous?")
    await rose.expect("voulez-vous demander votre allocation")
    await rose.text("2")
    assert await answers(town, 2) == {}


async def test_when_two_lists_came_close_together_a_digit_is_asked_about(town: Town) -> None:
    rose = await asked_twice(town)
    await town.move(minutes=5)
    async with town.database.write() as session:
        acting = Acting(
            session, town.installation, Actor(None, "Maude", "maude", frozenset({Role.COORDINATOR}), "shell"), town.now
        )
        person = await session.scalar(select(Person).where(Person.name == "Rose"))
        assert person is not None
        offer = Outgoing(text("claims-offer", roundtable="COCO", date=dt.date(2026, 2, 12)), OPTIONS)
        await sending.ask_person(acting, person, Ask(offer, OFFER, 1, kept={"meeting": 1}))
    await town.tick()
    await rose.expect("Venez-vous?")
    await rose.expect("voulez-vous demander votre allocation")
    await rose.text("1")
    await rose.expect("C'est pour quoi?", "1 votre allocation, rencontre du 12 fev. : oui", "2 rencontre du 20 fev.")
    assert await answers(town, 2) == {}
    await rose.text("2")
    await rose.expect("vous venez vendredi 20")


@pytest.mark.parametrize("kind", sorted(LISTS))
@pytest.mark.parametrize("language", ["fr", "en", "es", "ht"])
def test_each_list_has_its_name_in_each_language(kind: str, language: str) -> None:
    """With the day of its meeting when it is of one, and nothing that it does not say."""
    dated = {"dated": "yes", "date": dt.date(2026, 2, 19)} if kind in OF_A_MEETING else {}
    name = text(f"router-list-{kind.replace('.', '-').replace('_', '-')}", **dated)
    said = catalogue().text(name, language, Channel.SMS)
    assert ("19" in said) is (kind in OF_A_MEETING)
