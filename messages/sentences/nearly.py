"""A misspelled word and the one it was meant to be: one slip from four letters, two from seven, never a common word."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from messages.keywords import data
from messages.keywords.fold import fold

# "larimage", "dautobus", "qu'on": what phones glue in front of a word.
GLUED = ("qu", "l", "d", "j", "m", "s", "c", "n", "t")
SHORTEST = 4


def unglued(word: str) -> list[str]:
    """The word, then what is left of it without a glued article or pronoun."""
    return [word, *(word[len(g) :] for g in GLUED if word.startswith(g) and len(word) - len(g) >= 3)]


def nearest(word: str, targets: Collection[str], *, common_too: bool = False) -> str:
    """The target meant by a folded word, "" when none is near enough. A common French word is never a typo."""
    if len(word) < SHORTEST or len(word) > 24:
        return ""
    if not common_too and word in data.common_french():
        return ""
    for _, distance, target in _close(word, targets):
        if distance <= (0 if len(target) < SHORTEST else 1 if len(target) < 7 else 2):
            # The first key is rarely missed: another first letter is one slip on a long word, or another word.
            return target if word[0] == target[0] or (len(target) >= 6 and distance <= 1) else ""
    return ""


def _close(word: str, targets: Collection[str]) -> list[tuple[str, float, str]]:
    found = process.extract(word, {t: t for t in targets}, scorer=OSA.distance, score_cutoff=2, limit=3)
    return sorted(found, key=lambda near: near[1])


@lru_cache(maxsize=16)
def folded_words(words: frozenset[str]) -> dict[str, str]:
    """Folded -> as given, for a list that comes with each call."""
    return {folded: word for word in sorted(words) if (folded := fold(word))}
