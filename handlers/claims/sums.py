"""The sums that words say, as values of a claim's questions: parking is parking, whatever is asked.

said("le stationnement 6 piasses", Step.CLAIM_MEAL).offered  ->  {"other": [[600, "stationnement"]]}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.claims import rules
from messages.keywords import fold
from messages.reading import Step
from messages.reading.answered import unclear
from messages.reading.money import MoneySaid, Sum, money
from messages.reading.number_words import NUMBER_WORDS
from messages.sentences.claims.vocabulary import kind_of

# The kind of sum that each question asks for.
ASKED = {
    "fare": "fare", "taxi": "fare", "km": "car", "meal": "meal", "meal_price": "meal", "childcare": "childcare",
    "other": "parking",
}  # fmt: skip
LONGEST_WHAT = 60
SAYS_NOTHING = frozenset({"filler", "no", "rate", "link", "each", "known"})
COUNTS = frozenset(
    {
        *NUMBER_WORDS, "non", "no", "et", "and", "y", "pis", "demi", "demie", "quart", "quarts", "half", "quarter",
        "medio", "media", "cuarto",
    }
)  # fmt: skip
LINKS = re.compile(
    r"^(?:(?:pis|puis|et|plus|aussi|and|also|y|ak|ok|oui|euh)\s+)*(?:(?:pis|puis|and|y)$)?", re.IGNORECASE
)
FOR = re.compile(
    r"^(?:c.?(?:est|.tait) )?(?:pour |for |para |pou |de )?(?:le |la |les |des |l'|the |el |my |mon |ma |du )?",
    re.IGNORECASE,
)
WITHOUT = "without"  # a ride that is taken back ("oublie le taxi")
NUMBERS = re.compile(r"[$\d]+(?:[.,]\d+)?\s*(?:\$|piass?es?|dollars?|bucks?)?|\b(?:piass?es?|dollars?|bucks?)\b")


@dataclass(frozen=True, slots=True)
class SaidSums:
    """`own`: the sum that answers the question; `offered`: the others, each for its own question. `doubtful`: one of
    them can be read two ways.
    """

    own: Sum | None = None
    offered: Mapping[str, Any] = field(default_factory=dict)
    doubtful: bool = False


def said(words: str, key: str, step: Step) -> SaidSums:
    """The sums of an answer to the question `key`."""
    mine = ASKED.get(key, "")
    found = _found(words, mine, step)
    own = next((one for one in found.sums if _is_own(one, mine)), None)
    offered: dict[str, Any] = {}
    others = [one for one in found.sums if one is not own]
    for one in others:
        offered |= _value(one, words)
    unplaced = any(not one.kind for one in others)
    return SaidSums(own, offered, found.doubtful or unplaced or unclear(words) or len(_rides(words)) > 1)


def _found(words: str, mine: str, step: Step) -> MoneySaid:
    """What the question takes for granted, unless the words name other things ("cab 18, day care 30" at the meal)."""
    named = {one.kind for one in money(words).sums if one.kind}
    return money(words) if mine not in ("", "car") and named and named != {mine} else money(words, step)


def _rides(words: str) -> set[str]:
    """The bus and the taxi, when both are named: their fares are told apart by asking."""
    return {kind_of(word) for word in fold(words).split()} & {"taxi", "transport_fare"}


def _is_own(one: Sum, mine: str) -> bool:
    if mine == "car":
        return one.km is not None
    return bool(mine) and one.kind in (mine, "") and one.cents is not None


def _value(one: Sum, words: str) -> dict[str, Any]:
    if one.km is not None:
        return {"transport": "car", "km": f"{rules.kilometres(one.km):g}"} if one.km else {WITHOUT: "car"}
    cents = one.cents or 0
    if one.kind == "fare":
        ride = "taxi" if "taxi" in _rides(words) else "bus"
        return {"transport": ride, "fare" if ride == "bus" else "taxi": str(cents)} if cents else {WITHOUT: ride}
    if one.kind == "meal":
        return {"meal": "1", "meal_paid": str(cents)} if cents else {"meal": "0"}
    if one.kind == "childcare":
        return {"childcare": str(cents)}
    if one.kind == "participation":
        return {"amount_said": str(cents)}
    if one.kind == "remote":
        return {}
    return {"other": [[cents, what(words, one.kind)]] if cents else []}


WHAT = {"parking": ("stationnement", "parking", "estacionamiento"), "car": ("gaz", "gas", "essence", "gasolina")}


def what(words: str, kind: str) -> str:
    """What a sum was for, in their words: the word of its kind, else all that is not the sum."""
    known: list[str] = [word for word in re.findall(r"[^\W\d_]+", words) if fold(word) in WHAT.get(kind, ())]
    if known:
        return known[0]
    rest = LINKS.sub("", " ".join(NUMBERS.sub(" ", words).split()))[:LONGEST_WHAT].strip(" ,.:;-")
    says = any(kind_of(word) not in SAYS_NOTHING and word not in COUNTS for word in fold(rest).split())
    return rest if says else ""


def corrected(words: str) -> SaidSums:
    """What is put right at the total: nothing is asked there, so each sum is for the question of its kind."""
    found = said(words, "", Step.CLAIM_TOTAL)
    return found if any(character.isalpha() for character in words) else SaidSums()
