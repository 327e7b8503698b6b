"""Knows when the wall clock was set back, by the monotonic one beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

LEAST = dt.timedelta(seconds=30)  # by less, it was only adjusted
LATELY = 60.0  # seconds: what was on its way when the clock moved has come back by then
NEVER = dt.timedelta(days=36_500)


@dataclass(slots=True)
class ClockJump:
    """One process's view. `ahead` is what the wall clock showed when the monotonic one began, at most."""

    _ahead: dt.datetime | None = None
    _step: dt.timedelta = NEVER
    _until: float = 0.0

    def set_back(self, now: dt.datetime, ticks: float) -> dt.timedelta | None:
        """By how much, lately. None: it was not. `NEVER` at the first look: what happened before us is not known."""
        ahead = now - dt.timedelta(seconds=ticks)
        if self._ahead is None:
            self._ahead = ahead
            return NEVER
        step, self._ahead = self._ahead - ahead, max(ahead, self._ahead)
        if step > LEAST:
            self._ahead, self._step, self._until = ahead, step, ticks + LATELY
        return self._step if ticks < self._until else None
