"""How the cells of a report hang together: what is known of it by everyone, before any value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import TopologicalSorter

from db.report.disclosure.cells import Key


@dataclass(frozen=True)
class NestedGroups:
    """Groups of people inside a whole, of the same rank: where the difference is small, the whole goes (rule C).

    In a chain (came, of invited, of asked), each whole names all that is inside it, near or far.
    """

    whole: Key
    parts: tuple[Key, ...]

    @property
    def decides(self) -> frozenset[Key]:
        return frozenset({self.whole})

    @property
    def needs(self) -> frozenset[Key]:
        return frozenset(self.parts)


@dataclass(frozen=True)
class Within:
    """Groups of people inside a whole that is decided first; one person may be in several (rules C and S).

    `covering`: everyone of the whole is in at least one group. `told`: groups whose number another table tells, so that
    hiding them here hides nothing.
    """

    whole: Key
    cells: tuple[Key, ...]
    covering: bool = False
    told: tuple[Key, ...] = ()

    @property
    def decides(self) -> frozenset[Key]:
        return frozenset(self.cells)

    @property
    def needs(self) -> frozenset[Key]:
        return frozenset({self.whole})


@dataclass(frozen=True)
class Union:
    """Groups that come first, and the number of people in at least one of them, printed if no difference is small."""

    union: Key
    cells: tuple[Key, ...]

    @property
    def decides(self) -> frozenset[Key]:
        return frozenset({self.union})

    @property
    def needs(self) -> frozenset[Key]:
        return frozenset(self.cells)


@dataclass(frozen=True)
class SumLine:
    """Cells that add up to a total decided first. `or_nothing`: not printed when all that is not 0 would be hidden."""

    total: Key
    cells: tuple[Key, ...]
    or_nothing: bool = False

    @property
    def decides(self) -> frozenset[Key]:
        return frozenset(self.cells)

    @property
    def needs(self) -> frozenset[Key]:
        return frozenset({self.total})


@dataclass(frozen=True)
class Grid:
    """Cells that add up both ways, to margins that are lines of their own, decided first. `inner[row][column]`.

    Grids of one figure may share margins. One that closes a ring (A by B, B by C, C by A) is not printed: the three
    together bound the cells of A by B by C.
    """

    total: Key
    rows: tuple[Key, ...]
    columns: tuple[Key, ...]
    inner: tuple[tuple[Key, ...], ...]

    @property
    def decides(self) -> frozenset[Key]:
        return frozenset(key for row in self.inner for key in row)

    @property
    def needs(self) -> frozenset[Key]:
        return frozenset({self.total, *self.rows, *self.columns})

    @property
    def margins(self) -> tuple[SumLine, SumLine]:
        return SumLine(self.total, self.rows), SumLine(self.total, self.columns)

    @property
    def lines(self) -> list[SumLine]:
        """Each row, then each column, with its total."""
        rows = [SumLine(total, cells) for total, cells in zip(self.rows, self.inner, strict=True)]
        return rows + [
            SumLine(total, cells) for total, cells in zip(self.columns, zip(*self.inner, strict=True), strict=True)
        ]


@dataclass(frozen=True)
class Crossed:
    """Two lines of attendances, or of amounts, that share a total: the second goes when both tell who is in two cells.

    Made from the others (`decide`), whether or not a grid is printed between them.
    """

    first: SumLine
    second: SumLine

    @property
    def decides(self) -> frozenset[Key]:
        return frozenset(self.second.cells)

    @property
    def needs(self) -> frozenset[Key]:
        return frozenset({self.first.total, *self.first.cells})


@dataclass(frozen=True)
class Following:
    """Things that would tell a hidden figure about people: hidden when it is."""

    leader: Key
    cells: tuple[Key, ...]

    @property
    def decides(self) -> frozenset[Key]:
        return frozenset(self.cells)

    @property
    def needs(self) -> frozenset[Key]:
        return frozenset({self.leader})


@dataclass(frozen=True)
class PartOfMeetings:
    """The people at some of the meetings, how many meetings, and the attendances there when these are printed too."""

    people: Key
    meetings: int
    attendances: Key | None = None


@dataclass(frozen=True)
class Crowded:
    """Attendances of a group of people, nobody twice at a meeting: near people times meetings, they tell of each part.

    77 attendances of 9 people at 9 meetings, 4 in one place and 5 in another: 8 of them came to the first. `parts`
    cover the meetings; all of them have their attendances printed, or none.
    """

    attendances: Key
    people: Key
    meetings: int
    parts: tuple[PartOfMeetings, ...]

    @property
    def decides(self) -> frozenset[Key]:
        return frozenset({self.attendances})

    @property
    def needs(self) -> frozenset[Key]:
        return frozenset()


Table = NestedGroups | Within | Union | SumLine | Crossed | Grid | Following | Crowded
ORDER = (Crowded, NestedGroups, Within, Union, Following, SumLine, Crossed, Grid)


def rank(table: Table) -> int:
    return ORDER.index(type(table))


def in_order(tables: Iterable[Table]) -> list[Table]:
    """The tables, coarser before finer, in an order that depends on them alone. Raises CycleError for a ring."""
    known = sorted(set(tables), key=lambda table: (rank(table), repr(table)))
    sorter = TopologicalSorter({table: [other for other in known if _before(other, table)] for table in known})
    sorter.prepare()
    ordered: list[Table] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=known.index)
        sorter.done(*ready)
        ordered += ready
    return ordered


def _before(one: Table, other: Table) -> bool:
    """Whether one decides what the other needs; or marks, by people alone, cells that the other adds up."""
    if one != other and not one.decides.isdisjoint(other.needs):
        return True
    return rank(one) < rank(other) and not one.decides.isdisjoint(other.decides)


def rings(tables: Iterable[Table]) -> set[Grid]:
    """The grids that close a ring with those before them (in the order of their keys)."""
    group: dict[frozenset[Key], frozenset[Key]] = {}

    def root(margin: frozenset[Key]) -> frozenset[Key]:
        while group.setdefault(margin, margin) != margin:
            margin = group[margin]
        return margin

    closing: set[Grid] = set()
    for grid in sorted((table for table in tables if isinstance(table, Grid)), key=repr):
        one, other = root(frozenset(grid.rows)), root(frozenset(grid.columns))
        if one == other:
            closing.add(grid)
        group[one] = other
    return closing
