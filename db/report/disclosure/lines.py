"""A line of cells that add up to a total already decided: rule T, and what it takes to withstand those who know it.

`docs/report.md` has the counter-examples and the proof; `tests/db/report/disclosure` tries every small line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from db.report.disclosure.cells import THRESHOLD, WIDTH, Cell, Key, Measure

SMALLEST, LARGEST = 1, THRESHOLD - 1  # of a cell hidden for its own size


def hidden_in_line(total: Cell | None, cells: Mapping[Key, Cell], marked: Set[Key]) -> set[Key]:
    """The cells to hide. `total` is None when it is hidden; `marked` are those that the people behind them hide."""
    everything, filled = set(cells), {key for key, cell in cells.items() if cell.value}
    (measure,) = {cell.measure for cell in cells.values()}
    if total is None:
        return filled if measure is Measure.CENTS else everything
    if filled and _is_crowded(total.value // measure.grain, len(cells), len(filled)):
        return everything
    if not marked:
        return set()
    if measure is Measure.PEOPLE and not all(cells[key].small for key in marked):
        return everything  # hidden for what is printed elsewhere, which bounds it already
    hidden = _with_the_smallest(cells, marked)
    if len(hidden) == 1:
        return everything
    return hidden if _has_look_alikes(cells, hidden, measure) else filled


def people_behind(cells: Iterable[Cell]) -> int:
    """At least how many distinct people are behind cells; where one person may be in several, those of the largest."""
    counts = [(cell.measure is Measure.PEOPLE, cell.people) for cell in cells]
    apart = all(people for people, _ in counts)
    return sum(count for _, count in counts) if apart else max((count for _, count in counts), default=0)


def _is_crowded(total: int, cells: int, filled: int) -> bool:
    """Whether so few are shared out among so many cells that knowing which are empty is nearly knowing the others.

    7 in 5 cells of at least 1 leave only 1, 2 and 3.
    """
    return total <= cells + 2 and filled >= min(total - 2, cells - 1)


def _with_the_smallest(cells: Mapping[Key, Cell], marked: Set[Key]) -> set[Key]:
    """The marked cells, and the smallest others (ties: order of labels) until two are hidden and 5 people in them."""
    hidden = set(marked)
    for _, key in sorted((cell.value, key) for key, cell in cells.items() if cell.value and key not in marked):
        if len(hidden) > 1 and people_behind(cells[key] for key in hidden) >= THRESHOLD:
            break
        hidden.add(key)
    return hidden


def _has_look_alikes(cells: Mapping[Key, Cell], hidden: Set[Key], measure: Measure) -> bool:
    """Whether other lines, which these rules print in the same way, have hidden cells far enough apart.

    It reads what is printed only: how many cells are hidden, their sum, the smallest one shown. Hidden cells may be
    exchanged with one another, so that each may be the smallest or the largest of any such line.
    """
    many, held = len(hidden), sum(cells[key].value for key in hidden)
    shown = [cell.value for key, cell in cells.items() if cell.value and key not in hidden]
    most = min(shown) - 1 if shown else held  # one hidden beside the small ones was no larger than any shown
    if measure is Measure.PEOPLE:
        return _may_differ_by_people(many, held, most)
    return _widest(many, held, most) >= WIDTH * measure.grain


def _may_differ_by_people(many: int, held: int, most: int) -> bool:
    """All hidden cells are small; or all but one, and they hold fewer than 5 people, or are one."""
    if many + WIDTH <= held <= LARGEST * many - WIDTH:
        return True
    sums_of_small = range(SMALLEST, LARGEST + 1) if many == 2 else range(many - 1, LARGEST + 1)
    return any(
        THRESHOLD <= held - small <= most and held - small - (small if many == 2 else SMALLEST) >= WIDTH
        for small in sums_of_small
    )


def _widest(many: int, held: int, most: int) -> int:
    """The largest distance between hidden attendances, or amounts.

    One is of 5 to `most`; the others are of few people, who may each have come, or been paid, many times.
    """
    largest = min(most, held - (many - 1))
    if largest < THRESHOLD:
        return 0
    if many == 2:
        return max(abs(held - 2 * THRESHOLD), abs(held - 2 * largest))
    return max(held - THRESHOLD - (many - 2), largest) - SMALLEST
