"""Attendances and amounts added up both ways: how many people come back in two rows of one column.

Beside a number of times stands the number of people. So the times in a column, less its people, are its repeats; and no
more of these are inside its cells than the rows leave room for. What is over is people counted in two rows: when that
can only be 1 to 4, it is told, though no cell of the table is printed. Nor may it be told that all the people of a
column but 1 to 4 are in one cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from db.report.disclosure.cells import WIDTH, Cell, Key, is_small

Times = list[list[int]]  # by row and column: attendances, or cents
Place = tuple[int, int]


@dataclass(frozen=True)
class Margin:
    """What is printed of a row or a column: its times, and the people behind; None where they are not told."""

    times: int
    people: int | None

    @property
    def most(self) -> int:
        """How many people one of its cells may hold."""
        return self.times if self.people is None else self.people

    @property
    def repeats(self) -> int:
        return self.times if self.people is None else self.times - self.people


@dataclass(frozen=True)
class Filled:
    """One way to fill a table between its margins. `least`: of the people in a cell that is not empty."""

    rows: Sequence[Margin]
    columns: Sequence[Margin]
    times: Times
    least: Mapping[Place, int]

    @cached_property
    def inside(self) -> list[list[int]]:
        """The fewest repeats inside each cell: no cell holds more people than its row or its column."""
        return [
            [max(0, times - min(row.most, column.most)) for times, column in zip(line, self.columns, strict=True)]
            for line, row in zip(self.times, self.rows, strict=True)
        ]

    @property
    def stands(self) -> bool:
        """Whether people can be put behind these times at all."""
        rows = all(sum(line) <= row.repeats for line, row in zip(self.inside, self.rows, strict=True))
        columns = zip(zip(*self.inside, strict=True), self.columns, strict=True)
        return rows and all(sum(line) <= column.repeats for line, column in columns) and self._hold_the_least()

    def _hold_the_least(self) -> bool:
        return all(self.inside[i][j] <= self._room(i, j) for i, line in enumerate(self.times) for j in range(len(line)))

    def _room(self, i: int, j: int) -> int:
        """The most repeats that may be inside a cell, whatever the others hold."""
        return self.times[i][j] - self.least.get((i, j), 1) if self.times[i][j] else 0

    def twice(self, j: int) -> tuple[int, int]:
        """How many places of a column are of people counted already in another row: the least, and the most."""
        fewest = sum(line[j] for line in self.inside)
        most = sum(
            min(self._room(i, j), row.repeats - sum(line) + line[j])
            for i, (line, row) in enumerate(zip(self.inside, self.rows, strict=True))
        )
        repeats = self.columns[j].repeats
        return max(0, repeats - most), repeats - fewest

    def elsewhere(self, i: int, j: int) -> tuple[int, int]:
        """How many people of a column are not in one of its cells: the fewest, and the most."""
        inside, column = self.inside[i][j], self.columns[j]
        most = min(
            self._room(i, j),
            self.rows[i].repeats - sum(self.inside[i]) + inside,
            column.repeats - sum(line[j] for line in self.inside) + inside,
        )
        others = column.most - self.times[i][j]
        return others + inside, others + most

    def turned(self) -> Filled:
        """Rows for columns."""
        least = {(j, i): people for (i, j), people in self.least.items()}
        return Filled(self.columns, self.rows, [list(line) for line in zip(*self.times, strict=True)], least)


def are_told(fills: Iterable[Filled]) -> bool:
    """Whether a row or a column has 1 to 4 people counted twice, or elsewhere, in whatever way its cells are filled."""
    standing = [fill for fill in fills if fill.stands]
    turned = [fill.turned() for fill in standing]
    return not standing or any(_told(way) for way in (standing, turned))


def _told(fills: Sequence[Filled]) -> bool:
    first = fills[0]
    for j, column in enumerate(first.columns):
        if column.people is None:
            continue
        if _is_few(fill.twice(j) for fill in fills):
            return True
        if any(_is_few(fill.elsewhere(i, j) for fill in fills) for i in range(len(first.rows))):
            return True
    return False


def _is_few(ranges: Iterable[tuple[int, int]]) -> bool:
    """Whether it can only be 1 to 4, and not all of these."""
    ends = list(ranges)
    low, high = min(low for low, _ in ends), max(high for _, high in ends)
    return is_small(low) and is_small(high) and high - low < WIDTH


def margins_tell(total: Cell, rows: Mapping[Key, Cell | None], columns: Mapping[Key, Cell | None]) -> bool:
    """Whether two lines that add up to one total, printed side by side, tell it without any table between them.

    None: hidden. The lines that are hidden are heaped into one, of which a reader knows the sum.
    """
    down, across = _heaped(total, rows), _heaped(total, columns)
    return len(down) > 1 and len(across) > 1 and are_told(_fills(down, across))


def _heaped(total: Cell, line: Mapping[Key, Cell | None]) -> list[Margin]:
    """In the order of their labels."""
    shown = [Margin(cell.value, cell.people) for _, cell in sorted(line.items()) if cell is not None and cell.value]
    rest = total.value - sum(margin.times for margin in shown)
    return [*shown, *([Margin(rest, None)] if rest else [])]


def _fills(rows: Sequence[Margin], columns: Sequence[Margin]) -> Iterator[Filled]:
    """Some of the ways to fill the table, from the margins alone: shared out in proportion, or crowded together."""
    for down in _orders([row.repeats for row in rows]):
        for across in _orders([column.repeats for column in columns]):
            for crowded in (False, True):
                left = [columns[j].times for j in across]
                times = [[0] * len(columns) for _ in rows]
                for i in down:
                    for j, given in zip(across, _shares(rows[i].times, left, crowded=crowded), strict=True):
                        times[i][j] = given
                    left = [has - times[i][j] for j, has in zip(across, left, strict=True)]
                yield Filled(rows, columns, times, {})


def _orders(repeats: Sequence[int]) -> Iterator[list[int]]:
    """Each line first in its turn, before the others as they repeat more, or less."""
    for most in (False, True):
        others = sorted(range(len(repeats)), key=lambda line: (-repeats[line] if most else repeats[line], line))
        for first in range(len(repeats)):
            yield [first, *(line for line in others if line != first)]


def _shares(times: int, left: Sequence[int], *, crowded: bool) -> list[int]:
    """A row shared out, no more to a column than it has left: in proportion, or filling one after the other."""
    whole = sum(left)
    shares = [0] * len(left) if crowded or not whole else [times * has // whole for has in left]
    for column, has in enumerate(left):
        shares[column] += min(has - shares[column], times - sum(shares))
    return shares
