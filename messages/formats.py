"""Dates, times, amounts and lists as a language writes them, short on a basic phone and long elsewhere.

The patterns live in `messages/<language>/formats.ftl`. Babel knows the names of days and months, and how a list ends,
unless the file says (`format-days` from Monday, `format-months`, `format-list-end`). A message needs no function: a
`Money`, a date, a time, a list is written by its type. `DATE($when, form: "year")`, `TIME($when)` and `LINES($list)`
ask for another form; `ENDED($words)` ends the words of someone before the next sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime.types import FluentFloat, FluentInt, FluentType

from messages.types import Channel, LanguageName, Money

GROUPED_FROM = 10_000  # below, a number is written in one piece: a year stays 2026, and a segment gains a character

# The letters of a pattern, the message that holds the names, and which of them is a day's.
NAMES: tuple[tuple[str, str, Callable[[dt.date], int]], ...] = (
    (r"(?<!M)MMM(?!M)", "format-months-short", lambda day: day.month - 1),
    ("MMMM", "format-months", lambda day: day.month - 1),
    ("EEEE", "format-days", lambda day: day.weekday()),
)
ALWAYS = ("format-months-short",)  # Babel's are not those of Quebec's government

Say = Callable[[str, Mapping[str, str]], str]


@dataclass(frozen=True)
class Formats:
    """The forms of one language on one channel. `say` gives the text of a pattern of `formats.ftl`, in the language it
    falls back to when it has none; `has`: whether it has its own. `year`: the one in which it is said; a date of
    another one is written with its own. None: no date is.
    """

    say: Say
    has: Callable[[str], bool]
    channel: Channel
    zone: ZoneInfo
    year: int | None = None

    @property
    def locale(self) -> Locale:
        return Locale.parse(self.say("format-locale", {}))

    def money(self, amount: Money) -> str:
        """`137,50 $`; whole dollars are written without cents."""
        dollars, cents = divmod(abs(amount.cents), 100)
        value = dollars if not cents else abs(amount.cents) / 100
        pattern = "#,##0" if not cents else "#,##0.00"
        number = format_decimal(value, format=pattern, locale=self.locale, group_separator=dollars >= GROUPED_FROM)
        return ("-" if amount.cents < 0 else "") + self.say("format-money", {"amount": number})

    def date(self, day: dt.date, form: str = "") -> str:
        """`mardi 10 fév.` on SMS, `mardi 10 février` elsewhere; forms: `year` (10 février 2026), `bare` (10 fév.)."""
        pattern = self.say("format-date-" + form if form else "format-date", {})
        if self.year is not None and day.year != self.year and form != "year":
            pattern = self.say("format-date-far", {"date": pattern})
        if day.day == 1:
            first_day = self.say("format-first-day", {})
            pattern = re.sub(r"(?<![a-zA-Z'])d(?![a-zA-Z'])", f"'{first_day}'", pattern)
        for letters, names, place in NAMES:
            if re.search(letters, pattern) and (names in ALWAYS or self.has(names)):
                name = self.say(names, {}).split()[place(day)]
                pattern = re.sub(letters, f"'{name}'", pattern)
        written: str = format_date(day, format=pattern, locale=self.locale)
        return written

    def time(self, hour: dt.time) -> str:
        pattern = self.say("format-time" if hour.minute else "format-time-whole", {})
        written: str = format_time(hour.replace(tzinfo=None), format=pattern, locale=self.locale)
        return written

    def moment(self, when: dt.datetime) -> str:
        """A time in UTC is first brought to the region's own clock; a time in another zone is written as it is."""
        local = self.localise(when)
        return self.say("format-moment", {"date": self.date(local.date()), "time": self.time(local.time())})

    def language(self, code: str) -> str:
        """The name of a language: `espagnol`; its code when nobody knows it."""
        return self.locale.languages.get(code) or code or "?"

    def localise(self, when: dt.datetime) -> dt.datetime:
        return when.astimezone(self.zone) if when.tzinfo is not None and _is_utc(when) else when

    def joined(self, words: list[str]) -> Written:
        """`a, b et c`; the words are kept for LINES()."""
        if len(words) > 1 and self.has("format-list-end"):
            end = self.say("format-list-end", {"before": ", ".join(words[:-1]), "last": words[-1]})
            return Written(end, words, self)
        return Written(format_list(words, locale=self.locale), words, self)


class Written(FluentType):
    """A value already written for a language and a channel; keeps the value so that DATE() may write it otherwise.

    It also carries long words past Fluent's limit of 2,500 characters on a plain string.
    """

    def __init__(self, words: str, value: object = None, formats: Formats | None = None) -> None:
        self.words = words
        self.value = value
        self.formats = formats

    def format(self, locale: Locale) -> str:
        return self.words


def fluent_date(when: Any, *, form: str = "") -> FluentType:
    """Fluent's DATE(): the day alone of a date or of a moment, in the form asked for."""
    day = getattr(when, "value", None)
    if not isinstance(day, dt.date):
        raise TypeError("DATE() wants a date")
    if isinstance(day, dt.datetime):
        day = when.formats.localise(day).date()
    return Written(when.formats.date(day, form), day, when.formats)


def fluent_time(when: Any) -> FluentType:
    """Fluent's TIME(): the hour alone of a moment."""
    if not isinstance(getattr(when, "value", None), dt.datetime):
        raise TypeError("TIME() wants a date with an hour")
    return Written(when.formats.time(when.formats.localise(when.value).time()), when.value, when.formats)


def fluent_lines(items: Any) -> FluentType:
    """Fluent's LINES(): each item of a list on a line of its own, instead of "a, b et c"."""
    words = getattr(items, "value", None)
    if not isinstance(words, list):
        raise TypeError("LINES() wants a list")
    return Written("\n".join(words))


def fluent_ended(words: Any, *, mark: str = ".") -> FluentType:
    """Fluent's ENDED(): someone's words before another sentence, with a final mark when they wrote none."""
    written = words if isinstance(words, str) else getattr(words, "words", None)
    if not isinstance(written, str):
        raise TypeError("ENDED() wants words")
    bare = written.rstrip()
    return Written(bare if not bare or bare.endswith(FINAL) else bare.rstrip(",;:") + mark)


FINAL = (".", "!", "?", "…", ".»", ". »", ")")
FUNCTIONS: dict[str, Callable[..., FluentType]] = {
    "DATE": fluent_date,
    "TIME": fluent_time,
    "LINES": fluent_lines,
    "ENDED": fluent_ended,
}


def write(value: object, formats: Formats) -> object:
    """A Python value as Fluent takes it. Numbers stay numbers (plurals), booleans become `true` and `false`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return str(value) if len(value) < 2000 else Written(value)
    if isinstance(value, int):
        return FluentInt(value, useGrouping=abs(value) >= GROUPED_FROM)
    if isinstance(value, float):
        return FluentFloat(value, useGrouping=abs(value) >= GROUPED_FROM)
    if isinstance(value, Money):
        return Written(formats.money(value))
    if isinstance(value, LanguageName):
        return Written(formats.language(value.code))
    if isinstance(value, dt.datetime):
        return Written(formats.moment(value), value, formats)
    if isinstance(value, dt.date):
        return Written(formats.date(value), value, formats)
    if isinstance(value, dt.time):
        return Written(formats.time(value))
    raise TypeError(f"a {type(value).__name__} cannot be written in a message")


def _is_utc(when: dt.datetime) -> bool:
    return when.tzinfo is dt.UTC or getattr(when.tzinfo, "key", None) == "UTC"
