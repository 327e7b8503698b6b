"""Printed tables, solved over whole numbers with what the rules give away: no hidden cell within too narrow a range."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.report.disclosure import (
    Cell,
    Grid,
    Key,
    Mark,
    Measure,
    NestedGroups,
    Printed,
    SumLine,
    Table,
    Union,
    Within,
    decide,
)
from tests.support.attack import Attack
from tests.support.small_tables import TOTAL, H, Numbers, at, grid, grid_of, line

SIZE = st.one_of(st.integers(0, 8), st.integers(0, 60))


def findings(numbers: Numbers) -> list[str]:
    return Attack(numbers.tables, numbers.printed()).findings()


@settings(max_examples=60, deadline=None)
@given(st.lists(SIZE, min_size=1, max_size=9))
def test_lines(values: list[int]) -> None:
    assert findings(line(*values)) == []


@st.composite
def grids(draw: st.DrawFn) -> Numbers:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    return grid(*draw(st.lists(st.tuples(*[SIZE] * columns), min_size=rows, max_size=rows)))


@settings(max_examples=25, deadline=None)
@given(grids())
def test_grids(numbers: Numbers) -> None:
    assert findings(numbers) == []


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(SIZE, SIZE, SIZE, SIZE, SIZE), min_size=2, max_size=4))
def test_three_tables_that_share_margins(rows: list[tuple[int, ...]]) -> None:
    """By territory and mode, by territory and level, by mode and level: all cut from one table of people."""
    people = {
        (row, number % 2, number % 3): size for row, sizes in enumerate(rows) for number, size in enumerate(sizes)
    }
    ends = {"territory": len(rows), "mode": 2, "level": 3}
    pairs = (("territory", "mode"), ("territory", "level"), ("mode", "level"))
    tables = tuple(grid_of(ends[down], ends[across], down, across) for down, across in pairs)
    order = list(ends)
    inner: dict[Key, int] = {}
    for (down, across), table in zip(pairs, tables, strict=True):
        inner |= dict.fromkeys(table.decides, 0)
        for place, size in people.items():
            inner[at(**{down: place[order.index(down)], across: place[order.index(across)]})] += size
    assert findings(Numbers(inner, tables)) == []


@st.composite
def groups(draw: st.DrawFn) -> tuple[list[int], int]:
    """The sizes of groups, and of the whole that they cover."""
    sizes = draw(st.lists(SIZE, min_size=1, max_size=6))
    return sizes, draw(st.integers(max(sizes), sum(sizes)))


@settings(max_examples=60, deadline=None)
@given(groups(), st.sampled_from(["inside", "covering", "union", "parts"]))
def test_groups(family: tuple[list[int], int], kind: str) -> None:
    sizes, whole = family
    keys = tuple(at(row=number) for number in range(len(sizes)))
    cells = {**{key: Cell.of_people(size) for key, size in zip(keys, sizes, strict=True)}, TOTAL: Cell.of_people(whole)}
    tables: dict[str, Table] = {
        "inside": Within(TOTAL, keys),
        "covering": Within(TOTAL, keys, covering=True),
        "union": Union(TOTAL, keys),
        "parts": NestedGroups(TOTAL, keys),
    }
    assert Attack([tables[kind]], decide(cells, [tables[kind]])).findings() == []


@st.composite
def attendances(draw: st.DrawFn, unit: int = 1) -> tuple[list[tuple[int, int]], int]:
    """(times, people) of each cell, and the distinct people of all; a cell of no people is empty."""
    people = draw(st.lists(st.one_of(st.integers(0, 6), st.integers(0, 30)), min_size=1, max_size=5))
    rows = [(unit * (size * draw(st.integers(1, 4)) + draw(st.integers(0, 9))) if size else 0, size) for size in people]
    return rows, draw(st.integers(max(people), sum(people)))


@settings(max_examples=50, deadline=None)
@given(st.data(), st.sampled_from([(Measure.COUNT, 1), (Measure.CENTS, 500)]))
def test_lines_of_attendances_and_of_amounts(data: st.DataObject, kind: tuple[Measure, int]) -> None:
    measure, unit = kind
    rows, people = data.draw(attendances(unit))
    keys = tuple(at(row=number) for number in range(len(rows)))
    cells = {key: Cell(measure, value, behind) for key, (value, behind) in zip(keys, rows, strict=True)}
    cells[TOTAL] = Cell(measure, sum(value for value, _ in rows), people)
    tables = [SumLine(TOTAL, keys)]
    assert Attack(tables, decide(cells, tables)).findings() == []


@st.composite
def grids_of_attendances(draw: st.DrawFn) -> tuple[dict[Key, Cell], Grid]:
    """People by territory and mode, each of whom came some times; and the table of their attendances."""
    rows, columns = draw(st.integers(2, 4)), draw(st.integers(2, 3))
    table = grid_of(rows, columns)
    times: dict[Key, Counter[int]] = defaultdict(Counter)
    for person in range(draw(st.integers(5, 40))):
        for _ in range(draw(st.integers(1, 3))):
            row, column = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
            for key in (TOTAL, table.rows[row], table.columns[column], table.inner[row][column]):
                times[key][person] += 1
    keys = {TOTAL, *table.rows, *table.columns, *table.decides}
    measure, unit = draw(st.sampled_from([(Measure.COUNT, 1), (Measure.COUNT, 1), (Measure.CENTS, 5500)]))
    return {key: Cell(measure, unit * times[key].total(), len(times[key])) for key in keys}, table


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(grids_of_attendances())
def test_grids_of_attendances_and_of_amounts(drawn: tuple[dict[Key, Cell], Grid]) -> None:
    cells, table = drawn
    assert Attack([table], decide(cells, [table])).findings() == []


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(grids_of_attendances())
def test_two_lines_of_attendances_with_no_table_between_them(drawn: tuple[dict[Key, Cell], Grid]) -> None:
    """By mode and by territory: who is counted in two of one adds up all the same to who is in the other."""
    cells, table = drawn
    margins = {key: cell for key, cell in cells.items() if key not in table.decides}
    assert Attack(table.margins, decide(margins, table.margins)).findings() == []


def unmasked(numbers: Numbers, *keys: Key) -> Printed:
    """What the program prints, but for some hidden cells that are shown."""
    printed = numbers.printed()
    return replace(printed, cells={**printed.cells, **{key: numbers.cells[key] for key in keys}})


@pytest.mark.parametrize(
    ("numbers", "shown", "knowing"),
    [
        (line(11, 8, 6, 3), [at(row=2)], False),  # the rest of the total
        (line(5, 4, 4), [at(row=0)], True),  # what the rule prefers to hide
        (line(1, 2, 2, 0), [at(row=0), at(row=1)], False),
        (grid((8, 9), (12, 7), (6, 3), (10, 6)), [at(row=0, column=0)], False),
        (grid((8, 3), (5, 3), (6, 0), (2, 1)), [at(row=2), at(row=3, column=0)], False),
    ],
)
def test_the_attack_finds_what_one_cell_too_many_tells(numbers: Numbers, shown: Sequence[Key], knowing: bool) -> None:
    assert Attack(numbers.tables, unmasked(numbers, *shown), knowing_the_rules=knowing).findings()


@pytest.mark.parametrize(
    ("table", "sizes", "whole"),
    [
        (NestedGroups(TOTAL, (at(row=0),)), (6,), 7),
        (Within(TOTAL, (at(row=0), at(row=1)), covering=True), (9, 8), 14),
        (Union(TOTAL, (at(row=0), at(row=1))), (6, 5), 8),
    ],
)
def test_the_attack_finds_what_groups_shown_whole_tell(table: Table, sizes: tuple[int, ...], whole: int) -> None:
    cells = {at(row=number): Cell.of_people(size) for number, size in enumerate(sizes)} | {TOTAL: Cell.of_people(whole)}
    careless = Printed(cells, dict.fromkeys(cells, Measure.PEOPLE), {})
    assert Attack([table], careless).findings()
    assert not Attack([table], decide(cells, [table])).findings()


def test_there_is_one_mark_for_all_that_is_hidden() -> None:
    printed = grid((8, 9), (12, 7), (6, 3), (2, 1)).printed()
    marks = {cell for cell in printed.cells.values() if not isinstance(cell, Cell)}
    assert marks == {Mark.HIDDEN}
    assert H not in printed.as_json()["figures"]
