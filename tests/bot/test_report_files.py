"""The files of a report: each says what is printed, in its form, and none tells what another hides."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import html
from openpyxl import load_workbook

from bot.report import Form, ReportWords, bytes_of
from bot.report.bars import chart_of
from db.report.canonical import canonical
from db.report.tables import ReportRun
from db.report.yearly import figures_of
from handlers.report.compose import document_of
from handlers.report.document import Document, DocumentTable, Value
from messages import text
from messages.types import Money
from tests.support.env import catalogue
from tests.support.mini_region import CUT, YEAR, mini_region
from tests.support.reports import AFTER

NAME = "Alliance <de la> Vallée & Rives"
WORDS = {"learned": '=1+1 <script>alert("x")</script> \x1b[31m', "hard": "L'hiver."}
LANGUAGES = ("fr", "en")
HIDDEN = {"fr": "masqué", "en": "hidden"}


def run(version: int = 1, reason: str = "") -> ReportRun:
    report = figures_of(mini_region(), YEAR, CUT).printed((), WORDS)
    return ReportRun(
        organisation_id=1,
        year=YEAR.begins,
        version=version,
        cut_at=CUT.at,
        frozen_at=AFTER,
        reason=reason,
        definitions=1,
        journal_place=41_208,
        printed=canonical(report.as_json()),
        digest=report.fingerprint,
    )


RUN = run()
DOCUMENT = document_of(NAME, [RUN])


def made(form: Form, language: str = "fr", document: Document = DOCUMENT) -> bytes:
    return bytes_of(form, document, RUN.printed, ReportWords(catalogue(), language))


def tables_of(document: Document) -> Iterator[DocumentTable]:
    for section in document.sections:
        yield from section.tables
    yield from (document.controls, document.definitions)


def page(language: str = "fr") -> html.HtmlElement:
    return html.document_fromstring(made(Form.HTML, language).decode())


def rows_in_page(language: str) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in page(language).iterfind(".//tbody/tr")]


def rows_in_docx(language: str) -> list[list[str]]:
    written = docx.Document(io.BytesIO(made(Form.DOCX, language)))
    return [[cell.text for cell in row.cells] for table in written.tables for row in table.rows[1:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_the_document_hold_the_same_rows(language: str) -> None:
    assert rows_in_page(language) == rows_in_docx(language)
    assert any(HIDDEN[language] in row for row in rows_in_page(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_holds_the_same_values_and_nothing_that_is_run(language: str) -> None:
    book = load_workbook(io.BytesIO(made(Form.XLSX, language)))
    said = ReportWords(catalogue(), language)
    first, *sheets = book.worksheets
    assert first.title == "2026-2027"
    by_title = {said.words(text(f"report-sheet-{table.name}")): table for table in tables_of(DOCUMENT)}
    assert {sheet.title for sheet in sheets} == set(by_title)
    for sheet in sheets:
        for row, line in zip(sheet.iter_rows(min_row=2, values_only=True), by_title[sheet.title].lines, strict=False):
            assert row == (said.words(line.label), *(in_a_cell(value, said) for value in line.values))
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)
    assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    assert not book.properties.creator


def in_a_cell(value: Value, said: ReportWords) -> int | float | str:
    if isinstance(value, Money):
        return value.cents / 100
    return value if isinstance(value, int) else said.words(value)


def test_the_figures_leave_as_they_were_frozen() -> None:
    assert made(Form.JSON).decode() == RUN.printed
    assert json.loads(RUN.printed)["texts"]["hard"] == "L'hiver."


def test_the_page_runs_nothing_and_asks_for_nothing() -> None:
    written = made(Form.HTML).decode()
    found = page()
    assert not found.findall(".//script")
    assert not re.search(r"""(?:src|href)\s*=|url\((?!#)|@import""", written)
    assert "Alliance <de la> Vallée & Rives" in found.text_content()


def test_every_chart_says_its_figures_and_names_its_table() -> None:
    found = page()
    charts = found.findall(".//svg")
    assert len(charts) >= 5
    for chart in charts:
        assert chart.get("role") == "img"
        assert found.get_element_by_id(chart.get("aria-describedby")).tag == "table"
        title, said = (found.get_element_by_id(one) for one in chart.get("aria-labelledby").split())
        shown = [words.text for words in chart.findall(".//text")]
        assert title.text
        assert all(words in said.text for words in shown)


def test_every_hidden_bar_has_the_same_length() -> None:
    hatched = [bar.get("width") for bar in page().iterfind(".//svg/rect") if "hatch" in bar.get("fill", "")]
    assert len(hatched) >= 3
    assert len(set(hatched)) == 1


def test_the_document_has_its_title_its_language_its_foot_and_names_nobody() -> None:
    written = docx.Document(io.BytesIO(made(Form.DOCX)))
    properties = written.core_properties
    assert properties.title.startswith("Participation des personnes")
    assert (properties.author, properties.comments, properties.language) == ("", "", "fr-CA")
    assert f"Empreinte {RUN.digest[:8]}" in written.sections[0].footer.paragraphs[0].text
    pictures = written.inline_shapes._body.xpath(".//wp:docPr")
    assert pictures
    assert all(picture.get("descr") for picture in pictures)
    assert all(table.rows[0]._tr.trPr.xpath("./w:tblHeader") for table in written.tables)


@pytest.mark.parametrize("form", [Form.DOCX, Form.XLSX])
def test_nothing_of_a_person_is_in_any_part_of_a_file(form: Form) -> None:
    with zipfile.ZipFile(io.BytesIO(made(form))) as parts:
        written = "".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    assert "python-docx" not in written
    assert "openpyxl" not in written
    assert not re.search(r"\bE[1-9]\b", re.sub(r"<[^>]+>", " ", written))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_says_why_and_what_changed(language: str) -> None:
    document = document_of(NAME, [RUN, run(2, "une présence était fausse")])
    said = ReportWords(catalogue(), language)
    assert "une présence était fausse" in "".join(map(said.words, document.under))
    assert document.version == 2
    assert [table.name for table in document.sections[-1].tables] == []
    same = {"fr": "aucun chiffre n'a changé", "en": "no figure has changed"}[language]
    assert same in "".join(map(said.words, document.under))


def test_a_correction_of_a_figure_has_its_list_of_changes() -> None:
    before, after = figures_of(mini_region(), YEAR, CUT), figures_of(mini_region(opinion_at_m3=True), YEAR, CUT)
    runs = [run(), run(2, "un avis avait été oublié")]
    for one, figures in zip(runs, (before, after), strict=True):
        one.printed = canonical(figures.printed((), WORDS).as_json())
    assert [table.name for table in document_of(NAME, runs).sections[-1].tables] == ["changes"]


def test_what_begins_like_a_formula_is_text_without_an_apostrophe() -> None:
    sign = replace(DOCUMENT.controls, lines=(replace(DOCUMENT.controls.lines[0], label="-", values=("=1+1",)),))
    book = load_workbook(io.BytesIO(made(Form.XLSX, document=replace(DOCUMENT, controls=sign))))
    (row,) = list(book.worksheets[-1].iter_rows(min_row=2, max_row=2))
    assert [cell.value for cell in row] == ["-", "=1+1"]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in row)


def test_on_a_phone_each_cell_of_the_page_says_its_column() -> None:
    found = page()
    (table,) = (one for one in found.iterfind(".//table") if one.get("id") == "table-people")
    columns = [column.text_content() for column in table.iterfind("./thead/tr/th")]
    for row in table.iterfind("./tbody/tr"):
        assert [cell.get("data-label") for cell in row.iterfind("./td")] == columns[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_cut_in_the_workbook_nor_in_the_document(language: str) -> None:
    """A column of the workbook holds its heading; in the document, the longest word of a cell has room."""
    for sheet in load_workbook(io.BytesIO(made(Form.XLSX, language))).worksheets[1:]:
        for cell in next(sheet.iter_rows(max_row=1)):
            assert sheet.column_dimensions[cell.column_letter].width > len(cell.value), (sheet.title, cell.value)
    for table in docx.Document(io.BytesIO(made(Form.DOCX, language))).tables:
        assert sum(column.width for column in table.columns) <= docx.shared.Cm(16.1)
        for column in table.columns:
            letters = max((len(word) for cell in column.cells for word in re.split(r"[\s-]", cell.text)), default=0)
            size = 7 if len(table.columns) > 6 else 9
            assert column.width >= letters * docx.shared.Pt(size) * 0.6, [cell.text for cell in column.cells]


def test_marks_stand_under_the_figures_of_their_column() -> None:
    written = docx.Document(io.BytesIO(made(Form.DOCX)))
    (people,) = (table for table in written.tables if table.cell(0, 1).text == "Personnes" and len(table.columns) == 5)
    for row in people.rows:
        assert {cell.paragraphs[0].alignment for cell in row.cells[1:]} == {WD_ALIGN_PARAGRAPH.RIGHT}


def test_preparation_has_its_chart() -> None:
    """The delays before and after a meeting; a delay that nobody recorded is no bar, and one alone is no chart."""
    table = DOCUMENT.tables["preparation"]
    line = table.lines[0]
    days = [text("report-days", count=7), text("report-days-tenths", count=2.5)]
    for values, labels in (
        (days, ["Résumé, avant", "Compte rendu, après"]),
        ([days[0], text("report-not-recorded")], []),
    ):
        kept = list(line.values)
        for place, value in zip(table.across, values, strict=True):
            kept[place] = value
        told = replace(table, lines=(replace(line, values=tuple(kept)),))
        chart = chart_of(told, ReportWords(catalogue(), "fr"))
        assert [bar.label for bar in chart.bars] == labels if chart else not labels
        if chart:
            assert chart.bars[0].length > chart.bars[1].length > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_chart_has_two_bars_a_line_held_and_with_people_concerned(language: str) -> None:
    """report.md, 7: R1 and R3, by kind and level; the second is pale, and says its own column."""
    table, said = DOCUMENT.tables["meetings"], ReportWords(catalogue(), language)
    chart = chart_of(table, said)
    assert chart is not None
    assert [bar.pale for bar in chart.bars] == [False, True] * len(table.lines)
    held, there = said.words(table.columns[1]), said.words(table.columns[3])
    for line, first, second in zip(table.lines, chart.bars[::2], chart.bars[1::2], strict=True):
        assert (first.label.endswith(held), second.label.endswith(there)) == (True, True)
        assert (first.value, second.value) == (said.value(line.values[0]), said.value(line.values[2]))
    drawn = page(language).findall(".//svg")[0]
    assert len([bar for bar in drawn.findall("rect") if bar.get("fill") == "#7fb3b5"]) == len(table.lines)
