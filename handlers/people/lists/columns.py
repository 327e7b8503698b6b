"""Which sheet holds the people, on which line its headings stand, and what each column means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from db.labels import label
from db.people import Role
from handlers.acting import refuse
from handlers.numbers import BadNumber, read_number
from handlers.people.lists.sheets import ListFile, Row, Sheet
from handlers.vocabulary import heading_of, meaning_of, role_of
from messages.keywords import fold

NAMES = ("nom", "name", "given", "family", "family_given", "name_phone")
PHONES = ("cell", "phone", "home", "work")
ADDRESS = ("street", "civic", "unit", "city", "postal_code", "province", "country")
WAYS = (*PHONES, "telegram_id", "channel", "street", "email")
UNUSED = ("", "other", "country", "organisation")
HEADINGS_WITHIN = 40  # lines that hold something: above them stand a title, a date, a logo's name
LONGEST_HEADING = 120
LONGEST_EXTENSION = 7
TABLE_OF = re.compile(r"^(?:tables?|comites?)\b.*?\s(?:de |du |des |d |la |le |l )*(.+)$")
BEFORE_TABLE = re.compile(r"^tables?\s+", re.IGNORECASE)
OF_TABLE = re.compile(r"^(?:de concertation\s+)?(?:de la |de l'|du |des |de |d')?", re.IGNORECASE)
MARKS = frozenset({
    "", "x", "xx", "oui", "o", "yes", "y", "1", "vrai", "true", "ok", "non", "n", "no", "0", "faux", "false",
})  # fmt: skip
UNMARKED = frozenset({"", "non", "n", "no", "0", "faux", "false"})
BARE_DAY = frozenset({"date", "dates", "jour", "le", "quand", "day", "when", "on"})
DAY = re.compile(r"\d")
NAME_PHONE = re.compile(r"(.*?)[\s,:;–-]*((?:\+?1[\s.-]*)?\(?\d{3}.*)?$", re.DOTALL)
SIGNS = re.compile(r"[✓✔☑☒✗✘•*]")


@dataclass(frozen=True, slots=True)
class ListColumn:
    """`meaning`: a word of `messages/data/lists.tsv` ("cell", "given", "roundtables"...), or "mark" for a column named
    after a roundtable where people are ticked; "" when it is not read."""

    at: int
    heading: str
    meaning: str


@dataclass(frozen=True)
class Columns:
    """`line`: where the headings stand."""

    line: int
    all: tuple[ListColumn, ...]
    _of: dict[tuple[str, ...], list[ListColumn]] = field(default_factory=dict, compare=False)  # as it was asked before

    def of(self, *meanings: str) -> list[ListColumn]:
        if meanings not in self._of:
            self._of[meanings] = [column for column in self.all if column.meaning in meanings]
        return self._of[meanings]

    @cached_property
    def used(self) -> list[ListColumn]:
        return [column for column in self.all if column.meaning not in UNUSED]


@dataclass(frozen=True, slots=True)
class ListTable:
    """The rows of people under their headings."""

    sheet: Sheet
    columns: Columns
    rows: Sequence[Row]


def tables_of(file: ListFile, known: Collection[str] = ()) -> list[ListTable]:
    """One table for each visible sheet that holds people. `known`: the roundtables' names. Raises `Refused`."""
    visible = [sheet for sheet in file.sheets if not sheet.hidden]
    found = [table for sheet in visible if (table := _table(sheet, known)) is not None]
    filled = [table for table in found if table.rows]
    if not found:
        raise _why_none(file, visible)
    if not filled:
        raise refuse("people-file-empty")
    if file.delimited:
        _check_lengths(filled[0])
    return filled


def without_email(table: ListTable) -> ListTable:
    """Where no e-mail is sent, its column is said not to be kept."""
    closed = {"email": "email_closed"}
    columns = tuple(replace(one, meaning=closed.get(one.meaning, one.meaning)) for one in table.columns.all)
    return ListTable(table.sheet, Columns(table.columns.line, columns), table.rows)


