"""The report as a workbook: one sheet a table, values as they are printed; no formula, no author."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from bot.report.said import ReportWords
from bot.spreadsheets import CONTROL, LONGEST_CELL
from handlers.report.document import Document, DocumentTable, Value
from messages import Text, text
from messages.types import Money

LONGEST_NAME = 31  # of a sheet
WIDE, WIDEST, BESIDE = 40, 100, 2  # letters: of the first column, of another; beside its words
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def workbook_of(document: Document, said: ReportWords) -> bytes:
    book = Workbook(write_only=True)
    book.properties.creator = ""
    book.properties.title = said.words(document.title)
    _sentences(book, document, said)
    for table in _tables(document):
        sheet = book.create_sheet(said.words(text(f"report-sheet-{table.name}")).translate(FORBIDDEN)[:LONGEST_NAME])
        sheet.freeze_panes = "B2"
        for letter, width in _widths(table, said):
            sheet.column_dimensions[letter].width = width
        sheet.append([_words(sheet, said.words(column)) for column in table.columns])
        for line in table.lines:
            values = (_cell(sheet, value, said) for value in line.values)
            sheet.append([_words(sheet, said.words(line.label)), *values])
        for note in table.notes:
            sheet.append([_words(sheet, said.words(note))])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _widths(table: DocumentTable, said: ReportWords) -> Iterator[tuple[str, int]]:
    """(letter of a column, letters): labels are wide; the others as what they hold, so that none is cut."""
    yield "A", WIDE
    for place, column in enumerate(table.columns[1:]):
        words = [said.words(column), *(said.value(line.values[place]) for line in table.lines)]
        yield get_column_letter(place + 2), min(WIDEST, max(map(len, words)) + BESIDE)


def _tables(document: Document) -> Iterator[DocumentTable]:
    for section in document.sections:
        yield from section.tables
    yield from (document.definitions, document.controls)


def _sentences(book: Workbook, document: Document, said: ReportWords) -> None:
    sheet = book.create_sheet(document.year)
    sheet.column_dimensions["B"].width = WIDEST
    above: list[Text | str] = [document.organisation, document.title, *document.under]
    for line in above:
        sheet.append([_words(sheet, said.words(line))])
    for section in document.sections:
        sheet.append([_words(sheet, said.words(section.title))])
        for sentence in section.sentences:
            sheet.append(["", _words(sheet, said.words(sentence))])
    sheet.append([_words(sheet, said.words(document.foot))])


def _cell(sheet: Any, value: Value, said: ReportWords) -> Any:
    """A number stays one; an amount is in dollars; a mark is a word."""
    if isinstance(value, Money):
        return (Decimal(value.cents) / 100).quantize(Decimal("0.01"))
    return value if isinstance(value, int) else _words(sheet, said.words(value))


def _words(sheet: Any, words: str) -> Any:
    """Text, whatever it begins with: marked as such, also for whoever edits the cell, without an apostrophe to read."""
    cell = WriteOnlyCell(sheet, CONTROL.sub("", words)[:LONGEST_CELL])
    cell.data_type, cell.quotePrefix = "s", True
    return cell
