"""The language of a few words of somebody nobody knows: "ki moun sa ye", "numero equivocado"."""

from __future__ import annotations

from functools import lru_cache

from messages.keywords import data, fold

LIST = "languages_written.txt"


def language_told(text: str) -> str:
    """The code of the one language that most of these words are of; "" when two are as likely, or none is."""
    said = fold(text).split()
    counts = {code: sum(word in listed for word in said) for code, listed in _languages().items()}
    first, second = sorted(counts, key=lambda code: -counts[code])[:2]
    return first if counts[first] > counts[second] else ""


@lru_cache(maxsize=1)
def _languages() -> dict[str, frozenset[str]]:
    lines = [line.split() for line in data.lines(LIST)]
    return {code: frozenset(words) for code, *words in lines}
