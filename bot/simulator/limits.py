"""The providers' rates, enforced to the letter: more than so many in any window is refused."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass


class Window:
    """At most `most` (messages or segments) in any half-open window of `seconds`."""

    __slots__ = ("_entries", "_sum", "most", "seconds")

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.seconds = seconds
        self._entries: deque[tuple[float, int]] = deque()
        self._sum = 0

    def wait(self, now: float, weight: int = 1) -> float:
        """Seconds before `weight` more would be taken; 0.0 when they are now."""
        while self._entries and self._entries[0][0] <= now - self.seconds:
            self._sum -= self._entries.popleft()[1]
        if self._sum + weight <= self.most or not self._entries:
            return 0.0
        return self._entries[0][0] + self.seconds - now

    def take(self, now: float, weight: int = 1) -> None:
        self._entries.append((now, weight))
        self._sum += weight


@dataclass(frozen=True, slots=True)
class Rates:
    """None means no limit. `second` is the length of a second: below 1.0 it forgives jitter on the way."""

    overall: int | None = None
    per_chat: int | None = None
    per_group_minute: int | None = None
    second: float = 1.0


TELEGRAM_RATES = Rates(overall=30, per_chat=1, per_group_minute=20)


class Limits:
    """Refuses with the number of seconds to wait. What is refused does not count against the rate."""

    def __init__(self, rates: Rates | None = None) -> None:
        self.rates = rates or Rates()
        self._windows: dict[Hashable, Window] = {}

    def refusal(self, chat: Hashable, *, group: bool = False, weight: int = 1) -> int | None:
        """Whole seconds to wait before sending to `chat` (at least 1), or None: it was counted and may go."""
        windows = self._windows_for(chat, group)
        if not windows:
            return None
        now = time.monotonic()
        wait = max(window.wait(now, weight) for window in windows)
        if wait > 0:
            return max(1, math.ceil(wait))
        for window in windows:
            window.take(now, weight)
        return None

    def _windows_for(self, chat: Hashable, group: bool) -> list[Window]:
        rates = self.rates
        windows = []
        if rates.overall:
            windows.append(self._window("overall", rates.overall, rates.second))
        if group and rates.per_group_minute:
            windows.append(self._window(("group", chat), rates.per_group_minute, 60 * rates.second))
        elif rates.per_chat:
            windows.append(self._window(("chat", chat), rates.per_chat, rates.second))
        return windows

    def _window(self, key: Hashable, most: int, seconds: float) -> Window:
        window = self._windows.get(key)
        if window is None:
            window = self._windows[key] = Window(most, seconds)
        return window
