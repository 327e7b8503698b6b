"""A list without headings: what its columns are is read from what they hold, and shown before anything is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db.labels import label
from db.people import Role
from handlers.numbers import BadNumber, read_number
from handlers.people.consent_days import FIGURES, YEAR_FIRST
from handlers.people.lists.columns import Columns, ListColumn, ListTable, is_mark
from handlers.people.lists.names import is_given
from handlers.people.lists.sheets import Sheet
from handlers.vocabulary import role_of

LONGEST_NAME = 60
MOST_WORDS = 5
NEARLY_ALL = 0.8


def guessed(sheet: Sheet) -> ListTable | None:
    """The table, when a column holds phones and another names; None otherwise."""
    width = max((len(cells) for _line, cells in sheet.rows), default=0)
    columns = [[label(cells[at]) if at < len(cells) else "" for _line, cells in sheet.rows] for at in range(width)]
    phone = next((at for at, values in enumerate(columns) if _holds(values, _is_phone)), None)
    names = [at for at, values in enumerate(columns) if at != phone and _holds(values, _is_name)][:2]
    meanings = {phone: "phone", **_named(columns, names)}
    if phone is None or not names or not meanings:
        return None
    consent = next((at for at, values in enumerate(columns) if at not in meanings and _holds(values, _is_day)), None)
    meanings[consent] = "consent"
    found = tuple(ListColumn(at, _letters(at), meanings.get(at, "")) for at in range(width))
    return ListTable(sheet, Columns(0, found), sheet.rows)


def _named(columns: Sequence[Sequence[str]], names: Sequence[int]) -> dict[int | None, str]:
    """Two columns of single words side by side are given and family names, as first names that are known tell."""
    if len(names) < 2 or names[1] != names[0] + 1 or any(" " in value for value in columns[names[0]]):
        return {names[0]: "name"} if names else {}
    first, second = (sum(map(is_given, columns[at])) for at in names)
    order = ("given", "family") if first >= second else ("family", "given")
    return dict(zip(names, order, strict=True))


def _holds(values: Sequence[str], kind: Callable[[str], bool]) -> bool:
    filled = [value for value in values if value]
    return len(filled) * 2 > len(values) and sum(map(kind, filled)) >= NEARLY_ALL * len(filled)


def _is_phone(value: str) -> bool:
    try:
        read_number(value)
    except BadNumber:
        return False
    return True


def _is_name(value: str) -> bool:
    words = value.split(" ")
    named = len(value) <= LONGEST_NAME and len(words) <= MOST_WORDS and any(map(str.isalpha, value))
    return named and not any(map(str.isdigit, value)) and not is_mark(value) and not isinstance(role_of(value), Role)


def _is_day(value: str) -> bool:
    return bool(YEAR_FIRST.search(value) or FIGURES.search(value))


def _letters(at: int) -> str:
    """0 -> "A", 27 -> "AB": the column as a spreadsheet calls it."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
