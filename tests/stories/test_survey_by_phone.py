"""The survey of the year by text message: one question at a time, free, without a name, stopped at once."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select, update

from db.conversations import IncomingMessage, Question
from db.deliveries import Delivery
from db.people import Person
from db.report.period import Cut, FiscalYear
from db.report.runs import draft
from db.report.tables import SurveyCount
from tests.stories.test_report_of_a_year import at_the_table, rows
from tests.support.meetings import announced, arrive
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded

YEAR = "2025-2026"


@pytest.fixture
def town(town_on_both: Town) -> Town:
    return town_on_both


async def a_year(town: Town) -> tuple[Phone, Phone, Phone]:
    """One meeting, two people; the year is over."""
    maude = await coordinator(town)
    await at_the_table(town, "Rose", "Luc")
    rose, luc = town.sms("+18195551100"), town.sms("+18195551101")
    await announced(town, maude)
    await arrive(town, 2, 11)
    await maude.tell("/presence 1 Rose, Luc absent")
    await arrive(town, 5, 4)
    for phone in (maude, rose, luc):
        phone.unread.clear()
    return maude, rose, luc


async def sent(town: Town, maude: Phone) -> None:
    await maude.tell(f"/sondage {YEAR} envoyer")
    await maude.expect_any("une question a la fois", "envoye : 2")
    await town.settle()


async def counted(town: Town) -> dict[tuple[str, int], int]:
    async with town.database.read() as session:
        found = await session.execute(
            select(SurveyCount.question, SurveyCount.answer, func.sum(SurveyCount.people)).group_by(
                SurveyCount.question, SurveyCount.answer
            )
        )
        return {(question, answer): int(people) for question, answer, people in found}


async def test_eight_questions_come_one_by_one_and_are_counted(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    await sent(town, maude)
    first = await rose.expect_any("une a la fois", "C'est libre", "1 jamais", "8 passer", "9 arreter")
    assert first.segments <= 2
    for answer, following in (
        ("3", "ce qu'on a fait"),
        ("8", "vous comprenez"),
        ("presque tout", "quelque chose cette annee"),
        ("2", "les nouvelles arrivent"),
        ("suite", "L'autobus"),
        ("3", "vrais besoins"),
        ("4", "a quoi sert"),
    ):
        await rose.tell(answer)
        asked = await rose.expect_any(following)
        assert asked.segments <= 1, asked.text
    await rose.tell("4")
    await rose.expect_any("C'est fini, merci")
    assert await counted(town) == {
        ("heard", 3): 1,
        ("understood", 3): 1,
        ("changed", 2): 1,
        ("support", 3): 1,
        ("real_needs", 4): 1,
        ("purpose", 4): 1,
    }


async def test_nothing_of_an_answer_stays_with_whoever_gave_it(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("une a la fois")
    before = {row.id for row in await rows(town, select(IncomingMessage))}  # type: ignore[attr-defined]
    for answer in ("3", "ce sont mes mots", "2", "9"):
        await rose.tell(answer)
    await rose.expect_any("Le sondage est arrete")
    await town.settle()
    await town.tick()
    left = [row for row in await rows(town, select(IncomingMessage)) if row.id not in before]  # type: ignore[attr-defined]
    assert left == []
    asked = await rows(town, select(Question).where(Question.kind == "report.survey"))
    (luc_card,) = asked
    assert luc_card.prompt["survey"] == "heard"  # type: ignore[attr-defined]
    bodies = [folded(row.body or "") for row in await rows(town, select(Delivery))]  # type: ignore[attr-defined]
    assert not any("ce qu'on a fait" in body or "chiffre suffit" in body for body in bodies)
    days = {row.noted_on for row in await rows(town, select(SurveyCount))}  # type: ignore[attr-defined]
    assert len(days) == 1
    await maude.tell("/parler 2")
    assert not any("ce sont mes mots" in said.text for said in maude.all)
    assert any("une a la fois" in folded(said.text) for said in luc.all)


async def test_whoever_stops_it_has_no_other_question(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("une a la fois")
    await rose.tell("9")
    await rose.expect_any("Le sondage est arrete")
    await luc.expect_any("une a la fois")
    await luc.tell("ARRET")
    luc.unread.clear()
    for day in range(5, 12):
        await arrive(town, 5, day, 11)
    assert not any("passer" in said.text for said in (*rose.unread, *luc.unread))
    await rose.tell("3")  # no answer of any question
    assert await counted(town) == {}


async def test_words_are_asked_once_for_a_digit_then_passed_over(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("une a la fois")
    await rose.tell("ben ca depend des fois")
    await rose.expect_any("Le chiffre suffit", "1 jamais")
    await rose.tell("je sais pas trop quoi dire")
    await rose.expect_any("ce qu'on a fait")
    assert await counted(town) == {}


async def test_a_survey_is_stopped_and_taken_up_where_each_was(town: Town) -> None:
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    await rose.expect_any("une a la fois")
    await rose.tell("3")
    await rose.expect_any("ce qu'on a fait")
    for answer in ("2", "2", "2", "2", "2", "2", "2"):
        await rose.tell(answer)
    await rose.expect_any("C'est fini")
    await luc.expect_any("une a la fois")
    await luc.tell("1")
    await luc.expect_any("ce qu'on a fait")
    await town.tick()
    rose.unread.clear()
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.expect_any("On peut encore repondre au sondage")
    await maude.tell(f"/sondage {YEAR} arreter")
    await maude.expect_any("est arrete", "ne pas repondre : 1")
    await town.settle()
    await luc.expect_any("n'avez pas a repondre")
    await rose.expect_nothing()
    await maude.tell(f"/sondage {YEAR} reprendre")
    await maude.expect_any("reprend", "de nouveau : 1")
    await town.settle()
    await luc.expect_any("ce qu'on a fait")
    await luc.tell("3")
    assert (await counted(town))["what_became", 3] == 1
    await rose.expect_nothing()


async def test_what_cannot_be_sent_says_why(town: Town) -> None:
    maude, rose, _luc = await a_year(town)
    for written, refused in (
        ("/sondage 2019-2020 envoyer", "Aucune rencontre n'est notee"),
        (f"/sondage {YEAR} envoyer 2026-05-05", "au moins cinq jours"),
        (f"/sondage {YEAR} arreter", "n'est en cours"),
        (f"/sondage {YEAR} reprendre", "n'a pas ete arrete"),
    ):
        await maude.tell(written)
        await maude.expect_any(refused)
    await sent(town, maude)
    await maude.tell(f"/sondage {YEAR} envoyer")
    await maude.expect_any("est deja parti")
    await rose.expect_any("une a la fois")
    await arrive(town, 5, 20)
    await maude.tell(f"/bilan-arreter {YEAR}")
    await maude.expect_any("Version 1")
    await maude.tell(f"/sondage {YEAR} reprendre")
    await maude.expect_any("son sondage est ferme")


async def test_no_draft_tells_what_was_answered(town: Town) -> None:
    """Two drafts, one before an answer and one after, less each other, would be that answer."""
    maude, rose, luc = await a_year(town)
    await sent(town, maude)
    drafts = []
    for phone in (rose, luc):
        async with town.database.read() as session:
            cut = Cut.morning(dt.date(2026, 5, 15), "America/Toronto")
            drafts.append(await draft(session, 1, FiscalYear(2025), cut))
        await phone.expect_any("une a la fois")
        await phone.tell("3")
        await phone.expect_any("ce qu'on a fait")
    assert drafts[0].printed == drafts[1].printed
    assert not any(key.figure == "R19.answered" for key in drafts[1].printed.cells)


@pytest.mark.parametrize(
    ("language", "shown", "following", "end"),
    [
        ("es", ("Encuesta de la mesa", "1 nunca", "8 pasar", "9 dejar la encuesta"), "lo que usted dijo", "Se acabo"),
        ("ht", ("Sondaj tab la", "1 janm", "8 pase sou li", "9 kite sondaj la"), "sa ou te di", "Li fini, mesi"),
    ],
)
async def test_it_is_asked_in_the_language_that_one_reads(
    town: Town, language: str, shown: tuple[str, ...], following: str, end: str
) -> None:
    maude, rose, _luc = await a_year(town)
    async with town.database.write() as session:
        await session.execute(update(Person).where(Person.name == "Rose").values(language=language))
    await sent(town, maude)
    first = await rose.expect_any(*shown)
    assert first.segments <= 2
    await rose.tell("3")
    await rose.expect_any(following)
    for _ in range(6):
        await rose.tell("2")
        assert rose.all[-1].segments <= 1, rose.all[-1].text
    await rose.tell("2")
    await rose.expect_any(end)
    assert (await counted(town))[("heard", 3)] == 1
