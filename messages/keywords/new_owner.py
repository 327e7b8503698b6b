"""Someone who has the number of a person now: "c'est plus le numéro de Rose", "this is my number now"."""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import fold

LIST = "new_owner.txt"
NAME = "NAME"  # in the list: any of the names of the person whose number it was
LONGEST = 20  # words: a longer message tells something else
SHORTEST_NAME = 3  # letters


def has_new_owner(text: str, name: str) -> bool:
    """Whether the message says that this number is no longer that of whoever bears this name."""
    folded = fold(text)
    return len(folded.split()) <= LONGEST and _pattern(name).search(f" {folded}") is not None


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in fold(name).split() if len(part) >= SHORTEST_NAME]
    named = f"({'|'.join(parts)})( ({'|'.join(parts)}))?" if parts else "(?!)"
    return data.any_of([line.replace(NAME, named) for line in data.lines(LIST)])
