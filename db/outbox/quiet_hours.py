"""The hours when nothing leaves by itself, in the local time of the table."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

Hours = tuple[dt.time, dt.time]


def quiet_until(now: dt.datetime, hours: Hours | None, zone: ZoneInfo) -> dt.datetime | None:
    """When the quiet hours end (aware UTC), or None when `now` is outside them.

    `hours` may span midnight (21:00 to 09:00). The end is a local hour: on the nights when the clock changes, the wait
    is an hour shorter or longer.
    """
    if hours is None or hours[0] == hours[1]:
        return None
    start, end = hours
    local = now.astimezone(zone)
    clock = local.time()
    inside = start <= clock < end if start < end else clock >= start or clock < end
    if not inside:
        return None
    day = local.date() + dt.timedelta(days=1 if start > end and clock >= start else 0)
    return dt.datetime.combine(day, end, zone).astimezone(dt.UTC)


def local_day(now: dt.datetime, zone: ZoneInfo) -> dt.date:
    return now.astimezone(zone).date()
