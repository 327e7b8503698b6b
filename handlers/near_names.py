"""Names of roundtables and of territories, compared as people see them: two that look alike are asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from db.labels import comparable

# What may stand in front of a name or be left out of it.
COMMON = frozenset({
    "table", "tables", "comite", "comites", "concertation", "roundtable", "committee", "mrc", "ville", "municipalite",
    "territoire", "secteur", "de", "du", "des", "d", "la", "le", "les", "l", "the", "of",
})  # fmt: skip
# Words behind a name that make another place of it.
APART = frozenset({
    "nord", "sud", "est", "ouest", "centre", "haut", "haute", "bas", "basse", "north", "south", "east", "west", "upper",
    "lower",
})  # fmt: skip
ABBREVIATED = {"st": "saint", "ste": "sainte"}


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """By what two names are the same."""
    return comparable(name)


def near_misses(name: str, others: Iterable[str]) -> list[str]:
    """Those that this name could be a slip for, or the other way: "Cocco" for "COCO", "GrandeAnse"."""
    return [other for other in others if key_of(other) != key_of(name) and _near(key_of(name), key_of(other))]


@lru_cache(maxsize=65_536)
def _near(one: str, two: str) -> bool:
    if re.findall(r"\d+", one) != re.findall(r"\d+", two):
        return False  # two committees with numbers
    first, second = _telling(one), _telling(two)
    if not first or not second:
        return False
    if first == second or "".join(first) == "".join(second):
        return True
    if _longer_name(set(first), set(second)):
        return True
    if len(first) != len(second):
        return _slip("".join(first), "".join(second), longer=6)
    apart = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return all(_slip(a, b) for a, b in apart)


def _longer_name(one: set[str], two: set[str]) -> bool:
    """ "Frigo" and "Frigo communautaire": one is the other, said whole. "Nord" and "Nord-Est" are two places."""
    beside = one ^ two
    within = one < two or two < one
    return within and not beside & APART and all(len(word) > 2 for word in beside)


def _telling(key: str) -> list[str]:
    """The words that tell one name from another."""
    words = [ABBREVIATED.get(word, word) for word in key.split(" ")]
    return [word for word in words if word not in COMMON]


def _slip(one: str, two: str, *, longer: int = 4) -> bool:
    length = max(len(one), len(two))
    if length < longer or min(len(one), len(two)) < 3:
        return False
    return OSA.distance(one, two, score_cutoff=2) <= (2 if length >= 8 else 1)
