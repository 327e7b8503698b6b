"""Rows written as CSV or XLSX, safely: no cell is ever a formula, moments are in local time with their offset.

Plain CSV is for programs: UTF-8, commas, as RFC 4180 says. Excel in Quebec expects semicolons and a byte order mark,
else it shows one column and broken accents: that is `for_excel`. XLSX opens well everywhere.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Final
from zoneinfo import ZoneInfo

from db.exports import Row, Value

# What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection, wide forms included.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# The same behind a separator: a file of commas that is opened where semicolons are expected is cut there.
BEHIND: Final = re.compile(r"(?<=[,;|\t\r\n])([\s\"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # XML has no way to say them
LONGEST_CELL: Final = 32_767  # https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
MOST_ROWS: Final = 1_048_576


def harmless(words: str) -> str:
    """Text that no spreadsheet will run, whatever it cuts at: an apostrophe before what would begin a formula."""
    clean = BEHIND.sub(r"\1'", CONTROL.sub("", words))[: LONGEST_CELL - 1]
    return f"'{clean}" if clean.startswith(FORMULA) else clean


def cell(value: Value, zone: ZoneInfo) -> str | int | Decimal | None:
    """A value as both files write it. Numbers stay numbers; a date is ISO; a moment is local, with its offset."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)) or value is None:
        return value
    if isinstance(value, dt.datetime):
        return value.astimezone(zone).isoformat(sep=" ", timespec="seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.isoformat(timespec="minutes")
    return harmless(value)


async def write_csv(
    file: BinaryIO, columns: Sequence[str], rows: AsyncIterator[Row], zone: ZoneInfo, *, for_excel: bool = False
) -> int:
    """Write line by line; the number of rows, without the header."""
    written = 0
    text = io.TextIOWrapper(file, encoding="utf-8-sig" if for_excel else "utf-8", newline="", write_through=False)
    try:
        writer = csv.writer(text, delimiter=";" if for_excel else ",")
        writer.writerow(columns)
        async for row in rows:
            writer.writerow([_plain(value, zone) for value in row])
            written += 1
        text.flush()
    finally:
        text.detach()
    return written


def _plain(value: Value, zone: ZoneInfo) -> str | int | None:
    found = cell(value, zone)
    return f"{found:f}" if isinstance(found, Decimal) else found


async def write_xlsx(
    file: BinaryIO, name: str, columns: Sequence[str], rows: AsyncIterator[Row], zone: ZoneInfo
) -> int:
    """Write row by row, on as many sheets as it takes; the number of rows, without the headers."""
    from openpyxl import Workbook  # only then: it is slow to import

    book = Workbook(write_only=True)
    sheet = _sheet(book, name, columns)
    written = 0
    async for row in rows:
        if written and written % (MOST_ROWS - 1) == 0:
            sheet = _sheet(book, f"{name} {written // (MOST_ROWS - 1) + 1}", columns)
        sheet.append([cell(value, zone) for value in row])
        written += 1
    book.save(file)
    return written


def _sheet(book: Any, name: str, columns: Iterable[str]) -> Any:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.append(list(columns))
    return sheet


class Target:
    """A file that appears whole or not at all, readable by its owner alone; "-" is the standard output."""

    def __init__(self, path: str) -> None:
        self.path = None if path == "-" else Path(path)
        self._draft = self.path.with_name(f".{self.path.name}.part") if self.path else None
        self._file: BinaryIO | None = None

    def __enter__(self) -> BinaryIO:
        if self._draft is None:
            return sys.stdout.buffer
        self._draft.unlink(missing_ok=True)
        handle = os.open(self._draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = os.fdopen(handle, "wb")
        return self._file

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        if self._file is None or self._draft is None or self.path is None:
            sys.stdout.buffer.flush()
            return
        self._file.close()
        if kind is None:
            self._draft.replace(self.path)
        else:
            self._draft.unlink(missing_ok=True)
