"""Tables with numbers, and what is printed of them."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from db.report.disclosure import Cell, Grid, Measure, SumLine
from tests.support.small_tables import TOTAL, H, at, grid, line, seen


@pytest.mark.parametrize(
    ("values", "printed", "total"),
    [
        ((11, 8, 6, 3), [11, 8, H, H], 28),
        ((11, 2, 1, 9), [11, H, H, H], 23),  # 2 + 1 hold fewer than 5: D goes too
        ((4, 4), [H, H], 8),
        ((9, 3), [H, H], 12),
        ((20, 3, 0), [H, H, 0], 23),
        ((12, 0, 5), [12, 0, 5], 17),
        ((1, 1, 1, 1), [H, H, H, H], H),
        ((0, 0, 0), [0, 0, 0], 0),
        ((5, 0, 0), [5, 0, 0], 5),
        ((7,), [7], 7),
        ((4,), [H], H),
        ((11, 8, 8, 3), [11, H, 8, H], 30),  # of two equal cells, the first by its label
        ((3, 20, 20), [H, H, 20], 43),
        ((4, 4, 4), [H, H, H], 12),
        ((100, 60, 40, 1), [100, 60, H, H], 201),
        # A hidden total is not shared out, zeros included: 3 people whose cells are known to be filled are 1, 1 and 1.
        ((3, 0), [H, H], H),
        ((0, 2, 1), [H, H, H], H),
        # So few people in so many cells that the filled ones are nearly known.
        ((1, 2, 2), [H, H, H], 5),
        ((4, 1, 0), [H, H, H], 5),
        ((1, 1, 2, 2), [H, H, H, H], 6),
        ((4, 2, 0, 0), [H, H, 0, 0], 6),
        # Hidden cells that what is shown beside them would betray.
        ((5, 4, 4), [H, H, H], 13),
        ((5, 3, 4), [H, H, H], 12),
        ((4, 4, 4, 4, 4, 4, 0), [H, H, H, H, H, H, 0], 24),
        ((9, 4, 4, 4, 4, 4, 4), [H, H, H, H, H, H, H], 33),
    ],
)
def test_a_line(values: tuple[int, ...], printed: list[object], total: object) -> None:
    table = line(*values)
    shown = table.printed()
    assert seen(shown, table.inner) == printed
    assert seen(shown, [TOTAL]) == [total]


@pytest.mark.parametrize(
    ("rows", "printed", "down", "across", "total"),
    [
        (
            [(8, 9), (12, 7), (6, 3), (10, 6)],
            [[H, H], [12, 7], [H, H], [10, 6]],
            [17, 19, 9, 16],
            [36, 25],
            61,
        ),
        ([(8, 3), (5, 3), (6, 0), (2, 1)], None, [11, 8, H, H], [21, 7], 28),
        ([(20, 30), (15, 25), (12, 9), (2, 1)], [[20, 30], [15, 25], [H, H], [H, H]], [50, 40, H, H], [49, 65], 114),
        ([(8, 6), (0, 9)], [[8, 6], [0, 9]], [14, 9], [8, 15], 23),
        ([(0, 0), (0, 0)], [[0, 0], [0, 0]], [0, 0], [0, 0], 0),
        ([(1, 4, 5)], [[H, H, 5]], [10], [H, H, 5], 10),  # one row: the margin itself
        ([(12, 0), (6, 0), (3, 0)], [[12, 0], [H, 0], [H, 0]], [12, H, H], [21, 0], 21),
        ([(4, 8), (9, 9)], None, [12, 18], [13, 17], 30),  # all four would be hidden
        ([(2, 1), (1, 0)], None, [H, H], [H, H], H),
        ([(9, 30), (20, 40), (0, 3), (0, 0)], [[H, H], [20, 40], [H, H], [0, 0]], [H, 60, H, 0], [29, 73], 102),
        ([(0, 30), (20, 40), (0, 3), (0, 0)], [[0, H], [20, 40], [0, H], [0, 0]], [H, 60, H, 0], [20, 73], 93),
    ],
)
def test_a_table_that_adds_up_both_ways(
    rows: list[tuple[int, int]],
    printed: list[list[object]] | None,
    down: list[object],
    across: list[object],
    total: object,
) -> None:
    table = grid(*rows)
    (shape,) = table.tables
    assert isinstance(shape, Grid)
    shown = table.printed()
    assert seen(shown, shape.rows) == down
    assert seen(shown, shape.columns) == across
    assert seen(shown, [TOTAL]) == [total]
    assert shown.tables[shape] is (printed is not None)
    if printed is not None:
        assert [seen(shown, row) for row in shape.inner] == printed


def test_inside_a_grid_of_attendances_the_people_behind_are_not_printed() -> None:
    """They do not add up: subtracted from those of a row, they would be a part and its whole."""
    table = replace(grid((8, 9), (12, 7), (6, 3), (10, 6)), measure=Measure.COUNT)
    (shape,) = table.tables
    assert isinstance(shape, Grid)
    shown = table.printed()
    assert [seen(shown, row) for row in shape.inner] == [[H, H], [12, 7], [H, H], [10, 6]]
    assert shown[at(row=1, column=0)] == Cell(Measure.COUNT, 12)
    assert shown[at(row=1)] == Cell(Measure.COUNT, 19, 19)


@pytest.mark.parametrize("values", [(11, 8, 6, 3), (11, 2, 1, 9), (5, 5, 3, 9), (4, 4, 4, 1)])
def test_the_order_in_which_cells_are_listed_changes_nothing(values: tuple[int, ...]) -> None:
    table = line(*values)
    expected = table.printed().cells
    for keys in itertools.permutations(table.inner):
        again = type(table)({key: table.inner[key] for key in keys}, (SumLine(TOTAL, keys),)).printed()
        assert again.cells == expected


def test_rows_and_columns_may_be_listed_in_any_order() -> None:
    table = grid((8, 9), (12, 7), (6, 3), (10, 6))
    expected = table.printed().cells
    (shape,) = table.tables
    assert isinstance(shape, Grid)
    for order in itertools.permutations(range(4)):
        rows, inner = tuple(shape.rows[i] for i in order), tuple(shape.inner[i][::-1] for i in order)
        turned = Grid(TOTAL, rows, shape.columns[::-1], inner)
        assert type(table)(table.inner, (turned,)).printed().cells == expected


def test_comments_by_meeting_are_printed_only_when_some_are_enough() -> None:
    table = line(4, 3, 0)
    or_nothing = SumLine(TOTAL, tuple(table.inner), or_nothing=True)
    shown = type(table)(table.inner, (or_nothing,)).printed()
    assert not shown.tables[or_nothing]
    assert seen(shown, [at(row=2), TOTAL]) == [H, 7]
