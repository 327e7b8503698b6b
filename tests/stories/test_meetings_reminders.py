"""Reminders of a meeting and the answers to them: words on a basic phone, buttons on Telegram, two languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from db.people import Pace, Person
from db.session import Database
from tests.stories.conftest import MONDAY
from tests.support.meetings import announced, answers, arrive, reminders, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

NOTED = {"fr": "on vous attend", "en": "see you"}


async def when_reminded(town: Town, phone: Phone, days: int) -> list[str]:
    """The local minute of each reminder this phone receives, looked at three times a day around ten."""
    received: list[str] = []
    today = town.installation.today(town.now)
    for day in (today + dt.timedelta(days=n) for n in range(days)):
        for hour, minute in ((9, 59), (10, 0), (18, 0)):
            town.now = max(town.now, town.local(day.year, day.month, day.day, hour, minute))
            await town.tick()
            local = town.installation.local(town.now).strftime("%m-%d %H:%M")
            received += [local for said in phone.unread if said.kind == "reminder"]
            phone.unread.clear()
    return received


async def test_reminders_leave_seven_three_and_one_day_before_with_the_plain_summary(town: Town) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.telegram()
    await seated(town, rose, "Rose")
    await seated(town, luc, "Luc", language="en")
    await announced(town, maude)
    await rose.expect_nothing()
    await arrive(town, 2, 3, 10, 30)
    await rose.expect("mardi 10 fev.", "13h30", "CLSC", "1) On choisit l'heure du camp", "Venez-vous?", "1 oui")
    said = await luc.expect("Tuesday, February 10", "1. On choisit", "L'autobus pourra", "Are you coming?")
    assert [label for label, _ in said.buttons] == ["yes, I am coming", "no, I cannot", "maybe"]
    await arrive(town, 2, 7, 9, 59)
    await rose.expect_nothing()
    await arrive(town, 2, 7, 10)
    await rose.expect("Venez-vous?")
    await arrive(town, 2, 9, 10, 30)
    await rose.expect("Venez-vous?")
    await arrive(town, 2, 10, 12)
    await rose.expect_nothing()
    assert await reminders(town, 1) == [(1, 7, "sent"), (1, 3, "sent"), (1, 1, "sent")]


@pytest.mark.parametrize(
    ("meeting", "from_", "expected"),
    [
        ("lundi 2 novembre 2026", (2026, 10, 20), ["10-26 10:00", "10-30 10:00", "11-01 10:00"]),
        ("2027-03-15", (2027, 3, 1), ["03-08 10:00", "03-12 10:00", "03-14 10:00"]),
    ],
)
async def test_reminders_come_at_the_same_local_hour_when_the_clock_changes(
    town: Town, meeting: str, from_: tuple[int, int, int], expected: list[str]
) -> None:
    town.now = town.local(*from_)
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude, when=f"{meeting} 13h30 à 15h30", more="")
    assert await when_reminded(town, rose, 18) == expected


@pytest.fixture
async def fortnight(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    yield await Town(database, MONDAY, REMINDER_DAYS="5,2").open()
    await database.close()


async def test_the_days_before_are_a_setting(fortnight: Town) -> None:
    maude, rose = await coordinator(fortnight), fortnight.sms()
    await seated(fortnight, rose, "Rose")
    await announced(fortnight, maude)
    assert await when_reminded(fortnight, rose, 9) == ["02-05 10:00", "02-08 10:00"]


@pytest.mark.parametrize(
    ("word", "kept", "the_day_before"),
    [("OUI", "coming", "Rappel"), ("NON", "absent", ""), ("PEUT-ETRE", "maybe", "Rappel")],
)
async def test_an_answer_stops_requests_but_not_the_practical_reminder(
    town: Town, word: str, kept: str, the_day_before: str
) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude, more="telephone: 819 555-0120")
    await arrive(town, 2, 3, 11)
    await rose.expect("Venez-vous?")
    await rose.text(word)
    await rose.expect("Note")
    assert await answers(town, 1) == {"Rose": kept}
    await arrive(town, 2, 8)
    await rose.expect_nothing()
    await arrive(town, 2, 10, 9)
    if the_day_before:
        said = await rose.expect(the_day_before, "13h30", "CLSC", "819 555-0120", "ABSENT")
        assert "Venez-vous" not in said.text
    await rose.expect_nothing()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("word", "label", "kept"),
    [
        ({"fr": "OUI", "en": "COMING"}, {"fr": "oui, je viens", "en": "yes, I am"}, "coming"),
        ({"fr": "NON", "en": "NO"}, {"fr": "non", "en": "no, I cannot"}, "absent"),
        ({"fr": "PEUT-ETRE", "en": "MAYBE"}, {"fr": "peut-etre", "en": "maybe"}, "maybe"),
        ({"fr": "2", "en": "2"}, {"fr": "non", "en": "no, I cannot"}, "absent"),
    ],
)
async def test_an_answer_is_a_word_a_digit_or_a_button(
    town: Town, language: str, word: dict[str, str], label: dict[str, str], kept: str
) -> None:
    maude, rose, luc = await coordinator(town), town.sms(), town.telegram()
    await seated(town, rose, "Rose", language=language)
    await seated(town, luc, "Luc", language=language)
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.forget()
    await rose.text(word[language])
    await luc.press(label[language])
    assert await answers(town, 1) == {"Rose": kept, "Luc": kept}
    for phone in (rose, luc):
        await phone.expect_any("COCO")


async def test_someone_changes_their_mind_and_the_last_word_holds(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 3, 11)
    await rose.forget()
    await rose.text("oui")
    await rose.expect("vous venez")
    await rose.text("ABSENT")
    await rose.expect("Denis peut lire vos mots")
    assert await answers(town, 1) == {"Rose": "absent"}
    await rose.text("2")
    await rose.forget()
    await rose.text("OUI")
    await rose.expect_any("Vous aviez dit: vous ne venez pas", "vous venez?")
    assert await answers(town, 1) == {"Rose": "absent"}  # turned around by no stray word
    await rose.text("oui")
    await rose.expect_any("vous venez", "COCO")
    assert await answers(town, 1) == {"Rose": "coming"}
    await maude.forget()
    await maude.text("/rencontres")
    await maude.expect("oui 1, non 0")


async def test_two_meetings_waiting_for_an_answer_are_told_apart(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await announced(town, maude, when="mercredi 11 février 18h à 20h")
    await arrive(town, 2, 5)
    await rose.forget()
    await rose.text("OUI")
    which = await rose.expect("Laquelle?", "mardi 10 fev.", "mercredi 11 fev.")
    assert which.segments == 1
    await rose.text("2" if which.text.index("mardi") < which.text.index("mercredi") else "1")
    await rose.expect("mercredi 11 fev.")
    assert (await answers(town, 1), await answers(town, 2)) == ({}, {"Rose": "coming"})


async def test_announced_late_one_request_leaves_at_once_and_nothing_twice(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude, when="jeudi 5 février 13h30 à 15h30")
    await rose.expect("Venez-vous?")
    await town.tick()
    await town.tick()
    await rose.expect_nothing()
    assert await reminders(town, 1) == [(1, 3, "sent"), (1, 1, "planned")]


async def test_a_reminder_whose_meeting_began_is_missed_not_sent(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    town.now = town.local(2026, 2, 10, 14)  # the machine was off for eight days
    await town.tick()
    await rose.expect_nothing()
    assert {state for _v, _d, state in await reminders(town, 1)} == {"missed"}
    await maude.forget()
    await maude.text("/journal rencontre 1")
    await maude.expect_any("manque")


async def test_after_days_of_silence_the_latest_reminder_leaves_alone(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await arrive(town, 2, 9, 11)  # the machine was off when the seventh, the third and the first day came
    await rose.expect("Venez-vous?")
    await rose.expect_nothing()
    assert await reminders(town, 1) == [(1, 7, "missed"), (1, 3, "missed"), (1, 1, "sent")]


async def test_someone_who_asked_for_less_gets_one_reminder_a_meeting(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await rose.text("MOINS")
    await rose.expect("un seul rappel par rencontre")
    person = await rose.person()
    assert isinstance(person, Person)
    assert person.pace is Pace.LESS
    await announced(town, maude)
    assert await when_reminded(town, rose, 9) == ["02-09 10:00"]


async def test_the_rest_of_a_long_agenda_comes_with_one_word(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    points = "\n".join(
        f"{n}. Point | On parle du sujet numéro {n} avec tout le monde autour de la table. | Ça change un peu."
        for n in range(1, 7)
    )
    await maude.text(f"/rencontre COCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: CLSC\n{points}")
    await maude.expect_any("Annoncer")
    await maude.press("envoyer")
    await arrive(town, 2, 3, 11)
    said = await rose.expect("1) On parle du sujet numero 1", "Le reste: SUITE")
    assert said.segments <= 2
    assert "numéro 6" not in said.text
    await rose.text("SUITE")
    await rose.expect("numero 6", "Ca change un peu")


async def test_help_to_come_is_passed_to_a_human(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await announced(town, maude)
    await rose.text("TRANSPORT")
    await rose.expect("transport", "mardi 10 fev.", "Maude")
    await maude.forget()
    await maude.text("/appels")
    await maude.expect_any("Rose", "transport")
