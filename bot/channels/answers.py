"""Reading what a provider answers: every function here takes anything at all, and raises nothing.

A provider, a proxy before it, or whoever stands in its place, may answer what no reference describes: the wrong type,
a number that no column holds, JSON a thousand deep, half a body.
"""

from __future__ import annotations

import json
import re
from email.utils import parsedate_to_datetime
from typing import Any, Final

LONGEST_PAUSE: Final = 3600.0  # seconds: however long a provider asks for, it is asked again after an hour
SHORT_PAUSE: Final = 300.0  # and one message alone, on a server in trouble, after five minutes
LARGEST_ID: Final = 2**63 - 1  # what a database keeps as a number
NUMBER: Final = re.compile(r"\d{1,18}")
SECONDS: Final = re.compile(r"\d{1,30}(\.\d{1,30})?")
# Of a provider's id or code: what is kept in a row, shown by a log, and put back in an address.
NAME: Final = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


def json_object(answer: str | bytes) -> dict[str, Any]:
    """A JSON object; empty for anything else."""
    try:
        said = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def whole(value: object, most: int = LARGEST_ID) -> int | None:
    """A whole number from -most to most, as a number or in ASCII digits; None otherwise."""
    if isinstance(value, str) and NUMBER.fullmatch(value.removeprefix("-")) and value.isascii():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if -most <= value <= most else None


def name(value: object) -> str:
    """A provider's id as it may be kept; empty when it is none."""
    return value if isinstance(value, str) and value.isascii() and NAME.fullmatch(value) else ""


def words(value: object) -> str:
    return value if isinstance(value, str) else ""


def pause(value: object, said_at: str | None = None) -> float | None:
    """How many seconds we are asked to wait, an hour at most; None when it makes no sense, or is in the past.

    A number, its digits, or the date of a `Retry-After`, counted from the answer's own `Date` (`said_at`).
    https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    if isinstance(value, str):
        value = value.strip()
        value = float(value) if SECONDS.fullmatch(value) and value.isascii() else _until(value, said_at)
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        return None
    return float(min(value, LONGEST_PAUSE))


def _until(date: str, said_at: str | None) -> float | None:
    try:
        return (parsedate_to_datetime(date) - parsedate_to_datetime(said_at or "")).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
