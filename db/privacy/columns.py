"""The list of columns.tsv: what each column is in the eyes of the law, and by which column a row is someone's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import structlog

log = structlog.get_logger(__name__)

CLASSES = ("none", "personal", "sensitive")
ERASED = ("goes", "blanked", "cut", "moved", "stays", "-")
IN_FILE = ("whose", "yes", "no")
PURPOSES = (
    "contact",
    "consent",
    "talk",
    "call",
    "meetings",
    "comments",
    "allowance",
    "account",
    "law",
    "security",
    "organisation",
    "machine",
)
PARTS = 7  # of a line: the table, its columns, then what each of them is
FOR_EVER = ("person", "always")  # beside the kinds of db/privacy/retention.py


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `kept` is a kind of the table of retention, "person" or "always"; `file` how it is in a file."""

    table: str
    name: str
    level: str  # "none", "personal" or "sensitive"
    purpose: str
    kept: str
    erased: str
    file: str


@dataclass(frozen=True, slots=True)
class BadColumnLine:
    """A line of the list that was left out: its file, its number, why."""

    file: str
    line: int
    why: str


def columns() -> tuple[Column, ...]:
    """Every line, in its order; one that cannot be read is left out (`faults`)."""
    return _read()[0]


def faults() -> tuple[BadColumnLine, ...]:
    return _read()[1]


@lru_cache(maxsize=1)
def _read() -> tuple[tuple[Column, ...], tuple[BadColumnLine, ...]]:
    lines = (files("db") / "privacy" / "columns.tsv").read_text(encoding="utf-8").splitlines()
    found: list[Column] = []
    wrong: list[BadColumnLine] = []
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != PARTS:
            wrong.append(BadColumnLine("db/privacy/columns.tsv", number, f"{len(parts)} columns, not {PARTS}"))
            log.error("a line of the list of columns cannot be read", line=number)
            continue
        table, names, *rest = parts
        found += [Column(table, name, *rest) for name in names.split(" ")]
    return tuple(found), tuple(wrong)


def columns_of(table: str) -> list[Column]:
    return [column for column in columns() if column.table == table]
