"""Files that spreadsheets open without harm."""

from __future__ import annotations

import csv
import datetime as dt
import io
import stat
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from bot.spreadsheets import Target, harmless, write_csv, write_xlsx
from db.exports import Row

ZONE = ZoneInfo("America/Toronto")
WINTER = dt.datetime(2026, 12, 8, 19, 32, 5, tzinfo=dt.UTC)
SUMMER = dt.datetime(2026, 7, 8, 18, 32, 5, tzinfo=dt.UTC)
COLUMNS = ("a", "b")


async def rows(*some: Row) -> AsyncIterator[Row]:
    for row in some:
        yield row


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+18195550101", "'+18195550101"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("\n=1", "'\n'=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\x00=1+1", "'=1+1"),
        ("1=1", "1=1"),
        ("Ana;=1+1", "Ana;'=1+1"),
        ("Bob,=3+3", "Bob,'=3+3"),
        ('Bob;"=3+3"', 'Bob;"\'=3+3"'),
        ("Bob;  @SUM(A1)", "Bob;  '@SUM(A1)"),
        ("Bob\n-2+3", "Bob\n'-2+3"),
        ("Lac-aux-Cedres; a pied, en auto", "Lac-aux-Cedres; a pied, en auto"),
        ('été, "déjà"; l\'an', 'été, "déjà"; l\'an'),
        ("", ""),
    ],
)
def test_no_text_begins_a_formula(given: str, kept: str) -> None:
    assert harmless(given) == kept


async def test_csv_for_programs_is_utf_8_with_commas_and_local_hours() -> None:
    file = io.BytesIO()
    written = await write_csv(
        file, COLUMNS, rows((WINTER, "Zoé, oui"), (SUMMER, Decimal("-0.0147")), (None, True)), ZONE
    )
    assert written == 3
    lines = list(csv.reader(io.StringIO(file.getvalue().decode("utf-8"), newline="")))
    assert lines == [
        ["a", "b"],
        ["2026-12-08 14:32:05-05:00", "Zoé, oui"],
        ["2026-07-08 14:32:05-04:00", "-0.0147"],
        ["", "true"],
    ]


@pytest.mark.parametrize("written_for_excel", [False, True])
@pytest.mark.parametrize("cut_at", [",", ";", "\t"])
async def test_no_cell_is_a_formula_whatever_the_spreadsheet_cuts_at(written_for_excel: bool, cut_at: str) -> None:
    file, tries = io.BytesIO(), [f"Ana{mark}{sign}1+1" for mark in ",;\t\n" for sign in "=+-@"]
    await write_csv(file, COLUMNS, rows(*((17, words) for words in tries)), ZONE, for_excel=written_for_excel)
    text = file.getvalue().decode("utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(text, newline=""), delimiter=cut_at) for cell in line]
    assert not [cell for cell in cells if cell.lstrip(' "').startswith(("=", "+", "-", "@"))]


async def test_csv_for_excel_in_quebec_has_semicolons_and_a_byte_order_mark() -> None:
    file = io.BytesIO()
    await write_csv(file, COLUMNS, rows(("Zoé", 1)), ZONE, for_excel=True)
    assert file.getvalue() == "\ufeffa;b\r\nZoé;1\r\n".encode()


async def test_xlsx_keeps_numbers_as_numbers_and_formulas_as_words() -> None:
    file = io.BytesIO()
    words = "=HYPERLINK(1)"
    assert (
        await write_xlsx(
            file, "people", COLUMNS, rows((words, Decimal("137.50")), ("a\x07b", dt.date(2026, 1, 2))), ZONE
        )
        == 2
    )
    sheet = load_workbook(io.BytesIO(file.getvalue()))["people"]
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert found == [["a", "b"], ["'=HYPERLINK(1)", 137.5], ["ab", "2026-01-02"]]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_file_appears_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    with Target(str(path)) as file:
        file.write(b"a,b\r\n")
        assert not path.exists()
    assert path.read_bytes() == b"a,b\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_could_not_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("before")
    with pytest.raises(io.UnsupportedOperation), Target(str(path)) as file:
        file.write(b"half") and file.read()
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]
