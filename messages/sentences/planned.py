"""A day as coordinators write it in a command, read strictly: each figure counts, and what does not agree is a doubt.

`dates` guesses, as it must for people who answer; here nothing is guessed, since a meeting is announced on that day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from messages.sentences.date_words import MONTH, PAST, weekday_of
from messages.sentences.dates import FoundDate, dates, weekday_after, weekday_before
from messages.sentences.hours import hours
from messages.sentences.plain import plain

FAR = dt.timedelta(days=270)  # without a year, a day further than this is more likely one of the other side
FARTHEST = dt.timedelta(days=730)  # with one, a slip of the pen
LONG = {
    "lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi", "sam": "samedi",
    "dim": "dimanche", "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday",
    "sat": "saturday", "sun": "sunday",
}  # fmt: skip
SHORT = re.compile(rf"\b({'|'.join(LONG)})\b\.?(?=,?\s*(?:le |the )?(?:\d|premier))")
YEAR = re.compile(r"\d{4}|\d[/-]\d{1,2}[/-]\d\d")
OF_A_MONTH = re.compile(rf"\b(?:{MONTH})\b|\d[/-]\d")
FIGURES = re.compile(r"\d+")
WORDS = re.compile(r"[a-z]+")
OF_THE_MORNING = re.compile(r"\b(?:matin|nuit|morning|night|minuit|midnight)\b|\d\s*a\.?m\b")
FIRST_HOUR, LAST_HOUR = 7, 22  # before and from these, an hour of the night


class Tense(StrEnum):
    """Which side of today a command speaks of."""

    AHEAD = "ahead"  # a meeting, an announcement
    PAST = "past"  # read on, ended on
    FROM = "from"  # a rate: a day to come when no year is said, any day else
    AROUND = "around"  # a payment: the nearest


class Doubt(StrEnum):
    """What does not agree, and is asked."""

    UNREAD = "unread"  # no day, or a figure of which nothing was made
    WEEKDAY = "weekday"  # "vendredi 8 décembre", a Tuesday
    PASSED = "passed"  # a day that has passed
    YET_TO_COME = "yet-to-come"  # a day that has not come, of what is past
    YEAR = "year"  # too far: another year was meant
    WHICH = "which"  # several days
    NIGHT = "night"  # "3h à 5h"
    BACKWARDS = "backwards"  # "13h30 à 3h30"


@dataclass(frozen=True, slots=True)
class PlannedHours:
    """What was read. With a doubt, `options` are the days, or the (start, end), that may be meant."""

    day: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    doubt: Doubt | None = None
    days: tuple[dt.date, ...] = ()
    hours: tuple[tuple[dt.time, dt.time | None], ...] = ()


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that words may name: `possible`, of several months or years when these are not said."""

    possible: tuple[dt.date, ...]
    weekday: int | None
    sure: bool  # the year was said, or "demain"
    of_a_month: bool  # the month was said
    relative: bool = False  # "hier"


def planned(text: str, today: dt.date, tense: Tense = Tense.AHEAD, *, need_day: bool = True) -> PlannedHours:
    """The day, start and end named, or the first doubt about them. Without `need_day`, hours alone will do."""
    folded = SHORT.sub(lambda match: LONG[match[1]], plain(text))
    times, rest = hours(folded)
    start, end = [*times, None, None][:2]
    read = _day(rest, today, tense)
    if len(times) > 2 or (read is None and need_day) or (read is None and start is None):
        return PlannedHours(doubt=Doubt.UNREAD)
    day, doubt, options = read if read is not None else (None, None, ())
    if doubt is not None:
        return PlannedHours(None, start, end, doubt, days=tuple(dict.fromkeys(options)))
    if start is None or OF_THE_MORNING.search(folded):
        return PlannedHours(day, start, end)
    return _hours(day, start, end)


# -- the hours ----------------------------------------------------------------------------------------------------


def _hours(day: dt.date | None, start: dt.time, end: dt.time | None) -> PlannedHours:
    later = _other_half(end) if end is not None else None
    if start.hour < FIRST_HOUR or start.hour >= LAST_HOUR:
        shifted = _other_half(start)
        closing = end if end is None or end > shifted else later
        return PlannedHours(day, start, end, Doubt.NIGHT, hours=((shifted, closing), (start, end)))
    if end is not None and later is not None and end <= start < later:
        return PlannedHours(day, start, end, Doubt.BACKWARDS, hours=((start, later),))
    return PlannedHours(day, start, end)


def _other_half(hour: dt.time) -> dt.time:
    return hour.replace(hour=(hour.hour + 12) % 24)


# -- the day ------------------------------------------------------------------------------------------------------

_Read = tuple[dt.date | None, Doubt | None, tuple[dt.date, ...]]


def _day(rest: str, today: dt.date, tense: Tense) -> _Read | None:
    """(day, doubt, the days that may be meant); None when no day is named."""
    found = [one for one in dates(rest, today) if one.date is not None]
    weekdays = {day for word in WORDS.findall(rest) if (day := weekday_of(word)) is not None}
    figures = FIGURES.findall(_without(rest, found))
    in_a_month = OF_A_MONTH.search(rest) is not None  # "31 novembre": of no use without its month
    if figures and (found or in_a_month or len(figures) > 1 or not 1 <= int(figures[0]) <= 31):
        return None, Doubt.UNREAD, ()
    if len(weekdays) > 1 and (figures or found):
        return None, Doubt.UNREAD, ()
    if figures:
        return _settled(_Days(_of_months(int(figures[0]), today), _one(weekdays), False, False), today, tense)
    if len({one.date for one in found}) > 1 or (not found and len(weekdays) > 1):
        days = [one.date for one in found if one.date] or [weekday_after(today, day) for day in sorted(weekdays)]
        return None, Doubt.WHICH, tuple(days[:3])
    if found:
        return _settled(_days_of(found[0], rest, _one(weekdays), today), today, tense)
    return _of_weekday(_one(weekdays), set(WORDS.findall(rest)), today, tense) if weekdays else None


