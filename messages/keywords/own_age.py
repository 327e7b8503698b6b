"""An age that someone says of themself: "j'ai 12 ans". It is asked of nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import fold

LIST = "own_age.txt"
LONGEST = 12  # words: a longer message tells something else


def own_age(text: str) -> int | None:
    """The age, in years; None when the message says none, or tells more than that."""
    folded = fold(text)
    found = _pattern().search(f" {folded}") if len(folded.split()) <= LONGEST else None
    age = re.search(r"\d{1,2}", found[0]) if found else None
    return int(age[0]) if age else None


def beside_age(text: str) -> str:
    """What is written beside an age, folded."""
    return _pattern().sub(" ", f" {fold(text)}").strip()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return data.any_of(data.lines(LIST))
