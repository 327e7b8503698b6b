"""PAS MOI: whoever writes says that an address, a code or a merge is not their doing, and nothing else."""

from __future__ import annotations

from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import fold

LIST = "not_me.txt"


def says_not_me(words: str) -> bool:
    return fold(words) in _list()


@lru_cache(maxsize=1)
def _list() -> frozenset[str]:
    return frozenset(fold(line) for line in data.lines(LIST))
