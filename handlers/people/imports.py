"""People from a CSV or an Excel file: bytes become rows of named text; each line is kept or named with its reason."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db.journal import write_entry
from db.session import AsyncSession
from handlers.access import Act, Actor, Done, Refused, refuse, require
from handlers.people.book import open_book
from handlers.people.keeping import Kept, place, write
from handlers.people.spec import COLUMNS, Checked, check, column_of, spec_from
from handlers.turn import House
from messages import Channel, Text, text

MOST_BYTES = 5_000_000
MOST_LINES = 20_000
SHOWN_LINES = 15
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # a compound file: .xls
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # Excel's "Unicode text"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file. `number` is the one a spreadsheet shows, the header being 1."""

    number: int
    fields: dict[str, str]


def read_people(data: bytes) -> list[Line]:
    """The lines of a file, empty ones left out. Raises `Refused` when it is no table of people."""
    if len(data) > MOST_BYTES:
        raise refuse("people-file-too-big", megabytes=MOST_BYTES // 1_000_000)
    if data[:8] == OLD_EXCEL:
        raise refuse("people-file-old-excel")
    rows = _excel(data) if data[:2] == b"PK" else _csv(data)
    header, lines = next(rows, None), list(itertools.islice(rows, MOST_LINES + 1))
    names = [column_of(str(cell)) for cell in header or []]
    if "name" not in names or not {"phone", "telegram_id", "channel"} & set(names):
        raise refuse("people-file-columns", columns=", ".join(COLUMNS))
    if len(lines) > MOST_LINES:
        raise refuse("people-file-too-long", longest=MOST_LINES)
    found = [Line(number, _fields(names, row)) for number, row in enumerate(lines, 2) if any(row)]
    if not found:
        raise refuse("people-file-empty")
    return found


def _fields(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """A first name and a family name in two columns are one name; any other column said twice keeps its last value."""
    fields: dict[str, str] = {}
    for name, value in zip(names, row, strict=False):
        before = fields.get(name, "")
        fields[name] = f"{before} {value}".strip() if name == "name" else value or before
    return fields


def _csv(data: bytes) -> Iterator[list[str]]:
    """Comma, semicolon or tab, UTF-8 or the Windows encoding Excel writes here."""
    try:
        words = data.decode("utf-16" if data[:2] in UTF_16 else "utf-8-sig")
    except UnicodeDecodeError:
        words = data.decode("cp1252", errors="replace")
    words = words.replace("\x00", "")
    first = words.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from ([cell.strip() for cell in row] for row in csv.reader(io.StringIO(words), delimiter=delimiter))
    except csv.Error:
        raise refuse("people-file-columns", columns=", ".join(COLUMNS)) from None


def _excel(data: bytes) -> Iterator[list[str]]:
    # Only then: it would take an eighth of the time in which the program starts.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise refuse("people-file-columns", columns=", ".join(COLUMNS)) from None
    for row in book.worksheets[0].iter_rows(values_only=True):
        yield [_cell(value) for value in row]


def _cell(value: Any) -> str:
    """A spreadsheet keeps a phone as a number and a day as a date."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


async def import_people(
    session: AsyncSession, house: House, actor: Actor, lines: Sequence[Line], *, now: dt.datetime
) -> Done:
    """Keep every good line; name the others. Never makes a coordinator; running it twice changes nothing."""
    require(actor, Act.IMPORT_PEOPLE)
    good, bad = _checked(house, actor, lines, now)
    addresses = [address for _number, spec in good for address in spec.addresses]
    book = await open_book(session, house, addresses)
    kept = []
    with session.no_autoflush:
        for number, spec in good:
            try:
                kept.append(place(book, spec, now))
            except Refused as refused:
                bad.append((number, refused.reason))
        await write(session, house, actor, book, kept, source="import", now=now)
    bad.sort(key=lambda one: one[0])
    if bad and not kept:
        raise refuse("people-import-none", lines=_named(bad))
    await write_entry(
        session,
        "people.imported",
        now=now,
        actor=actor.signature,
        thing="people",
        added=sum(one.created for one in kept),
        lines=len(lines),
        bad=len(bad),
    )
    return _report(house, kept, bad)


def _checked(
    house: House, actor: Actor, lines: Sequence[Line], now: dt.datetime
) -> tuple[list[tuple[int, Checked]], list[tuple[int, Text]]]:
    """The lines that can be kept, and the others with their reason."""
    good, bad = [], []
    for line in lines:
        try:
            spec = check(spec_from(line.fields), house, house.today(now))
            require(actor, Act.IMPORT_PEOPLE, territory=spec.territory)
            good.append((line.number, spec))
        except Refused as refused:
            bad.append((line.number, refused.reason))
    return good, bad


def _report(house: House, kept: Iterable[Kept], bad: list[tuple[int, Text]]) -> Done:
    rows = list(kept)
    counts = {
        "added": sum(one.created for one in rows),
        "changed": sum(one.changed and not one.created for one in rows),
        "same": sum(not one.changed and not one.created for one in rows),
        "invited": sum(one.invited for one in rows),
        "withdrawn": sum(one.withdrawn for one in rows),
        "bad": len(bad),
    }
    said = text("people-imported", **counts)
    if bad:
        said = text("people-imported-but", done=said, lines=_named(bad))
    reasons = [
        {"line": number, "reason": house.catalogue.text(reason, house.default_language, Channel.TELEGRAM)}
        for number, reason in bad
    ]
    return Done(said, {**counts, "lines": reasons})


def _named(bad: list[tuple[int, Text]]) -> list[Text]:
    shown = [text("people-bad-line", line=number, reason=reason) for number, reason in bad[:SHOWN_LINES]]
    more = len(bad) - SHOWN_LINES
    return [*shown, text("people-bad-lines-more", count=more)] if more > 0 else shown
