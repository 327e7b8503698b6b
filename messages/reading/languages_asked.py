"""A language that a whole message asks for, or says not to speak: "en français finalement", "no hablo francés"."""

from __future__ import annotations

from functools import lru_cache

from messages.keywords import fold
from messages.sentences.signs import sections

LIST = "languages_asked.txt"
LONGEST = 12  # words
NEAR = 4  # words between a refusal and the language that it refuses


def language_asked(text: str) -> str:
    """The code of the language; "" when none is asked for, or when the message says something else besides."""
    words = fold(text).split()
    names = _names()
    places = [place for place, word in enumerate(words) if word in names]
    if not places or len(words) > LONGEST or not all(word in names or word in _words("frame") for word in words):
        return ""
    refused = {names[words[place]] for place in places if _is_refused(words, place)}
    wanted = {names[words[place]] for place in places if not _is_refused(words, place)} - refused
    if len(wanted) == 1:
        return wanted.pop()
    return "" if wanted or not refused else _written(words, refused)


def _is_refused(words: list[str], place: int) -> bool:
    """ "pa pale angle": the refusal stands before it, and no other language between."""
    for word in reversed(words[max(0, place - NEAR) : place]):
        if word in _names() or word in ("et", "and", "y", "mais", "but", "pero", "men"):
            return False
        if word in _words("not"):
            return not _answers_no(words, word)
    return False


def _answers_no(words: list[str], word: str) -> bool:
    """ "non en français", "no, in english": the no answers, and refuses no language."""
    return word == "no" and words[0] == "no" and words[1:2] in (["in"], ["en"], ["english"], ["espanol"], ["please"])


def _written(words: list[str], refused: set[str]) -> str:
    """The language that these words are written in, when it is not the one that they refuse."""
    counts = {code: sum(word in _words(f"written {code}") for word in words) for code in ("fr", "en", "es", "ht")}
    best = max(counts, key=lambda code: (counts[code], code not in refused))
    return best if counts[best] and best not in refused else ""


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    lines = [line.split() for line in sections(LIST)["names"]]
    return {word: code for code, *words in lines for word in words}


@lru_cache(maxsize=8)
def _words(section: str) -> frozenset[str]:
    return frozenset(word for line in sections(LIST)[section] for word in line.split())
