"""How many times one address may begin to log in, in an hour. Kept in memory: no address is written anywhere."""

from __future__ import annotations

import datetime as dt
from collections import deque

MOST = 20
IN = dt.timedelta(hours=1)
MOST_KNOWN = 10_000


class Tries:
    def __init__(self) -> None:
        self._known: dict[str, deque[dt.datetime]] = {}

    def allow(self, address: str, now: dt.datetime) -> bool:
        """One more try; False when this address had all of its own."""
        if len(self._known) > MOST_KNOWN:
            self._known = {a: times for a, times in self._known.items() if times[-1] > now - IN}
        times = self._known.setdefault(address, deque(maxlen=MOST))
        while times and times[0] <= now - IN:
            times.popleft()
        if len(times) >= MOST:
            return False
        times.append(now)
        return True
