"""The one decision: which figures are printed, coarser before finer, each with one fate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from db.report.disclosure.cells import Cell, Key, Mark, Measure, Shown
from db.report.disclosure.crowds import is_crowded
from db.report.disclosure.lines import hidden_in_line
from db.report.disclosure.printed import Printed
from db.report.disclosure.repeats import margins_tell
from db.report.disclosure.sets import hidden_within, union_is_hidden, whole_is_hidden
from db.report.disclosure.tables import (
    Crossed,
    Crowded,
    Following,
    Grid,
    NestedGroups,
    SumLine,
    Table,
    Union,
    Within,
    in_order,
    rings,
)
from db.report.disclosure.two_way import hidden_in_grid
from db.report.disclosure.versions import may_follow, rest_moved_little, stays_hidden

SEVERAL_EACH = (Measure.COUNT, Measure.CENTS)


def decide(cells: Mapping[Key, Cell | None], tables: Iterable[Table], published: Sequence[Printed] = ()) -> Printed:
    """What may be printed of `cells` (None: not recorded), whose relations are `tables`.

    `published`: the earlier versions that left the house. The answer is the same in whatever order cells and tables
    come. Raises ValueError for a cell that two tables add up, or for tables that wait for one another.
    """
    known = {key: cell for key, cell in cells.items() if cell is not None}
    expanded = in_order(_expanded(tables, known))
    _refuse_cells_added_twice(expanded)
    decision = _Decision(known, expanded, published)
    for table in expanded:
        decision.take(table)
    shown: dict[Key, Shown] = dict.fromkeys(cells, Mark.NOT_RECORDED)
    printed = _as_printed(known, expanded)
    shown |= {key: Mark.HIDDEN if key in decision.hidden else cell for key, cell in printed.items()}
    return Printed(shown, {key: cell.measure for key, cell in known.items()}, decision.printed)


def _expanded(tables: Iterable[Table], known: Mapping[Key, Cell]) -> Iterator[Table]:
    """Each table, the margins of a grid, and for lines where a person counts several times, the people behind."""
    several: dict[SumLine, None] = {}
    for table in tables:
        lines = table.margins if isinstance(table, Grid) else [table] if isinstance(table, SumLine) else []
        yield from dict.fromkeys((table, *lines))
        for line in lines:
            if line.total in known and known[line.total].measure in SEVERAL_EACH:
                several[line] = None
                yield Within(line.total, line.cells, covering=True)
    for one, other in combinations(sorted(several, key=lambda line: (len(line.cells), repr(line))), 2):
        if one.total == other.total:
            yield Crossed(one, other)


def _as_printed(cells: Mapping[Key, Cell], tables: Iterable[Table]) -> dict[Key, Cell]:
    """Inside a grid, attendances and amounts are printed without the people behind, which do not add up."""
    inner = {key for table in tables if isinstance(table, Grid) for key in table.decides if key in cells}
    return {**cells, **{key: cells[key].without_people() for key in inner}}


def _refuse_cells_added_twice(tables: Sequence[Table]) -> None:
    times = Counter(key for table in tables if isinstance(table, SumLine | Grid) for key in table.decides)
    twice = [key for key, count in times.items() if count > 1]
    if twice:
        raise ValueError(f"added up in two tables: {min(twice)}")


class _Decision:
    """What is hidden so far; each table adds to it."""

    def __init__(self, cells: Mapping[Key, Cell], tables: Sequence[Table], published: Sequence[Printed]) -> None:
        self._cells, self._published = cells, published
        self._rings = rings(tables)
        self.printed: dict[Table, bool] = {}
        added = {key for table in tables if isinstance(table, SumLine | Grid) for key in table.decides}
        alone = {key: cell for key, cell in cells.items() if key not in added}
        self.hidden = {key for key, cell in cells.items() if cell.small}
        self.hidden |= {key for key, cell in alone.items() if stays_hidden(key, cell, published)}

    def take(self, table: Table) -> None:
        """Decide the cells of one table. Those not recorded are left out."""
        match table:
            case NestedGroups(whole, parts):
                self._hide_if(whole, lambda cell: whole_is_hidden(cell, self._shown(parts).values()))
            case Within(whole, cells, covering, told):
                self._take_groups(self._if_shown(whole), cells, covering, told)
            case Union(union, cells):
                groups, others_hidden = self._shown(cells), not self.hidden.isdisjoint(cells)
                self._hide_if(union, lambda cell: union_is_hidden(cell, groups.values(), others_hidden=others_hidden))
            case Following(leader, cells):
                known = self._known(cells)
                before = {key for key in known for earlier in self._published if earlier.is_hidden(key)}
                self.hidden |= known.keys() if leader in self.hidden else before
            case Crowded(attendances, people):
                if {attendances, people} <= self._cells.keys() and is_crowded(table, self._cells):
                    self.hidden.add(attendances)
            case SumLine():
                self._take_line(table)
            case Crossed(first, second):
                self._take_crossed(first, second)
            case Grid():
                self._take_grid(table)

    def _take_groups(self, whole: Cell | None, cells: Sequence[Key], covering: bool, told: Sequence[Key]) -> None:
        """Inside a whole shown to be 0, a group of 0 is told by it, even one hidden for an earlier version."""
        known = self._known(cells)
        self.hidden |= hidden_within(whole, known, covering=covering and len(known) == len(cells), told=told)
        if whole is not None and whole.people == 0:
            self.hidden -= {key for key, cell in known.items() if cell.people == 0}

    def _take_line(self, line: SumLine) -> None:
        cells, total = self._known(line.cells), self._if_shown(line.total)
        hidden = hidden_in_line(total, cells, cells.keys() & self.hidden) if cells else set()
        bare = bool(hidden) and not any(cells[key].value for key in cells.keys() - hidden)
        told = total is not None and (total.value == 0 or len(cells) == 1)  # by the total
        if (bare and line.or_nothing) or not (told or self._may_follow([line], cells, hidden)):
            hidden = set(cells)
        self.hidden |= hidden
        self.printed[line] = hidden != set(cells)

    def _take_crossed(self, first: SumLine, second: SumLine) -> None:
        total = self._if_shown(first.total)
        lines = [{key: self._if_shown(key) for key in self._known(line.cells)} for line in (first, second)]
        if total is not None and margins_tell(total, *lines):
            self.hidden |= lines[1].keys()
            self.printed[second] = False

    def _take_grid(self, grid: Grid) -> None:
        """Between margins that leave one row or one column to fill, its cells are those margins, shown or hidden."""
        rows, columns = self._not_empty(grid.rows), self._not_empty(grid.columns)
        places = [(grid.inner[row][column], grid.rows[row], grid.columns[column]) for row in rows for column in columns]
        if len(rows) < 2 or len(columns) < 2:
            self.hidden |= {key for key, row, column in places if row in self.hidden or column in self.hidden}
            self.printed[grid] = True
            return
        hidden = self._hidden_in(grid)
        self.hidden |= {key for key, _, _ in places} if hidden is None else hidden
        self.printed[grid] = hidden is not None

    def _hidden_in(self, grid: Grid) -> set[Key] | None:
        """The cells to hide between two margins; None when they alone are printed."""
        cells = self._known(grid.decides)
        if grid in self._rings or len(cells) + len(self._known(grid.needs)) < len(grid.decides) + len(grid.needs):
            return None
        hidden = hidden_in_grid(grid, self._cells, self.hidden)
        return hidden if hidden is not None and self._may_follow(grid.lines, cells, hidden) else None

    def _not_empty(self, margin: Sequence[Key]) -> list[int]:
        """The numbers of the rows, or columns, that are not printed to hold 0."""
        shown = self._shown(margin)
        return [number for number, key in enumerate(margin) if key not in shown or shown[key].value]

    def _may_follow(self, lines: Sequence[SumLine], cells: Mapping[Key, Cell], hidden: Set[Key]) -> bool:
        totals = self._shown(line.total for line in lines)
        return all(
            may_follow(earlier, cells, hidden)
            and not any(
                rest_moved_little(earlier, (line.total, totals[line.total]), self._known(line.cells), hidden)
                for line in lines
                if line.total in totals
            )
            for earlier in self._published
        )

    def _hide_if(self, key: Key, condition: Callable[[Cell], bool]) -> None:
        if key in self._cells and condition(self._cells[key]):
            self.hidden.add(key)

    def _known(self, keys: Iterable[Key]) -> dict[Key, Cell]:
        return {key: self._cells[key] for key in keys if key in self._cells}

    def _shown(self, keys: Iterable[Key]) -> dict[Key, Cell]:
        return {key: cell for key, cell in self._known(keys).items() if key not in self.hidden}

    def _if_shown(self, key: Key) -> Cell | None:
        return None if key in self.hidden else self._cells.get(key)
