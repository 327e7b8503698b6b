"""A reminder and the newsletter at the same hour: a digit answers the one that the person has before them."""

from __future__ import annotations

from tests.support.digests import BUS, FRIDGE, PARTY, approved, proposed
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
