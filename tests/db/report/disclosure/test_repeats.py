"""People who came several times, in tables that add up both ways: who came back elsewhere is told by nothing.

Each table was found by the attack, in what an earlier program printed.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from db.report.disclosure import Cell, Grid, Key, Measure, decide
from db.report.disclosure.repeats import margins_tell
from tests.support.attack import Attack
from tests.support.small_tables import TOTAL, at, grid_of

Pair = tuple[int, int]  # (times, people)
Drawn = tuple[dict[Key, Cell], Grid]


def made(total: Pair, rows: Sequence[Pair], columns: Sequence[Pair], inner: Sequence[Sequence[Pair]]) -> Drawn:
    shape = grid_of(len(rows), len(columns))
    pairs = {TOTAL: total}
    pairs |= dict(zip(shape.rows, rows, strict=True)) | dict(zip(shape.columns, columns, strict=True))
    for keys, line in zip(shape.inner, inner, strict=True):
        pairs |= dict(zip(keys, line, strict=True))
    return {key: Cell(Measure.COUNT, times, people) for key, (times, people) in pairs.items()}, shape


# Of the 9 times of the third column, by 7 people, the rows leave room for one repeat inside a cell: 1 or 2 people came
# back in another row.
ANOTHER_ROW = made(
    (20, 13),
    [(7, 7), (6, 6), (7, 6)],
    [(6, 6), (5, 3), (9, 7)],
    [[(2, 2), (1, 1), (4, 4)], [(2, 2), (2, 2), (2, 2)], [(2, 2), (2, 2), (3, 2)]],
)
# The fourth row has 13 people, and 6 at most in the first column: of the 11 of the second, 2 to 4 are not in it.
ANOTHER_CELL = made(
    (44, 19),
    [(12, 10), (12, 11), (5, 4), (15, 13)],
    [(21, 13), (23, 11)],
    [[(7, 6), (5, 5)], [(7, 7), (5, 5)], [(1, 1), (4, 3)], [(6, 6), (9, 8)]],
)


@pytest.mark.parametrize("drawn", [ANOTHER_ROW, ANOTHER_CELL])
def test_what_one_line_tells_of_the_other_is_not_printed(drawn: Drawn) -> None:
    cells, shape = drawn
    assert Attack([shape], decide(cells, [shape])).findings() == []


def test_the_second_of_two_lines_goes_and_the_first_stays() -> None:
    cells, shape = ANOTHER_ROW
    few, many = sorted(shape.margins, key=lambda line: (len(line.cells), repr(line)))
    printed = decide(cells, [shape])
    assert [printed.is_hidden(key) for key in many.cells] == [True] * len(many.cells)
    assert not all(printed.is_hidden(key) for key in few.cells)


def test_the_two_lines_are_refused_by_what_is_printed_of_them() -> None:
    total, rows = Cell(Measure.COUNT, 20, 13), {at(row=0): (7, 7), at(row=1): (6, 6), at(row=2): (7, 6)}
    down = {key: Cell(Measure.COUNT, *pair) for key, pair in rows.items()}
    across = {at(column=0): None, at(column=1): None, at(column=2): Cell(Measure.COUNT, 9, 7)}
    assert margins_tell(total, down, across)
    across[at(column=2)] = Cell(Measure.COUNT, 9, 9)  # nobody came twice: nobody came back
    assert not margins_tell(total, down, across)


def test_where_everyone_came_once_both_lines_are_printed() -> None:
    inner = [[(8, 8), (9, 9)], [(12, 12), (7, 7)], [(10, 10), (6, 6)]]
    cells, shape = made((52, 52), [(17, 17), (19, 19), (16, 16)], [(30, 30), (22, 22)], inner)
    printed = decide(cells, [shape])
    assert printed.tables[shape]
    assert not any(printed.is_hidden(key) for key in cells)
