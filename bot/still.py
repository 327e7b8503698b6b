"""What was looked at and brought nothing need not be looked at again while nothing changed.

The program looks at its database many times a second, for what others wrote and for what the hour brings; at night that
was all it did. A look that found nothing says so here: until the next commit of anyone, or the hour at which something
falls due, another would find nothing either.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.clock import Clock
from db.session import Database

AT_MOST = dt.timedelta(seconds=30)  # what falls due by its hour alone waits no longer than this
MINUTE = dt.timedelta(minutes=1)  # hours are planned by the minute: at each, whoever looks looks again


@dataclass(slots=True)
class _Found:
    """Nothing, in this version of the database, from an hour to another."""

    version: int
    since: dt.datetime
    until: dt.datetime


class Stillness:
    """Ask `holds` before a look, `begin` when it starts, `found_nothing` when it ends so."""

    def __init__(self, database: Database, clock: Clock, at_most: dt.timedelta = AT_MOST) -> None:
        self._database = database
        self._clock = clock
        self._at_most = at_most
        self._began: tuple[int | None, dt.datetime] | None = None
        self._nothing: _Found | None = None

    @property
    def holds(self) -> bool:
        """Whether a look would find nothing. Never on PostgreSQL, where nobody knows it without asking."""
        found = self._nothing
        if found is None or not found.since <= self._clock() < found.until:
            return False
        return self._database.version() == found.version

    def begin(self) -> None:
        """Before the look: what is committed meanwhile is for the next one."""
        self._nothing = None
        self._began = self._database.version(), self._clock()

    def found_nothing(self, due: dt.datetime | None = None) -> None:
        """`due`: when the next thing that waits falls due, where the look knows it."""
        assert self._began is not None
        version, since = self._began
        until = min(since + self._at_most, since.replace(second=0, microsecond=0) + MINUTE)
        if version is not None:
            self._nothing = _Found(version, since, min(until, due) if due is not None else until)
