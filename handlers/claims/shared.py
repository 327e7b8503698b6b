"""A sum that can be read two ways: shared with others, a card of several rides, between two. Asked, with each of them.

with_parts(Claimed("taxi 18 $ séparé à deux", offered={"taxi": "1800"})).offered  ->  {"taxi_parts": [900, 1800]}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from handlers.claims.sentence import Claimed
from handlers.dialogue import Talk
from messages import Money, Option, text
from messages.reading import shares
from messages.reading.numbers import as_written

OF_A_SUM = ("fare", "taxi", "meal_paid", "childcare")
PARTS = "_parts"
QUESTION_OF = {"meal_paid": "meal_price"}  # the question that asks for that sum


def parts_of(words: str) -> tuple[int, ...]:
    """In cents, what may have been paid of the sum that was shared; () when there is no doubt."""
    return tuple(round(one * 100) for one in shares.parts(as_written(words)))


def in_doubt(offered: Mapping[str, Any]) -> bool:
    return any(key.endswith(PARTS) for key in offered)


def with_parts(said: Claimed) -> Claimed:
    """What was said, with the sum that can be read two ways left to be asked."""
    return replace(said, offered=offered_with_parts(said.words, said.offered))


def offered_with_parts(words: str, offered: Mapping[str, Any]) -> dict[str, Any]:
    parts = parts_of(words)
    found = next((key for key in OF_A_SUM if parts and str(offered.get(key)) == str(parts[-1])), "")
    if not found:
        return dict(offered)
    kept = {key: value for key, value in offered.items() if key != found}
    return {**kept, f"{QUESTION_OF.get(found, found)}{PARTS}": list(parts)}


def heard(talk: Talk, key: str) -> None:
    """A sum that can be read two ways, as the answer to the question of that sum: asked with both."""
    given = talk.given
    if given is None or talk.asked_key != key or given.value is not None:
        return
    if parts := parts_of(given.text):
        talk.given = None
        talk.row.prefill = {**talk.row.prefill, f"{key}{PARTS}": list(parts)}


def options(talk: Talk, key: str) -> list[Option]:
    """One for each way to read the sum."""
    found = talk.row.prefill.get(f"{key}{PARTS}") or []
    return [Option(str(cents), text("claims-option-sum", amount=Money(int(cents)))) for cents in found]


def settled(row_prefill: Mapping[str, Any], offered: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept for later once new sums are said: each takes the place of the doubt about it."""
    gone = {f"{QUESTION_OF.get(key, key)}{PARTS}" for key in OF_A_SUM if key in offered}
    return {key: value for key, value in row_prefill.items() if key not in gone}


def asked_for(offered: Mapping[str, Any]) -> set[str]:
    """The questions that must be asked since their sum can be read two ways."""
    return {key.removesuffix(PARTS) for key in offered if key.endswith(PARTS)}
