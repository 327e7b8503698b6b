"""An age that someone says of themself: "j'ai 12 ans". It is asked of nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import fold

LIST = "own_age.txt"
LONGEST = 16  # words: a longer message tells something else
# Ages at which one joins with a parent, in words, folded.
IN_WORDS = {
    **dict.fromkeys(("huit", "eight", "ocho", "uit"), 8),
    **dict.fromkeys(("neuf", "nine", "nueve", "nef"), 9),
    **dict.fromkeys(("dix", "ten", "diez", "dis"), 10),
    **dict.fromkeys(("onze", "eleven", "once", "onz"), 11),
    **dict.fromkeys(("douze", "twelve", "doce", "douz"), 12),
    **dict.fromkeys(("treize", "thirteen", "trece", "trez"), 13),
}


def own_age(text: str) -> int | None:
    """The age, in years; None when the message says none, or tells more than that."""
    folded = fold(text)
    found = _pattern().search(f" {folded}") if len(folded.split()) <= LONGEST else None
    if found is None:
        return None
    said = [int(word) if word.isdigit() else IN_WORDS.get(word) for word in re.findall(r"\d{1,2}|[a-z]+", found[0])]
    return next((age for age in said if age is not None), None)


def beside_age(text: str) -> str:
    """What is written beside an age, folded."""
    return _pattern().sub(" ", f" {fold(text)}").strip()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return data.any_of(data.lines(LIST))
