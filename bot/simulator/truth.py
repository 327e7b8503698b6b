"""What each person really received, and when: what benchmarks and chaos compare the program's own account with."""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message that reached a person. `at` is monotonic seconds, `weight` segments (1 on Telegram)."""

    body: str
    at: float
    weight: int


class GroundTruth:
    """Counters that cost little. With `bodies` off (a million messages), only counts and times are kept."""

    def __init__(self, *, bodies: bool = True) -> None:
        self._bodies = bodies
        self.clear()

    def clear(self) -> None:
        """Forget everything, to measure again."""
        self.total = 0
        self.answers: Counter[str] = Counter()  # what the server answered: "200", "429", "reset"...
        self.counts: Counter[str] = Counter()
        self._receipts: dict[str, list[Arrival]] = {}
        self._times = array("d")
        self._weights = array("H")

    def note(self, address: str, body: str, weight: int = 1) -> None:
        """A message reached `address` now."""
        at = time.monotonic()
        self.total += 1
        self.counts[address] += 1
        self._times.append(at)
        self._weights.append(weight)
        if self._bodies:
            self._receipts.setdefault(address, []).append(Arrival(body, at, weight))

    def of(self, address: str) -> list[Arrival]:
        """Everything `address` received, in order (empty when bodies are not kept)."""
        return list(self._receipts.get(address, ()))

    def addresses(self) -> list[str]:
        return list(self.counts)

    def times(self) -> list[float]:
        """When each message arrived, monotonic seconds, in order."""
        return list(self._times)

    def repeated(self) -> dict[str, dict[str, int]]:
        """Address -> body -> how many times, for every body that arrived more than once."""
        seen = {address: Counter(r.body for r in receipts) for address, receipts in self._receipts.items()}
        twice = {address: {b: n for b, n in bodies.items() if n > 1} for address, bodies in seen.items()}
        return {address: bodies for address, bodies in twice.items() if bodies}

    def busiest(self, seconds: float = 1.0) -> int:
        """The largest weight that arrived in any window of that many seconds (half-open)."""
        sums = [0, *accumulate(self._weights)]
        ends = (bisect_left(self._times, start + seconds, lo=i) for i, start in enumerate(self._times))
        return max((sums[end] - sums[i] for i, end in enumerate(ends)), default=0)
