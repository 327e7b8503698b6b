"""From an absence to words read back and confirmed: collected, placed, and never lost."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.conversations import Dialogue, Task
from db.meetings.tables import Answer, Meeting
from tests.support.claims import expert
from tests.support.comments import (
    AGENDA,
    TUESDAY,
    answer_of,
    comments_of,
    confirmed,
    open_meeting,
    rose_and_a_meeting,
    tasks_of,
    the_comment,
    whoever_has,
    write,
)
from tests.support.people import coordinator
from tests.support.phones import Town


# -- collected -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("channel", ["sms", "telegram"])
@pytest.mark.parametrize(
    ("language", "kept", "kept_too", "yes", "end", "asked", "noted"),
    [
        ("fr", "C'est garde", "Garde aussi", "oui", "c'est tout", "C'est exact?", "Commentaire no 1 note"),
        ("en", "Kept", "Kept too", "OK", "that's all", "Is it right?", "Comment 1 noted"),
    ],
)
async def test_no_then_words_in_several_messages_then_yes(
    town: Town, channel: str, language: str, kept: str, kept_too: str, yes: str, end: str, asked: str, noted: str
) -> None:
    phone, _ = await rose_and_a_meeting(town, channel, language)
    await phone.text("ABSENT")
    await phone.expect("Denis")
    await phone.text(yes)
    await phone.expect("Denis")
    await phone.text("le camp a 8h cest trop tot")
    await phone.expect(kept)
    await phone.text("l'autobus passe a 8h20")
    await phone.expect(kept_too)
    await phone.text(end)
    await phone.expect("le camp a 8h cest trop tot l'autobus passe a 8h20", asked)
    await phone.text(yes)
    await phone.expect(noted, "Denis")
    assert (await the_comment(town)).words == "le camp a 8h cest trop tot l'autobus passe a 8h20"


@pytest.mark.parametrize("channel", ["sms", "telegram"])
async def test_five_thousand_characters_are_kept_whole_and_read_back_in_short(town: Town, channel: str) -> None:
    words = ("le camp a 8h cest trop tot, " * 200)[:5000].strip()
    phone, _ = await rose_and_a_meeting(town, channel)
    await phone.text("ABSENT")
    await phone.expect("Denis")
    await phone.text("oui")
    await phone.expect("Ecrivez")
    await phone.text(words)
    await phone.expect("C'est garde")
    await phone.text("c'est tout")
    read_back = await phone.expect("le camp a 8h cest trop tot", "C'est exact?")
    assert len(read_back.text) < 1600
    await phone.text("oui")
    await phone.expect("Commentaire no 1 note")
    assert (await the_comment(town)).words == words


async def test_two_quiet_minutes_end_the_words_and_not_before(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("COMMENTAIRE")
    await phone.expect("Ecrivez")
    await phone.text("le camp a 8h cest trop tot")
    await phone.expect("Ecrivez")
    town.now += dt.timedelta(seconds=100)
    await phone.text("l'autobus passe a 8h20")
    await phone.expect("Garde aussi", "c'est tout")
    town.now += dt.timedelta(seconds=100)
    await town.tick()
    await phone.expect_nothing()
    town.now += dt.timedelta(seconds=30)
    await town.tick()
    await phone.expect("trop tot l'autobus passe a 8h20", "C'est exact?")


async def test_words_that_come_after_the_read_back_are_added_and_read_again(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text("aussi lautobus passe a 8h20")
    await phone.expect("le camp a 8h cest trop tot aussi lautobus passe a 8h20", "C'est exact?")
    await phone.text("1")
    await phone.expect("Commentaire no 1")


async def test_an_answer_that_is_not_clear_is_asked_once_more_then_goes_to_a_human(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await write(phone)
    await phone.text("7")
    await phone.expect("Ce n'est pas clair", "Vos mots attendent votre reponse")
    await phone.text("7")
    await phone.expect("Maude")
    assert await comments_of(town) == []


@pytest.mark.parametrize(
    ("words", "point"),
    [("le camp a 8h cest trop tot", 1), ("la buanderie devrait etre ouverte le samedi", 2)],
)
async def test_the_agenda_point_is_found_by_its_words(town: Town, words: str, point: int) -> None:
    phone, _ = await rose_and_a_meeting(town, agenda=AGENDA)
    await confirmed(phone, words)
    assert (await the_comment(town)).agenda_point_id == point


async def test_no_agenda_point_is_guessed_nor_asked_when_the_words_do_not_say(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town, agenda=AGENDA)
    await phone.text("COMMENTAIRE ca coute ben trop cher pour nous autres")
    await phone.expect("C'est garde")
    await phone.text("1")
    await phone.expect("C'est exact?")
    await phone.text("1")
    await phone.expect("no 1")
    assert (await the_comment(town)).agenda_point_id is None


async def test_which_meeting_is_asked_and_the_words_written_with_the_keyword_are_kept(town: Town) -> None:
    phone = town.sms()
    person = await expert(town, phone)
    await open_meeting(town, TUESDAY, person, agenda=("Le camp",))
    await open_meeting(town, dt.date(2026, 2, 12), person, name="Logement", agenda=("Les loyers",))
    await phone.text("COMMENTAIRE ca coute ben trop cher pour nous autres")
    await phone.expect("C'est pour quelle rencontre?", "1 COCO", "2 Logement")
    await phone.text("2")
    await phone.expect("Ecrivez")
    await phone.text("1")
    await phone.expect("ca coute ben trop cher pour nous autres", "C'est exact?")


async def test_aide_in_the_middle_of_the_words_answers_and_they_go_on(town: Town) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("COMMENTAIRE le camp a 8h cest trop tot")
    await phone.expect("Ecrivez")
    await phone.text("AIDE")
    await phone.expect("819 555-0142")
    await phone.text("et lautobus passe a 8h20")
    await phone.text("1")
    await phone.expect_any("le camp a 8h cest trop tot et lautobus passe a 8h20", "C'est exact?")


@pytest.mark.parametrize("words", ["OUI mais pas a 8h", "je suis absent souvent cest vrai", "STATUT du projet?"])
async def test_a_keyword_among_the_words_is_asked_about_and_is_only_a_word(town: Town, words: str) -> None:
    phone, meeting = await rose_and_a_meeting(town)
    await phone.text("COMMENTAIRE")
    await phone.expect("Ecrivez")
    await phone.text(words)
    await phone.expect("Cela fait partie de vos mots pour la table?", "1 oui")
    await phone.text("1")
    await phone.expect("C'est garde")
    await phone.text("1")
    await phone.expect(words, "C'est exact?")
    assert await answer_of(town, meeting, await whoever_has(phone)) is Answer.NONE


@pytest.mark.parametrize(
    "words",
    [
        "jpeux tu parler a quelquun svp",
        "arretez de mecrire svp",
        "mettez pas mon nom",
        "laissez faire jveux pu rien dire",
    ],
)
async def test_what_may_be_a_command_among_the_words_never_joins_them_unasked(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text("COMMENTAIRE")
    await phone.text("le camp a 8h cest trop tot")
    await phone.forget()
    await phone.text(words)
    await phone.forget()
    assert await comments_of(town) == []
    async with town.database.read() as session:
        talks = list(await session.scalars(select(Dialogue).where(Dialogue.name == "comment")))
    assert words not in [piece["text"] for talk in talks for piece in talk.memo.get("words:pieces", [])]


# -- no window without a name and a date ---------------------------------------------------------------------------
@pytest.mark.parametrize(("carrier", "answer_by"), [("", TUESDAY), ("Denis", None)])
async def test_no_window_opens_without_someone_who_carries_and_a_date_for_the_answer(
    town: Town, carrier: str, answer_by: dt.date | None
) -> None:
    phone = town.sms()
    person = await expert(town, phone)
    meeting = await open_meeting(town, TUESDAY, person, carrier=carrier)
    async with town.database.write() as session:
        (await session.get_one(Meeting, meeting.id)).answer_by = answer_by
    await phone.text("ABSENT")
    said = await phone.expect("vous ne venez pas", "JE VIENS")
    assert "Denis" not in said.text
    assert "quelque chose" not in said.text
    await phone.text("COMMENTAIRE le camp a 8h cest trop tot")
    await phone.expect("Pas de rencontre ouverte aux commentaires", "Maude", "819 555-0142")
    assert await tasks_of(town) == ["question"]
    assert await comments_of(town) == []


async def test_words_without_a_keyword_and_without_a_window_go_to_a_human(town: Town) -> None:
    phone = town.sms()
    person = await expert(town, phone)
    await open_meeting(town, TUESDAY, person, carrier="")
    await phone.text("le camp de jour a 8h le matin cest trop tot")
    await phone.expect("Pas de rencontre ouverte aux commentaires", "Maude a votre message", "819 555-0142")
    assert await tasks_of(town) == ["question"]
    assert await comments_of(town) == []


async def test_words_that_nobody_asked_for_may_be_for_a_human_and_not_for_the_table(town: Town) -> None:
    maude = await coordinator(town)
    phone, _ = await rose_and_a_meeting(town)
    words = "les logements sont pleins de moisissure pis le proprio repare rien"
    await phone.text(words)
    await phone.expect("Denis peut lire ceci a la table", words, "D'accord?", "5 pour Maude, pas la table")
    await phone.text("5")
    await phone.expect("pas pour la table", "Maude lira vos mots")
    assert await comments_of(town) == []
    await maude.text("/appels")
    await maude.expect_any("Rose", words)


@pytest.mark.parametrize("words", ["a quelle heure la rencontre de mardi?", "cest ou la salle du CLSC?"])
async def test_a_question_is_answered_and_is_no_comment(town: Town, words: str) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await phone.text(words)
    await phone.expect("COCO", "mardi 10 fev.", "13h30")
    assert await comments_of(town) == []
    async with town.database.read() as session:
        assert list(await session.scalars(select(Task.kind))) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("jsais pas trop encore ca depend", "1"),
        ("le camp de jour a 8h le matin cest trop tot pour nous autres", "C'est pour quelle rencontre?"),
    ],
)
async def test_a_few_words_after_a_question_are_an_answer_that_is_not_clear_many_are_words(
    town: Town, words: str, said: str
) -> None:
    phone, _ = await rose_and_a_meeting(town)
    await open_meeting(town, dt.date(2026, 2, 12), await whoever_has(phone), name="Logement")
    await phone.text("ABSENT")
    await phone.expect("Vous ne venez pas a laquelle?")
    await phone.text(words)
    await phone.expect_any(said)
    assert await comments_of(town) == []
