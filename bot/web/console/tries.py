"""How many times one address, and all of them, may begin to log in, in an hour.

Kept in memory: no address is written anywhere. A link that /bureau gives on Telegram is not counted.
"""

from __future__ import annotations

import datetime as dt
from collections import deque

MOST = 20
MOST_IN_ALL = 200
IN = dt.timedelta(hours=1)
MOST_KNOWN = 10_000


class Tries:
    def __init__(self) -> None:
        self._known: dict[str, deque[dt.datetime]] = {}
        self._all: deque[dt.datetime] = deque()

    def allow(self, address: str, now: dt.datetime) -> bool:
        """One more try; False when this address had all of its own."""
        if len(self._known) > MOST_KNOWN:
            self._known = {a: times for a, times in self._known.items() if times and times[-1] > now - IN}
        times = self._known.setdefault(address, deque(maxlen=MOST))
        for some in (times, self._all):
            while some and some[0] <= now - IN:
                some.popleft()
        if len(times) >= MOST or len(self._all) >= MOST_IN_ALL:
            return False
        times.append(now)
        self._all.append(now)
        return True
