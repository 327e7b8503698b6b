"""The sum of a short answer, and the sums of a sentence written in figures."""

from __future__ import annotations

import re
from dataclasses import replace

from messages.reading.labels import Step
from messages.reading.money import kinds_named, money, way_back_in_km
from messages.reading.money_settled import without_wrong
from messages.reading.money_words import AS_MUCH_BACK, ONE_WAY
from messages.reading.numbers import FROM_TO, TOKEN, Quantity, as_written, number_of, quantities, readable
from messages.reading.products import multiplied
from messages.reading.text import plain

NEGATIVE = re.compile(r"(?<![\w.,])-\s?\$?\s?\d|\b(?:moins|minus) \$?\d")
# "2 billets 7,50": each, or both? "5$ 6$": two sums.
SEVERAL = re.compile(
    r"\b[2-9] (?:billets?|tickets?|passages?) \$?\d|\$ ?,? ?\d+(?:[.,]\d+)? ?\$|"
    r"\d\s?\$?\s?(?:-|\ba\b|\bet\b|\bou\b|\bor\b|\bo\b|\bto\b)\s?\$?\d"
)


# What only these readers know: "4 fois 3,25", "garde de 1 a 4".
WRITTEN_OTHERWISE = re.compile(rf"\b(?:fois|times|veces|fwa|twice) \$?\d|{FROM_TO.pattern}")
PART_OF_A_DOLLAR = re.compile(r"\bet (?:demie?|quart|half|trois|3)\b|\bquarts?\b")
TOLD_TIMES = re.compile(r"\b(?:fois|fwa|times|veces|passages?|passes|trips?|tours?|pasajes?|rencontres?|reunions?)\b")
COUNTED_HEADS = re.compile(r"\b(?:enfants?|kids?|flos?|flots?|timoun|ninos?|hijos?|petits?)\b")


def amount(text: str, step: Step = Step.CLAIM_FARE) -> int | None:
    """The one sum of a short answer, in cents; None for none, several, "10 ou 12", or a negative one."""
    found = money(text, step)
    told = [one for one in found.sums if one.cents is not None]
    return None if len(told) != 1 or len(found.sums) != 1 or found.doubtful or unclear(text) else told[0].cents


def unclear(text: str) -> bool:
    """Whether an answer holds "10 ou 12", two bare sums, or a negative one."""
    low = readable(text)
    return bool(NEGATIVE.search(low) or SEVERAL.search(low))


def written_out(text: str) -> str:
    """The text with its sums as plain figures ("12 piasses et quart" is "12.25 $", "3 h a 10 $" is "30.00 $"), and
    without those that are said to be wrong; as it was when all its sums are plain.
    """
    low, found = readable(text), quantities(text)
    told = multiplied(low, without_wrong(low, found))
    kept = way_back_in_km(low, told)
    low, kept = _twice_for_the_way_back(low, kept)
    starts = {one.start for one in kept}
    changed = [one for one in kept if one.unit in ("", "money", "km") and not (_is_plain(low, one) and one in told)]
    gone = [one for one in found if one.start not in starts and not any(k.start <= one.start < k.end for k in kept)]
    if not changed and not gone and low == as_written(text) and not WRITTEN_OTHERWISE.search(plain(text)):
        return text
    for one in sorted([*changed, *gone], key=lambda quantity: -quantity.start):
        span = low[one.start : one.end]
        named = " ".join(span[start:end] for start, end, _ in kinds_named(span))  # "2 bus a 3,75 chaque"
        low = low[: one.start] + ("" if one in gone else f"{_figure(one)} {named}".strip()) + low[one.end :]
    return low


def _twice_for_the_way_back(low: str, kept: list[Quantity]) -> tuple[str, list[Quantity]]:
    """ "14,5 km aller pis autant pour revenir": one sum, twice; what says so is left out."""
    again = AS_MUCH_BACK.search(low)
    if again is None or len(kept) != 1 or kept[0].unit not in ("", "money", "km") or kept[0].end > again.start():
        return low, kept
    [one] = kept
    cut = ONE_WAY.sub(lambda match: " " * len(match[0]), low[: again.start()])
    return cut + low[again.end() :], [replace(one, value=one.value * 2)]


def _is_plain(low: str, one: Quantity) -> bool:
    match = TOKEN.match(low, one.start)
    if one.times != 1:  # "3 x 12" is read as such; hours times a rate, and "4 fois 3,25", are not
        span = low[one.start : one.end]
        if one.unit == "km" or any(shape.search(span) for shape in (TOLD_TIMES, COUNTED_HEADS, PART_OF_A_DOLLAR)):
            return False
        return not re.search(r"\dh(?:\d\d)?\b|\d ?heures?|\d ?hours?|\d ?hrs?\b|\d ?horas?", low)
    return match is not None and abs(number_of(match["number"]) - one.value) < 0.001


def _figure(one: Quantity) -> str:
    return f"{one.value:g} km" if one.unit == "km" else f"{one.value:.2f} $"
