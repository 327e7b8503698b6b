"""Tables that add up both ways, against whoever tries every table with the same margins and runs the program on it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.report.disclosure import WIDTH, Cell, Grid, Key
from db.report.disclosure.grids import Block, pattern
from tests.support.look_again import TooMany, completions, ranges
from tests.support.small_tables import TOTAL, Numbers, at, grid, grid_of, seen

CELL = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 12])


@st.composite
def small_grids(draw: st.DrawFn) -> Numbers:
    rows, columns = draw(st.sampled_from([(2, 2), (3, 2), (2, 3), (4, 2)]))
    return grid(*draw(st.lists(st.tuples(*[CELL] * columns), min_size=rows, max_size=rows)))


def betrayed(numbers: Numbers, most_tables: int) -> dict[Key, tuple[int, int]]:
    """The hidden cells within too narrow a range; none when there are more tables than the test tries."""
    try:
        found = ranges(numbers, numbers.printed(), most_tables)
    except TooMany:
        return {}
    return {key: ends for key, ends in found.items() if ends[1] - ends[0] < WIDTH}


@settings(max_examples=40, deadline=None)
@given(small_grids())
def test_no_small_grid_lets_a_hidden_cell_be_placed(numbers: Numbers) -> None:
    assert betrayed(numbers, 400) == {}


@pytest.mark.parametrize(
    "rows",
    [
        [(8, 9), (12, 7), (6, 3), (10, 6)],
        [(8, 3), (5, 3), (6, 0), (2, 1)],
        [(20, 30), (15, 25), (12, 9), (2, 1)],
        [(0, 30), (20, 40), (0, 3), (0, 0)],
        [(9, 30), (20, 40), (0, 3), (0, 0)],
        [(5, 5), (5, 4), (5, 5)],
        [(12, 14), (2, 9), (9, 9)],
        [(7, 0), (3, 8), (6, 6)],
        [(26, 0), (0, 0), (5, 5)],
    ],
)
def test_these_grids_neither(rows: Sequence[Sequence[int]]) -> None:
    assert betrayed(grid(*rows), 3000) == {}


def block_of(rows: Sequence[Sequence[int]]) -> tuple[Block, dict[tuple[int, int], int]]:
    block = Block(len(rows), len(rows[0]))
    return block, {(i, j): rows[i][j] for i, j in block.places}


def test_the_rule_of_rows_and_columns_alone_betrays_a_cell() -> None:
    """C is hidden for its 2, A beside it as the smallest of its column: one more in C, and B or D would be smaller."""
    rows = [(20, 50), (21, 40), (30, 2), (21, 40)]
    block, values = block_of(rows)
    hidden = pattern(block, values, values)
    assert hidden == {(0, 0), (0, 1), (2, 0), (2, 1)}
    alike = []
    for more in range(-2, 30):
        other = {**values, (0, 0): 20 + more, (0, 1): 50 - more, (2, 0): 30 - more, (2, 1): 2 + more}
        if pattern(block, other, other) == hidden:
            alike.append(other[2, 1])
    assert alike == [1, 2, 3]
    numbers = grid(*rows)
    (shape,) = numbers.tables
    assert numbers.printed().tables[shape] is False


def test_completions_are_all_the_tables_that_add_up() -> None:
    numbers = grid((8, 9), (12, 7), (6, 3), (10, 6))
    found = list(completions(numbers, numbers.printed()))
    assert len(found) == 10  # 9 people share the third row; all the rest follows
    assert dict(numbers.inner) in found


def star(sizes: Sequence[int], inner: Sequence[int]) -> Numbers:
    """Three figures by territory: alone, by mode, by level. The two grids share the margin of territories."""
    grids = (grid_of(3, 2, "territory", "mode"), grid_of(3, 2, "territory", "level"))
    modes = {key: inner[number] for number, key in enumerate(sorted(grids[0].decides))}
    levels: dict[Key, int] = {}
    for number, row in enumerate(grids[1].inner):
        whole = sum(modes[key] for key in grids[0].inner[number])
        levels |= {row[0]: min(sizes[number], whole), row[1]: whole - min(sizes[number], whole)}
    return Numbers({**modes, **levels}, grids)


@settings(max_examples=10, deadline=None)
@given(st.tuples(*[CELL] * 3), st.tuples(*[CELL] * 6))
def test_no_two_grids_that_share_a_margin_let_a_hidden_cell_be_placed(
    sizes: Sequence[int], inner: Sequence[int]
) -> None:
    numbers = star(sizes, inner)
    assert betrayed(numbers, 400) == {}


def test_a_grid_that_closes_a_ring_is_not_printed() -> None:
    ring = (grid_of(2, 2, "kind", "level"), grid_of(2, 2, "kind", "mode"), grid_of(2, 2, "level", "mode"))
    inner = {key: 10 for table in ring for key in table.decides}
    printed = Numbers(inner, ring).printed()
    assert [printed.tables[table] for table in sorted(ring, key=repr)] == [True, True, False]
    assert seen(printed, [TOTAL, at(kind=0), at(level=1), at(mode=0)]) == [40, 20, 20, 20]


def test_a_large_grid_is_decided_within_its_bounded_search() -> None:
    rows = [(30 + 7 * i % 11, 4 + i % 5, 25 + i) for i in range(14)]
    numbers = grid(*rows)
    (shape,) = numbers.tables
    assert isinstance(shape, Grid)
    printed = numbers.printed()
    assert all(isinstance(printed[key], Cell) for key in shape.rows)
