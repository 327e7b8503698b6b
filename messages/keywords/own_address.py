"""The postal address that someone gives as theirs, in a sentence: "mon adresse est 12 rue du Pont, Vieux-Moulin"."""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import split

LIST = "own_address.txt"
LONGEST_BEFORE = 12  # words before it
SHORTEST, LONGEST = 10, 200  # characters
# A door's number, then a street: not a length of time, not a sum.
DOOR = re.compile(r"\d{1,5}\s?[A-Za-z]?(?:[-/]\d{1,5})?,?\s+(?!(?:ans?|mois|jours?|years?|\$|km)\b)[^\W\d_]")


def own_address(text: str) -> str:
    """The address as written; "" when there is none, when it is asked, or when something else is told with it."""
    words = split(text)
    folded = " " + " ".join(word.folded for word in words)
    found = _pattern().match(folded)
    if found is None or "?" in text or "@" in text:
        return ""
    before = len(found[0].split())
    rest = text[words[before].start :].strip(" .,;!\n") if before < len(words) else ""
    address = ", ".join(line.strip(" ,") for line in rest.splitlines() if line.strip())
    fits = SHORTEST <= len(address) <= LONGEST and before <= LONGEST_BEFORE
    return address if fits and DOOR.match(address) else ""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return data.any_of(data.lines(LIST))
