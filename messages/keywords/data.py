"""Reading the word lists: lines without comments, rows of columns, and the small language of patterns.

A list is `messages/data/<name>`, and `messages/<language>/<name>` for the words of one language: a new language is new
files in its folder. Lists are read once, at the first message. A line that cannot be read is left out and noted as a
`BadLine` (`portevoix doctor` names it): the line must go on answering.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

import structlog

from messages.keywords.fold import fold
from messages.keywords.words import Keyword, StopKind

log = structlog.get_logger(__name__)

_FOLDER = files("messages")
_SHARED = "data"
_ANY_WORDS = r"(?: \\w+){0,4} "


Column = frozenset[str] | Literal["words", "anything"]
WORDS: Literal["words"] = "words"  # something stands there
ANYTHING: Literal["anything"] = "anything"  # or nothing

SHORT = frozenset(["yes", "no", "okay", "maybe", "presence", "polite", "beside-digit", "1", "2", "3", "4", "5"])

# Each list of columns: what may stand in each. A convention refuses a .tsv that is not here.
SHAPES: dict[str, tuple[Column, ...]] = {
    "keywords.tsv": (frozenset(Keyword), frozenset(("main", "exact", "ask", "said", "maybe", "heard")), WORDS),
    "dates.tsv": (frozenset(("weekday", "short", "month", "relative", "past", "no-day")), ANYTHING, WORDS),
    "stop_kinds.tsv": (frozenset(get_args(StopKind)), WORDS),
    "short_words.tsv": (SHORT, WORDS),
    "following.tsv": (frozenset(("detail", "link", "claimed", "but", "english")), WORDS),
    "claim_words.tsv": (WORDS, frozenset(("main", "exact")), WORDS),
    "lists.tsv": (WORDS, WORDS),
    "plain_words.tsv": (WORDS, WORDS),
    "office_words.tsv": (WORDS, WORDS),
    "glossary.tsv": (WORDS, ANYTHING, WORDS),
    "labels.tsv": (WORDS, WORDS, WORDS),
    "foldings.tsv": (WORDS, WORDS, WORDS),
    "reading_spellings.tsv": (WORDS, WORDS),
    "reading_concepts.tsv": (WORDS, WORDS),
}
# The lists whose lines are patterns, under [sections] or not.
PATTERNS = (
    "distress.txt", "opt_out.txt", "opt_out_wide.txt", "own_name.txt", "own_age.txt", "own_address.txt",
    "claim_signs.txt", "comment_signs.txt", "reading_signs.txt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that was left out: its file ("messages/fr/keywords.tsv"), its number (from 1), why (in English)."""

    file: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line of a list, and where it stands."""

    file: str
    number: int
    text: str

    @property
    def folder(self) -> str:
        """The language whose folder it is in; "data" for the words of every language."""
        return self.file.partition("/")[0]


_faults: dict[tuple[str, int], BadLine] = {}


def faults() -> list[BadLine]:
    """What was left out of the lists read so far; messages/lists.py reads them all."""
    return sorted(_faults.values(), key=lambda fault: (fault.file, fault.line))


def leave_out(row: ListLine, why: str) -> None:
    """Note a line that cannot be used."""
    if (row.file, row.number) not in _faults:
        _faults[row.file, row.number] = BadLine(f"messages/{row.file}", row.number, why)
        log.error("a line of the word lists cannot be read", file=row.file, line=row.number, why=why)


@lru_cache(maxsize=1)
def _folders() -> tuple[str, ...]:
    """The folders that may hold lists, each with the names of its files."""
    return tuple(sorted(entry.name for entry in _FOLDER.iterdir() if entry.is_dir() and entry.name[:1].isalpha()))


@lru_cache(maxsize=64)
def read(name: str) -> tuple[ListLine, ...]:
    """Every line of a list, of all languages together, without comments nor empty ones."""
    return tuple(row for folder in _folders() for row in _read_file(folder, name))


def _read_file(folder: str, name: str) -> Iterator[ListLine]:
    path = _FOLDER / folder / name
    if not path.is_file():
        return
    content = path.read_bytes().decode("utf-8", errors="replace")
    for number, line in enumerate(content.removeprefix("\ufeff").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield ListLine(f"{folder}/{name}", number, line.rstrip())


def lines(name: str) -> list[str]:
    """The lines of one list."""
    return [row.text for row in read(name)]


def rows(name: str) -> Iterator[tuple[ListLine, list[str]]]:
    """Each line of a list of columns (`SHAPES`), split at tabs, with its place; a line of another shape is left out."""
    for row in read(name):
        found = row.text.split("\t")
        if why := _wrong(found, SHAPES[name]):
            leave_out(row, why)
        else:
            yield row, found


def _wrong(found: Sequence[str], columns: Sequence[Column]) -> str:
    if len(found) != len(columns):
        return f"{len(found)} columns, not {len(columns)} (a tab stands between columns)"
    for number, (value, wanted) in enumerate(zip(found, columns, strict=True), 1):
        if wanted is WORDS and not value.strip():
            return f"nothing in column {number}"
        if isinstance(wanted, frozenset) and value not in wanted:
            return f"unknown word in column {number}; known: {', '.join(sorted(wanted))}"
    return ""


def expand(pattern: str) -> str:
    """A pattern of the lists as a regular expression without capturing groups, to run on folded words."""
    loose = re.sub(r"(?<=[a-z0-9)])\*", r"\\w*", pattern)
    loose = re.sub(r" \.\.\. ", _ANY_WORDS, loose)
    return re.sub(r"\((?!\?)", "(?:", loose).replace("^", "(?<=^ )")


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds any of the patterns, whole words only, in ``" " + folded``.

    The space in front is what makes it quick: the search jumps from space to space instead of trying every letter.
    """
    patterns = list(patterns)
    try:
        return whole_words("|".join(map(expand, patterns)))
    except re.error:
        return whole_words("|".join(map(expand, readable(patterns))) or "(?!)")


