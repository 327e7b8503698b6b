"""Which delivery a provider's status speaks of: sealed in the address where it reports.

The numbers of deliveries follow the clock, and those of nameless news are below zero: neither is for whoever reads the
address at the provider's, or in a proxy's log. Sealed, all have one shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from db.path_key import CannotOpen, PathKey

FOR = "status of a delivery"
WIDTH = 20  # a sign and nineteen figures
LARGEST = 2**63
SHAPE = re.compile(r"[A-Za-z0-9_=-]{1,100}")
PLAIN = re.compile(r"-?[0-9]{1,19}")  # what left before these were sealed, and is reported on after


def sealed_delivery(key: PathKey, delivery_id: int) -> str:
    return key.seal_text(f"{delivery_id:+0{WIDTH}d}", FOR)


def opened_delivery(key: PathKey, written: object) -> int | None:
    """The number of a delivery; None when these words hold none that this installation wrote."""
    words = str(written)
    if not SHAPE.fullmatch(words):
        return None
    if not PLAIN.fullmatch(words):
        try:
            words = key.open_text(words, FOR)
        except CannotOpen:
            return None
    number = int(words)
    return number if -LARGEST <= number < LARGEST else None


def addresses(public_url: str, key: PathKey) -> Callable[[int], str]:
    """Where a provider reports on a delivery."""
    return lambda delivery_id: f"{public_url}/sms/status?delivery={sealed_delivery(key, delivery_id)}"
