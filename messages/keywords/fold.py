"""Folding: the same letters for "ARRÊT!", "arret" and "ａｒｒêｔ", with their place in the message kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Marks typed apart from their letter (an e, then an accent) and invisible joiners belong to the word they follow.
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INSIDE}])*")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_KEPT_CATEGORIES = frozenset({"Ll", "Lu", "Lt", "Lm", "Lo", "Nd", "Nl", "No"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its folded letters, and where it stands in the message as written."""

    folded: str
    start: int
    end: int


def fold_word(word: str) -> str:
    """One word without case, accents or invisible characters; "" when nothing readable is left."""
    if word.isascii():
        return word.lower()
    loose = unicodedata.normalize("NFKD", word.casefold().translate(_LIGATURES)).casefold()
    return "".join(c for c in loose if unicodedata.category(c) in _KEPT_CATEGORIES)


def split(text: str) -> list[Word]:
    """The words of a message; punctuation, emoji and apostrophes only separate them."""
    found = (Word(fold_word(match[0]), match.start(), match.end()) for match in _WORD.finditer(text))
    return [word for word in found if word.folded]


def fold(text: str) -> str:
    """The whole message folded, words separated by one space: ``fold("Arrêtez, SVP!") == "arretez svp"``."""
    return " ".join(filter(None, map(fold_word, _WORD.findall(text))))
