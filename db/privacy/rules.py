"""The table of how long each kind is kept, as a setting writes it: "words 180, claims 7y"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

YEAR = 365
ENTRY = re.compile(r"\s*([a-z]+)\s+(\d{1,5})(y?)\s*")
LONGEST = 100 * YEAR
# Kind -> days by default: the fewest with which the work can be done. What becomes of each is in retention.py.
DAYS: Final[Mapping[str, int]] = {
    "raw": 90,
    "strangers": 30,
    "words": 180,
    "bodies": 90,
    "media": 180,
    "talks": 30,
    "questions": 90,
    "needs": 30,
    "cards": 180,
    "comments": 3 * YEAR,
    "claims": 7 * YEAR,
    "codes": 30,
    "merges": 30,
    "territories": 30,
    "imports": 30,
    "copies": 30,
    "looks": 3 * YEAR,
    "requests": 5 * YEAR,
    "incidents": 5 * YEAR,
}
# The register of incidents is kept five years at least: the law's.
FEWEST: Final[Mapping[str, int]] = {"incidents": 5 * YEAR}


def written(days: Mapping[str, int]) -> str:
    """{"words": 180, "claims": 2555} -> "words 180, claims 7y"."""
    return ", ".join(f"{name} {n // YEAR}y" if n % YEAR == 0 else f"{name} {n}" for name, n in days.items())


def read(words: str) -> dict[str, int]:
    """The days of every kind: those given, else as they are by default. Raises ValueError saying what is expected."""
    days = dict(DAYS)
    for entry in words.split(","):
        found = ENTRY.fullmatch(entry)
        if found is None or found[1] not in DAYS:
            raise ValueError(f"expected kinds and their days, such as {written(DAYS)}")
        number = int(found[2]) * (YEAR if found[3] else 1)
        least = FEWEST.get(found[1], 1)
        if not least <= number <= LONGEST:
            raise ValueError(f"{found[1]} is kept from {least} days to {LONGEST // YEAR} years")
        days[found[1]] = number
    return days
