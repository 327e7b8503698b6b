"""Numbers that follow the clock and count nothing: a row that is forgotten leaves no hole between its neighbours.

A counter tells how many rows stood between two others. These are microseconds, then ten bits drawn at random: they keep
the order in which rows are made, within one process always and between machines as well as their clocks agree.
"""

from __future__ import annotations

import secrets
import threading
import time

RANDOM_BITS = 10
LANES = 2  # rows made one by one, and rows made many at a time, never meet
STEP = LANES << RANDOM_BITS

_lock = threading.Lock()
_last = 0


def next_number() -> int:
    """One number, above all those that this process gave."""
    return _reserve(1) * STEP + (1 << RANDOM_BITS) + secrets.randbelow(1 << RANDOM_BITS)


def numbers_for(count: int) -> int:
    """The number before `count` numbers, each `STEP` above the other: for rows that a single statement makes."""
    return (_reserve(count) - 1) * STEP + secrets.randbelow(1 << RANDOM_BITS)


def _reserve(count: int) -> int:
    """The first of `count` microseconds that nobody here has."""
    global _last
    with _lock:
        first = max(time.time_ns() // 1000, _last + 1)
        _last = first + count - 1
    return first
