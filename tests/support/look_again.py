"""The strongest reader: tries every table that adds up as printed, and runs the program on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from db.report.disclosure import Cell, Key, Printed, SumLine
from tests.support.small_tables import Numbers

MOST = 40  # people in a cell of which no printed total says more


class TooMany(Exception):
    """More tables than the test is ready to try."""


def ranges(numbers: Numbers, printed: Printed, most_tables: int = 10_000) -> dict[Key, tuple[int, int]]:
    """For each hidden cell, the least and the largest value over all tables that the program prints like this one."""
    hidden = [key for key in printed.cells if printed.is_hidden(key)]
    ends: dict[Key, tuple[int, int]] = {}
    for tried, inner in enumerate(completions(numbers, printed)):
        if tried >= most_tables:
            raise TooMany
        other = Numbers(inner, numbers.tables, numbers.measure)
        if other.printed() == printed:
            for key in hidden:
                value = other.cells[key].value
                low, high = ends.get(key, (value, value))
                ends[key] = min(low, value), max(high, value)
    return ends


def completions(numbers: Numbers, printed: Printed) -> Iterator[dict[Key, int]]:
    """Every way to fill the hidden inner cells that adds up to what is printed."""
    known = {key: cell.value for key in numbers.inner if isinstance(cell := printed[key], Cell)}
    unknown = [key for key in sorted(numbers.inner) if key not in known]
    sums = [(_inner(total, numbers.lines, numbers.inner), cell.value) for total, cell in _totals(numbers, printed)]
    yield from _fill(unknown, known, sums)


def _totals(numbers: Numbers, printed: Printed) -> list[tuple[Key, Cell]]:
    totals = dict.fromkeys(line.total for line in numbers.lines)
    return [(total, cell) for total in totals if isinstance(cell := printed[total], Cell)]


def _inner(key: Key, lines: Sequence[SumLine], inner: Mapping[Key, int]) -> frozenset[Key]:
    """The inner cells that a total adds up."""
    if key in inner:
        return frozenset({key})
    line = next(line for line in lines if line.total == key)
    return frozenset().union(*(_inner(cell, lines, inner) for cell in line.cells))


def _fill(
    unknown: list[Key], known: dict[Key, int], sums: list[tuple[frozenset[Key], int]]
) -> Iterator[dict[Key, int]]:
    if not unknown:
        yield dict(known)
        return
    key, rest = unknown[0], unknown[1:]
    low, high = 0, MOST
    for cells, total in sums:
        if key in cells:
            left = total - sum(known.get(cell, 0) for cell in cells)
            high = min(high, left)
            if not cells & set(rest):
                low = max(low, left)
    for value in range(low, high + 1):
        yield from _fill(rest, {**known, key: value}, sums)
