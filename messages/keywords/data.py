"""Reading the word lists of `messages/data/`: lines without comments, and the small language of patterns.

The lists are read once, at the first message. A new language is a new file: ``keywords.xx.tsv``, ``opt_out.xx.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import structlog

from messages.keywords.fold import fold

log = structlog.get_logger(__name__)

_FOLDER = files("messages") / "data"
_ANY_WORDS = r"(?: \\w+){0,4} "


def lines(name: str) -> list[str]:
    """The lines of one list, without comments nor empty ones."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def names(prefix: str) -> list[str]:
    """The lists of one family, in every language there is: ``names("keywords.")``."""
    return sorted(entry.name for entry in _FOLDER.iterdir() if entry.name.startswith(prefix))


def expand(pattern: str) -> str:
    """A pattern of the lists as a regular expression without capturing groups, to run on folded words."""
    loose = re.sub(r"(?<=[a-z0-9)])\*", r"\\w*", pattern)
    loose = re.sub(r" \.\.\. ", _ANY_WORDS, loose)
    return re.sub(r"\((?!\?)", "(?:", loose).replace("^", "(?<=^ )")


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds any of the patterns, whole words only, in ``" " + folded``.

    The space in front is what makes it quick: the search jumps from space to space instead of trying every letter.
    """
    choices = [expand(pattern) for pattern in patterns]
    try:
        return whole_words("|".join(choices))
    except re.error:
        return whole_words("|".join(choice for choice in choices if not is_broken(choice)) or "(?!)")


def whole_words(expression: str) -> re.Pattern[str]:
    return re.compile(f" (?:{expression})(?!\\w)")


def is_broken(expression: str) -> bool:
    """Whether a line of an edited list is no pattern. It is then left out, and said: the line must go on answering."""
    try:
        re.compile(expression)
    except re.error as error:
        log.error("a pattern of the word lists cannot be read", pattern=expression, why=str(error))
        return True
    return False


@lru_cache(maxsize=1)
def common_french() -> dict[str, int]:
    """The commonest French words, folded, each with its rank (0 is the commonest)."""
    words: dict[str, int] = {}
    for word in lines("common_french.txt"):
        words.setdefault(word, len(words))
    return words


@lru_cache(maxsize=1)
def lookalikes() -> frozenset[str]:
    """Rarer words of French, English and Spanish that are spelled almost like a keyword."""
    return frozenset(lines("lookalikes.txt"))


@lru_cache(maxsize=1)
def stop_kinds() -> dict[str, str]:
    """The words that name one kind of message: ``{"rappels": "reminders", ...}``."""
    rows = (line.split("\t") for line in lines("stop_kinds.tsv"))
    return {fold(word): kind for kind, words in rows for word in words.split()}
