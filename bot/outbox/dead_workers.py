"""Who is dead: a worker whose heartbeat we saw stand still for long enough, with our own eyes.

No hour is compared with another, so that a clock that is set wrong kills nobody; and while the database was away nobody
could write a heartbeat, nor read one: that time does not count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Beats = Mapping[str, dt.datetime | None]


@dataclass(slots=True)
class DeadWorkers:
    """`silent` is how long, in seconds, a heartbeat must stand still; `blind` how far apart two looks may be."""

    silent: float
    blind: float
    monotonic: Callable[[], float]
    _since: dict[str, tuple[dt.datetime | None, float]] = field(default_factory=dict)
    _looked_at: float = float("-inf")

    def dead(self, beats: Beats) -> list[str]:
        """Look once more; who is dead by now. `beats`: worker -> its last heartbeat, whatever clock wrote it."""
        now = self.monotonic()
        if now - self._looked_at > self.blind:
            self._since.clear()
        self._looked_at = now
        self._since = {worker: self._seen(worker, beat, now) for worker, beat in beats.items()}
        return sorted(worker for worker, (_, since) in self._since.items() if now - since >= self.silent)

    def _seen(self, worker: str, beat: dt.datetime | None, now: float) -> tuple[dt.datetime | None, float]:
        """This very heartbeat, and when we first saw it."""
        before = self._since.get(worker)
        return before if before is not None and before[0] == beat else (beat, now)