def _one(weekdays: set[int]) -> int | None:
    return next(iter(weekdays)) if len(weekdays) == 1 else None


def _without(rest: str, found: Iterable[FoundDate]) -> str:
    for one in found:
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    return rest


def _days_of(one: FoundDate, rest: str, weekday: int | None, today: dt.date) -> _Days:
    assert one.date is not None
    written = rest[one.start : one.end]
    relative = not (FIGURES.search(written) or OF_A_MONTH.search(written))
    if relative or YEAR.search(written):
        return _Days((one.date,), weekday, True, True, relative)
    if not OF_A_MONTH.search(written):
        return _Days(_of_months(one.date.day, today), weekday, False, False)
    orders = [one.date]
    if one.ambiguous:  # 10/02: the other order too, when it is as likely
        orders.append(dt.date(one.date.year, one.date.day, one.date.month))
    return _Days(tuple(day for order in orders for day in _of_years(order, today)), weekday, False, True)


def _of_years(day: dt.date, today: dt.date) -> list[dt.date]:
    return [d for year in (-1, 0, 1) if (d := _safe(today.year + year, day.month, day.day))]


def _of_months(day: int, today: dt.date) -> tuple[dt.date, ...]:
    """That day of the month before, of this one and of the three that follow."""
    months = [divmod(today.year * 12 + today.month - 1 + shift, 12) for shift in range(-1, 4)]
    return tuple(d for year, month in months if (d := _safe(year, month + 1, day)))


def _safe(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _settled(named: _Days, today: dt.date, tense: Tense) -> _Read:
    if not named.possible:
        return None, Doubt.UNREAD, ()
    if named.sure:
        day = named.possible[0]
        doubt = _wrong_side(day, today, tense)
        if doubt is not None:
            return (
                None,
                doubt,
                () if named.relative else _of_either_side(_of_years(day, today), today, tense, whole=True),
            )
        return _agreed(day, (day,), named.weekday, today, tense)
    likely = _likely(named.possible, today, tense)
    if not likely:
        doubt = Doubt.YET_TO_COME if tense is Tense.PAST else Doubt.PASSED
        return None, doubt, _of_either_side(named.possible, today, tense)
    agreeing = [day for day in likely if day.weekday() == named.weekday]
    if named.of_a_month and len(likely) > 1 and tense is not Tense.AROUND:
        return (agreeing[0], None, ()) if len(agreeing) == 1 else (None, Doubt.WHICH, tuple(likely[:3]))
    return _agreed(likely[0], tuple(likely), named.weekday, today, tense)


def _wrong_side(day: dt.date, today: dt.date, tense: Tense) -> Doubt | None:
    if tense is Tense.AHEAD and day < today:
        return Doubt.PASSED
    if tense is Tense.PAST and day > today:
        return Doubt.YET_TO_COME
    return Doubt.YEAR if abs(day - today) > FARTHEST and tense is Tense.AHEAD else None


def _likely(possible: Iterable[dt.date], today: dt.date, tense: Tense) -> list[dt.date]:
    """Those that may be meant when no year is said, the nearest first."""
    nearest = sorted(possible, key=lambda day: abs(day - today))
    if tense is Tense.AROUND:
        return nearest
    right = [day for day in nearest if (day <= today if tense is Tense.PAST else day >= today)]
    return [day for day in right if abs(day - today) <= FAR]


def _of_either_side(
    possible: Iterable[dt.date], today: dt.date, tense: Tense, *, whole: bool = False
) -> tuple[dt.date, ...]:
    """ "15 novembre", once it has passed: the same day of next month, or next year's. `whole`: the year was
    said, and is likelier to be the slip."""
    nearest = sorted(set(possible), key=lambda day: abs(day - today))
    right = [day for day in nearest if (day <= today if tense is Tense.PAST else day >= today)][:1]
    if tense is Tense.FROM:
        return (nearest[0], *right)
    if tense is Tense.PAST:
        return ()
    month = [day for day in _of_months(nearest[0].day, today) if day >= today][:1]
    return tuple(dict.fromkeys([*right, *month] if whole else [*month, *right]))


def _agreed(day: dt.date, likely: tuple[dt.date, ...], weekday: int | None, today: dt.date, tense: Tense) -> _Read:
    """The day, when the weekday beside it agrees; else that day, the nearest such weekday, another month's day."""
    if weekday is None or day.weekday() == weekday:
        return day, None, ()
    around = [day + dt.timedelta(days=shift) for shift in range(-3, 4)]
    near = [d for d in around if d.weekday() == weekday and _wrong_side(d, today, tense) is None]
    if not near and tense is Tense.AHEAD:
        near = [weekday_after(day, weekday)]
    others = [d for d in likely if d.weekday() == weekday][:1]
    return None, Doubt.WEEKDAY, (day, *near, *others)


def _of_weekday(weekday: int | None, words: set[str], today: dt.date, tense: Tense) -> _Read:
    assert weekday is not None
    if tense is Tense.PAST or (tense is Tense.AROUND and words & PAST):
        return weekday_before(today, weekday), None, ()
    following = weekday_after(today, weekday)
    if following == today and tense is Tense.AHEAD:
        following += dt.timedelta(days=7)
    return (None, Doubt.PASSED, (following,)) if words & PAST else (following, None, ())
