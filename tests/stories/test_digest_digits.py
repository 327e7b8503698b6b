"""A digit on a basic phone: the latest options sent before it, for a month; when two fit, it is asked."""

from __future__ import annotations

import pytest

from tests.support.digests import BUS, FRIDGE, PARTY, approved, proposed
from tests.support.meetings import announced, answers, arrive, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Phone, Town


async def digest_sent(town: Town) -> tuple[Phone, Phone]:
    """Rose, on a basic phone, has February's digest, sent on the 12th."""
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await proposed(maude, FRIDGE, BUS, PARTY)
    await maude.text("/infolettre jour 12")
    await approved(town, maude)
    await arrive(town, 2, 12, 10)
    await rose.expect("1 Le frigo est ouvert", "2 Un bus", "3 Une fete")
    await maude.forget()
    return maude, rose


async def test_each_digit_brings_its_item_as_often_as_it_is_sent(town: Town) -> None:
    _maude, rose = await digest_sent(town)
    for digit, words in (
        (2, "Il part de l'eglise"),
        (1, "Tous les jours"),
        (3, "avec un repas"),
        (1, "Tous les jours"),
    ):
        await rose.text(str(digit))
        await rose.expect(words)


@pytest.mark.parametrize("digit", ["0", "4", "9"])
async def test_a_digit_that_is_no_item_brings_none(town: Town, digit: str) -> None:
    _maude, rose = await digest_sent(town)
    await rose.text(digit)
    said = await rose.expect("")
    for words in ("Tous les jours", "l'église", "un repas"):
        assert words not in said.text


@pytest.mark.parametrize(("day", "hour", "brings"), [(15, 9, True), (15, 12, False)])
async def test_the_digits_lapse_after_a_month(town: Town, day: int, hour: int, brings: bool) -> None:
    _maude, rose = await digest_sent(town)
    await arrive(town, 3, day, hour)
    await rose.text("1")
    said = await rose.expect("")
    assert ("Tous les jours" in said.text) is brings


async def test_a_digit_belongs_to_the_latest_options_sent_before_it(town: Town) -> None:
    maude, rose = await digest_sent(town)
    await rose.text("2")
    await rose.expect("Il part de l'eglise")
    await announced(town, maude, when="jeudi 19 février 13h30 à 15h30")
    await rose.expect("Venez-vous?", "1 oui")
    await rose.text("1")
    await rose.expect("vous venez", "ABSENT")
    assert await answers(town, 1) == {"Rose": "coming"}


async def test_an_earlier_meeting_does_not_take_the_digest_s_digit(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude, when="jeudi 19 février 13h30 à 15h30")
    await proposed(maude, FRIDGE, BUS)
    await maude.text("/infolettre jour 15")
    await approved(town, maude)
    await arrive(town, 2, 12, 10)
    await rose.expect("Venez-vous?")
    await rose.text("3")
    await rose.expect("peut-etre")
    await arrive(town, 2, 15, 10)
    await rose.expect("1 Le frigo")
    await rose.text("1")
    await rose.expect("Tous les jours")
    assert await answers(town, 1) == {"Rose": "maybe"}


async def test_when_two_fit_the_digit_is_for_the_last_list_and_a_yes_for_the_question(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude, when="jeudi 19 février 13h30 à 15h30")
    await proposed(maude, FRIDGE, BUS)
    await maude.text("/infolettre jour 12 14h")
    await approved(town, maude)
    await arrive(town, 2, 12, 10)
    await rose.expect("Venez-vous?")
    await arrive(town, 2, 12, 14)
    await rose.expect("Nouvelles de fevrier")
    await rose.text("1")  # the list she saw last
    await rose.expect("Tous les jours")
    assert await answers(town, 1) == {}
    await rose.text("oui")  # no list takes a yes
    await rose.expect("vous venez jeudi 19", "ABSENT")
    assert await answers(town, 1) == {"Rose": "coming"}


async def test_a_digit_never_seen_before_the_digest_is_nobody_s(town: Town) -> None:
    maude, rose, other = await coordinator(town), town.sms(), town.sms("+18195550102")
    await settle_in(town, rose, "Rose")
    await proposed(maude, FRIDGE)
    await approved(town, maude)
    await rose.text("1")  # approved, but not sent yet
    said = await rose.expect("")
    assert "Tous les jours" not in said.text
    await arrive(town, 2, 28, 10)
    await rose.expect("Nouvelles")
    await settle_in(town, other, "Luc")  # he came after: he was sent nothing
    await other.text("1")
    said = await other.expect("")
    assert "Tous les jours" not in said.text
