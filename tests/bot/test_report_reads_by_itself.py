"""The document of a year, read by someone who has nothing else: which tables met, at which rates, what is lacking."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import docx
import pytest
from openpyxl import load_workbook

from bot.report import Form, ReportWords, bytes_of
from bot.report.bars import chart_of
from db.claims.rules import LineKind
from db.report.canonical import canonical
from db.report.facts import Accompanied, ContributionFact, Facts, Mailing, PointFact, RateFact, Received, WorkStep
from db.report.period import FiscalYear
from db.report.tables import ReportRun
from db.report.yearly import Report, figures_of
from handlers.report.compose import document_of
from handlers.report.document import Document
from handlers.report.sentences import ladder, money
from messages import text
from messages.types import Money
from tests.support.env import catalogue
from tests.support.mini_region import CUT, NORTH, YEAR, mini_region
from tests.support.reports import AFTER

RATES = (
    RateFact(LineKind.PARTICIPATION, dt.date(2024, 4, 1), 4000),
    RateFact(LineKind.PARTICIPATION, dt.date(2025, 4, 1), 5000),
    RateFact(LineKind.PARTICIPATION, dt.date(2026, 10, 1), 5500),
    RateFact(LineKind.PARTICIPATION, dt.date(2027, 4, 1), 6000),
    RateFact(LineKind.CHILDCARE, dt.date(2026, 4, 1), None, 6000),
    RateFact(LineKind.TRANSPORT_FARE, dt.date(2026, 4, 1)),
)


def facts(**more: object) -> Facts:
    return replace(mini_region(), rates=RATES, **more)


def report_of(known: Facts) -> Report:
    return figures_of(known, YEAR, CUT).printed()


def document(known: Facts) -> Document:
    report = report_of(known)
    run = ReportRun(
        organisation_id=1,
        year=YEAR.begins,
        version=1,
        cut_at=CUT.at,
        frozen_at=AFTER,
        reason="",
        definitions=report.definitions,
        journal_place=1,
        printed=canonical(report.as_json()),
        digest=report.fingerprint,
    )
    return document_of("Alliance", [run])


def words(*lines: object, language: str = "fr") -> str:
    said = ReportWords(catalogue(), language)
    return " ".join(said.words(line) for line in lines).replace("\u00a0", " ")  # type: ignore[arg-type]


def rows(table: str) -> list[list[str]]:
    said = ReportWords(catalogue(), "fr")
    found = document(facts()).tables[table].lines
    return [[said.words(line.label), *(said.value(v).replace("\u00a0", " ") for v in line.values)] for line in found]


def test_the_tables_that_met_are_listed_with_what_they_are() -> None:
    """R1 of the mini region, body by body."""
    assert rows("places") == [
        ["table local mechanism", "Concertation", "locale", NORTH, "2"],
        ["table regional mechanism", "Concertation", "régionale", "Vallée-des-Rives", "3"],
        ["table local project", "Projets", "locale", NORTH, "1"],
    ]


def test_the_rates_of_the_year_are_those_of_one_of_its_days_at_least() -> None:
    assert rows("rates") == [
        ["Participation, une demi-journée", "50 $", "1er avril 2025"],
        ["Participation, une demi-journée", "55 $", "1er octobre 2026"],
        ["Transport payé (autobus, taxi)", "au prix payé", "1er avril 2026"],
        ["Garde", "au prix payé, jusqu'à 60 $ par rencontre", "1er avril 2026"],
    ]


def test_what_is_listed_is_frozen_with_the_figures_and_read_back() -> None:
    made = report_of(facts())
    read = Report.of_json(made.as_json())
    assert (read.met, read.rates) == (made.met, made.rates)
    shuffled = replace(facts(), rates=RATES[::-1], meetings=mini_region().meetings[::-1])
    assert report_of(shuffled).fingerprint == made.fingerprint


def test_a_version_frozen_before_lists_nothing_and_still_opens() -> None:
    kept = report_of(facts()).as_json()
    del kept["met"], kept["rates"]
    read = Report.of_json(kept)
    assert (read.met, read.rates) == ((), ())


@pytest.mark.parametrize(("people", "said"), [(0, "Personne n'a reçu"), (3, "est masqué"), (6, "6 personnes ont reçu")])
def test_who_was_informed_has_its_form_for_none_for_few_and_for_many(people: int, said: str) -> None:
    got = tuple(Received(f"P{number}", Mailing.DIGEST, dt.date(2026, 6, 1)) for number in range(people))
    assert said in words(*ladder(report_of(facts(received=got))))


def test_money_stands_beside_the_envelope_and_is_never_taken_from_it() -> None:
    with_one = document(facts(envelope=300_000))
    said = next(section for section in with_one.sections if "7." in words(section.title)).sentences
    assert "3000 $" in words(*said)
    assert "460 $" in words(*said)
    assert "n'a pas été consignée" in words(*document(facts()).sections[6].sentences)
    assert "2540" not in words(*said)
    assert list(money(report_of(facts())))


def test_no_total_stands_in_a_chart_among_its_parts() -> None:
    chart = chart_of(document(facts()).tables["words"], ReportWords(catalogue(), "fr"))
    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["Retenus", "Non retenus", "À suivre", "En attente de réponse"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_table_says_which_figures_it_prints_and_what_hidden_means(language: str) -> None:
    made = document(facts())
    hidden = "masqué" if language == "fr" else "hidden"
    said = ReportWords(catalogue(), language)
    for section in made.sections:
        for table in section.tables:
            notes = words(*table.notes, language=language)
            assert "R" in notes, table.name
            cells = [said.value(v) for line in table.lines for v in line.values]
            assert (hidden in cells) == (hidden in notes), table.name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_name_of_a_sheet_is_never_cut(language: str) -> None:
    said = ReportWords(catalogue(), language)
    book = load_workbook(io.BytesIO(bytes_of(Form.XLSX, document(facts()), "", said)))
    whole = {str(FiscalYear(2026)), *(said.words(text(f"report-sheet-{name}")) for name in document(facts()).tables)}
    assert set(book.sheetnames) == whole
    assert all(len(name) <= 31 for name in whole)


def test_the_pages_of_the_document_are_numbered_and_its_charts_stand_below_their_title() -> None:
    """A chart stays on the page of its table, unless both are a page long."""
    points = tuple(replace(one, points=(PointFact(WorkStep.PLAN),)) for one in mini_region().meetings)
    said = ReportWords(catalogue(), "fr")
    made = document(facts(meetings=points))
    written = docx.Document(io.BytesIO(bytes_of(Form.DOCX, made, "", said)))
    footer = written.sections[0].footer.paragraphs[0]._p.xpath(".//w:instrText")
    assert [one.text for one in footer] == ["PAGE"]
    drawn = [table for section in made.sections for table in section.tables if chart_of(table, said)]
    charts = [n for n, one in enumerate(written.paragraphs) if one._p.xpath(".//w:drawing")]
    assert [written.paragraphs[n - 1].text for n in charts] == [said.words(table.title) for table in drawn]
    kept = [bool(written.paragraphs[n].paragraph_format.keep_with_next) for n in charts]
    assert kept == [table.name != "steps" for table in drawn]
    assert False in kept


def test_an_amount_is_never_a_sum_of_allowance_and_expenses() -> None:
    printed = [v for table in document(facts()).tables.values() for line in table.lines for v in line.values]
    assert Money(46_000) in printed
    assert Money(50_750) not in printed


def test_what_is_lacking_is_not_listed_when_nothing_is() -> None:
    """Each of R19 written down: no sentence that ends with nothing."""
    contribution = ContributionFact("E1", dt.date(2026, 6, 2))
    whole = facts(
        envelope=1,
        trained=(contribution,),
        accompanied=(Accompanied("E1", dt.date(2026, 4, 1)),),
        survey={("heard", 4): 9},
    )
    said = words(*document(whole).sections[-1].sentences)
    assert "Non consigné" not in said
    assert "Non consigné : la formation, l'accompagnement, les enveloppes et le sondage." in words(
        *document(facts()).sections[-1].sentences
    )
