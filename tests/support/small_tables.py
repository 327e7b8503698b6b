"""Tables of people written as numbers, made into keys, cells and relations, and read back as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from db.report.disclosure import Cell, Grid, Key, Measure, Printed, SumLine, Table, decide

H: Final = "masqué"
FIGURE = "F"
TOTAL = Key(FIGURE)


def label(number: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]


def at(**places: int) -> Key:
    return Key.of(FIGURE, **{dimension: label(number) for dimension, number in places.items()})


@dataclass(frozen=True)
class Numbers:
    """Inner cells by key, and the tables over them; what adds up is computed."""

    inner: Mapping[Key, int]
    tables: tuple[Table, ...]
    measure: Measure = Measure.PEOPLE

    @property
    def cells(self) -> dict[Key, Cell]:
        values = dict(self.inner)
        for line in sorted(self.lines, key=lambda line: -len(line.total.at)):
            values[line.total] = sum(values[key] for key in line.cells)
        return {key: Cell(self.measure, value, value) for key, value in values.items()}

    @property
    def lines(self) -> list[SumLine]:
        return lines_of(self.tables)

    def printed(self, published: Sequence[Printed] = ()) -> Printed:
        return decide(self.cells, self.tables, published)


def lines_of(tables: Iterable[Table]) -> list[SumLine]:
    """Everything that adds up: lines, the rows and columns of grids, their margins."""
    found = [table for table in tables if isinstance(table, SumLine)]
    for grid in (table for table in tables if isinstance(table, Grid)):
        found += [*grid.lines, *grid.margins]
    return list(dict.fromkeys(found))


def line(*values: int) -> Numbers:
    keys = tuple(at(row=number) for number in range(len(values)))
    return Numbers(dict(zip(keys, values, strict=True)), (SumLine(TOTAL, keys),))


def grid_of(rows: int, columns: int, down: str = "row", across: str = "column") -> Grid:
    return Grid(
        TOTAL,
        tuple(at(**{down: i}) for i in range(rows)),
        tuple(at(**{across: j}) for j in range(columns)),
        tuple(tuple(at(**{down: i, across: j}) for j in range(columns)) for i in range(rows)),
    )


def grid(*rows: Sequence[int]) -> Numbers:
    table = grid_of(len(rows), len(rows[0]))
    inner = {table.inner[i][j]: value for i, row in enumerate(rows) for j, value in enumerate(row)}
    return Numbers(inner, (table,))


def seen(printed: Printed, keys: Iterable[Key]) -> list[int | str]:
    """What a reader sees: numbers, and one mark."""
    cells = [printed[key] for key in keys]
    return [cell.value if isinstance(cell, Cell) else H for cell in cells]
