"""What stands between braces: a name, a name of a line, a `for` over a table, an `if`. Nothing else is ever run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from bot.report.template.opened import Paragraph
from handlers.report.names import NAMES, ROWS
from messages import Text, text

TAG = re.compile(r"\{\{(?P<said>.*?)\}\}|\{%(?P<done>.*?)%\}")
OPEN = re.compile(r"\{\{|\{%|\{#|%\}|\}\}")
# docxtpl's own letters: of a paragraph, a row, a cell, a run.
DONE = re.compile(r"^(?:p|tr|tc|r)?\s+(.*?)\s*$|^(?:p|tr|tc|r)?\s*-?\s*(.*?)\s*-?\s*$")
NAME = re.compile(r"^[a-z][a-z0-9_]*$")
FOR = re.compile(r"^for\s+([a-z][a-z0-9_]*)\s+in\s+([a-z][a-z0-9_]*)\.rows$")
IF = re.compile(r"^(?:el)?if\s+(?:not\s+)?(\S+)$")
CLOSE_ENOUGH = 70  # of a name that was perhaps meant
LONGEST = 60
PROPERTIES = "properties"


@dataclass
class _Reading:
    """What is open where we are: tables gone through, by the name of their line; and what closes last."""

    lines: dict[str, str] = field(default_factory=dict)
    open: list[tuple[str, str, Paragraph]] = field(default_factory=list)


def faults_of(paragraphs: Iterable[Paragraph]) -> list[Text]:
    """Everything that cannot be filled, each with its place."""
    faults: list[Text] = []
    reading, part = _Reading(), ""
    for paragraph in paragraphs:
        if paragraph.part != part:
            faults += _left_open(reading)
            reading, part = _Reading(), paragraph.part
        faults += _faults(paragraph, reading)
    return [*faults, *_left_open(reading)]


def _left_open(reading: _Reading) -> Iterator[Text]:
    for kind, words, paragraph in reading.open:
        yield _fault("report-template-not-closed", paragraph, words=words, closing=f"{{% end{kind} %}}")


def _faults(paragraph: Paragraph, reading: _Reading) -> Iterator[Text]:
    for tag in TAG.finditer(paragraph.words):
        whole = tag[0][:LONGEST]
        if tag["said"] is not None:
            yield from _said(tag["said"].removeprefix("r ").strip(), whole, paragraph, reading)
        else:
            yield from _done(tag["done"], whole, paragraph, reading)
    if OPEN.search(TAG.sub("", paragraph.words)):
        yield _fault("report-template-half", paragraph, words=paragraph.words[:LONGEST])


def _said(name: str, whole: str, paragraph: Paragraph, reading: _Reading) -> Iterator[Text]:
    """A name, or the name of a column of the line that is gone through."""
    line, dot, column = name.partition(".")
    if dot and NAME.match(line) and NAME.match(column):
        if line not in reading.lines:
            yield _fault("report-template-no-line", paragraph, name=whole, line=line)
        elif column not in (columns := ("nom", *ROWS[reading.lines[line]][1])):
            yield _unknown(f"{line}.{column}", [f"{line}.{one}" for one in columns], paragraph)
    elif not NAME.match(name):
        yield _fault("report-template-only-names", paragraph, words=whole)
    elif name not in NAMES:
        yield _unknown(name, sorted(NAMES), paragraph)


def _done(inside: str, whole: str, paragraph: Paragraph, reading: _Reading) -> Iterator[Text]:
    found = DONE.match(inside)
    words = (found[1] or found[2] or "" if found else inside).strip("- ")
    if loop := FOR.match(words):
        if loop[2] not in ROWS:
            yield _unknown(f"{loop[2]}.rows", [f"{one}.rows" for one in ROWS], paragraph)
        reading.lines[loop[1]] = loop[2] if loop[2] in ROWS else next(iter(ROWS))
        reading.open.append(("for", whole, paragraph))
    elif choice := IF.match(words):
        yield from _said(choice[1], whole, paragraph, reading)
        if not words.startswith("el"):
            reading.open.append(("if", whole, paragraph))
    elif words in ("endfor", "endif"):
        kind = words.removeprefix("end")
        if not reading.open or reading.open[-1][0] != kind:
            yield _fault("report-template-closes-nothing", paragraph, words=whole)
        else:
            reading.open.pop()
    elif words != "else":
        yield _fault("report-template-only-names", paragraph, words=whole)


def _unknown(name: str, known: list[str], paragraph: Paragraph) -> Text:
    close = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    if close is None:
        return _fault("report-template-unknown", paragraph, name=name[:LONGEST])
    return _fault("report-template-unknown-but", paragraph, name=name[:LONGEST], other=close[0])


def _fault(id: str, paragraph: Paragraph, **args: str) -> Text:
    where = {} if paragraph.part == PROPERTIES else {"number": paragraph.number}  # these have no paragraphs
    place = text(f"report-template-in-{paragraph.part}", **where)
    return text("report-template-fault", fault=text(id, **args), place=place)
