"""The report as a document for a word processor: headings, real tables, charts as pictures with their words."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph

from bot.report.bars import Chart, chart_of
from bot.report.drawn import picture_of
from bot.report.said import ReportWords
from bot.spreadsheets import CONTROL
from handlers.report.document import Document, DocumentTable
from messages import text
from messages.types import Money

WIDE = Cm(16)  # of a chart, of a table
FIRST, NARROW = Cm(5), Cm(2)  # of its first column; of one that holds the name of a figure
FIRST_AT_LEAST, WIDEST, NARROWEST = Cm(5), Cm(4.5), Cm(1.6)  # of labels; of another column
BESIDE, WIDE_LETTER = Cm(0.5), 0.7  # beside the words of a cell; a letter's width, to its height
ABOVE = Pt(2)  # the words of a cell, and below them
MANY, FIRST_OF_MANY = 6, Cm(2.8)  # columns; then no word of a heading is cut
LETTERS, SMALL = 9, 7  # points, in a table; of the headings of many columns
SHORT = 14  # rows
FEW = 6  # lines of a table that stays on the page of its chart


def docx_of(document: Document, said: ReportWords) -> bytes:
    made = docx.Document()
    _prepare(made, document, said)
    made.add_paragraph(_clean(document.organisation))
    made.add_heading(said.words(document.title), 0)
    for line in document.under:
        made.add_paragraph(_clean(said.words(line)))
    for section in document.sections:
        made.add_heading(said.words(section.title), 1)
        for sentence in section.sentences:
            made.add_paragraph(_clean(said.words(sentence)))
        for table in section.tables:
            _add_title(made, table, said)
            _add_chart(made, chart_of(table, said), beside=len(table.lines) <= FEW)
            _add_table(made, table, said)
    for table in (document.controls, document.definitions):
        made.add_heading(said.words(table.title), 1)
        _add_table(made, table, said)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _clean(words: str) -> str:
    """XML has no way to say controls."""
    return CONTROL.sub("", words)


def _prepare(made: Docx, document: Document, said: ReportWords) -> None:
    """Its properties name nobody; its language is that of its words; at the foot of each page, the fingerprint."""
    properties = made.core_properties
    properties.title, properties.author, properties.comments = said.words(document.title), "", ""
    properties.language = f"{said.language}-CA"
    normal: Any = made.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), f"{said.language}-CA")
    footer = made.sections[0].footer.paragraphs[0]
    footer.text = said.words(document.foot)
    _number_pages(footer, said)
    for run in footer.runs:
        run.font.size = Pt(8)


def _number_pages(footer: Paragraph, said: ReportWords) -> None:
    """ "Page 3", counted by the word processor."""
    footer.add_run(f" {said.words(text('report-page'))} ")
    for kind in ("begin", "", "end"):
        run = footer.add_run()
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = "PAGE"
        run._r.append(part)


def _add_chart(made: Docx, chart: Chart | None, *, beside: bool) -> None:
    """`beside`: on the same page as its table; both would not fit on one when they are long."""
    if chart is None:
        return
    picture = made.add_picture(io.BytesIO(picture_of(chart)), width=WIDE)
    made.paragraphs[-1].paragraph_format.keep_with_next = beside
    named = picture._inline.docPr
    named.set("title", chart.title)
    named.set("descr", chart.said)


def _add_title(made: Docx, table: DocumentTable, said: ReportWords) -> None:
    """Above the chart and the table, on the same page as they are."""
    title = made.add_paragraph(said.words(table.title))
    title.runs[0].bold = True
    title.paragraph_format.keep_with_next = True


def _add_table(made: Docx, table: DocumentTable, said: ReportWords) -> None:
    grid = made.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    for number, (cell, column) in enumerate(zip(grid.rows[0].cells, table.columns, strict=True)):
        head = write(cell, said.words(column), size_for(grid))
        head.runs[0].bold = True
        if number and table.figures:
            head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for line in table.lines:
        cells = grid.add_row().cells
        write(cells[0], said.words(line.label))
        for cell, value in zip(cells[1:], line.values, strict=True):
            written = write(cell, said.value(value))
            if table.figures or isinstance(value, int | Money):
                written.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    set_widths(grid, NARROW if table.name == "definitions" else None)
    _keep_together(grid)
    below = made.add_paragraph()
    if table.notes:
        noted = below.add_run(" ".join(map(said.words, table.notes)))
        noted.italic, noted.font.size = True, Pt(LETTERS)


def write(cell: Any, words: str, size: int = LETTERS) -> Any:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = ABOVE
    paragraph.add_run(_clean(words)).font.size = Pt(size)
    return paragraph


def size_for(grid: DocxTable) -> int:
    return SMALL if len(grid.columns) > MANY else LETTERS


def first_of(grid: DocxTable) -> Length:
    return FIRST_OF_MANY if len(grid.columns) > MANY else FIRST


def set_widths(grid: DocxTable, first: Length | None = None) -> None:
    """Each column as wide as what it holds, where there is room; else as its longest word; the labels have the rest.

    `first`: the width of the labels, and the others share what is left.
    """
    grid.autofit = False
    others = list(grid.columns)[1:]
    for fits in (_longest_cell, _longest_word):
        widths = [fits(column, size_for(grid)) for column in others]
        if first is None and FIRST_AT_LEAST + sum(widths) <= WIDE:
            first = Emu(WIDE - sum(widths))
            break
    else:
        first = first or first_of(grid)
        widths = [Emu((WIDE - first) // len(others))] * len(others)
    for column, width in zip(grid.columns, (first, *widths), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _longest_cell(column: Any, letters: int) -> Length:
    return _room_for((cell.text for cell in column.cells), letters, WIDEST)


def _longest_word(column: Any, letters: int) -> Length:
    return _room_for((word for cell in column.cells for word in cell.text.split()), letters, WIDE)


def _room_for(words: Iterable[str], letters: int, most: Length) -> Length:
    longest = max(map(len, words), default=0)
    return Emu(min(most, max(NARROWEST, Pt(letters * WIDE_LETTER * longest) + BESIDE)))


def _keep_together(grid: DocxTable) -> None:
    """The first row is said again at the top of each page; no row is cut, and a short table stays in one piece."""
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(head)
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if len(grid.rows) <= SHORT:
        for row in list(grid.rows)[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
