"""How and when people said yes: the day in the words of each line, in the order that the whole column shows.

"10/11/2026" is two days. The column decides which one (a "10/31/2026" in it, or a day that would be yet to come);
where it does not, it is asked. And whatever it decides, a stop is weighed against the older of the two: it is never
undone by a day that could be read as before it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from messages.sentences.dates import dates

YEARS_BACK = 12  # an older day is a day misread
YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/. ]?)(\d\d?)\2(\d\d?)(?!\d)")
FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-]|\.\d)")
DAY_AND_MONTH = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/-])")


WITH_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class Order(StrEnum):
    DAY_MONTH = "day-month"
    MONTH_DAY = "month-day"
    YEAR_MONTH = "year-month"  # 26-03-02, with two figures for the year


Readings = dict[Order, dt.date]


@dataclass(frozen=True, slots=True)
class Day:
    """A day said. `oldest`: the oldest day that the same figures could be."""

    day: dt.date
    oldest: dt.date


class Undecided(Exception):
    """Figures that are two days, and nothing tells which. `words`: an example of them."""

    def __init__(self, words: str, readings: Readings) -> None:
        super().__init__(words)
        self.words, self.readings = words, readings


def order_in(column: Iterable[str], today: dt.date) -> set[Order]:
    """The orders in which every figure of the column is a day; empty when it mixes them.

    An order that puts a day in the future, or long ago, is left out when another does not.
    """
    written = [readings for words in column if (readings := readings_of(words, today))]
    possible = _all_of(written)
    likely = _all_of([_likely(readings, today) for readings in written])
    return possible if len(possible) == 1 else likely or possible


def _all_of(written: list[Readings]) -> set[Order]:
    found = set(Order)
    for readings in written:
        found &= set(readings)
    return found


def _likely(readings: Readings, today: dt.date) -> Readings:
    """Without the days to come nor long past, unless there are no others."""
    first = today.replace(year=today.year - YEARS_BACK, day=1)
    return {order: day for order, day in readings.items() if first <= day <= today} or readings


@lru_cache(maxsize=2048)
def readings_of(words: str, today: dt.date) -> Readings:
    """Each order in which the figures of these words are a day; {} when they hold no such figures."""
    if YEAR_FIRST.search(words):
        return {}
    if found := FIGURES.search(words):
        one, two, three = found[1], found[3], found[4]
        year = int(three) if len(three) == 4 else 2000 + int(three)
        tried = {
            Order.DAY_MONTH: (year, int(two), int(one)),
            Order.MONTH_DAY: (year, int(one), int(two)),
        }
        if len(three) == 2 and len(one) == 2:
            tried[Order.YEAR_MONTH] = (2000 + int(one), int(two), int(three))
        return {order: day for order, parts in tried.items() if (day := _day(*parts)) is not None}
    if found := DAY_AND_MONTH.search(words):
        pairs = {Order.DAY_MONTH: (int(found[2]), int(found[1])), Order.MONTH_DAY: (int(found[1]), int(found[2]))}
        return {order: day for order, pair in pairs.items() if (day := _lately(*pair, today)) is not None}
    return {}


def day_in(words: str, today: dt.date, orders: set[Order]) -> Day | None:
    """The day that words name; None without any. `orders`: what the column allows. Raises `Undecided`."""
    if found := YEAR_FIRST.search(words):
        day = _day(int(found[1]), int(found[3]), int(found[4]))
        return Day(day, day) if day else None
    readings = readings_of(words, today)
    if readings:
        return _decided(words, readings, today, orders)
    named = [found.date for found in dates(words, today) if found.date is not None]
    if not named:
        return None
    day = named[-1]
    if day > today and not WITH_YEAR.search(words):  # "2 mars", in November: the last one
        day = _lately(day.month, day.day, today) or day
    return Day(day, day)


def _decided(words: str, readings: Readings, today: dt.date, orders: set[Order]) -> Day:
    likely = _likely(readings, today)
    tried = readings if len(orders) == 1 else likely
    allowed = {order: day for order, day in tried.items() if order in orders} or likely
    if len(set(allowed.values())) > 1:
        raise Undecided(words, allowed)
    return Day(next(iter(allowed.values())), min(likely.values()))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _lately(month: int, day: int, today: dt.date) -> dt.date | None:
    """The last time that this day came."""
    this_year = _day(today.year, month, day)
    if this_year is not None and this_year <= today:
        return this_year
    return _day(today.year - 1, month, day)
