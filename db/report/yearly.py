"""All the figures of a year, in one value: facts in, figures out; and what of them may be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db.report.canonical import fingerprint
from db.report.disclosure import Cell, Key, Mark, Printed, Shown, Table, decide
from db.report.facts import Facts
from db.report.figures import claims, following, ladder, presence, support
from db.report.figures.frame import Figure, Frame
from db.report.listed import ListedRate, ListedTable, rates_in_force, tables_that_met
from db.report.period import Cut, FiscalYear

DEFINITIONS = 4  # moves when a definition does: printed with the figures it made

FIGURES: tuple[Callable[[Frame], Figure], ...] = (
    presence.meetings_held,
    presence.presence_known,
    presence.meetings_with_experts,
    presence.different_people,
    presence.attendances,
    presence.steps,
    ladder.consulted_from_afar,
    ladder.ladder,
    following.prepared_ahead,
    following.in_plain_words,
    following.sent_back,
    following.what_was_said,
    following.answered_in_time,
    claims.offered_and_asked,
    claims.recognised,
    claims.recognised_to_organisations,
    claims.paid,
    claims.exceptions,
    claims.needs_met,
    support.supported,
    support.surveyed,
)


@dataclass(frozen=True)
class Figures:
    """Every figure of a year as it stood at the cut, hidden ones too: never printed, never kept."""

    year: FiscalYear
    cut: Cut
    cells: Mapping[Key, Cell | None]
    tables: tuple[Table, ...]
    unrecorded: frozenset[Key] = frozenset()
    kept_back: frozenset[Key] = frozenset()
    definitions: int = DEFINITIONS
    met: tuple[ListedTable, ...] = ()
    rates: tuple[ListedRate, ...] = ()

    def printed(self, published: Sequence[Printed] = (), texts: Mapping[str, str] | None = None) -> Report:
        """`published`: the versions of this year that have left the house already."""
        decided = decide(self.cells, self.tables, published)
        said = replace(
            decided,
            cells={key: self._said(key, cell) for key, cell in decided.cells.items() if key not in self.kept_back},
            measures={key: measure for key, measure in decided.measures.items() if key not in self.kept_back},
        )
        return Report(self.year, self.cut, said, self.definitions, texts or {}, self.met, self.rates)

    def _said(self, key: Key, shown: Shown) -> Shown:
        """A 0 that nobody wrote down is not recorded: where it is shown as 0, it tells nothing that things do not."""
        silent = key in self.unrecorded and isinstance(shown, Cell) and shown.value == 0
        return Mark.NOT_RECORDED if silent else shown


@dataclass(frozen=True)
class Report:
    """What may leave: read by the page, the documents, the shell and the charts alike."""

    year: FiscalYear
    cut: Cut
    printed: Printed
    definitions: int
    texts: Mapping[str, str] = field(default_factory=dict)  # what a coordinator wrote of the year, by name
    met: tuple[ListedTable, ...] = ()  # none in the versions made before they were listed
    rates: tuple[ListedRate, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "year": str(self.year),
            "cut_at": self.cut.at.isoformat(timespec="seconds"),
            "zone": self.cut.zone,
            "definitions": self.definitions,
            "texts": dict(self.texts),
            "met": [one.as_json() for one in self.met],
            "rates": [one.as_json() for one in self.rates],
            **self.printed.as_json(),
        }

    @classmethod
    def of_json(cls, content: Mapping[str, Any]) -> Report:
        """A report read back from its writing."""
        cut = Cut(dt.datetime.fromisoformat(content["cut_at"]), content["zone"])
        return cls(
            FiscalYear.read(content["year"]),
            cut,
            Printed.of_json(content),
            content["definitions"],
            content["texts"],
            tuple(map(ListedTable.of_json, content.get("met", ()))),
            tuple(map(ListedRate.of_json, content.get("rates", ()))),
        )

    @property
    def fingerprint(self) -> str:
        """Of what is printed: the one at the foot of the report."""
        return fingerprint(self.as_json())


def figures_of(facts: Facts, year: FiscalYear, cut: Cut) -> Figures:
    """Pure: the same facts, year and cut give the same figures, in whatever order the facts come."""
    frame = Frame(facts, year, cut)
    made = [figure(frame) for figure in FIGURES]
    cells: dict[Key, Cell | None] = {}
    for figure in made:
        cells |= figure.cells
    tables = tuple(table for figure in made for table in figure.tables)
    unrecorded = frozenset().union(*(figure.unrecorded for figure in made))
    kept_back = frozenset().union(*(figure.kept_back for figure in made))
    return Figures(
        year, cut, cells, tables, unrecorded, kept_back, met=tables_that_met(frame), rates=rates_in_force(frame)
    )