def whole_words(expression: str) -> re.Pattern[str]:
    return re.compile(f" (?:{expression})(?!\\w)")


def readable(patterns: Iterable[str]) -> list[str]:
    """The patterns that can be read; the lines of the others are left out."""
    return [pattern for pattern in patterns if not is_broken(pattern)]


def is_broken(pattern: str, row: ListLine | None = None) -> bool:
    """Whether a line of an edited list is no pattern; it is then noted. `row`: where it stands, searched without it."""
    try:
        whole_words(expand(pattern))
    except re.error as error:
        leave_out(row or _row_of(pattern), f"not a pattern: {error}")
        return True
    return False


def _row_of(pattern: str) -> ListLine:
    """The line on which a pattern stands, searched in every list: this is rare."""
    names = {entry.name for folder in _folders() for entry in (_FOLDER / folder).iterdir()}
    listed = (row for name in sorted(names) if name.endswith((".txt", ".tsv")) for row in read(name))
    return next((row for row in listed if row.text.endswith(pattern)), ListLine(pattern, 0, pattern))


@lru_cache(maxsize=1)
def common_french() -> dict[str, int]:
    """The commonest French words, folded, each with its rank (0 is the commonest)."""
    words: dict[str, int] = {}
    for word in lines("common_french.txt"):
        words.setdefault(word, len(words))
    return words


@lru_cache(maxsize=1)
def lookalikes() -> frozenset[str]:
    """Rarer words of French, English and Spanish that are spelled almost like a keyword."""
    return frozenset(lines("lookalikes.txt"))


@lru_cache(maxsize=1)
def stop_kinds() -> dict[str, str]:
    """The words that name one kind of message: ``{"rappels": "reminders", ...}``."""
    return {fold(word): kind for _, (kind, words) in rows("stop_kinds.tsv") for word in words.split()}
