"""A day of a command that does not agree, has passed or is of the night is asked; nothing is made meanwhile."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select

from db.meetings.tables import Meeting
from tests.support.meetings import POINT, meeting_row
from tests.support.people import coordinator
from tests.support.phones import Town

MEETING = f"/rencontre COCO\ndate: mardi 8 décembre 13h30 à 15h30\nlieu: ici\n{POINT}\nporteur: Denis"
DAY, START, END = dt.date(2026, 12, 8), dt.time(13, 30), dt.time(15, 30)


async def meetings(town: Town) -> int:
    async with town.database.read() as session:
        return await session.scalar(select(func.count()).select_from(Meeting)) or 0


@pytest.mark.parametrize(
    ("when", "asked", "answer"),
    [
        ("mercredi 8 décembre 13h30 à 15h30", ("mardi 8 decembre ou le mercredi 9 decembre",), "le mardi 8 décembre"),
        ("mercredi 8 décembre 13h30 à 15h30", ("ne vont pas ensemble",), "mardi 8 décembre"),
        ("mercredi 8 décembre", ("ne vont pas ensemble",), "mardi 8 décembre 13h30 à 15h30"),
        ("8 décembre 2025 13h30 à 15h30", ("c'est passe", "mardi 8 decembre"), "1"),
        ("8 novembre 13h30 à 15h30", ("c'est passe", "8 novembre 2027"), "le mardi 8 décembre"),
        ("mardi 8 décembre 1h30 à 3h30", ("la nuit", "de 13 h 30 a 15 h 30"), "1"),
        ("mardi 8 décembre 13h30 à 3h30", ("la fin vient avant", "de 13 h 30 a 15 h 30"), "1"),
        ("mardi 8 décembre 13h30", ("mardi 8 decembre a 13 h 30", "jusqu'a quelle heure?"), "15h30"),
        ("mardi 8 décembre", ("de quelle heure a quelle heure?",), "13h30 à 15h30"),
    ],
)
async def test_a_meeting_is_planned_on_the_day_that_was_meant(
    town: Town, when: str, asked: tuple[str, ...], answer: str
) -> None:
    town.now = town.local(2026, 11, 28)
    maude = await coordinator(town)
    await maude.text(f"/rencontre COCO\ndate: {when}\nlieu: ici\n{POINT}")
    await maude.expect(*asked)
    assert await meetings(town) == 0
    if answer.startswith("le "):
        await maude.press(answer)
    else:
        await maude.text(answer)
    await maude.expect("no 1 en brouillon", "mardi 8 decembre", "13 h 30")
    row = await meeting_row(town, 1)
    assert (row.local_date, row.local_start, row.local_end) == (DAY, START, END)


async def test_doubts_come_one_after_the_other_and_the_night_may_be_meant(town: Town) -> None:
    town.now = town.local(2026, 11, 28)
    maude = await coordinator(town)
    await maude.text(f"/rencontre COCO\ndate: mercredi 8 décembre 3h à 5h\nlieu: ici\n{POINT}")
    await maude.expect("ne vont pas ensemble")
    await maude.text("2")
    await maude.expect("la nuit")
    await maude.text("2")
    await maude.expect("no 1 en brouillon", "mercredi 9 decembre", "3 h")


async def test_a_day_of_another_year_is_written_with_its_year(town: Town) -> None:
    town.now = town.local(2026, 11, 28)
    maude = await coordinator(town)
    await maude.text(f"/rencontre COCO\ndate: mardi 12 janvier 13h30 à 15h30\nlieu: ici\n{POINT}")
    await maude.expect("no 1 en brouillon", "mardi 12 janvier 2027")
    await maude.text("/rencontres")
    await maude.expect_any("COCO, mardi 12 janvier 2027")


@pytest.mark.parametrize(
    ("promised", "asked"),
    [
        ("15 novembre", "vient apres la rencontre du mardi 8 decembre"),
        ("1er décembre", "vient apres la rencontre du mardi 8 decembre"),
        ("2026-12-07", "vient apres la rencontre du mardi 8 decembre"),
        ("vendredi 15 décembre", "ne vont pas ensemble"),
    ],
)
async def test_an_answer_is_promised_for_a_day_after_the_meeting(town: Town, promised: str, asked: str) -> None:
    town.now = town.local(2026, 11, 28)
    maude = await coordinator(town)
    await maude.text(f"{MEETING}\nreponse: {promised}")
    await maude.expect(asked)
    assert await meetings(town) == 0
    await maude.text("15 décembre")
    await maude.expect("no 1 en brouillon")
    assert (await meeting_row(town, 1)).answer_by == dt.date(2026, 12, 15)


async def test_a_meeting_moved_beyond_its_promised_answer_asks_for_another(town: Town) -> None:
    town.now = town.local(2026, 11, 28)
    maude = await coordinator(town)
    await maude.text(f"{MEETING}\nreponse: 15 décembre")
    await maude.expect("no 1 en brouillon")
    await maude.text("/deplacer 1 mercredi 16 décembre 13h30 à 15h30")
    await maude.expect_any("promise pour le mardi 15 decembre", "avant la rencontre du mercredi 16 decembre")
    await maude.text("22 décembre")
    await maude.expect("deplacee au mercredi 16 decembre")
    row = await meeting_row(town, 1)
    assert (row.local_date, row.answer_by) == (dt.date(2026, 12, 16), dt.date(2026, 12, 22))


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/tarif garde max 60 lundi 1er décembre", "ne vont pas ensemble"),
        ("/tarif garde max 60 15 novembre", "dimanche 15 novembre ou le lundi 15 novembre 2027"),
        ("/tarif garde max 60 reçu mardi 1er décembre", "mardi 1er decembre"),
        ("/fin-role 1 coordonnatrice", "ordinateur"),
        ("/infolettre jour lundi 30 novembre 9h", "lundi 30 novembre a 9 h"),
        ("/infolettre jour mardi 30 novembre 9h", "ne vont pas ensemble"),
        ("/infolettre jour 12 décembre 9h", "part entre le 1er novembre 2026 et le 30 novembre 2026"),
        ("/infolettre jour 30 3h", "la nuit"),
        ("/incident Une liste perdue; date: hier", "incident 1"),
        ("/incident Une liste perdue\ndate: demain", "pas encore passe"),
    ],
)
async def test_other_commands_read_a_day_as_strictly(town: Town, command: str, said: str) -> None:
    town.now = town.local(2026, 11, 28)
    maude = await coordinator(town)
    await maude.text("/infolettre jour 30 10h")
    await maude.expect("lundi 30 novembre")
    await maude.text(command)
    await maude.expect(said)
