"""How fast one provider account may be written to.

A *slot* is one unit of the account's rate: a Telegram message, an SMS segment. `SlotRate` keeps the limit inside one
process; `SharedPace` spends slots that the database granted. Both count hand-offs to the socket on a monotonic clock,
and a message that was let go but has not reached its socket yet counts as leaving now, however long that takes.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable

from db.outbox.slots import Grant

UNLIMITED = 100_000.0  # a rate of this much or more, per second, is no limit
MARGIN = 0.010  # of a second: the road to the provider is not equally long for each request
APART = 0.014  # of a slot: granted slots stand so much further apart than the rate alone would have them,
LATE = 0.008  # which makes room for some that are used late; later than this, in seconds, they are lost
LEAD = 0.02  # seconds between a reservation and its first slot
AHEAD = 0.25  # at most this many seconds of work are started ahead of the limit

Clock = Callable[[], float]


class SlotRate:
    """At most `rate` slots in any second, measured when they leave."""

    def __init__(self, rate: float, monotonic: Clock = time.monotonic) -> None:
        self.rate = rate
        self.unlimited = rate <= 0 or rate >= UNLIMITED
        self._now = monotonic
        self._left: deque[tuple[float, int]] = deque()
        self._in_window = 0
        self._outstanding = 0
        self._not_before = 0.0
        self._paused_until = 0.0

    @property
    def paused_for(self) -> float:
        """Seconds of pause left."""
        return max(0.0, self._paused_until - self._now())

    @property
    def at_rest(self) -> bool:
        """Paused, and for long enough that nothing need be made ready yet."""
        return self.paused_for > AHEAD

    def pause(self, seconds: float) -> None:
        self._paused_until = max(self._paused_until, self._now() + seconds)

    def ahead(self) -> int:
        """How many slots' worth of messages may stand started."""
        return max(1, math.ceil(self.rate * AHEAD))

    def delay(self, slots: int) -> float | None:
        """Seconds until a message of so many slots may leave; None: only an event can tell."""
        now = self._now()
        if self._paused_until > now:
            return self._paused_until - now
        if self.unlimited:
            return 0.0
        window = self._window_delay(slots, now)
        return None if window is None else max(window, self._not_before - now)

    def _window_delay(self, slots: int, now: float) -> float | None:
        """Seconds until so many more would still be within the limit of the second that ends then."""
        while self._left and self._left[0][0] + 1.0 + MARGIN <= now:
            self._in_window -= self._left.popleft()[1]
        if self._in_window + self._outstanding + slots <= max(int(self.rate), slots):
            return 0.0
        if not self._left:
            return None
        return max(self._left[0][0] + 1.0 + MARGIN - now, 0.001)

    def release(self, slots: int) -> None:
        """A message is let go: it will say `left` or `kept`."""
        if self.unlimited:
            return
        self._outstanding += slots
        crowded = slots > int(self.rate)
        apart = slots / self.rate * (1.0 + MARGIN)
        self._not_before = max(self._now(), self._not_before) + (apart if crowded else apart * 0.95)

    def left(self, slots: int) -> None:
        """It reached its socket."""
        if self.unlimited:
            return
        self._outstanding -= slots
        self._left.append((self._now(), slots))
        self._in_window += slots

    def kept(self, slots: int) -> None:
        """It never reached a socket."""
        if not self.unlimited:
            self._outstanding -= slots


class SharedPace(SlotRate):
    """The same, for slots that several workers share: the database grants each, and it expires unless it is used."""

    def __init__(self, rate: float, monotonic: Clock = time.monotonic) -> None:
        super().__init__(rate, monotonic)
        self._slots: deque[float] = deque()

    @property
    def apart(self) -> float:
        """Seconds between two slots. Wide enough for `rate` of them, each at most LATE late, in any second."""
        return (1.0 + APART) / self.rate

    def ahead(self) -> int:
        return max(1, math.ceil(self.rate * AHEAD / 2))

    def granted(self, grant: Grant, answered_at: float) -> None:
        """Slots counted from the monotonic time just after the database answered: perhaps late, never too early."""
        self._slots.extend(answered_at + grant.opens_in + i * grant.apart for i in range(grant.count))

    def missing(self, slots: int) -> int:
        """How many slots to reserve for so many waiting."""
        if self.unlimited:
            return 0
        self._expire(self._now())
        return max(0, slots - len(self._slots))

    def delay(self, slots: int) -> float | None:
        now = self._now()
        if self._paused_until > now:
            return self._paused_until - now
        if self.unlimited:
            return 0.0
        self._expire(now)
        window = self._window_delay(slots, now)  # our own hand-offs are counted exactly, besides
        if window is None or len(self._slots) < slots:
            return None
        return max(window, self._slots[0] - now)

    def release(self, slots: int) -> None:
        if not self.unlimited:
            self._outstanding += slots
            for _ in range(slots):
                self._slots.popleft()

    def _expire(self, now: float) -> None:
        while self._slots and self._slots[0] + LATE < now:
            self._slots.popleft()
