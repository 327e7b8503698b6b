"""Groups of people that may overlap: rules C and S, on the number of people behind each cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from db.report.disclosure.cells import Cell, Key, is_small


def whole_is_hidden(whole: Cell, shown_parts: Iterable[Cell]) -> bool:
    """Rule C: the part stays, the whole goes, when the rest of the whole is 1 to 4 people."""
    return whole.small or any(is_small(whole.people - part.people) for part in shown_parts)


def hidden_within(
    whole: Cell | None, cells: Mapping[Key, Cell], *, covering: bool, told: Sequence[Key] = ()
) -> set[Key]:
    """The groups to hide inside a whole; `whole` is None when it is hidden itself, so that nothing is subtracted.

    When no group goes and everyone is in one, the places counted twice are the sum less the whole: if they are 1 to 4,
    the smallest group goes, of those that are not `told` elsewhere.
    """
    hidden = {key for key, cell in cells.items() if cell.small or (whole and is_small(whole.people - cell.people))}
    if whole and covering and not hidden:
        twice = sum(cell.people for cell in cells.values()) - whole.people
        if is_small(twice):
            hidden |= {
                key
                for _, key in sorted(
                    (cell.people, key) for key, cell in cells.items() if cell.people and key not in told
                )[:1]
            }
    return hidden


def union_is_hidden(union: Cell, shown: Iterable[Cell], *, others_hidden: bool) -> bool:
    """Rule S: the union goes when what it adds to a group, or what groups share, is 1 to 4 people.

    Beside hidden groups it also goes when they alone explain a part of it: that would be their least size.
    """
    groups = list(shown)
    together = sum(group.people for group in groups)
    if whole_is_hidden(union, groups):
        return True
    return union.people > together if others_hidden else is_small(together - union.people)
