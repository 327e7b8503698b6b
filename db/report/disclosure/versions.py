"""A version that comes after others: what two of them, subtracted, would show of a few people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from db.report.disclosure.cells import Cell, Key, Measure, Shown, is_small
from db.report.disclosure.printed import Printed


def moved_little(before: Shown | None, after: Cell) -> bool:
    """Whether a printed figure about people changed, and those who make the difference may be 1 to 4.

    Of attendances, amounts and delays, that is so unless their number of people is printed, and moved by 5 or more.
    """
    if not isinstance(before, Cell) or not after.measure.about_people or before in (after, after.without_people()):
        return False
    people = abs(after.people - before.people)
    unsaid = before.value != 0 and before.people == 0
    return is_small(people) or unsaid or (people == 0 and after.measure is not Measure.PEOPLE)


def stays_hidden(key: Key, cell: Cell, published: Iterable[Printed]) -> bool:
    """A figure that no table adds up: hidden once, it is hidden for good; shown and moved a little, it goes."""
    if not cell.measure.about_people:
        return False
    return any(earlier.is_hidden(key) or moved_little(earlier.cells.get(key), cell) for earlier in published)


def may_follow(earlier: Printed, cells: Mapping[Key, Cell], hidden: Set[Key]) -> bool:
    """Whether cells that add up may be printed after an earlier version: the same hidden, none shown moved a little."""
    if {key for key in cells if earlier.is_hidden(key)} != hidden:
        return False
    return not any(moved_little(earlier.cells.get(key), cell) for key, cell in cells.items() if key not in hidden)


def rest_moved_little(earlier: Printed, total: tuple[Key, Cell], cells: Mapping[Key, Cell], hidden: Set[Key]) -> bool:
    """Whether the hidden cells of a line, together, moved by 1 to 4: its total, less the cells shown, tells it."""
    before = earlier.cells.get(total[0])
    if not hidden or not isinstance(before, Cell):
        return False
    moved = total[1].value - before.value
    for key in cells.keys() - hidden:
        shown = earlier.cells.get(key)
        if not isinstance(shown, Cell):
            return True  # a cell that was not there: nothing to compare with
        moved -= cells[key].value - shown.value
    (measure,) = {cell.measure for cell in cells.values()}
    return is_small(abs(moved)) if measure is Measure.PEOPLE else moved != 0
