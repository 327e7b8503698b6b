"""Workbooks as rows: Excel's (.xlsx, .xlsm, .xlsb, .xls) and LibreOffice's (.ods), by the calamine library.

The library gives an empty cell for an error and for a formula that was never computed; which ones these are is read
from the sheet itself, so that a person whose name is #N/A is named in the plan, and no one is called so.
"""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import python_calamine as calamine

from bot.lists.rows import ERROR, MERGED, MOST_SHEETS, MOST_UNPACKED, TRUTH, UNCOMPUTED, SheetRows, Unreadable

SHEET = calamine.SheetTypeEnum.WorkSheet
VISIBLE = calamine.SheetVisibleEnum.Visible
BOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SHEET_TAG = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
LINK_TAG = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
ATTRIBUTE = re.compile(r"(?:\w+:)?(\w+)\s*=\s*\"([^\"]*)\"")
CELL = re.compile(rb"<(?:\w+:)?c ([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
PLACE = re.compile(rb"\br=\"([A-Z]{1,3})(\d{1,7})\"")
VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)>\s*[^\s<]|<(?:\w+:)?(?:v|is)>\s*<(?:\w+:)?t")
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
CHUNK = 1_000_000
LONGEST_XML_CELL = 400_000
MOST_MERGED = 2_000  # lines: past that it is a sheet's colour, not a group of people


def read_workbook(data: bytes, form: str) -> list[SheetRows]:
    """Every sheet of cells; hidden ones by their name alone. Raises `Unreadable`."""
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        known = [one for one in book.sheets_metadata if one.typ == SHEET][:MOST_SHEETS]
        parts = _parts(data) if form in ("xlsx", "xlsm") else {}
        return [_sheet(book, one, data, parts.get(one.name, "")) for one in known]
    except calamine.PasswordError:
        raise Unreadable("protected") from None
    except (calamine.CalamineError, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError):
        raise Unreadable("broken") from None


def check_unpacked(data: bytes) -> list[str]:
    """The names of the parts of a zip. Raises `Unreadable` when they are broken, or too heavy once unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise Unreadable("broken") from None
    if sum(part.file_size for part in parts) > MOST_UNPACKED or len(parts) > 10_000:
        raise Unreadable("too-heavy")
    return [part.filename for part in parts]


def _sheet(book: Any, known: Any, data: bytes, part: str) -> SheetRows:
    sheet = SheetRows(known.name, hidden=known.visible != VISIBLE)
    if sheet.hidden:
        return sheet
    cells = book.get_sheet_by_name(known.name)
    if cells.start is None:
        return sheet
    left = cells.start[1]  # its rows begin at the top of the sheet, and at the first column that holds something
    for number, row in enumerate(cells.iter_rows(), 1):
        sheet.odd += [(number, column, TRUTH) for column, value in enumerate(row, left) if isinstance(value, bool)]
        sheet.add(number, [""] * left + [written(value) for value in row])
    sheet.odd += _merged(cells.merged_cell_ranges or [])
    if part:
        sheet.odd += _odd_cells(data, part)
    return sheet


def _merged(ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Iterator[tuple[int, int, str]]:
    """The cells under the first of each that is merged down its column."""
    for (first, column), (last, right) in ranges:
        if column == right and last - first <= MOST_MERGED:
            yield from ((line + 1, column, f"{MERGED}{first + 1}") for line in range(first + 1, last + 1))


def written(value: Any) -> str:
    """What a person sees in the cell, near enough: a phone kept as a number, a day kept as a date."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d" if value.time() == dt.time() else "%Y-%m-%d %H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value).strip()


def _parts(data: bytes) -> dict[str, str]:
    """The name of each sheet -> the part of the archive that holds it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if not {BOOK, LINKS} <= names:
            return {}
        sheets = [_attributes(tag) for tag in SHEET_TAG.findall(archive.read(BOOK).decode("utf-8", "replace"))]
        links = [_attributes(tag) for tag in LINK_TAG.findall(archive.read(LINKS).decode("utf-8", "replace"))]
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    found = {}
    for sheet in sheets:
        target = targets.get(sheet.get("id", ""), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in names:
            found[sheet.get("name", "")] = part
    return found


def _attributes(tag: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in ATTRIBUTE.findall(tag)}


def _odd_cells(data: bytes, part: str) -> Iterator[tuple[int, int, str]]:
    """Errors, and formulas without a result: (line number, column, what)."""
    for found in _cells(data, part):
        attributes, inside = found[1], found[2] or b""
        what = ""
        if b't="e"' in attributes:
            what = ERROR
        elif FORMULA.search(inside) and not VALUE.search(inside):
            what = UNCOMPUTED
        place = PLACE.search(attributes) if what else None
        if place:
            yield int(place[2]), _column(place[1]), what


def _cells(data: bytes, part: str) -> Iterator[re.Match[bytes]]:
    """The cells of a sheet, from its text read piece by piece."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(part) as sheet:
        rest = b""
        while piece := sheet.read(CHUNK):
            rest += piece
            end = 0
            for found in CELL.finditer(rest):
                if found.end() == len(rest):
                    break
                yield found
                end = found.end()
            rest = rest[max(end, len(rest) - LONGEST_XML_CELL) :]
        yield from CELL.finditer(rest)


def _column(letters: bytes) -> int:
    """ "A" -> 0, "AB" -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
