"""Text with separators as rows: CSV, TSV and their like, read strictly: no quote left open swallows a person."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from bot.lists.rows import LONGEST_CELL, SheetRows, Unreadable

SEPARATORS = "\t;,|"
ANNOUNCED = re.compile(r"^\"?sep=(.)\"?[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE)  # Excel's own first line
SAMPLED = 60_000  # characters
END = re.compile(r"\r\n|\n|\r")


def read_delimited(words: str) -> tuple[SheetRows, str]:
    """The rows and the separator. Raises `Unreadable` naming the line on which the rows no longer add up."""
    words = words.replace("\x00", "")
    announced = ANNOUNCED.match(words)
    above = 1 if announced else 0
    body = words[announced.end() :] if announced else words
    separator = announced[1] if announced else separator_of(body)
    sheet = SheetRows("")
    usual = _usual_length(body, separator)
    for number, cells in _rows(body, separator):
        _adds_up(cells, usual, separator, number + above)
        sheet.add(number + above, [cell.strip() for cell in cells], whole=True)
    if inner := _quoted_whole(sheet):
        return read_delimited(inner)
    return sheet, separator


def separator_of(words: str) -> str:
    """What cuts the most lines into as many cells; of two that do, the one that stands in the first lines."""
    best, found = (0.0, 0), ";"
    for separator in SEPARATORS:
        lengths = [len(cells) for cells in _loosely(words[:SAMPLED], separator) if any(cells)]
        cut = Counter(length for length in lengths if length > 1)
        if not cut:
            continue
        length, times = max(cut.items(), key=lambda one: (one[1], one[0]))
        if (score := (round(times / len(lengths), 2), length)) > best:
            best, found = score, separator
    return found


def _loosely(words: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=separator)
    try:
        yield from reader
    except csv.Error:
        return


def _usual_length(words: str, separator: str) -> int:
    lengths = Counter(len(cells) for cells in _loosely(words[:SAMPLED], separator) if any(cells))
    return lengths.most_common(1)[0][0] if lengths else 0


def _rows(words: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """(line on which it begins, cells) of each row."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=separator, strict=True)
    while True:
        began = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable("long-cell" if "limit" in str(error) else "quotes", line=began) from None
        yield began, cells


def _adds_up(cells: list[str], usual: int, separator: str, number: int) -> None:
    """A cell that holds whole lines, separators included, is a quote that was never closed."""
    for cell in cells:
        ends = len(END.findall(cell))
        if ends and usual > 1 and cell.count(separator) >= (usual - 1) * ends:
            raise Unreadable("quotes", line=number)


def _quoted_whole(sheet: SheetRows) -> str:
    """Some programs put quotes around whole lines: each row is one cell, which holds them all."""
    cells = [row[0] for _number, row in sheet.rows]
    alone = len(cells) > 1 and all(len(row) == 1 for _number, row in sheet.rows)
    if not alone or not all(any(separator in cell for separator in SEPARATORS) for cell in cells):
        return ""
    lines = dict(zip((number for number, _row in sheet.rows), cells, strict=True))
    return "\n".join(lines.get(number, "").replace("\n", " ") for number in range(1, max(lines) + 1))
