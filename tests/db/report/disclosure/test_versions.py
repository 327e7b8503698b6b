"""Versions of one report that left the house one after the other: subtracted, they show no few people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.report.disclosure import Cell, Key, Mark, Measure, Printed, SumLine, Within, changes, decide
from tests.support.attack import Attack
from tests.support.small_tables import TOTAL, H, Numbers, at, grid, line, seen


def alone(cell: Cell, *published: Printed) -> Printed:
    return decide({TOTAL: cell}, [], published)


def count(times: int, people: int) -> Cell:
    return Cell(Measure.COUNT, times, people)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (Cell.of_people(12), Cell.of_people(12), 12),
        (Cell.of_people(12), Cell.of_people(13), H),
        (Cell.of_people(12), Cell.of_people(8), H),
        (Cell.of_people(12), Cell.of_people(17), 17),
        (Cell.of_people(12), Cell.of_people(6), 6),
        (Cell.of_people(9), Cell.of_people(0), 0),
        (Cell.of_people(3), Cell.of_people(12), H),  # hidden once
        (Cell.of_people(0), Cell.of_people(6), 6),
        (Cell.of_people(0), Cell.of_people(3), H),
        (count(30, 9), count(31, 9), H),  # one more attendance, of one of them
        (count(30, 9), count(31, 10), H),
        (count(30, 9), count(42, 15), 42),
        (count(30, 9), count(30, 9), 30),
        (Cell(Measure.CENTS, 46000, 6), Cell(Measure.CENTS, 51500, 6), H),
        (Cell(Measure.DAYS, 180, 6), Cell(Measure.DAYS, 170, 6), H),
        (Cell.of_things(12), Cell.of_things(13), 13),
        (Cell(Measure.THING_DAYS, 70), Cell(Measure.THING_DAYS, 75), 75),
    ],
)
def test_a_figure_in_the_next_version(before: Cell, after: Cell, shown: object) -> None:
    assert seen(alone(after, alone(before)), [TOTAL]) == [shown]


def test_a_figure_is_measured_against_every_version_that_left() -> None:
    first, second = alone(Cell.of_people(12)), alone(Cell.of_people(18))
    assert seen(alone(Cell.of_people(14), first, second), [TOTAL]) == [H]
    assert seen(alone(Cell.of_people(24), first, second), [TOTAL]) == [24]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ((11, 8, 6, 3), (11, 8, 6, 3), [11, 8, H, H, 28]),
        ((11, 8, 6, 3), (16, 8, 6, 3), [16, 8, H, H, 33]),
        ((11, 8, 6, 3), (16, 8, 6, 9), [H, H, H, H, 39]),  # nothing is small any more: 6 and 3 would be known
        ((11, 8, 6, 3), (11, 8, 7, 3), [H, H, H, H, H]),  # the total moved by one
        ((11, 8, 6, 3), (17, 8, 7, 3), [H, H, H, H, 35]),  # the hidden two together moved by one
        ((11, 8, 6, 3), (11, 13, 6, 3), [11, 13, H, H, 33]),
        ((11, 8, 6, 3), (11, 8, 12, 3), [H, H, H, H, 34]),  # the second cell would be hidden in place of the third
        ((11, 8, 9), (11, 8, 3), [H, H, H, 22]),  # 11 and 8 have not moved: the third would be known
        ((11, 8, 9), (11, 14, 9), [11, 14, 9, 34]),
        ((1, 4), (0, 0), [0, 0, 0]),  # the total tells them
        ((12,), (7,), [7, 7]),
        ((12,), (13,), [H, H]),
    ],
)
def test_a_line_in_the_next_version(before: tuple[int, ...], after: tuple[int, ...], shown: list[object]) -> None:
    first, second = line(*before), line(*after)
    printed = second.printed([first.printed()])
    assert seen(printed, [*second.inner, TOTAL]) == shown


def test_a_grid_is_printed_again_only_when_the_same_cells_are_hidden() -> None:
    first = grid((8, 9), (12, 7), (6, 3), (10, 6))
    same, other = grid((8, 9), (20, 7), (6, 3), (10, 6)), grid((8, 9), (12, 7), (6, 9), (10, 6))
    (shape,) = first.tables
    assert same.printed([first.printed()]).tables[shape]
    assert not other.printed([first.printed()]).tables[shape]


def test_the_list_of_changes_says_no_more_than_the_two_versions() -> None:
    keys = Key("A"), Key("B"), Key("C"), Key("D")
    cells = dict(zip(keys, map(Cell.of_people, (12, 12, 3, 7)), strict=True))
    first = decide(cells, [])
    second = decide({**cells, keys[0]: Cell.of_people(13), keys[1]: Cell.of_people(20)}, [], [first])
    assert [(change.key.figure, change.before, change.after) for change in changes(first, second)] == [
        ("A", Cell.of_people(12), Mark.HIDDEN),
        ("B", Cell.of_people(12), Cell.of_people(20)),
    ]


SIZES = st.integers(0, 14)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(SIZES, st.sampled_from([0, 0, 0, 1, -1, 5, -5, 6])), min_size=2, max_size=4))
def test_two_versions_of_a_line_are_attacked_together(rows: list[tuple[int, int]]) -> None:
    before = line(*(size for size, _ in rows))
    after = line(*(max(0, size + moved) for size, moved in rows))
    first = before.printed()
    assert Attack(before.tables, first, after.printed([first])).findings() == []


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(SIZES, st.sampled_from([0, 0, 1, 5])), min_size=6, max_size=6))
def test_two_versions_of_a_grid_are_attacked_together(rows: list[tuple[int, int]]) -> None:
    before = grid(*zip(*[iter(size for size, _ in rows)] * 2, strict=True))
    after = grid(*zip(*[iter(size + moved for size, moved in rows)] * 2, strict=True))
    first = before.printed()
    assert Attack(before.tables, first, after.printed([first])).findings() == []


@settings(max_examples=30, deadline=None)
@given(st.integers(5, 20), st.lists(st.tuples(SIZES, st.integers(-6, 6)), min_size=1, max_size=3), st.integers(-6, 6))
def test_two_versions_of_groups_are_attacked_together(whole: int, rows: list[tuple[int, int]], moved: int) -> None:
    keys = tuple(at(row=number) for number in range(len(rows)))
    tables = [Within(TOTAL, keys)]

    def cells(sizes: list[int], whole: int) -> dict[Key, Cell]:
        groups = {key: Cell.of_people(min(max(size, 0), whole)) for key, size in zip(keys, sizes, strict=True)}
        return {**groups, TOTAL: Cell.of_people(whole)}

    first = decide(cells([size for size, _ in rows], whole), tables)
    second = decide(cells([size + more for size, more in rows], max(whole + moved, 0)), tables, [first])
    assert Attack(tables, first, second).findings() == []


def test_the_list_of_changes_alone_would_not_be_enough() -> None:
    """Hiding a change in the list while both versions print the figure: subtracted, they show one person."""
    before, after = line(11, 8, 9), line(11, 8, 10)
    findings = Attack(before.tables, before.printed(), after.printed()).findings()
    assert any("row" in finding for finding in findings)
    assert isinstance(before.tables[0], SumLine)
    assert Numbers(before.inner, before.tables).printed() == before.printed()