def _why_none(file: ListFile, visible: Sequence[Sheet]) -> Exception:
    if not any(sheet.rows for sheet in visible):
        hidden = next((sheet.name for sheet in file.sheets if sheet.hidden), "")
        return refuse("people-file-only-hidden", sheet=hidden) if hidden else refuse("people-file-empty")
    first = next(sheet for sheet in visible if sheet.rows).rows[0][1]
    seen = ", ".join(label(cell)[:30] for cell in list(first)[:8] if cell)
    return refuse("people-file-columns", seen=seen[:200] or "-")


def _check_lengths(table: ListTable) -> None:
    """In a text file, a line with more cells than there are headings has one separator too many: who is whose?"""
    width = max(column.at for column in table.columns.all) + 1
    long = [number for number, cells in table.rows if any(cells[width:])]
    if long:
        raise refuse("people-file-lines", lines=", ".join(map(str, long[:10])), count=len(long))


def _table(sheet: Sheet, known: Collection[str]) -> ListTable | None:
    best: tuple[int, Row, list[ListColumn]] | None = None
    for row in sheet.rows[:HEADINGS_WITHIN]:
        columns = _columns(row, known)
        if columns and (best is None or _score(columns) > best[0]):
            best = _score(columns), row, columns
    if best is None:
        return None
    _points, heading, columns = best
    below = [row for row in sheet.rows if row[0] > heading[0] and not _same(row, heading)]
    meant = _by_content(columns, below)
    meant, below = _split_names(meant, below)
    if not any(column.meaning in WAYS for column in meant):
        return None
    return ListTable(sheet, Columns(heading[0], tuple(meant)), below)


def _split_names(columns: list[ListColumn], rows: list[Row]) -> tuple[list[ListColumn], list[Row]]:
    """ "Rose Tremblay 819 555-0101" in one column is two: the name where it stood, the phone after the last."""
    both = next((column for column in columns if column.meaning == "name_phone"), None)
    if both is None:
        return columns, rows
    width = max(len(cells) for _number, cells in [*rows, (0, [""] * len(columns))])
    found: list[Row] = []
    for number, cells in rows:
        whole = [*cells, *[""] * (width - len(cells))]
        name, phone = NAME_PHONE.match(whole[both.at]).groups("")  # type: ignore[union-attr]  # it always matches
        whole[both.at] = name
        found.append((number, [*whole, phone]))
    named = ListColumn(both.at, both.heading, "name")
    columns = [named if column is both else column for column in columns]
    return [*columns, ListColumn(width, both.heading, "phone")], found


def _columns(row: Row, known: Collection[str]) -> list[ListColumn]:
    """The columns if this row may be the headings: someone's name is one of them. [] otherwise."""
    _number, cells = row
    width = len(cells)
    if sum(1 for cell in cells if cell) < 2 or any(len(cell) > LONGEST_HEADING for cell in cells):
        return []
    columns = [ListColumn(at, label(cells[at]), heading_of(cells[at]) if cells[at] else "") for at in range(width)]
    named = {fold(name) for name in known}
    columns = [_marked(column, named) for column in columns]
    return columns if any(column.meaning in NAMES for column in columns) else []


def _marked(column: ListColumn, known: Collection[str]) -> ListColumn:
    if column.meaning == "" and fold(column.heading) in known:
        return ListColumn(column.at, column.heading, "mark")
    return column


def _score(columns: Iterable[ListColumn]) -> int:
    meanings = [column.meaning for column in columns]
    return 2 * len({m for m in meanings if m not in UNUSED}) + sum(1 for m in meanings if m in UNUSED[1:])


def _same(row: Row, heading: Row) -> bool:
    """The headings again, as on each page of a list that was printed."""
    first, second = row[1], heading[1]
    alike = len(first) == len(second) and first[0].casefold() == second[0].casefold()
    return alike and [fold(cell) for cell in first] == [fold(cell) for cell in second]


# -- what the cells below say of a column -----------------------------------------------------------------------------


