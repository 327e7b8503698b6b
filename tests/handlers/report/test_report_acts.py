"""The report of a year, from its draft to its files: what is frozen, what a correction makes, what is refused."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

import pytest
from sqlalchemy import select

from db.journal import Entry
from db.meetings.tables import Presence
from db.report.canonical import canonical
from db.report.period import FiscalYear
from handlers.acting import Acting
from handlers.report import acts, texts
from tests.support.mini_region import YEAR
from tests.support.reports import Desk

BEFORE_THE_END = dt.datetime(2027, 3, 31, 20, tzinfo=dt.UTC)


def frozen(acting: Acting) -> Any:
    return acts.freeze(acting, YEAR)


def exported(acting: Acting) -> Any:
    return acts.export(acting, YEAR)


async def test_the_draft_says_the_year_in_five_lines_and_that_it_is_a_draft(desk: Desk) -> None:
    said = desk.said(await desk.do(lambda acting: acts.show(acting, YEAR)))
    for words in (
        "5 rencontres ont eu lieu",
        "y étaient 4 fois, sur les 4 dont la présence a été notée",
        "3 fois, elles étaient plusieurs",
        "La présence n'a pas été notée pour une rencontre",
        "6 personnes différentes ont pris part aux discussions, pour 12 présences.",
        "5 personnes absentes ont fait porter leur parole",
        "7 commentaires ont été reçus : 3 retenus, 1 non retenu, 2 à suivre. Un attend encore sa réponse.",
        "Le résumé est parti 7 jours avant, au milieu des cas. Au moins 7 jours avant : 3 fois sur 5.",
        "L'allocation reconnue est de 460 $ (6 personnes).",
        "Les frais remboursés, comptés à part, touchent trop peu de personnes",
        "Brouillon, pour vous seulement",
    ):
        assert words in said
    assert await desk.runs() == []


async def test_the_same_in_english(desk: Desk) -> None:
    said = desk.said(await desk.do(lambda acting: acts.show(acting, YEAR)), "en")
    assert "6 different people took part in the discussions, 12 times in all." in said
    assert "A draft, for you alone." in said


async def test_what_was_frozen_stays_whatever_comes_after(desk: Desk) -> None:
    await desk.do(frozen)
    for meeting, person in (("M2", "E4"), ("M2", "E5")):
        await desk.correct_presence(meeting, person, Presence.NONE)
    said = desk.said(await desk.do(lambda acting: acts.show(acting, YEAR)))
    assert "6 personnes différentes" in said
    assert "Version 1. Empreinte" in said
    assert "tels que connus le 15 mai 2027 à 9 h, arrêtés le 16 mai 2027" in said


async def test_the_fingerprint_is_that_of_the_figures_that_leave(desk: Desk) -> None:
    await desk.do(frozen)
    data = (await desk.do(exported)).data
    assert hashlib.sha256(data["printed"].encode()).hexdigest() == data["digest"]
    assert json.loads(data["printed"])["year"] == "2026-2027"


async def test_nothing_leaves_before_it_is_frozen(desk: Desk) -> None:
    assert await desk.refused(exported) == "report-not-frozen"
    desk.now = BEFORE_THE_END
    assert await desk.refused(frozen) == "report-not-over"


@pytest.mark.parametrize("day", [dt.date(2027, 3, 31), dt.date(2027, 5, 17)])
async def test_a_cut_is_a_past_day_after_the_year(desk: Desk, day: dt.date) -> None:
    assert await desk.refused(lambda acting: acts.freeze(acting, YEAR, day)) == "report-bad-cut"


async def test_a_cut_may_be_any_day(desk: Desk) -> None:
    await desk.do(lambda acting: acts.freeze(acting, YEAR, dt.date(2027, 4, 10)))
    (run,) = await desk.runs()
    assert run.cut_at == dt.datetime(2027, 4, 10, 13, tzinfo=dt.UTC)  # 9 h there
    assert "1 attend encore" not in run.printed  # no sentence is kept: figures alone


async def test_a_year_is_frozen_once_then_corrected_with_a_reason(desk: Desk) -> None:
    assert await desk.refused(lambda acting: acts.correct(acting, YEAR, "une erreur")) == "report-not-frozen"
    await desk.do(frozen)
    assert await desk.refused(frozen) == "report-already-frozen"
    assert await desk.refused(lambda acting: acts.correct(acting, YEAR, "  ")) == "report-why"
    await desk.do(lambda acting: acts.correct(acting, YEAR, "la présence du 1er avril était fausse"))
    first, second = await desk.runs()
    assert (first.version, second.version, second.reason) == (1, 2, "la présence du 1er avril était fausse")


async def test_a_correction_of_what_never_left_shows_the_new_figures(desk: Desk) -> None:
    await desk.do(frozen)
    await desk.correct_presence("M2", "E6", Presence.NONE)
    await desk.do(lambda acting: acts.correct(acting, YEAR, "E6 n'y était pas"))
    assert "5 personnes différentes" in desk.said(await desk.do(lambda acting: acts.show(acting, YEAR)))


async def test_a_correction_of_what_left_hides_what_moved_by_one_person(desk: Desk) -> None:
    await desk.do(frozen)
    await desk.do(exported)
    await desk.correct_presence("M2", "E6", Presence.NONE)
    await desk.do(lambda acting: acts.correct(acting, YEAR, "une présence était fausse"))
    said = desk.said(await desk.do(lambda acting: acts.show(acting, YEAR)))
    assert "Le nombre de personnes n'est pas publié" in said
    assert "12 présences" not in said


async def test_the_words_of_the_year_are_frozen_with_the_figures(desk: Desk) -> None:
    await desk.do(lambda acting: texts.write(acting, YEAR, "appris", "L'heure décide qui vient."))
    await desk.do(frozen)
    await desk.do(lambda acting: texts.write(acting, YEAR, "learned", "Autre chose."))
    (run,) = await desk.runs()
    assert json.loads(run.printed)["texts"] == {"learned": "L'heure décide qui vient."}


@pytest.mark.parametrize(
    ("name", "words", "why"),
    [("autre", "x", "report-no-such-text"), ("suite", "x" * 1501, "report-text-too-long")],
)
async def test_a_text_that_cannot_be_kept(desk: Desk, name: str, words: str, why: str) -> None:
    assert await desk.refused(lambda acting: texts.write(acting, YEAR, name, words)) == why


async def test_the_journal_says_who_froze_and_who_took_the_files_and_not_why(desk: Desk) -> None:
    await desk.do(frozen)
    await desk.do(lambda acting: acts.correct(acting, YEAR, "Rose n'y était pas"))
    await desk.do(exported)
    async with desk.database.read() as session:
        entries = list(await session.scalars(select(Entry).order_by(Entry.id)))
    assert [entry.act for entry in entries] == ["report.frozen", "report.corrected", "report.exported"]
    assert "Rose" not in str([entry.details for entry in entries])


@pytest.mark.parametrize("written", ["2026-2027", "2026", "2026-27", "2026 - 2027", "2026/2027"])
def test_a_year_is_written_in_several_ways(written: str) -> None:
    assert FiscalYear.read(written) == YEAR


@pytest.mark.parametrize(
    "written", ["", "26-27", "2026-2028", "2026-2026", "deux mille", "2026-2027-2028", "-1", "99999"]
)
def test_what_is_no_year(written: str) -> None:
    with pytest.raises(ValueError, match="fiscal year"):
        FiscalYear.read(written)


async def test_the_shell_shows_the_fingerprint_of_the_file_that_leaves(desk: Desk) -> None:
    await desk.do(lambda acting: acts.freeze(acting, YEAR))
    shown = (await desk.do(lambda acting: acts.show(acting, YEAR))).data
    (run,) = await desk.runs()
    content = {name: value for name, value in shown.items() if name not in ("frozen", "version", "fingerprint")}
    assert shown["fingerprint"] == run.digest
    assert canonical(content) == run.printed
