"""Every small line, against whoever knows the rules: tries all lines that add up, and keeps those printed the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import pytest

from db.report.disclosure import WIDTH, Cell, Key, Measure, SumLine, decide
from db.report.disclosure.lines import hidden_in_line
from tests.support import as_written
from tests.support.small_tables import TOTAL, H, at, line, seen

Values = tuple[int, ...]


def shares(total: int, cells: int) -> Iterator[Values]:
    """Every way to share a total among cells."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in shares(total - first, cells - 1))


def printed(*values: int) -> list[int | str]:
    """What `decide` prints of a line; by the rule itself, which is quicker."""
    cells = {at(row=number): Cell.of_people(value) for number, value in enumerate(values)}
    total = Cell.of_people(sum(values))
    small = {key for key, cell in cells.items() if cell.small}
    hidden = hidden_in_line(None if total.small else total, cells, small)
    return [*(H if key in hidden else cell.value for key, cell in cells.items()), H if total.small else total.value]


def lines_up_to(most: int, cells: int) -> Iterator[Values]:
    return (values for total in range(most + 1) for values in shares(total, cells))


def betrayed(
    rule: Callable[..., list[int | str]], lines: Iterable[Values]
) -> dict[tuple[int | str, ...], list[Values]]:
    """What is printed -> the lines it may come from, where a hidden cell or total is within too narrow a range."""
    origins: dict[tuple[int | str, ...], list[Values]] = defaultdict(list)
    for values in lines:
        origins[tuple(rule(*values))].append(values)
    return {
        shown: lines
        for shown, lines in origins.items()
        for place, cell in enumerate(shown)
        if cell == H
        if max(sizes := [(*values, sum(values))[place] for values in lines]) - min(sizes) < WIDTH
    }


@pytest.mark.parametrize(("cells", "most"), [(1, 40), (2, 40), (3, 24), (4, 16), (5, 12), (6, 10), (7, 9)])
def test_no_small_line_lets_a_hidden_cell_be_placed(cells: int, most: int) -> None:
    assert betrayed(printed, lines_up_to(most, cells)) == {}


def test_nor_six_cells_just_below_the_threshold() -> None:
    """Six cells of 4: were one larger, the first wording of the rule would have shown it, so that each is 4.

    All cells are hidden, so that they may be exchanged: lines in order of size are enough.
    """
    lines = [values for values in shares(24, 6) if list(values) == sorted(values)]
    for rule, safe in ((as_written.line, False), (printed, True)):
        alike = [values for values in lines if rule(*values) == rule(*(4,) * 6)]
        assert (max(map(max, alike)) - min(map(min, alike)) >= WIDTH) is safe


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((5, 4, 4), {(5, 4, 4)}),  # beside another 5, the first one would have been hidden
        ((5, 3, 4), {(5, 3, 4), (5, 4, 3)}),
        ((1, 2, 2), {(1, 1, 3), (1, 3, 1), (3, 1, 1), (1, 2, 2), (2, 1, 2), (2, 2, 1)}),
        ((1, 1, 1, 1), {(1, 1, 1, 1)}),  # at most 4 people, in four cells that are not empty
    ],
)
def test_the_rule_as_first_written_betrays_these(values: Values, found: set[Values]) -> None:
    shown = as_written.line(*values)
    alike = {other for other in lines_up_to(sum(values), len(values)) if as_written.line(*other) == shown}
    assert alike == found


def test_how_much_the_first_wording_betrays() -> None:
    outputs = {tuple(as_written.line(*values)) for values in lines_up_to(16, 4)}
    found = betrayed(as_written.line, lines_up_to(16, 4))
    assert len(found) > len(outputs) / 20


@pytest.mark.parametrize("values", [(11, 8, 6, 3), (11, 2, 1, 9), (5, 4, 4), (1, 1, 2), (0, 4, 3), (20, 3, 0)])
def test_the_rule_alone_says_what_is_printed(values: Values) -> None:
    table = line(*values)
    assert printed(*values) == seen(table.printed(), [*table.inner, TOTAL])


def test_attendances_count_the_people_behind_not_the_times() -> None:
    """One person came 20 times: hidden, and the smallest other cell with her, however many times the others came."""
    keys = [at(row=number) for number in range(3)]
    cells = {TOTAL: Cell(Measure.COUNT, 60, 12), **dict(zip(keys, _counts((20, 1), (25, 7), (15, 7)), strict=True))}
    assert seen(decide(cells, [SumLine(TOTAL, tuple(keys))]), [*keys, TOTAL]) == [H, 25, H, 60]


@pytest.mark.parametrize(
    ("rows", "people", "printed"),
    [
        ([(30000, 8), (4000, 2), (20000, 9)], 14, [30000, H, H, 54000]),
        ([(30000, 8), (0, 0), (20000, 9)], 17, [30000, 0, 20000, 50000]),
        ([(30000, 8), (0, 0), (20000, 13)], 14, [H, 0, H, 50000]),  # one person has nothing of the third
        ([(30000, 8), (20000, 9), (10000, 10)], 24, [H, 20000, H, 60000]),  # 3 people are in two of them
        ([(750, 1), (4000, 1), (0, 0)], 2, [H, H, 0, H]),
    ],
)
def test_amounts(rows: list[tuple[int, int]], people: int, printed: list[object]) -> None:
    keys = [at(row=number) for number in range(len(rows))]
    cells = {key: Cell(Measure.CENTS, cents, behind) for key, (cents, behind) in zip(keys, rows, strict=True)}
    cells[TOTAL] = Cell(Measure.CENTS, sum(cents for cents, _ in rows), people)
    assert seen(decide(cells, [SumLine(TOTAL, tuple(keys))]), [*keys, TOTAL]) == printed


def _counts(*rows: tuple[int, int]) -> list[Cell]:
    return [Cell(Measure.COUNT, times, people) for times, people in rows]


def test_a_cell_is_added_up_once() -> None:
    with pytest.raises(ValueError, match="added up in two tables"):
        decide({}, [SumLine(Key("A"), (Key("C"),)), SumLine(Key("B"), (Key("C"),))])
