"""Someone who says that they have another telephone or number: who they were here, a human puts together."""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import fold

LIST = "new_phone.txt"
LONGEST = 9  # words: a longer message says something else too


def has_new_phone(text: str) -> bool:
    """Whether the message says so, and little else."""
    folded = fold(text)
    return len(folded.split()) <= LONGEST and _pattern().search(f" {folded}") is not None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return data.any_of(data.lines(LIST))
