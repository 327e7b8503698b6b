"""An attack on printed reports: all that adds up, over whole numbers, and what the rules themselves give away.

It reads what is printed (`Printed`, in one or several versions) and the relations everyone knows, never a hidden value.
It finds a hidden cell, a difference or a change that is placed within a range narrower than it may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from db.report.disclosure import (
    THRESHOLD,
    WIDTH,
    Cell,
    Grid,
    Key,
    Measure,
    NestedGroups,
    Printed,
    SumLine,
    Table,
    Union,
    Within,
)
from tests.support.small_tables import lines_of
from tests.support.whole_numbers import Sum, Unknowns

MOST, MOST_CENTS = 1_000, 10_000_000  # in a hidden cell
LARGEST = THRESHOLD - 1  # of a cell hidden for its own size
SEVERAL_EACH = (Measure.COUNT, Measure.CENTS)
FEW = frozenset(range(1, THRESHOLD))
FEW_MOVED = FEW | {-people for people in FEW}

Place = tuple[int, Key]  # (version, key)


@dataclass(frozen=True)
class Question:
    """What an attacker asks: a sum of unknowns.

    It is answered when its range is narrower than `width`; and, for what is no cell, all `among` numbers of few people.
    """

    what: str
    terms: Sum
    width: int = WIDTH
    among: frozenset[int] | None = None

    def value_in(self, solution: Sequence[int]) -> int:
        return sum(times * solution[variable] for variable, times in self.terms.items())

    def is_open(self, values: Sequence[int]) -> bool:
        """Whether these values, all possible, leave the attacker without an answer."""
        if not values:
            return not self.terms
        return max(values) - min(values) >= self.width or (self.among is not None and not self.among.issuperset(values))


class Attack:
    """`same_people`: keys known to have the same people behind. `at_least`: values that cannot be less than a sum.

    `at_most`: attendances that cannot be more than the people of these keys, each so many times.
    """

    def __init__(
        self,
        tables: Sequence[Table],
        *published: Printed,
        knowing_the_rules: bool = True,
        same_people: Sequence[tuple[Key, Key]] = (),
        at_least: Sequence[tuple[Key, Mapping[Key, int]]] = (),
        at_most: Sequence[tuple[Key, Mapping[Key, int]]] = (),
    ) -> None:
        self._tables, self._published = list(tables), published
        self._lines = lines_of(self._tables)
        self._crossings = list(_crossings(self._lines, self._tables, published))
        self._unknowns = Unknowns()
        self._values: dict[Place, int] = {}
        self._people: dict[Place, int] = {}
        for version, printed in enumerate(published):
            self._read(version, printed)
            self._add_up(version)
            for crossing in self._crossings:
                self._cross(version, crossing)
            if knowing_the_rules:
                self._know_who_is_behind(version, printed)
            for one, other in same_people:
                self._unknowns.expect({self._people[version, one]: 1, self._people[version, other]: -1}, 0, 0)
            for key, terms in at_least:
                least = {self._values[version, part]: -times for part, times in terms.items()}
                self._unknowns.expect({self._values[version, key]: 1, **least}, 0)
            for key, terms in at_most:
                most = {self._people[version, part]: -times for part, times in terms.items()}
                self._unknowns.expect({self._values[version, key]: 1, **most}, high=0)
        if knowing_the_rules:
            self._know_the_rules(published[0])

    def findings(self) -> list[str]:
        """What is answered. Every solution found answers a part of the other questions."""
        found, seen = list(self._moved_alone()), list[list[int]]()
        for question in self._questions():
            if question.is_open([question.value_in(solution) for solution in seen]):
                continue
            for as_it_stands in (False, True):
                seen += [find(question.terms, as_it_stands=as_it_stands) for find in self._ends]
                low, high = (question.value_in(solution) for solution in seen[-2:])
                if question.is_open([low, high]):
                    break
            else:
                found.append(f"{question.what} is between {low} and {high}")
        return found

    @property
    def _ends(self) -> tuple[Callable[..., list[int]], ...]:
        return self._unknowns.least, self._unknowns.most

    # What is printed

    def _read(self, version: int, printed: Printed) -> None:
        for key, measure in printed.measures.items():
            shown, place = printed[key], (version, key)
            cell = shown if isinstance(shown, Cell) else None
            most = MOST_CENTS if measure is Measure.CENTS else MOST
            self._values[place] = self._unknown(cell.value if cell else None, most)
            self._people[place] = self._values[place]
            if measure in (*SEVERAL_EACH, Measure.DAYS):
                said = cell is not None and (cell.people or not cell.value)
                self._people[place] = self._unknown(cell.people if cell and said else None, MOST)
            if measure in SEVERAL_EACH:
                self._unknowns.expect({self._values[place]: 1, self._people[place]: -1}, 0)

    def _unknown(self, value: int | None, most: int) -> int:
        return self._unknowns.add(*(0, most) if value is None else (value, value))

    def _add_up(self, version: int) -> None:
        for line in self._lines:
            if (version, line.total) in self._values:
                cells = self._known(self._values, version, line.cells)
                self._unknowns.expect({self._values[version, line.total]: -1, **dict.fromkeys(cells, 1)}, 0, 0)
        for whole, cells, covering in self._groups():
            people = self._people[version, whole]
            groups = self._known(self._people, version, cells)
            for group in groups:
                self._unknowns.expect({people: 1, group: -1}, 0)
            if covering and len(groups) == len(cells):
                self._unknowns.expect({people: -1, **dict.fromkeys(groups, 1)}, 0)

    def _known(self, unknowns: Mapping[Place, int], version: int, keys: Iterable[Key]) -> list[int]:
        return [unknowns[version, key] for key in keys if (version, key) in unknowns]

    def _cross(self, version: int, crossing: Grid) -> None:
        """A table that nobody prints: its cells add up all the same to two lines that are printed."""
        for key in crossing.decides:
            self._values[version, key] = self._unknown(None, MOST_CENTS)
            self._people[version, key] = self._unknown(None, MOST)
            self._unknowns.expect({self._values[version, key]: 1, self._people[version, key]: -1}, 0)
        for line in crossing.lines:
            inner = self._known(self._values, version, line.cells)
            self._unknowns.expect({self._values[version, line.total]: -1, **dict.fromkeys(inner, 1)}, 0, 0)
            self._cover(version, line.total, line.cells)

    def _cover(self, version: int, whole: Key, cells: Iterable[Key]) -> None:
        """Everyone of a whole is in a group, and nobody else."""
        people, groups = self._people[version, whole], self._known(self._people, version, cells)
        self._unknowns.expect({people: -1, **dict.fromkeys(groups, 1)}, 0)
        for group in groups:
            self._unknowns.expect({people: 1, group: -1}, 0)

    def _groups(self) -> Iterator[tuple[Key, tuple[Key, ...], bool]]:
        """(whole, groups of people in it, whether they cover it)."""
        measures = {key: measure for printed in self._published for key, measure in printed.measures.items()}
        for table in self._tables:
            match table:
                case Within(whole, cells, covering) if whole in measures:
                    yield whole, cells, covering
                case Union(whole, cells) if whole in measures:
                    yield whole, cells, True
                case NestedGroups(whole, cells) if whole in measures:
                    yield whole, cells, False
        for line in self._lines:
            if measures.get(line.total) in SEVERAL_EACH:
                yield line.total, line.cells, True

    # What the rules give away: in every version who is behind what is shown, the rest in the first

    def _know_who_is_behind(self, version: int, printed: Printed) -> None:
        for key, cell in printed.cells.items():
            if isinstance(cell, Cell) and cell.value and cell.measure in SEVERAL_EACH:
                self._unknowns.expect({self._people[version, key]: 1}, THRESHOLD)

    def _know_the_rules(self, printed: Printed) -> None:
        decided = {key for table in self._tables for key in table.decides}
        decided |= {key for line in self._lines for key in line.cells}
        for key, measure in printed.measures.items():
            if key not in decided and printed.is_hidden(key) and measure is Measure.PEOPLE:
                self._unknowns.expect({self._values[0, key]: 1}, 1, LARGEST)
        for table in self._tables:
            for line in [table] if isinstance(table, SumLine) else table.margins if isinstance(table, Grid) else []:
                self._know_a_line(printed, line)
            if isinstance(table, Grid) and printed.tables[table] and printed.measures[table.total] is Measure.PEOPLE:
                self._know_a_grid(printed, table)

    def _know_a_line(self, printed: Printed, line: SumLine) -> None:
        """In a line not masked whole, zeros are shown, and hidden cells are small but one at most.

        That one is no larger than any shown; it is hidden beside one small cell, or several that hold fewer than 5.
        """
        known = [key for key in line.cells if printed.measures.get(key) is Measure.PEOPLE]
        hidden = [self._values[0, key] for key in known if printed.is_hidden(key)]
        shown = [cell.value for key in known if isinstance(cell := printed[key], Cell) and cell.value]
        if len(hidden) in (0, len(known)):
            return
        for value in hidden:
            self._unknowns.expect({value: 1}, 1)
        if not shown:
            return
        larger = {value: self._is_large(value, min(shown)) for value in hidden}
        self._unknowns.expect(dict.fromkeys(larger.values(), 1), 0, 1)
        total = printed[line.total]
        if len(hidden) > 2 and isinstance(total, Cell):
            held = total.value - sum(shown)
            for value, large in larger.items():
                self._unknowns.expect({value: 1, large: LARGEST - held}, 0)

    def _know_a_grid(self, printed: Printed, grid: Grid) -> None:
        """Between shown margins, a hidden cell is small, or no larger than any shown of its row, or of its column."""
        for row, total in enumerate(grid.rows):
            for column, other in enumerate(grid.columns):
                key = grid.inner[row][column]
                if printed.is_hidden(total) or printed.is_hidden(other) or not printed.is_hidden(key):
                    continue
                self._unknowns.expect({self._values[0, key]: 1}, 1)
                lines = grid.inner[row], [cells[column] for cells in grid.inner]
                self._is_large(self._values[0, key], max(_smallest(printed, keys) for keys in lines))

    def _is_large(self, value: int, most: int) -> int:
        """A 0 or 1: whether a hidden cell is 5 or more, and then at most `most`; else it is 1 to 4."""
        large = self._unknowns.add(0, 1)
        self._unknowns.expect({value: 1, large: -THRESHOLD}, 0)
        self._unknowns.expect({value: 1, large: -MOST}, -MOST, LARGEST)
        self._unknowns.expect({value: 1}, 0, max(most, LARGEST))
        return large

    # What is asked of it

    def _questions(self) -> Iterator[Question]:
        for version, printed in enumerate(self._published):
            yield from self._hidden_cells(version, printed)
            yield from self._differences(version)
            yield from self._counted_twice(version)
        for earlier, later in combinations(range(len(self._published)), 2):
            yield from self._changes(earlier, later)

    def _hidden_cells(self, version: int, printed: Printed) -> Iterator[Question]:
        for key, measure in printed.measures.items():
            if printed.is_hidden(key) and measure.about_people:
                yield Question(f"{version}: {key}", {self._values[version, key]: 1}, WIDTH * measure.grain)

    def _differences(self, version: int) -> Iterator[Question]:
        """Who is in a whole and not in a part; how many places of groups are counted twice."""
        for whole, cells, covering in self._groups():
            people = self._people[version, whole]
            groups = self._known(self._people, version, cells)
            for number, group in enumerate(groups):
                yield Question(f"{version}: {whole} less part {number}", {people: 1, group: -1}, among=FEW)
            if covering and len(groups) > 1:
                twice = {people: -1, **dict.fromkeys(groups, 1)}
                yield Question(f"{version}: counted twice in {whole}", twice, among=FEW)

    def _counted_twice(self, version: int) -> Iterator[Question]:
        """Between two lines of one total: who is in two cells of a row, or of a column, that nobody prints."""
        for crossing in self._crossings:
            for line in crossing.lines:
                groups = self._known(self._people, version, line.cells)
                twice = {self._people[version, line.total]: -1, **dict.fromkeys(groups, 1)}
                yield Question(f"{version}: counted twice across {line.total}", twice, among=FEW)

    def _changes(self, earlier: int, later: int) -> Iterator[Question]:
        before, after = self._published[earlier], self._published[later]
        for key, measure in after.measures.items():
            if measure.about_people and key in before.measures:
                moved = {self._people[later, key]: 1, self._people[earlier, key]: -1}
                yield Question(f"{key} from version {earlier}", moved, among=FEW_MOVED)
        for line in self._lines:
            gone = [key for key in line.cells if after.is_hidden(key) and after.measures[key] is Measure.PEOPLE]
            moves = {self._values[later, key]: 1 for key in gone}
            moves |= {self._values[earlier, key]: -1 for key in gone}
            yield Question(f"hidden cells of {line.total} from version {earlier}", moves, among=FEW_MOVED)

    def _moved_alone(self) -> Iterator[str]:
        """Attendances or amounts that moved while the number of people did not: it may be one person's."""
        for before, after in combinations(self._published, 2):
            for key, one in before.cells.items():
                other = after.cells.get(key)
                if isinstance(one, Cell) and isinstance(other, Cell) and one != other and one.measure.about_people:
                    yield from [f"{key} moved for the same people"] * (one.people == other.people)


def _crossings(lines: Sequence[SumLine], tables: Sequence[Table], published: Sequence[Printed]) -> Iterator[Grid]:
    """For two lines of attendances or amounts that share a total, the table between them, when no grid is."""
    drawn = {frozenset(table.margins) for table in tables if isinstance(table, Grid)}
    measures = {key: measure for printed in published for key, measure in printed.measures.items()}
    known = [line for line in lines if all(measures.get(key) in SEVERAL_EACH for key in (line.total, *line.cells))]
    for one, other in combinations(known, 2):
        if one.total == other.total and frozenset({one, other}) not in drawn:
            inner = tuple(
                tuple(Key(f"{row.figure} by {column.figure}", (*row.at, *column.at)) for column in other.cells)
                for row in one.cells
            )
            yield Grid(one.total, one.cells, other.cells, inner)


def _smallest(printed: Printed, keys: Iterable[Key]) -> int:
    return min((cell.value for key in keys if isinstance(cell := printed[key], Cell) and cell.value), default=MOST)
