"""Groups that may overlap: every small family of groups, against whoever knows the rules."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

import pytest

from db.report.disclosure import WIDTH, Cell, Key, NestedGroups, Table, Union, Within, decide
from tests.support import as_written
from tests.support.small_tables import H, label, seen

WHOLE = Key("whole")
Family = tuple[tuple[int, ...], int]  # the sizes of the groups, and of the whole


def group(number: int) -> Key:
    return Key.of("group", name=label(number))


def printed(table: Table, sizes: Sequence[int], whole: int) -> tuple[int | str, ...]:
    cells = {group(number): Cell.of_people(size) for number, size in enumerate(sizes)}
    return tuple(seen(decide({**cells, WHOLE: Cell.of_people(whole)}, [table]), [*cells, WHOLE]))


def families(groups: int, most: int, *, covering: bool) -> Iterator[Family]:
    for sizes in itertools.product(range(most), repeat=groups):
        whole_sizes = range(max(sizes), min(sum(sizes) + 1, most)) if covering else range(max(sizes), most)
        yield from ((sizes, whole) for whole in whole_sizes)


def few(numbers: Sequence[int]) -> bool:
    """Whether a number of people is known to be 1 to 4, and nearly which."""
    return max(numbers) - min(numbers) < WIDTH and 1 <= min(numbers) <= max(numbers) < 5


def betrayals(table: Table, groups: int, most: int, *, covering: bool) -> Iterator[str]:
    origins: dict[tuple[int | str, ...], list[Family]] = defaultdict(list)
    for sizes, whole in families(groups, most, covering=covering):
        origins[printed(table, sizes, whole)].append((sizes, whole))
    for shown, found in origins.items():
        if max(whole for _, whole in found) > most - WIDTH - 1:
            continue  # others that print the same are larger than those tried
        for place in range(groups + 1):
            numbers = [(*sizes, whole)[place] for sizes, whole in found]
            if shown[place] == H and max(numbers) - min(numbers) < WIDTH:
                yield f"{shown}: {place} is one of {sorted(set(numbers))}"
        for place in range(groups):
            if few([whole - sizes[place] for sizes, whole in found]):
                yield f"{shown}: the whole less {place}"
        if covering and few([sum(sizes) - whole for sizes, whole in found]):
            yield f"{shown}: counted twice"


KEYS = tuple(group(number) for number in range(3))


@pytest.mark.parametrize(("groups", "most"), [(1, 24), (2, 20), (3, 9)])
@pytest.mark.parametrize("kind", ["inside", "covering", "union", "parts"])
def test_no_small_family_of_groups_lets_one_be_placed(kind: str, groups: int, most: int) -> None:
    keys = KEYS[:groups]
    table = {
        "inside": Within(WHOLE, keys),
        "covering": Within(WHOLE, keys, covering=True),
        "union": Union(WHOLE, keys),
        "parts": NestedGroups(WHOLE, keys),
    }[kind]
    assert list(betrayals(table, groups, most, covering=kind in ("covering", "union"))) == []


@pytest.mark.parametrize(
    ("kind", "sizes", "whole", "shown"),
    [
        ("parts", (6,), 7, [6, H]),  # no "6 out of 7"
        ("parts", (6,), 6, [6, 6]),
        ("parts", (6,), 11, [6, 11]),
        ("parts", (2,), 7, [H, 7]),
        ("parts", (2,), 3, [H, H]),
        ("parts", (0,), 8, [0, 8]),
        ("inside", (6,), 7, [H, 7]),  # the whole is printed elsewhere already: the part goes
        ("inside", (6, 2, 7, 0), 7, [H, H, 7, 0, 7]),
        ("inside", (0, 2), 0, [0, H, 0]),  # not inside it after all: hidden for its own size
        ("covering", (9, 8), 14, [9, H, 14]),  # 3 people are in both
        ("covering", (9, 9), 18, [9, 9, 18]),
        ("covering", (9, 9), 13, [H, H, 13]),
        ("union", (6, 5), 8, [6, 5, H]),  # 3 in both
        ("union", (6, 5), 11, [6, 5, 11]),
        ("union", (12, 12), 19, [12, 12, 19]),
        ("union", (12, 3), 15, [12, H, H]),
        ("union", (12, 3), 12, [12, H, 12]),
        ("union", (12, 10, 3), 25, [12, 10, H, H]),  # else the third would be 3 or 4
        ("union", (12, 10, 3), 17, [12, 10, H, 17]),
    ],
)
def test_groups(kind: str, sizes: tuple[int, ...], whole: int, shown: list[object]) -> None:
    keys = tuple(group(number) for number in range(len(sizes)))
    table = {
        "parts": NestedGroups(WHOLE, keys),
        "inside": Within(WHOLE, keys),
        "covering": Within(WHOLE, keys, covering=True),
        "union": Union(WHOLE, keys),
    }[kind]
    expected = shown if len(shown) > len(sizes) else [*shown, whole]
    assert list(printed(table, sizes, whole)) == expected


def chain(*sizes: int) -> list[int | str]:
    """Groups each inside the next: each whole names all that is inside it."""
    keys = [group(number) for number in range(len(sizes))]
    tables = [NestedGroups(key, tuple(keys[:number])) for number, key in enumerate(keys)][1:]
    return seen(decide({key: Cell.of_people(size) for key, size in zip(keys, sizes, strict=True)}, tables), keys)


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [((6, 7), [6, H]), ((6, 7, 12), [6, H, 12]), ((9, 10, 15), [9, H, 15]), ((9, 12, 13, 14), [9, H, H, 14])],
)
def test_in_a_chain_a_whole_is_measured_against_what_is_shown_inside_it(
    sizes: tuple[int, ...], shown: list[object]
) -> None:
    assert chain(*sizes) == shown


def test_no_small_chain_lets_a_group_be_placed_but_the_first_wording_does() -> None:
    chains = [sizes for sizes in itertools.product(range(22), repeat=3) if list(sizes) == sorted(sizes)]
    for rule, safe in ((chain, True), (as_written.chain, False)):
        origins: dict[tuple[int | str, ...], list[tuple[int, ...]]] = defaultdict(list)
        for sizes in chains:
            origins[tuple(rule(*sizes))].append(sizes)
        narrow = [
            shown
            for shown, found in origins.items()
            for place in range(3)
            if shown[place] == H and max(sizes[2] for sizes in found) < 18
            if max(sizes[place] for sizes in found) - min(sizes[place] for sizes in found) < WIDTH
        ]
        assert (narrow == []) is safe
