"""What may be printed: each figure once, shown, hidden or not recorded; and what a later version changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.report.disclosure.cells import Cell, Key, Mark, Measure, Shown
from db.report.disclosure.tables import Grid, SumLine, Table


@dataclass(frozen=True)
class Printed:
    """One fate for each figure at each place, and for each table whether it is printed at all.

    A table that is not printed has its total and its margins printed elsewhere; its own cells are hidden.
    """

    cells: Mapping[Key, Shown]
    measures: Mapping[Key, Measure]
    tables: Mapping[Table, bool]

    def __getitem__(self, key: Key) -> Shown:
        return self.cells[key]

    def is_hidden(self, key: Key) -> bool:
        return self.cells.get(key) is Mark.HIDDEN

    def as_json(self) -> dict[str, Any]:
        """The same for the same figures, in whatever order they came.

        Only what is printed is in it, so that its fingerprint cannot be used to try values for a hidden cell.
        """
        return {
            "figures": [self._figure(key) for key in sorted(self.cells)],
            "tables": sorted((_table(table, shown) for table, shown in self.tables.items()), key=repr),
        }

    @classmethod
    def of_json(cls, content: Mapping[str, Any]) -> Printed:
        """What an earlier version printed, read back to decide the next; its tables are those of the new one."""
        cells: dict[Key, Shown] = {}
        measures: dict[Key, Measure] = {}
        for figure in content["figures"]:
            key = Key.of(figure["figure"], **figure["at"])
            if "measure" in figure:
                measures[key] = Measure(figure["measure"])
            if "mark" in figure:
                cells[key] = Mark(figure["mark"])
            else:
                cells[key] = Cell(measures[key], figure["value"], figure.get("people", 0))
        return cls(cells, measures, {})

    def _figure(self, key: Key) -> dict[str, Any]:
        cell = self.cells[key]
        named: dict[str, Any] = {"figure": key.figure, "at": dict(key.at)}
        if key in self.measures:
            named["measure"] = str(self.measures[key])
        if isinstance(cell, Mark):
            return {**named, "mark": str(cell)}
        said = cell.measure.about_people and (cell.people or not cell.value)
        return {**named, "value": cell.value, **({"people": cell.people} if said else {})}


def _table(table: Table, shown: bool) -> dict[str, Any]:
    named = {"kind": type(table).__name__.lower(), "printed": shown}
    if isinstance(table, SumLine):
        return {**named, "total": written(table.total), "cells": sorted(map(written, table.cells))}
    if isinstance(table, Grid):
        rows, columns = (sorted(map(written, keys)) for keys in (table.rows, table.columns))
        return {**named, "total": written(table.total), "rows": rows, "columns": columns}
    return named


def written(key: Key) -> str:
    """ "R5 kind=mechanism mode=remote" """
    return " ".join([key.figure, *(f"{dimension}={label}" for dimension, label in key.at)])


@dataclass(frozen=True)
class Change:
    key: Key
    before: Shown
    after: Shown


def changes(before: Printed, after: Printed) -> Iterator[Change]:
    """The list of changes of a new version: read from the two prints, so that it tells no more than they do."""
    for key in sorted(before.cells.keys() & after.cells.keys()):
        if before.cells[key] != after.cells[key]:
            yield Change(key, before.cells[key], after.cells[key])
