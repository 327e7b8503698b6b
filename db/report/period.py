"""The fiscal year, and the cut: the instant at which facts are taken as they stand."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

WRITTEN = re.compile(r"([12]\d{3})(?:\s*[-–/]\s*(\d{4}|\d\d))?")
FIRST_MONTH = 4  # April
CUT_MONTH, CUT_DAY, CUT_HOUR = 5, 15, 9  # local: the cut when none is chosen


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """1 April of `begins` to 31 March of the next, local dates, both included."""

    begins: int

    @classmethod
    def of(cls, day: dt.date) -> FiscalYear:
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @classmethod
    def read(cls, written: str) -> FiscalYear:
        """ "2026-2027", or "2026" for the year that begins then. Raises ValueError for anything else."""
        match = WRITTEN.fullmatch(written.strip())
        if match is None or match[2] not in (None, str(int(match[1]) + 1), str(int(match[1]) + 1)[2:]):
            raise ValueError(f"not a fiscal year: {written[:20]!r}")
        return cls(int(match[1]))

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.begins, FIRST_MONTH, 1)

    @property
    def last_day(self) -> dt.date:
        return dt.date(self.begins + 1, FIRST_MONTH, 1) - dt.timedelta(days=1)

    def __contains__(self, day: dt.date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        return f"{self.begins}-{self.begins + 1}"


@dataclass(frozen=True, slots=True)
class Cut:
    """An instant, and the zone whose dates the region lives by. What came after it did not happen."""

    at: dt.datetime
    zone: str

    @classmethod
    def usual(cls, year: FiscalYear, zone: str) -> Cut:
        return cls.morning(dt.date(year.begins + 1, CUT_MONTH, CUT_DAY), zone)

    @classmethod
    def morning(cls, day: dt.date, zone: str) -> Cut:
        """At the hour of the usual cut, on any day."""
        local = dt.datetime.combine(day, dt.time(CUT_HOUR), ZoneInfo(zone))
        return cls(local.astimezone(dt.UTC), zone)

    @property
    def day(self) -> dt.date:
        return self.local_day(self.at)

    def local_day(self, instant: dt.datetime) -> dt.date:
        return instant.astimezone(ZoneInfo(self.zone)).date()

    def midnight(self, day: dt.date) -> dt.datetime:
        """The instant at which a local day begins."""
        return dt.datetime.combine(day, dt.time(), ZoneInfo(self.zone)).astimezone(dt.UTC)

    def knows(self, when: dt.date | dt.datetime | None) -> bool:
        """Whether something dated is known at the cut; a day counts whole. None: it has not happened."""
        if when is None:
            return False
        return when <= self.at if isinstance(when, dt.datetime) else when <= self.day
