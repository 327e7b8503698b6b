"""After a cry: one card and one alert, every text answered, and the word that they were told to write obeyed."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from db.contacts import Consent, Contact
from db.conversations import Task, TaskKind
from db.meetings.tables import Answer, Attendance
from tests.support.comments import rose_and_a_meeting
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

CRY = "sa sert a rien jveux pu vivre"


@pytest.fixture
async def maude(town: Town) -> Phone:
    return await coordinator(town)


async def cried(town: Town) -> Phone:
    rose, _ = await rose_and_a_meeting(town)
    await rose.forget()
    await rose.text(CRY)
    await rose.expect("911")
    return rose


async def consent_of(town: Town, phone: Phone) -> Consent:
    async with town.database.read() as session:
        found = await session.scalar(select(Contact.consent).where(Contact.address == phone.address))
    assert found is not None
    return found


async def test_each_text_that_follows_is_answered_and_makes_no_other_alert(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    await maude.expect_any("Urgent", "Rose")
    await maude.forget()
    for words in ("lol", "1", "non c correct", "merci", "oui", "hein"):
        await town.move(minutes=3)
        await maude.forget()
        await rose.text(words)
        await rose.expect("C'est lu", "988")
        await rose.expect_nothing()
    await maude.forget()
    await town.move(minutes=30)
    alerts = [said.text for said in maude.unread if "Urgent" in said.text]
    assert 1 <= len(alerts) <= 3, alerts
    assert len(set(alerts)) == 1, "one card, whatever they wrote"


async def test_pieces_that_come_together_get_one_answer_and_each_text_apart_gets_its_line(
    town: Town, maude: Phone
) -> None:
    rose = await cried(town)
    await town.move(seconds=20)
    for words in ("lol", "hein", "ok"):
        await rose.text(words)
    await town.settle()
    assert len(rose.unread) == 1
    for words in ("lol", "hein la", "ok ben"):
        await town.move(seconds=20)
        await rose.forget()
        await rose.text(words)
        await rose.expect("911")
        await rose.expect_nothing()


async def test_once_someone_took_it_what_they_write_alerts_nobody_again(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    await maude.expect_any("Urgent", "Rose")
    await maude.press("je m'en occupe")
    await maude.forget()
    await rose.text("merci")
    await town.move(minutes=40)
    assert not [said.text for said in maude.unread if "Urgent" in said.text]
    await maude.expect_any("Rose ecrit encore")
    await maude.forget()
    await maude.text("/appels")
    shown = await maude.expect_any("Rose")
    assert "merci" in shown.text or CRY in shown.text


@pytest.mark.parametrize("back", ["REPRENDRE", "RESTART", "START", "UNSTOP"])
async def test_who_stopped_after_a_cry_comes_back_by_the_word_they_were_told(
    town: Town, maude: Phone, back: str
) -> None:
    rose = await cried(town)
    await rose.text("ARRET. Rose T.")
    await rose.expect("plus aucun message")
    await town.move(minutes=5)
    await rose.text(back)
    await rose.expect("messages")
    assert await consent_of(town, rose) is Consent.GIVEN


@pytest.mark.parametrize(("words", "said"), [("PARLER", "Maude"), ("ENGLISH", "English"), ("CONFIDENTIALITE", "")])
async def test_a_sure_word_is_obeyed_after_a_cry(town: Town, maude: Phone, words: str, said: str) -> None:
    rose = await cried(town)
    await town.move(minutes=5)
    await rose.text(words)
    answer = await rose.expect(said)
    assert "C'est lu" not in answer.text


async def test_a_wrong_number_is_believed_after_a_cry(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    await town.move(minutes=5)
    await rose.text("mauvais numero")
    await rose.expect("")
    async with town.database.read() as session:
        kinds = set(await session.scalars(select(Task.kind)))
    assert TaskKind.DISTRESS in kinds


async def test_a_question_is_answered_after_a_cry_and_a_bare_word_takes_no_meeting(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    await rose.text("c quand la rencontre")
    await rose.expect("10 fev.", "13h30")
    await town.move(minutes=2)
    await rose.text("oui")
    await rose.expect("C'est lu")
    async with town.database.read() as session:
        assert await session.scalar(select(Attendance.answer)) is not Answer.COMING


async def test_what_a_sure_word_asked_after_a_cry_takes_its_digit(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    await rose.text("EFFACER")
    await rose.expect("On efface votre nom")
    await rose.expect("1 ne rien effacer")
    await rose.text("1")
    await rose.expect("rien n'est efface")


async def test_another_danger_alerts_at_once_when_nobody_took_the_first(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    await town.move(minutes=3)
    await maude.forget()
    await rose.text("mon chum ma frapper hier")
    await rose.expect("SOS violence")
    await maude.expect("Urgent", "Rose")


async def test_the_card_shows_the_first_words_and_the_latest(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    for number in range(24):
        await town.move(minutes=1)
        await rose.text(f"ya rien qui marche ici, cest la fois {number}")
    await maude.forget()
    await maude.text("/appels")
    await maude.expect_any(CRY, " / … / ", "cest la fois 22 / ", "cest la fois 23")


async def test_six_answers_by_the_same_digit_are_no_loop_and_a_sure_word_ends_the_silence(
    town: Town, maude: Phone
) -> None:
    rose, _ = await rose_and_a_meeting(town)
    for _ in range(6):
        await rose.text("1")
    await rose.text("EFFACER")
    await rose.expect_any("1 ne rien effacer")
    await rose.text("1")
    await rose.expect("rien n'est efface")
    for _ in range(6):
        await rose.text("bla bla bla")
    await rose.expect_any("se comprendre")
    await rose.text("EFFACER")
    await rose.expect_any("1 ne rien effacer")


async def test_a_stop_with_a_family_name_is_asked_about_after_a_cry(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    await town.move(minutes=3)
    await rose.forget()
    await rose.text("arret rose tremblay")
    await rose.expect("Vous voulez dire", "1 oui", "2 non")
    assert await consent_of(town, rose) is Consent.GIVEN
    await rose.text("1")
    await rose.expect("plus aucun message", "REPRENDRE")
    assert await consent_of(town, rose) is Consent.WITHDRAWN


async def test_the_digits_that_a_form_gave_to_write_back_are_taken_after_a_cry(town: Town, maude: Phone) -> None:
    rose = await cried(town)
    await rose.text("EFFACER")
    await rose.expect("On efface votre nom")
    code = re.search(r"\b\d{4}\b", (await rose.expect("1 ne rien effacer")).text)
    assert code is not None
    await rose.text(code[0])
    await rose.expect("REPRENDRE")


async def test_the_button_of_an_alert_lasts_as_long_as_it_is_told_again(town: Town, maude: Phone) -> None:
    await cried(town)
    for _ in range(40):
        await town.move(days=1)
    await maude.forget()
    await town.move(hours=2)
    await maude.expect_any("Urgent", "Rose")
    await maude.press("je m'en occupe")
    said = await maude.expect_any("Rose")
    assert "passée" not in said.text
