"""A number that somebody wrote, whatever they wrote: none is too long for the database, no sign is one."""

from __future__ import annotations

from typing import Final

LARGEST: Final = 2**31 - 1  # that a number of a thing may be, in either database
FIGURES: Final = 18


def whole(words: str) -> int | None:
    """The number that these words are; None when they are none ("²" is a digit to Python), or longer than any."""
    written = words.strip()
    if not written.isdecimal() or len(written.lstrip("0")) > FIGURES:
        return None
    return int(written[-FIGURES:])


def may_be_of_a_thing(number: int) -> bool:
    """Whether a thing may have this number: a larger one is nobody's, and no database is asked for it."""
    return 0 <= number <= LARGEST
