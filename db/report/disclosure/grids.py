"""A table that adds up both ways, inside margins already decided: rule T over its rows and columns.

Rows and columns whose totals are hidden are masked whole: they are heaped into one, of which a reader knows the sum.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from db.report.disclosure.cells import THRESHOLD

Place = tuple[int, int]
Values = dict[Place, int]


@dataclass(frozen=True)
class Block:
    """The shape of a grid: how many rows and columns have a shown total, and how many are heaped behind them.

    The heap, when there is one, is the last row (number `rows`) or the last column (number `columns`). `added`: a
    person is in one cell at most, so that people may be added up.
    """

    rows: int
    columns: int
    heaped_rows: int = 0
    heaped_columns: int = 0
    added: bool = True

    def is_core(self, place: Place) -> bool:
        return place[0] < self.rows and place[1] < self.columns

    def weight(self, place: Place) -> int:
        """How many cells of the printed table this place stands for."""
        row, column = place
        return (1 if row < self.rows else self.heaped_rows) * (1 if column < self.columns else self.heaped_columns)

    @cached_property
    def places(self) -> list[Place]:
        down, across = self.rows + bool(self.heaped_rows), self.columns + bool(self.heaped_columns)
        return [(row, column) for row in range(down) for column in range(across)]

    @cached_property
    def heap(self) -> list[Place]:
        return [place for place in self.places if not self.is_core(place)]

    @cached_property
    def lines(self) -> list[list[Place]]:
        """The rows, then the columns, whose totals are shown: each with its place in the heap."""
        rows = [[place for place in self.places if place[0] == row] for row in range(self.rows)]
        return rows + [[place for place in self.places if place[1] == column] for column in range(self.columns)]


def pattern(block: Block, values: Values, people: Values) -> frozenset[Place] | None:
    """The places of the core to hide by rule T; None when the table is not printed.

    The first line that breaks the rule hides its smallest shown cell (ties: the order of rows and columns), and all is
    looked at again. A line with none left would need its total, which is decided: then the table is not printed, nor
    when more than half of its cells are hidden.
    """
    hidden = {place for place in block.places if block.is_core(place) and 1 <= people[place] < THRESHOLD}
    heap = {place for place in block.heap if values[place]}
    while (broken := _broken_line(block, people, hidden | heap)) is not None:
        free = [(values[place], place) for place in broken if values[place] and place not in hidden | heap]
        if not free:
            return None
        hidden.add(min(free)[1])
    masked = sum(map(block.weight, hidden | heap))
    return None if 2 * masked > sum(map(block.weight, block.places)) else frozenset(hidden)


def _broken_line(block: Block, people: Values, hidden: Set[Place]) -> list[Place] | None:
    """The first line with one cell hidden alone, or with fewer than 5 people in its hidden cells together."""
    for line in block.lines:
        gone = [place for place in line if place in hidden]
        if not gone:
            continue
        counts = [people[place] for place in gone]
        behind = sum(counts) if block.added else max(counts)
        if behind < THRESHOLD or sum(map(block.weight, gone)) == 1:
            return line
    return None
