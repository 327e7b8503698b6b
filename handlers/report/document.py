"""The report as a document: sections of sentences and tables, in words of the catalogue. Files are made of it alone.

A table holds what is printed, whole numbers and amounts; what is hidden and what nobody recorded are marks. Its chart,
if it has one, is made of one of its columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from messages import Text, text
from messages.types import Money

WORDS = ("places", "definitions", "controls")
Value = int | Money | Text  # a number, an amount; the words of a mark or of a delay


@dataclass(frozen=True)
class DocumentLine:
    label: Text | str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class DocumentTable:
    """`chart`: the column, from 0, that a chart shows; None without one. `second`: another, a pale bar under each.
    `across`: columns of one line, each a bar.

    `totals`: how many of the last lines are totals, which stand in no chart.
    """

    name: str
    title: Text
    columns: tuple[Text, ...]  # the first is that of the labels
    lines: tuple[DocumentLine, ...]
    chart: int | None = None
    notes: tuple[Text, ...] = ()
    totals: int = 0
    across: tuple[int, ...] = ()
    second: int | None = None

    @property
    def figures(self) -> bool:
        """Whether its columns are of figures, which stand at the right, marks too; the others hold words."""
        return self.name not in WORDS

    @property
    def charted(self) -> bool:
        return self.chart is not None or bool(self.across)


@dataclass(frozen=True)
class Section:
    title: Text
    sentences: tuple[Text | str, ...]
    tables: tuple[DocumentTable, ...] = ()


@dataclass(frozen=True)
class Document:
    """A frozen version, ready to be written in any form."""

    title: Text
    year: str
    version: int
    organisation: str
    under: tuple[Text, ...]  # under the title: the dates, the version and why there is another
    sections: tuple[Section, ...]
    definitions: DocumentTable
    controls: DocumentTable
    foot: Text
    names: Mapping[str, Value | str] = field(default_factory=dict)  # for a document of the coordinators' own
    marks: tuple[Text, Text] = field(default=(text("report-hidden"), text("report-not-recorded")))

    @property
    def tables(self) -> dict[str, DocumentTable]:
        """Every table, by its name."""
        inside = [table for section in self.sections for table in section.tables]
        return {table.name: table for table in (*inside, self.definitions, self.controls)}
