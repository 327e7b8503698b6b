"""The names of days and months as people write them, in every language: `messages/*/dates.tsv`."""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import data
from messages.sentences.nearly import nearest

WHAT = ("weekday", "short", "month", "relative", "past", "no-day")  # dates.tsv says what each is
BOUNDS = {"weekday": (0, 6), "short": (0, 6), "month": (1, 12), "relative": (-7, 7)}


@lru_cache(maxsize=1)
def names() -> dict[str, dict[str, int]]:
    """What -> each word -> which one (0 for what has no number). A line whose number is none is left out."""
    found: dict[str, dict[str, int]] = {what: {} for what in WHAT}
    for row, (what, which, words) in data.rows("dates.tsv"):
        least, most = BOUNDS.get(what, (0, 0))
        number = which if what in BOUNDS else "0"
        if not number.lstrip("-").isdecimal() or not least <= int(number) <= most:
            data.leave_out(row, f"a {what} is a number from {least} to {most}, not {which!r}")
            continue
        for word in words.split(","):
            found[what].setdefault(word.strip(), int(number))
    return found


_NAMES = names()
SHORT_DAYS = frozenset(_NAMES["short"])  # too short to be a day outside a date
WEEKDAYS = _NAMES["weekday"] | _NAMES["short"]
MONTHS = _NAMES["month"]
MONTH = "|".join(re.escape(name) for name in sorted(MONTHS, key=len, reverse=True))
RELATIVE = _NAMES["relative"]
PAST = frozenset(_NAMES["past"])
# Names a slip of the thumb may have changed; "marde" is no Tuesday, and a first name is no Sunday.
LONG_NAMES = frozenset(name for name in WEEKDAYS if len(name) > 4)
NO_DAYS = frozenset(_NAMES["no-day"])


@lru_cache(maxsize=4096)
def weekday_of(word: str) -> int | None:
    """The weekday a plain word names (0 is Monday), a typo forgiven; None when it names none, or too shortly."""
    if word in SHORT_DAYS:
        return None
    if word in WEEKDAYS:
        return WEEKDAYS[word]
    meant = "" if len(word) < 5 or word in NO_DAYS else nearest(word, LONG_NAMES)
    return WEEKDAYS[meant] if meant else None
