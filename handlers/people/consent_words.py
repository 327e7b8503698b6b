"""What words written down about a consent say: one reader for a cell of a list, a command, a form, the shell.

A yes needs a word or a mark of one, or the plain name of how it was given ("formulaire papier", "au téléphone"), and no
word of a refusal. What says neither is unclear: it is refused with an example, or asked about, never a yes.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from handlers.people.consent_days import DAY_AND_MONTH, FIGURES, YEAR_FIRST
from handlers.vocabulary import meaning_of
from messages.keywords import fold
from messages.sentences.date_words import MONTHS, WEEKDAYS

HOUR = re.compile(r"\b\d{1,2}\s?(?::\s?\d\d(?::\s?\d\d)?|h\s?(?:\d\d)?)(?!\w)|\bT\d\d:\d\d\S*", re.IGNORECASE)
YES_SIGNS = frozenset("✓✔☑✅👍")
SEEN = re.compile(r"[\w\s.,;:!()\[\]/'’\"«»&+°–—-]|[\ufe0f\u200b-\u200f\u0300-\u036f]|[🏻-🏿]")
DASHES = re.compile(r"[\s.–—-]+")
# Words that stand around a day and say nothing of the answer.
BESIDE = frozenset({
    "le", "la", "les", "l", "du", "de", "des", "d", "au", "aux", "a", "en", "on", "the", "of", "at", "un", "une", "h",
    "er", "re", "th", "st", "nd", "rd", "date", "jour", "am", "pm",
})  # fmt: skip
YEAR = re.compile(r"(?:19|20)\d\d")


class Said(StrEnum):
    YES = "yes"
    NO = "no"
    PENDING = "pending"  # nothing was answered yet
    DAY = "day"  # a day alone: what it is of, the heading says
    UNCLEAR = "unclear"


@lru_cache(maxsize=4096)
def said_in(words: str) -> Said:
    """What these words say, whatever day stands among them."""
    rest = without_day(words)
    folded = fold(rest)
    tokens = folded.split()
    meaning = meaning_of("consent", _before_the_day(tokens))
    if meaning == Said.NO:
        return Said.NO
    signs = set(SEEN.sub("", rest))
    if signs - YES_SIGNS:
        return Said.UNCLEAR
    if meaning == Said.PENDING:
        return Said.PENDING
    yes = bool(signs) or meaning_of("consent_yes", folded) != ""
    if meaning_of("consent_denied", folded):
        return Said.UNCLEAR if yes else Said.NO
    if yes:
        return Said.YES
    if not all(token in BESIDE or YEAR.fullmatch(token) for token in tokens):
        return Said.UNCLEAR
    return Said.UNCLEAR if _is_dash(words) else Said.DAY


def without_day(words: str) -> str:
    """ "✗ 2026-01-15" -> "✗": what is said, apart from when."""
    for pattern in (YEAR_FIRST, FIGURES, DAY_AND_MONTH, HOUR):
        words = pattern.sub(" ", words)
    parts = words.split()
    kept = [part for place, part in enumerate(parts) if not _of_a_day(parts, place)]
    return " ".join(kept)


def _of_a_day(parts: list[str], place: int) -> bool:
    """The name of a day or a month, and the figures beside it."""
    folded = fold(parts[place])
    if folded in MONTHS or folded in WEEKDAYS:
        return True
    figures = re.fullmatch(r"\d{1,2}(?:er|e|th|st|nd|rd)?|(?:19|20)\d\d", folded)
    beside = [fold(part) for part in parts[max(place - 2, 0) : place + 3]]
    return figures is not None and any(word in MONTHS or word in WEEKDAYS for word in beside)


def _before_the_day(tokens: list[str]) -> str:
    while len(tokens) > 1 and tokens[-1] in BESIDE - {"a"}:
        tokens = tokens[:-1]
    return " ".join(tokens)


def _is_dash(words: str) -> bool:
    return bool(words.strip()) and DASHES.fullmatch(words) is not None
