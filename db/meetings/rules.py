"""The rules of meetings: the hour in its zone, what may move to what, what is missing before it can be announced.

No SQLAlchemy here: dates and states in, dates and verdicts out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

REMINDER_HOUR = dt.time(10)


MOVES: dict[str, frozenset[str]] = {
    "draft": frozenset({"announced", "cancelled"}),
    "announced": frozenset({"held", "cancelled"}),
    "held": frozenset({"closed"}),
    "closed": frozenset(),
    "cancelled": frozenset(),
}


def may_become(state: str, wanted: str) -> bool:
    return wanted in MOVES[state]


def in_utc(day: dt.date, hour: dt.time, zone: str) -> dt.datetime:
    """A local hour as UTC. An hour that the clock skips in March is taken one hour later (02:30 is 03:30); an hour

    that comes twice in November is the first of the two.
    """
    return dt.datetime.combine(day, hour.replace(fold=0), ZoneInfo(zone)).astimezone(dt.UTC)


def end_in_utc(day: dt.date, start: dt.time, end: dt.time, zone: str) -> dt.datetime:
    """The end, the same day; on a night when the clock changes it stays after the start."""
    began, ended = in_utc(day, start, zone), in_utc(day, end, zone)
    if ended <= began and end > start:
        return ended + dt.timedelta(hours=1)
    return ended


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """One reminder to plan: how many days before, at what instant."""

    days_before: int
    due_at: dt.datetime


def reminders(
    day: dt.date, zone: str, days: Iterable[int], now: dt.datetime, starts_at: dt.datetime, at: dt.time = REMINDER_HOUR
) -> list[PlannedReminder]:
    """The reminders still to come, at ten in the morning local time. One already past is not planned."""
    planned = [
        PlannedReminder(n, in_utc(day - dt.timedelta(days=n), at, zone)) for n in sorted(set(days), reverse=True)
    ]
    return [p for p in planned if now < p.due_at < starts_at]


@dataclass(frozen=True, slots=True)
class Point:
    """An agenda point as the rules see it."""

    number: int
    plain: str
    changes: str


def missing_before_announcing(points: Sequence[Point]) -> list[tuple[int, str]]:
    """What each point lacks: (number, "plain" or "changes"). An empty agenda lacks its first point: (0, "points")."""
    if not points:
        return [(0, "points")]
    lacking = []
    for point in points:
        if not point.plain.strip():
            lacking.append((point.number, "plain"))
        if not point.changes.strip():
            lacking.append((point.number, "changes"))
    return lacking


def comments_open(carrier: str, answer_by: dt.date | None) -> bool:
    """No window for comments opens without a named person who carries them and a date for the answer."""
    return bool(carrier.strip()) and answer_by is not None
