"""Which numbers of a message stand, once corrections, ranges, ceilings and counts are set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from messages.reading.money_words import (
    CAPPED,
    CAPPED_AFTER,
    CORRECTED,
    IF_ONE_WAY,
    LAST_WORD,
    RANGE,
    SHARED_BY,
)
from messages.reading.numbers import Quantity


def settled(low: str, found: list[Quantity]) -> tuple[list[Quantity], bool]:
    """The numbers that stand, once what was corrected ("8 pas 6", "18, non 19") and ranges are set aside."""
    kept = without_wrong(low, found)
    for match in RANGE.finditer(low):
        bounds = [int(group) for group in match.groups() if group]
        if 0 < bounds[1] - bounds[0] <= max(30, bounds[0]) and not re.search(r"\d\s*[h:]", match[0]) and len(kept) == 2:
            return [q for q in kept if not match.start() <= q.start < match.end()], True
    kept = _odometer(kept)
    kept = [quantity for quantity in kept if not _no_amount(low, quantity, kept)]
    kept = _last_word(low, kept)
    return kept, False


def without_wrong(low: str, found: list[Quantity]) -> list[Quantity]:
    """The numbers that are not said to be wrong ("8 pas 6", "18, non 19")."""
    wrong = {match.start("wrong") for match in IF_ONE_WAY.finditer(low)}
    wrong |= {match.start("wrong") for shape in CORRECTED for match in shape.finditer(low)}
    return [quantity for quantity in found if not any(quantity.start <= place < quantity.end for place in wrong)]


def _odometer(found: list[Quantity]) -> list[Quantity]:
    """ "parti a 84 210, rentre a 84 268": the difference is what was driven."""
    if len(found) == 2 and all(q.value >= 1000 for q in found) and 0 < found[1].value - found[0].value < 1000:
        return [replace(found[1], value=found[1].value - found[0].value, unit="km")]
    return found


def _no_amount(low: str, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether a number beside others is a ceiling, a share, a count or a choice of the menu."""
    before, after = low[max(quantity.start - 26, 0) : quantity.start], low[quantity.end :]
    others = [q for q in found if q is not quantity and q.unit in ("", "money", "km", "miles")]
    if not others:
        return False
    if CAPPED.search(before) or CAPPED_AFTER.match(after):
        return True
    whole = quantity.unit == "" and quantity.value == int(quantity.value) and quantity.value <= 9
    if not whole:
        return False
    if SHARED_BY.search(before) or re.match(
        r"\s*(?:dans|dans l|in my|a bord|chose|club|thing|et demie? journee)", after
    ):
        return True
    leads = not low[: quantity.start].strip() and quantity.value <= 5
    return leads and not re.match(
        r"\s*(?:[x*+]|a \d|km|\$|et (?:demi|quart)|pour|aller|there|ida|ale|de chaque|en |"
        r"(?:auto)?bus a \d|(?:auto)?bus\b.{3,20}\b(?:chaque|each|cada)\b)",
        after,
    )


def _last_word(low: str, found: list[Quantity]) -> list[Quantity]:
    """ "18 plus le tip, mettons 20": the last figure is the whole."""
    if len(found) != 2 or re.search(r"\bx\b|[*]|h", low) or not LAST_WORD.search(low[: found[1].start]):
        return found
    alike = found[0].unit == found[1].unit or {found[0].unit, found[1].unit} <= {"", "money"}
    summed = re.search(r"mettons|disons|faque|fak|total|say", low[found[0].end : found[1].start])
    return [found[1]] if alike and summed and found[1].value >= found[0].value else found
