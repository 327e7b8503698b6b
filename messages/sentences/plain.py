"""Lower case without accents, everything else in place: what dates, hours and amounts are looked for in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SINGLE = {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2044": "/", "\u2013": "-", "\u2014": "-", "\u2212": "-"}
LIGATURES = {"\u0153": "oe", "\u0152": "oe", "\u00e6": "ae", "\u00c6": "ae", "\u00bd": " 1/2"}


def plain(text: str) -> str:
    return text.lower() if text.isascii() else "".join(map(_letter, text))


def plain_places(text: str) -> tuple[str, list[int]]:
    """The plain text, and for each of its characters (and its end) the place in the text as written."""
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    letters = [_letter(c) for c in text]
    places = [place for place, letter in enumerate(letters) for _ in letter]
    return "".join(letters), [*places, len(text)]


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    if character in LIGATURES or character in SINGLE:
        return LIGATURES.get(character) or SINGLE[character]
    kept = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return "".join(SINGLE.get(c, c) for c in kept.casefold())
