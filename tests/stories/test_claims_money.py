"""Sums as people text them at each question of a claim, and at its total; what is cancelled is never sent."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.claims import claims_of, expert, lines_of, meeting, set_rates
from tests.support.phones import Phone, Town

MORNING = (dt.time(9), dt.time(12))
TO_FARE = ("RECLAMER", "2")
TO_KM = ("RECLAMER", "3")
TO_MEAL = ("RECLAMER", "1")
TO_CHILDCARE = (*TO_MEAL, "1")
TO_OTHER = (*TO_CHILDCARE, "1")
TO_TOTAL = (*TO_OTHER, "1")


async def rose(town: Town) -> Phone:
    phone = town.sms()
    person = await expert(town, phone)
    await set_rates(town)
    await meeting(town, dt.date(2026, 2, 10), *MORNING, people=(person,))
    town.now = town.local(2026, 2, 12)
    return phone


async def say(phone: Phone, *lines: str) -> str:
    """What is said to the last of these lines."""
    for line in lines:
        await phone.forget()
        await phone.text(line)
    await phone.town.settle()
    return "\n".join(said.text for said in phone.unread)


async def finish(phone: Phone) -> str:
    """The questions that remain are answered with no, up to the total, which is returned."""
    for _ in range(6):
        await phone.town.settle()
        last = phone.all[-1].text
        if "C'est bon?" in last:
            return last
        await phone.text("1")
    raise AssertionError([said.text for said in phone.all[-4:]])


@pytest.mark.parametrize(
    ("before", "words", "line"),
    [
        (TO_FARE, "12 piasses et quart", "autobus 12,25"),
        (TO_FARE, "douze et quart", "autobus 12,25"),
        (TO_FARE, "2 x 3,75", "autobus 7,50"),
        (TO_FARE, "12$50", "autobus 12,50"),
        (TO_FARE, "75 cents", "autobus 0,75"),
        (TO_FARE, "8 pas 6", "autobus 8"),
        (TO_KM, "45", "auto 45 km"),
        (TO_KM, "18 aller", "auto 36 km"),
        (TO_MEAL, "13,87", "repas 13,87"),
        (TO_MEAL, "oui", "repas 20"),
        (TO_CHILDCARE, "quarante piasses et demie", "garde 40,50"),
        (TO_CHILDCARE, "3 heures a 10$", "garde 30"),
        (TO_OTHER, "stationnement 6 piasses", "stationnement 6"),
        (TO_TOTAL, "le stationnement 6 piasses", "stationnement 6"),
        (TO_TOTAL, "finalement c 45 km", "auto 45 km"),
        (TO_TOTAL, "attend non la garde cetait 35", "garde 35"),
        (TO_TOTAL, "oui mais la garde c'est 30", "garde 30"),
        ((), "autobus 12 piasses et quart mardi", "autobus 12,25"),
        ((), "autobus 7,50 garde 3 heures a 10$ mardi", "garde 30"),
    ],
)
async def test_a_sum_is_kept_as_it_was_meant(town: Town, before: tuple[str, ...], words: str, line: str) -> None:
    phone = await rose(town)
    await say(phone, *before, words)
    assert line in await finish(phone)
    assert await claims_of(town) == []


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (TO_FARE, "10 ou 12"),
        (TO_FARE, "entre 8 et 10"),
        (TO_KM, "20$ de gaz"),
        (TO_KM, "douze ou treize"),
        (TO_MEAL, "3"),
        (TO_CHILDCARE, "2"),
        (TO_OTHER, "2"),
        (TO_OTHER, "non c'est 40"),
    ],
)
async def test_a_sum_that_could_be_read_two_ways_is_asked_again(
    town: Town, before: tuple[str, ...], words: str
) -> None:
    phone = await rose(town)
    await say(phone, *before)
    assert "Ce n'est pas clair" in await say(phone, words)
    assert phone.all[-1].text != ""


async def test_a_sum_with_a_minus_is_said_back_and_asked(town: Town) -> None:
    phone = await rose(town)
    await say(phone, *TO_FARE)
    said = await say(phone, "-7,50")
    assert "-7,50 $? C'est trop, ou moins que rien" in said
    assert "Combien pour l'autobus" in said


async def test_a_sum_for_something_else_is_shown_back_and_the_question_comes_again(town: Town) -> None:
    phone = await rose(town)
    said = await say(phone, *TO_MEAL, "le stationnement 6 piasses")
    assert "stationnement 6" in said
    assert "repas?" in said
    total = await finish(phone)
    assert "Total 61" in total
    assert "repas" not in total


STEPS = [("RECLAMER",), TO_FARE, TO_KM, TO_MEAL, TO_CHILDCARE, TO_OTHER, TO_TOTAL]


@pytest.mark.parametrize("before", STEPS, ids=len)
@pytest.mark.parametrize("words", ["ANNULER", "laisse faire", "jveux annuler ma demande"])
async def test_a_claim_is_cancelled_at_any_step_and_stays_so(town: Town, before: tuple[str, ...], words: str) -> None:
    phone = await rose(town)
    said = await say(phone, *before, words)
    if "rien n'est envoy" not in said:
        said = await say(phone, "1")  # the claim, in the list of what can be cancelled; or yes
    assert "C'est annulé: rien n'est envoyé" in said
    await say(phone, "oui", "1", "envoyer")
    assert await claims_of(town) == []


async def test_the_words_of_a_total_that_was_put_right_are_what_is_sent(town: Town) -> None:
    phone = await rose(town)
    await say(phone, "autobus 7,50 garde 40 mardi", "le bus cest 12.25 pas 12.50", "oublie la garde", "oui")
    [claim] = await claims_of(town)
    assert await lines_of(town, claim) == {"participation": 5500, "transport_fare": 1225}
