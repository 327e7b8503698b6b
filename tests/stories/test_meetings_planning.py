"""A coordinator plans a meeting: in one message or step by step, with what it must say before it is announced."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.meetings.tables import AgendaPoint
from db.people import Role
from tests.support.meetings import POINT, announced, arrive, meeting_row, planned, reminders, seated
from tests.support.people import coordinator, settle_in
from tests.support.phones import Town


async def test_one_message_plans_shows_what_people_receive_and_announces(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await maude.text(
        "/rencontre COCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: salle du CLSC\ntelephone: 819 555-0120\n"
        f"{POINT}\nporteur: Denis\nreponse: 20 février"
    )
    await maude.expect("no 1 en brouillon", "COCO", "mardi 10 fevrier", "13 h 30", "/rencontre-annoncer 1")
    await maude.expect("avant le premier rappel : le mardi 3 fevrier")
    await maude.expect("Telegram (francais), personnes : 0", "On choisit l'heure du camp", "[oui, je viens]")
    sms = await maude.expect("Texto (francais), personnes : 1, segments : 1", "1) On choisit l'heure du camp", "1 oui")
    assert "salle du CLSC" in sms.text
    await maude.expect("En tout : 1 personne")
    await maude.expect_any("Annoncer la rencontre no 1?")
    await rose.expect_nothing()
    await maude.press("envoyer")
    await maude.expect("annoncee", "Personnes invitees : 1 (1 a qui on ecrira)", "Rappels prevus : 3")
    row = await meeting_row(town, 1)
    assert (row.local_date, row.local_start, row.local_end, row.zone) == (
        dt.date(2026, 2, 10),
        dt.time(13, 30),
        dt.time(15, 30),
        "America/Toronto",
    )
    assert row.starts_at == dt.datetime(2026, 2, 10, 18, 30, tzinfo=dt.UTC)
    assert row.ends_at == dt.datetime(2026, 2, 10, 20, 30, tzinfo=dt.UTC)


async def test_the_check_page_says_that_comments_will_stay_closed(town: Town) -> None:
    maude = await coordinator(town)
    await seated(town, town.sms(), "Rose")
    await maude.text(f"/rencontre COCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: salle du CLSC\n{POINT}")
    await maude.expect_any("Les commentaires ne seront pas ouverts", "porteur")


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2026-11-01", "2026-11-01T18:30", "2026-11-01T20:30"),
        ("2026-10-31", "2026-10-31T17:30", "2026-10-31T19:30"),
        ("2027-03-14", "2027-03-14T17:30", "2027-03-14T19:30"),
        ("2027-03-13", "2027-03-13T18:30", "2027-03-13T20:30"),
    ],
)
async def test_the_local_hour_is_kept_where_the_clock_changes(town: Town, day: str, start: str, end: str) -> None:
    town.now = town.local(2026, 10, 1)
    maude = await coordinator(town)
    number = await planned(town, maude, when=f"{day} 13h30 à 15h30", more="")
    row = await meeting_row(town, number)
    assert (row.local_start, row.local_end, row.local_date.isoformat()) == (dt.time(13, 30), dt.time(15, 30), day)
    assert (row.starts_at.strftime("%Y-%m-%dT%H:%M"), row.ends_at.strftime("%Y-%m-%dT%H:%M")) == (start, end)


async def test_step_by_step_asks_one_thing_at_a_time(town: Town) -> None:
    maude = await coordinator(town)
    await seated(town, town.sms(), "Rose")
    await maude.text("/rencontre")
    await maude.expect("Quelle table?")
    await maude.press("COCO")
    await maude.expect("Quel jour", "Exemple")
    await maude.text("mardi 10 février 13h30 à 15h30")
    await maude.expect("Ou?")
    await maude.text("salle du CLSC")
    await maude.expect("telephone")
    await maude.press("aucun")
    await maude.expect("Point 1")
    await maude.text("Le camp")
    await maude.expect("Point 1", "phrase simple")
    await maude.text("On choisit l'heure du camp.")
    await maude.expect("Point 1", "change")
    await maude.text("L'autobus pourra vous y mener.")
    await maude.expect("Point 2")
    await maude.text("Le frigo | On dit où le mettre. | Il sera près de chez vous.")
    await maude.expect("Point 3")
    await maude.press("c'est tout")
    await maude.expect("Qui lira")
    await maude.text("Denis")
    await maude.expect("Pour quelle date")
    await maude.text("20 février")
    await maude.expect("no 1 en brouillon", "COCO")
    await maude.expect_any("2) On dit ou le mettre")
    await maude.expect_any("Annoncer la rencontre no 1?")
    await maude.press("ne pas envoyer")
    await maude.expect("rien n'est envoye")
    assert await reminders(town, 1) == []
    await maude.text("/rencontre-annoncer 1")
    await maude.expect_any("Annoncer la rencontre no 1?")
    await maude.press("envoyer")
    await maude.expect("annoncee")
    row = await meeting_row(town, 1)
    assert (row.place, row.dial_in, row.carrier, row.answer_by) == ("salle du CLSC", "", "Denis", dt.date(2026, 2, 20))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("2026-01-20 13h30 à 15h30", "c'est passe"),
        ("vendredi 3 mars 13h30 à 15h30", "le mardi 3 mars ou le vendredi 6 mars"),
        ("mardi 3 mars 3h à 5h", "la nuit"),
        ("bientôt", "Exemple"),
        ("mardi 3 mars", "Exemple"),
    ],
)
async def test_a_date_that_cannot_be_is_asked_again_with_an_example(town: Town, words: str, why: str) -> None:
    maude = await coordinator(town)
    await maude.text("/rencontre")
    await maude.expect("Quelle table?")
    await maude.text("COCO")
    await maude.expect("Quel jour")
    await maude.text(words)
    await maude.expect(why, "Quel jour")
    await maude.text("mardi 3 mars 13h30 à 15h30")
    await maude.expect("Ou?")


async def test_an_end_that_was_not_said_is_asked_for_step_by_step(town: Town) -> None:
    maude = await coordinator(town)
    await maude.text("/rencontre")
    await maude.expect("Quelle table?")
    await maude.text("COCO")
    await maude.expect("Quel jour")
    await maude.text("mardi 3 mars 13h30")
    await maude.expect("mardi 3 mars a 13 h 30", "jusqu'a quelle heure?")
    await maude.text("jusqu'à 15h30")
    await maude.expect("Ou?")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("COCO\ndate: mardi 3 mars 15h30 à 13h30", ("La fin (13 h 30)", "13h30 a 15h30")),
        ("COCO\ndate: hier 13h30 à 15h30", ("hier", "c'est passe", "Exemple")),
        ("COCO\ndate: mardi 31 février 13h30 à 15h30", ("31 fevrier", "Exemple")),
        ("COCO\ndate: mardi 3 mars 14 13h30 à 15h30", ("3 mars 14", "Exemple")),
        ("COCO\ndate: bientôt", ("bientot", "Exemple")),
        ("COCO\ndate: mardi 3 mars", ("de quelle heure a quelle heure?", "Exemple")),
        ("COCO\nlieu: ici", ("date", "Exemple")),
        ("COCO\ndate: mardi 3 mars 13h30 à 15h30\nblabla", ("blabla", "lieu:")),
    ],
)
async def test_a_bad_message_gets_one_sentence_an_example_and_plans_nothing(
    town: Town, words: str, why: tuple[str, ...]
) -> None:
    maude = await coordinator(town)
    await maude.text(f"/rencontre {words}")
    await maude.expect(*why)
    await maude.text("/rencontres")
    await maude.expect("Aucune rencontre")


@pytest.mark.parametrize(
    ("points", "why"),
    [
        ("", "n'a aucun point"),
        ("1. Le camp", "point 1 : il manque la phrase simple"),
        ("1. Le camp | On choisit l'heure du camp.", "point 1 : il manque ce que ca change pour vous"),
        (f"{POINT}\n2. Le frigo | On dit où le mettre.", "point 2 : il manque"),
    ],
)
async def test_nothing_is_announced_before_each_point_is_plain(town: Town, points: str, why: str) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await maude.text(f"/rencontre COCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: CLSC\n{points}")
    await maude.expect("no 1 en brouillon")
    await maude.expect_any(why, "Exemple : /point 1.")
    await arrive(town, 2, 11)
    await rose.expect_nothing()
    await maude.forget()
    await maude.text("/point 1.1 Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.")
    await maude.expect("point 1 ecrit")


async def test_what_lacked_is_written_then_it_is_announced(town: Town) -> None:
    maude, rose = await coordinator(town), town.sms()
    await seated(town, rose, "Rose")
    await maude.text("/rencontre COCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: CLSC\n1. Le camp")
    await maude.expect_any("il manque la phrase simple")
    await maude.text("/point 1.1 Le camp | On choisit l'heure du camp. | L'autobus pourra vous y mener.")
    await maude.expect("point 1 ecrit")
    await maude.text("/rencontre-annoncer 1")
    await maude.expect_any("Annoncer la rencontre")
    await maude.press("envoyer")
    await maude.expect_any("annoncee", "commentaires ne sont pas ouverts", "qui les porte")


async def test_a_point_is_rewritten_in_part_and_never_loses_what_people_were_promised(town: Town) -> None:
    maude = await coordinator(town)
    await seated(town, town.sms(), "Rose")
    await maude.text(f"/rencontre COCO\ndate: mardi 10 février 13h30 à 15h30\nlieu: CLSC\n{POINT}")
    await maude.expect_any("Annoncer la rencontre")
    await maude.press("envoyer")
    await maude.expect_any("annoncee")
    await maude.text("/point 1.1 Le camp d'été")
    await maude.expect("point 1 ecrit")
    async with town.database.read() as session:
        (point,) = await session.scalars(select(AgendaPoint))
    assert (point.title, bool(point.plain), bool(point.changes)) == ("Le camp d'été", True, True)
    await maude.forget()
    await maude.text("/point 1.2 Le transport")
    await maude.expect("point 2", "il manque la phrase simple", "Exemple : /point 1.2")
    await maude.text("/point 1.9 Le transport | On parle du transport. | Un lift pour vous.")
    await maude.expect("a 1 point", "Le prochain est le 2", "Exemple : /point 1.2")


async def test_a_table_where_nobody_sits_is_said_with_those_that_exist(town: Town) -> None:
    maude = await coordinator(town)
    await seated(town, town.sms(), "Rose")
    await maude.text("/rencontre Logis (nouvelle)\ndate: mardi 10 février 13h30 à 15h30")
    await maude.expect("no 1 en brouillon", "personne n'est a cette table", "COCO")


async def test_two_meetings_on_one_day_are_said(town: Town) -> None:
    maude = await coordinator(town)
    await seated(town, town.sms(), "Rose")
    await announced(town, maude)
    await maude.text("/rencontre COCO\ndate: mardi 10 février 18h à 20h")
    await maude.expect("no 2 en brouillon", "meme jour qu'une autre rencontre (no 1)")


async def test_the_same_in_english(town: Town) -> None:
    anne, rose = town.telegram("9002"), town.sms()
    await settle_in(town, anne, "Anne", Role.COORDINATOR, language="en")
    await seated(town, rose, "Rose", language="en")
    await anne.text(
        "/meeting COCO\ndate: Tuesday February 10 13:30 to 15:30\nplace: CLSC room\n"
        "1. The camp | We choose the hour of the camp. | The bus can take you there.\n"
        "carrier: Denis\nanswer: February 20"
    )
    await anne.expect("Meeting 1 is a draft", "COCO", "Tuesday, February 10")
    await anne.expect_any("Text message (English)", "1) We choose the hour of the camp")
    await anne.expect_any("Announce meeting 1?")
    await anne.press("send")
    await anne.expect("Meeting 1 announced")
    await anne.text("/meeting COCO\ndate: Tuesday February 10 15:30 to 13:30")
    await anne.expect("ends (1:30", "before it begins", "Example")
