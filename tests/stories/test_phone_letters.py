"""Several questions open at once: each has its letter, and a bare OUI is never taken for the wrong one."""

from __future__ import annotations

import datetime as dt

import pytest

from db.organisations import roundtable_made
from db.people import Person, seat
from tests.support.claims import claims_of, meeting, set_rates
from tests.support.meetings import announced, answers, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

LATER = "jeudi 12 février 13h30 à 15h30"


async def reminded_twice(town: Town) -> Phone:
    """COCO was asked first (A), CDS two days later (B); neither is answered."""
    maude, phone = await coordinator(town), town.sms()
    person = await seated(town, phone, "Rose")
    await announced(town, maude)
    await at(town, town.local(2026, 2, 3, 11))
    await phone.expect("COCO", "Venez-vous?")
    async with town.database.write() as session:
        await seat(session, person.id, (await roundtable_made(session, 1, "CDS")).id)
    await announced(town, maude, when=LATER, table="CDS")
    await at(town, town.local(2026, 2, 5, 11))
    await phone.expect("CDS", "Venez-vous?")
    return phone


async def reminded_and_offered(town: Town) -> tuple[Phone, Person]:
    """The reminder of COCO waits (A); last week's meeting may be claimed (B)."""
    await set_rates(town)
    maude, phone = await coordinator(town), town.sms()
    person = await seated(town, phone, "Rose")
    await announced(town, maude)
    await at(town, town.local(2026, 2, 3, 11))
    await phone.expect_any("COCO", "Venez-vous?")
    await meeting(town, dt.date(2026, 2, 2), people=(person,), name="CDS")
    await at(town, town.local(2026, 2, 3, 15))
    return phone, person


async def at(town: Town, hour: dt.datetime) -> None:
    """That hour, at once: nothing falls due on the way but what its tick brings."""
    town.now = hour
    await town.tick()


async def answered(town: Town) -> tuple[str, str]:
    """What Rose answered to COCO and to CDS."""
    return (await answers(town, 1)).get("Rose", "none"), (await answers(town, 2)).get("Rose", "none")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("A oui", ("coming", "none")),
        ("a1", ("coming", "none")),
        ("B 2", ("none", "absent")),
        ("b non", ("none", "absent")),
        ("A1 B2", ("coming", "absent")),
        ("a1 b3", ("coming", "maybe")),
        ("A: non, B: oui", ("absent", "coming")),
        ("oui pour A, non pour B", ("coming", "absent")),
    ],
)
async def test_an_answer_by_letter_goes_to_its_question(town: Town, words: str, kept: tuple[str, str]) -> None:
    phone = await reminded_twice(town)
    await phone.text(words)
    assert await answered(town) == kept
    for answer in kept:
        if answer != "none":
            await phone.expect_any("Note")


async def test_one_letter_after_the_other(town: Town) -> None:
    phone = await reminded_twice(town)
    await phone.text("A oui")
    await phone.expect("on vous attend", "10 fev.")
    town.now += dt.timedelta(minutes=1)
    await phone.text("B 3")
    await phone.expect("peut-etre", "12 fev.")
    assert await answered(town) == ("coming", "maybe")


async def test_a_bare_yes_to_two_reminders_asks_which(town: Town) -> None:
    phone = await reminded_twice(town)
    await phone.text("OUI")
    await phone.expect("Laquelle?", "1 Rencontre jeudi 12", "2 Rencontre mardi 10")
    assert await answered(town) == ("none", "none")
    await phone.text("2")
    await phone.expect("on vous attend", "10 fev.")
    assert await answered(town) == ("coming", "none")


async def test_once_one_is_answered_a_bare_yes_is_for_the_other(town: Town) -> None:
    phone = await reminded_twice(town)
    await phone.text("B oui")
    await phone.expect("on vous attend", "12 fev.")
    town.now += dt.timedelta(minutes=1)
    await phone.text("OUI")
    await phone.expect("on vous attend", "10 fev.")
    assert await answered(town) == ("coming", "coming")


async def test_the_letter_of_a_second_question_is_shown(town: Town) -> None:
    phone, _person = await reminded_and_offered(town)
    await phone.expect("Voulez-vous demander", "B1 oui", "B2 non merci")


@pytest.mark.parametrize(
    ("words", "answer", "declined"),
    [("A oui", "coming", False), ("b2", "none", True), ("A1 B2", "coming", True), ("a3, b2", "maybe", True)],
)
async def test_letters_reach_questions_of_different_kinds(town: Town, words: str, answer: str, declined: bool) -> None:
    phone, _person = await reminded_and_offered(town)
    await phone.forget()
    await phone.text(words)
    if declined:
        await phone.expect_any("C'est note", "rien")
    assert (await answers(town, 1)).get("Rose", "none") == answer
    assert await claims_of(town) == []


async def test_a_bare_yes_goes_to_what_was_asked_last(town: Town) -> None:
    """The reminder was read, and something was written since; then came the offer."""
    await set_rates(town)
    maude, phone = await coordinator(town), town.sms()
    person = await seated(town, phone, "Rose")
    await announced(town, maude)
    await at(town, town.local(2026, 2, 3, 11))
    await phone.text("TARIFS")
    await meeting(town, dt.date(2026, 2, 2), people=(person,), name="CDS")
    await at(town, town.local(2026, 2, 3, 15))
    await phone.expect_any("Voulez-vous demander")
    await phone.text("OUI")
    await phone.expect("Pour venir, avez-vous paye")
    assert (await answers(town, 1)).get("Rose", "none") == "none"


async def test_a_bare_yes_to_two_questions_heard_together_asks_which(town: Town) -> None:
    phone, _person = await reminded_and_offered(town)
    await phone.forget()
    await phone.text("OUI")
    await phone.expect("Laquelle?", "1 Vous avez participe", "2 Rencontre mardi 10")
    assert (await answers(town, 1)).get("Rose", "none") == "none"


async def test_a_letter_in_front_of_other_words_answers_nothing(town: Town) -> None:
    phone = await reminded_twice(town)
    await phone.text("a mardi tout le monde")
    await phone.text("b en arriere de leglise le stationnement est plein")
    assert await answered(town) == ("none", "none")


@pytest.mark.parametrize("words", ["a oui", "A1", "1", "oui"])
async def test_with_one_question_open_its_letter_is_understood_too(town: Town, words: str) -> None:
    maude, phone = await coordinator(town), town.sms()
    await seated(town, phone, "Rose")
    await announced(town, maude)
    await at(town, town.local(2026, 2, 3, 11))
    await phone.forget()
    await phone.text(words)
    await phone.expect("on vous attend")