def _by_content(columns: Sequence[ListColumn], rows: Sequence[Row]) -> list[ListColumn]:
    """What a heading leaves open, its cells decide: "Texto" over yeses is a consent, "Table Logement" over crosses is
    that roundtable, "Numéro" over phones is a phone, "Statut" is a role only where it holds roles."""
    sampled = rows[:400]
    meant = [_meant(column, _values(column, sampled)) for column in columns]
    if not any(column.meaning in PHONES for column in meant):
        meant = _first_of_phones(meant, sampled)
    return _whole_name(_day_beside(meant, sampled))


def _day_beside(columns: list[ListColumn], rows: Sequence[Row]) -> list[ListColumn]:
    """ "Date" alone, just after the column of consents, is the day of each, when nothing else is."""
    if any(column.meaning == "consent_day" for column in columns):
        return columns
    for place, (before, column) in enumerate(pairwise(columns), 1):
        values = _values(column, rows)
        dated = values and all(DAY.search(value) for value in values)
        if before.meaning == "consent" and column.meaning == "" and fold(column.heading) in BARE_DAY and dated:
            return [*columns[:place], ListColumn(column.at, column.heading, "consent_day"), *columns[place + 1 :]]
    return columns


def _values(column: ListColumn, rows: Sequence[Row]) -> list[str]:
    found = (cells[column.at] if column.at < len(cells) else "" for _number, cells in rows)
    return [value for value in found if value]


def _meant(column: ListColumn, values: Sequence[str]) -> ListColumn:
    meaning = column.meaning
    if values and isinstance(role_of(column.heading), Role) and all(is_mark(value) for value in values):
        meaning = "role_mark"  # "Expert du vécu" over yeses
    if meaning in PHONES and values and all(is_mark(value) for value in values):
        meaning = "consent" if meaning == "cell" else ""
    if meaning == "refusal" and values and all(map(_is_phone, values)):
        meaning = "home"  # "Ne pas texter" over phones
    if meaning == "consent_day" and values and not any(DAY.search(value) for value in values):
        meaning = "consent"  # "A signé le formulaire" over yeses and noes holds no day
    if meaning == "roundtables" and values and all(is_mark(value) for value in values):
        meaning = "mark" if TABLE_OF.match(fold(column.heading)) else ""
    if meaning == "mark" and not all(is_mark(value) for value in values):
        meaning = ""
    if meaning == "perhaps_roles":
        ended = any(meaning_of("standing", value) for value in values)
        meaning = "roles" if any(role_of(value) not in ("", "nothing") for value in values) else ""
        meaning = "standing" if ended and not meaning else meaning
    if meaning == "extension" and not all(value.isdigit() and len(value) < LONGEST_EXTENSION for value in values):
        meaning = ""  # "Poste" over the job of each
    return ListColumn(column.at, column.heading, meaning)


def is_mark(value: str) -> bool:
    return fold(value) in MARKS or SIGNS.fullmatch(value.strip()) is not None


def is_marked(value: str) -> bool:
    return is_mark(value) and (fold(value) not in UNMARKED or SIGNS.fullmatch(value.strip()) is not None)


def roundtable_marked(heading: str) -> str:
    """ "Table Logement" -> "Logement": the name as it is written, without what every such heading begins with."""
    words = BEFORE_TABLE.sub("", heading)
    return (OF_TABLE.sub("", words) if words != heading else heading) or heading


def _first_of_phones(columns: list[ListColumn], rows: Sequence[Row]) -> list[ListColumn]:
    for place, column in enumerate(columns):
        values = _values(column, rows)
        if column.meaning == "" and values and sum(map(_is_phone, values)) * 10 >= len(values) * 6:
            return [*columns[:place], ListColumn(column.at, column.heading, "phone"), *columns[place + 1 :]]
    return columns


def _is_phone(value: str) -> bool:
    try:
        read_number(value)
    except BadNumber:
        return False
    return True


def _whole_name(columns: list[ListColumn]) -> list[ListColumn]:
    """ "Nom" beside "Prénom" is the family's, beside "Nom de famille" the given one; otherwise it is the whole name."""
    meanings = {column.meaning for column in columns}
    whole = "family" if "given" in meanings and "family" not in meanings else "name"
    whole = "given" if "family" in meanings and "given" not in meanings else whole
    return [ListColumn(c.at, c.heading, whole if c.meaning == "nom" else c.meaning) for c in columns]
