"""From the keys of a grid to its block of numbers, and back to the keys to hide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from db.report.disclosure.cells import THRESHOLD, Cell, Key, Measure
from db.report.disclosure.grids import Block, Place, Values, pattern
from db.report.disclosure.lines import people_behind
from db.report.disclosure.look_alikes import look_alikes
from db.report.disclosure.repeats import Filled, Margin, are_told
from db.report.disclosure.tables import Grid

Heap = list[int]  # the numbers of one row that is shown, or of all those that are masked


def hidden_in_grid(grid: Grid, cells: Mapping[Key, Cell], hidden: Set[Key]) -> set[Key] | None:
    """The inner cells to hide, given the margins `hidden`; None when the table is not printed.

    A cell hidden for more than its own size (rules C and S), or a hidden amount, leaves the table to its margins.
    """
    measure = cells[grid.total].measure
    if any(measure is Measure.CENTS or not cells[key].small for key in grid.decides & hidden):
        return None
    rows, masked_rows = _heaps(grid.rows, hidden)
    columns, masked_columns = _heaps(grid.columns, hidden)
    block = Block(len(rows), len(columns), len(masked_rows), len(masked_columns), added=measure is Measure.PEOPLE)
    heaped = [*rows, *([masked_rows] if masked_rows else [])], [*columns, *([masked_columns] if masked_columns else [])]
    keys = {(i, j): [grid.inner[r][c] for r in heaped[0][i] for c in heaped[1][j]] for i, j in block.places}
    values = {place: sum(cells[key].value for key in keys[place]) for place in block.places}
    people = {place: people_behind(cells[key] for key in keys[place]) for place in block.places}
    found = pattern(block, values, people) if rows and columns else None
    alike = [] if found is None else look_alikes(block, values, found)
    if found is None or not alike:
        return None
    if not block.added:
        margins = [_margins(grid.rows, heaped[0], cells, hidden), _margins(grid.columns, heaped[1], cells, hidden)]
        if are_told(_filled(block, margins, other, found) for other in alike):
            return None
    corner = (block.rows, block.columns)
    masked = found | {place for place in block.heap if values[place] or place == corner}
    return {key for place in masked for key in keys[place]}


def _heaps(margins: Sequence[Key], hidden: Set[Key]) -> tuple[list[Heap], Heap]:
    """The numbers of the lines whose totals are shown, each alone, in the order of labels; then those masked."""
    numbers = sorted(range(len(margins)), key=margins.__getitem__)
    return [[n] for n in numbers if margins[n] not in hidden], [n for n in numbers if margins[n] in hidden]


def _margins(keys: Sequence[Key], heaps: Sequence[Heap], cells: Mapping[Key, Cell], hidden: Set[Key]) -> list[Margin]:
    """Of the rows, or of the columns, what is printed; the last are a heap when they are hidden."""
    return [
        Margin(
            sum(cells[keys[number]].value for number in heap),
            None if keys[heap[0]] in hidden else cells[keys[heap[0]]].people,
        )
        for heap in heaps
    ]


def _filled(block: Block, margins: Sequence[Sequence[Margin]], values: Values, found: Set[Place]) -> Filled:
    """Where a number of times is shown, 5 people at least are behind it."""
    rows, columns = margins
    times = [[values[i, j] for j in range(len(columns))] for i in range(len(rows))]
    return Filled(rows, columns, times, {place: THRESHOLD for place in block.places if _is_said(block, place, found)})


def _is_said(block: Block, place: Place, found: Set[Place]) -> bool:
    return block.is_core(place) and place not in found
