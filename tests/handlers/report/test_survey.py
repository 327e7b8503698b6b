"""The yearly survey: counted question by question, nobody's answers together, small numbers hidden as everywhere."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from db.report.disclosure import Cell, Key, Mark
from db.report.survey import QUESTIONS
from db.report.tables import SurveyCount
from db.report.yearly import figures_of
from handlers.acting import BadlyWritten
from handlers.commands import Do
from handlers.report import acts
from handlers.report.commands import survey_command
from tests.support.mini_region import CUT, YEAR, mini_region
from tests.support.reports import Desk

MAY = dt.datetime(2027, 5, 3, 16, tzinfo=dt.UTC)
SHEETS = "4 3 3 2 - 3 4 4\n4332-344;4,2,3,2,1,3,4,4"


async def written(desk: Desk, words: str) -> str:
    async def act(acting: Any) -> Any:
        wanted = await survey_command(acting, words)
        assert isinstance(wanted, Do)
        return await wanted.act(acting, *wanted.args)

    return desk.said(await desk.do(act))


async def counts(desk: Desk) -> dict[tuple[str, int], int]:
    async with desk.database.read() as session:
        rows = await session.execute(
            select(SurveyCount.question, SurveyCount.answer, func.sum(SurveyCount.people)).group_by(
                SurveyCount.question, SurveyCount.answer
            )
        )
        return {(question, answer): people for question, answer, people in rows if people}


async def test_the_questions_are_there_to_be_printed_with_how_to_count(desk: Desk) -> None:
    said = await written(desk, "")
    assert "1. Dans les rencontres, vous sentez-vous écouté?" in said
    assert "8. Savez-vous à quoi sert le comité?" in said
    assert "/sondage 2026-2027 4 3 3 2 - 3 4 4" in said


async def test_sheets_are_counted_question_by_question_and_taken_back(desk: Desk) -> None:
    desk.now = MAY
    assert "Feuilles : 3" in await written(desk, f"2026-2027 {SHEETS}")
    assert await counts(desk) == {
        ("heard", 4): 3,
        ("what_became", 3): 2,
        ("what_became", 2): 1,
        ("understood", 3): 3,
        ("changed", 2): 3,
        ("in_time", 1): 1,
        ("support", 3): 3,
        ("real_needs", 4): 3,
        ("purpose", 4): 3,
    }
    await written(desk, "2026-2027 retirer 4 2 3 2 1 3 4 4")
    assert ("in_time", 1) not in await counts(desk)
    assert (await counts(desk))["heard", 4] == 2


async def test_what_was_never_counted_is_not_taken_out(desk: Desk) -> None:
    await written(desk, f"2026-2027 {SHEETS}")
    before = await counts(desk)

    async def act(acting: Any) -> Any:
        wanted = await survey_command(acting, "2026-2027 retirer 4 1 3 2 - 3 4 4")
        return await wanted.act(acting, *wanted.args)

    assert await desk.refused(act) == "report-survey-not-there"
    assert await counts(desk) == before


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "report-survey-how"),
        ("4 3 3", "report-survey-length"),
        ("5 3 3 2 - 3 4 4", "report-survey-answer"),
        ("4 3 3 2 - 3 4 oui", "report-survey-answer"),
        ("4 4 3 2 - 3 4 4", "report-survey-answer"),
        ("- - - - - - - -", "report-survey-empty"),
        ("4 3 3 2 - 3 4 4\n" * 41, "report-survey-how"),
    ],
)
async def test_a_sheet_that_cannot_be_read_counts_nothing(desk: Desk, words: str, why: str) -> None:
    async with desk.database.read() as session:
        with pytest.raises(BadlyWritten) as refused:
            await survey_command(desk.acting(session), f"2026-2027 {words}")
    assert refused.value.reason.id == why
    assert await counts(desk) == {}


async def test_a_year_that_is_frozen_takes_no_more_sheets(desk: Desk) -> None:
    desk.now = MAY
    for _ in range(2):
        await written(desk, f"2026-2027 {SHEETS}")
    desk.now = dt.datetime(2027, 5, 16, 16, tzinfo=dt.UTC)
    await desk.do(lambda acting: acts.freeze(acting, YEAR))

    async def act(acting: Any) -> Any:
        wanted = await survey_command(acting, f"2026-2027 {SHEETS}")
        return await wanted.act(acting, *wanted.args)

    assert await desk.refused(act) == "report-survey-closed"
    (run,) = await desk.runs()
    figures = json.loads(run.printed)["figures"]
    heard = [one for one in figures if one["figure"] == "R19.answered" and one["at"].get("question") == "heard"]
    assert [one["value"] for one in heard if one["at"] == {"question": "heard"}] == [6]


async def test_what_was_counted_after_the_cut_is_of_no_version(desk: Desk) -> None:
    desk.now = dt.datetime(2027, 5, 16, 16, tzinfo=dt.UTC)
    await written(desk, f"2026-2027 {SHEETS}")
    await desk.do(lambda acting: acts.freeze(acting, YEAR))
    (run,) = await desk.runs()
    survey = next(one for one in json.loads(run.printed)["figures"] if one["figure"] == "R19.survey")
    assert survey["mark"] == "not_recorded"


def test_few_answers_are_hidden_and_nobody_is_told_apart() -> None:
    """11, 8, 6, 3 of 28: rule T hides the smallest shown with the small one, as in any line of people."""
    heard = {("heard", answer): people for answer, people in zip((1, 2, 3, 4), (11, 8, 6, 3), strict=True)}
    cells = figures_of(replace(mini_region(), survey=heard), YEAR, CUT).printed().printed.cells
    shown = [cells[Key.of("R19.answered", question="heard", answer=str(n))] for n in (1, 2, 3, 4)]
    assert [one.value if isinstance(one, Cell) else one for one in shown] == [11, 8, Mark.HIDDEN, Mark.HIDDEN]
    total = cells[Key.of("R19.answered", question="heard")]
    assert isinstance(total, Cell)
    assert total.value == 28
    few = figures_of(replace(mini_region(), survey={("heard", 4): 3}), YEAR, CUT).printed().printed.cells
    assert few[Key.of("R19.answered", question="heard")] is Mark.HIDDEN


def test_the_same_answers_in_any_order_give_the_same_fingerprint() -> None:
    given = {(question, 1): 5 + number for number, question in enumerate(QUESTIONS)}
    one, other = (
        figures_of(replace(mini_region(), survey=dict(order)), YEAR, CUT).printed().fingerprint
        for order in (given.items(), reversed(given.items()))
    )
    assert one == other
