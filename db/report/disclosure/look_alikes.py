"""Other grids that print in the same way: a pattern is safe when they put each hidden cell at values far enough apart.

The search reads what is printed and nothing else, and is bounded: what it cannot show safe is not printed. So whoever
knows the printed grid, the rules and this search still cannot place a hidden cell within a range narrower than WIDTH.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from db.report.disclosure.cells import WIDTH
from db.report.disclosure.grids import Block, Place, Values, pattern

STEPS = 20_000  # of the search in one grid
TRIES = 40  # grids looked at for one value of one place


def look_alikes(block: Block, values: Values, hidden: Set[Place]) -> list[Values]:
    """Grids printed as this one; none when they do not put every hidden place of the pattern far enough apart.

    Of the hidden `values`, only the sums by row and by column are read: the margins tell them.
    """
    search, found = _Search(block, values, hidden), list[Values]()
    if not search.lowest:
        return [values]
    sizes: dict[Place, set[int]] = {place: set() for place in search.lowest}
    for place in sizes:
        for value in search.candidates(place):
            if _is_wide(block, place, sizes[place]):
                break
            if alike := search.look_alike(place, value):
                found.append({**values, **alike})
                for other, size in alike.items():
                    sizes[other].add(size)
        if not _is_wide(block, place, sizes[place]):
            return []
    return found


def _is_wide(block: Block, place: Place, sizes: Set[int]) -> bool:
    """A masked row may be empty where others of its heap are not: its cells go from 0 to the heap's largest size."""
    return bool(sizes) and max(sizes) - (min(sizes) if block.is_core(place) else 0) >= WIDTH


class _Search:
    """Fills the places that are not printed so that rows and columns add up, and the rules print the same."""

    def __init__(self, block: Block, values: Values, hidden: Set[Place]) -> None:
        """A masked zero is unknown only where masked rows and columns cross; elsewhere zeros are printed."""
        corner = {place for place in block.heap if place == (block.rows, block.columns)}
        places = sorted(corner | hidden | {place for place in block.heap if values[place]})
        self.lowest = {place: 0 if place in corner else 1 for place in places}
        self._block, self._hidden = block, hidden
        self._values = {place: value for place, value in values.items() if place not in self.lowest}
        self._rows, self._columns = Counter[int](), Counter[int]()
        for place in places:
            self._leave(place, values[place])
        self._steps = STEPS
        self._tries = 0

    def candidates(self, place: Place) -> Iterator[int]:
        return _from_both_ends(*self._bounds(place, self._others(place)))

    def look_alike(self, place: Place, value: int) -> Values:
        """What the unknown places hold in a look-alike with `value` at `place`; empty when none was found."""
        self._tries = TRIES
        self._take(place, value)
        found = self._fill(self._others(place))
        self._leave(place, value)
        return {other: self._values[other] for other in self.lowest} if found else {}

    def _fill(self, places: list[Place]) -> bool:
        """Fill the places left; True at the first look-alike, whose values are then in place."""
        if not places:
            self._tries -= 1
            return pattern(self._block, self._values, self._values) == self._hidden
        place, others = places[0], places[1:]
        for value in _from_both_ends(*self._bounds(place, others)):
            self._steps -= 1
            if self._steps <= 0 or self._tries <= 0:
                return False
            self._take(place, value)
            found = self._fill(others)
            self._leave(place, value)
            if found:
                return True
        return False

    def _others(self, place: Place) -> list[Place]:
        return [other for other in self.lowest if other != place]

    def _bounds(self, place: Place, others: list[Place]) -> tuple[int, int]:
        """The least and the most a place may hold, given the places still to fill after it."""
        in_row = [self.lowest[other] for other in others if other[0] == place[0]]
        in_column = [self.lowest[other] for other in others if other[1] == place[1]]
        row, column = self._rows[place[0]], self._columns[place[1]]
        low = max(self.lowest[place], 0 if in_row else row, 0 if in_column else column)
        return low, min(row - sum(in_row), column - sum(in_column))

    def _take(self, place: Place, value: int) -> None:
        self._values[place] = value
        self._rows[place[0]] -= value
        self._columns[place[1]] -= value

    def _leave(self, place: Place, value: int) -> None:
        self._rows[place[0]] += value
        self._columns[place[1]] += value


def _from_both_ends(low: int, high: int) -> Iterator[int]:
    """low, high, low + 1, high - 1...: the ends are where a look-alike helps most."""
    while low <= high:
        yield low
        if high > low:
            yield high
        low, high = low + 1, high - 1
