"""The rules in their first wording, before they were attacked: kept to show what each strengthening is for."""

from __future__ import annotations

from itertools import pairwise

H = "masqué"


def line(*values: int) -> list[int | str]:
    """Rule T on one line and its total: two hidden at least, 5 people in them; the smallest goes, then the total."""
    hidden = {number for number, value in enumerate(values) if 1 <= value < 5}
    total: int | str = sum(values) if sum(values) == 0 or sum(values) >= 5 else H
    while hidden and total != H and (len(hidden) == 1 or sum(values[number] for number in hidden) < 5):
        rest = [(value, number) for number, value in enumerate(values) if value and number not in hidden]
        if not rest:
            total = H
            break
        hidden.add(min(rest)[1])
    return [*(H if number in hidden else value for number, value in enumerate(values)), total]


def chain(*sizes: int) -> list[int | str]:
    """Rule C on groups each inside the next: a whole goes when it exceeds the part just before it by 1 to 4."""
    small = [1 <= size < 5 for size in sizes]
    near = [False, *(1 <= whole - part < 5 for part, whole in pairwise(sizes))]
    return [H if hidden or beside else size for size, hidden, beside in zip(sizes, small, near, strict=True)]
