"""One misspelled word: which keyword it was meant to be, if any, and never on a word that exists.

Budgets follow plain measurements: a typo is one letter more, less, other, or two swapped (optimal string alignment,
which counts a swap as one). Four to six letters forgive one typo, seven and more forgive two.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from messages.keywords import data
from messages.keywords.sounds import sound
from messages.keywords.vocabulary import KeywordMeaning, vocabulary
from messages.keywords.words import Keyword, Sure

_SHORTEST = 4  # "mot", "oui", "non": their misspellings are listed
_LONGEST = 22
_SHORTEST_SOUND = 4  # shorter keys are shared by too many words
_DOUBLED = re.compile(r"(.)\1+")
# A misspelling that makes a very common word (gare, moi, site) is that word; further down the ranks one may ask.
_COMMONEST = 4_000


@lru_cache(maxsize=8192)
def guess(word: str) -> KeywordMeaning | None:
    """The keyword a folded word was probably meant to be; None when it is best taken as it is."""
    if not 3 <= len(word) <= _LONGEST or not word.isalpha() or word in vocabulary().words:
        return None
    rank = data.common_french().get(word)
    found = _nearest(word) or _same_sound(word)
    if found is None or (rank is not None and rank < _COMMONEST):
        return None
    exists = rank is not None or word in data.lookalikes()
    if not exists:
        return found
    # An existing word is asked about only when one slip of the thumb separates it from the keyword.
    return KeywordMeaning(found.keyword, "ask") if _one_slip(word, found.keyword) else None


def _nearest(word: str) -> KeywordMeaning | None:
    """The nearest target within its budget; two keywords at the same distance make it a question."""
    scored = {**_within(word, _targets()), **_within(_undouble(word), _undoubled())}
    best: list[tuple[int, str]] = sorted((distance, target) for target, distance in scored.items())
    if not best:
        return None
    distance, target = best[0]
    rivals = {vocabulary().targets[other] for far, other in best if far == distance}
    return KeywordMeaning(vocabulary().targets[target], "ask" if len(rivals) > 1 else _trust(word, target, distance))


def _within(word: str, targets: dict[str, str]) -> dict[str, int]:
    """Target -> distance, for the targets whose budget covers the distance."""
    near = process.extract(word, targets, scorer=OSA.distance, score_cutoff=2, limit=None)
    return {target: int(distance) for _, distance, target in near if distance <= _budget(target)}


def _budget(target: str) -> int:
    return 2 if len(target) >= 7 else 1


def _trust(word: str, target: str, distance: int) -> Sure:
    """A first letter that differs asks on short words: people rarely miss the first key."""
    if word[0] == target[0] or len(target) >= 6:
        return "sure"
    return "ask" if len(target) >= 5 or distance == 0 else "none"


def _same_sound(word: str) -> KeywordMeaning | None:
    key = sound(word)
    keyword = vocabulary().sounds.get(key)
    return KeywordMeaning(keyword, "sure") if keyword and len(key) >= _SHORTEST_SOUND else None


def _one_slip(word: str, keyword: Keyword) -> bool:
    targets = (target for target, known in vocabulary().targets.items() if known is keyword and len(target) >= 5)
    return any(word[0] == target[0] and OSA.distance(word, target, score_cutoff=1) <= 1 for target in targets)


def _undouble(word: str) -> str:
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1)
def _targets() -> dict[str, str]:
    return {target: target for target in vocabulary().targets if len(target) >= _SHORTEST}


@lru_cache(maxsize=1)
def _undoubled() -> dict[str, str]:
    return {target: _undouble(target) for target in _targets()}
