"""Dates and hours as people write them here: "mardi", "hier", "10/02", "12-13 mai", "8 déc. 13h30 à 15h30"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from messages.sentences.date_words import MONTH, MONTHS, PAST, RELATIVE, weekday_of
from messages.sentences.hours import hours
from messages.sentences.plain import plain

ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
DAY = r"(\d{1,2})(?: ?(?:er|e|eme))?"
DAY_MONTH = re.compile(
    rf"(?<![\d/.,$])(?:{DAY}\s*[,-]\s*)?{DAY}(?:\s*(-|et|and|pis|&|au|a|to)\s*(?:le )?{DAY})?"
    rf"\s*(?:de |d'|of )?({MONTH})\b\.?(?:\s+(\d{{4}})\b)?"
)
FIRST_OF = re.compile(rf"\b(?:premier|1 ?er) (?:de |d')?({MONTH})\b")
MONTH_DAY = re.compile(
    rf"\b({MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*(?:-|and|&)\s*(\d{{1,2}})(?:st|nd|rd|th)?\b)?"
    r"(?!\s*(?:[h:$]|km|piass|x\b)|[.,]\d|/)(?:,?\s+(\d{4})\b)?"
)
# "10/02", "10-02": a dash only before a month in two figures or a whole year, since "12-13" is two days.
NO_DATE = r"(?!24/7|[13]/[24]\s*-?(?:j|h\b|heure|day|hour|an\b))"
SLASHED = re.compile(
    rf"(?<![\d/.,-]){NO_DATE}(\d{{1,2}})(?:/|-(?=0\d(?!\d)|\d\d?-\d{{4}}))(\d{{1,2}})(?:[/-](\d{{4}}|\d\d))?(?![\d/])"
)
# "le 9 logement" counts something, "le 10 garde 40" does not.
COUNTED = (
    r"h\b|heures?|:|\$|km|/|piass|dollar|[.,]\d|%|log(?:ement|is)|app(?:t|art)|maison|piece|enfant|personne|gens|famil|fois|"
    r"projet|an(?:s|nees?)\b|mois|jours|semaine|minute|oui\b|non\b|yes\b|no\b|etage|plus\b|place|kid"
)
ORDINAL = re.compile(rf"\b(?:le|du) (\d{{1,2}})\b(?!\s*(?:{COUNTED}))")
WORD = re.compile(r"[a-z]+")
RELATIVES = re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in sorted(RELATIVE, key=len, reverse=True))})\b")
# "mardi 10", for someone who plans: the 10th, if it is a Tuesday.
WEEKDAY_DAY = re.compile(r"\b([a-z]{5,9}) (\d{1,2})\b(?!\s*(?:h\b|h\d|:|/|[.,]\d))")
FIGURE = re.compile(r"\d")
LONGEST_RANGE = 7


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, or a weekday without one (0 is Monday); `start` and `end`: its place in the text without accents."""

    date: dt.date | None
    weekday: int | None
    start: int
    end: int
    past: bool = False  # "mardi passé", "hier"
    ambiguous: bool = False  # 10/02: the 10th of February, or October 2nd?


@dataclass(frozen=True, slots=True)
class When:
    day: dt.date | None
    start: dt.time | None = None
    end: dt.time | None = None


Reading = Callable[[re.Match[str], dt.date, bool], "list[FoundDate] | None"]


def dates(text: str, today: dt.date, *, ahead: bool = False) -> list[FoundDate]:
    """Every date named, in order. A date without a year is the nearest one (`ahead`: the next one)."""
    folded = plain(text)
    found: list[FoundDate] = []
    taken: list[re.Match[str]] = []  # a date that does not exist ("29 fev") is no other date either
    for pattern, days in _readings(folded, ahead):
        for match in pattern.finditer(folded):
            if not any(t.start() < match.end() and match.start() < t.end() for t in taken):
                dated = days(match, today, ahead)
                if dated is not None:
                    taken.append(match)
                    found += dated
    _add_weekdays(found, folded)
    return sorted(found, key=lambda f: f.start)


def _readings(folded: str, ahead: bool) -> Iterator[tuple[re.Pattern[str], Reading]]:
    """The patterns worth trying, the most precise first; most words of a comment have no figure at all."""
    figures = FIGURE.search(folded) is not None
    if figures:
        yield from ((ISO, _iso), (DAY_MONTH, _day_month))
    yield FIRST_OF, _first_of
    if figures:
        yield from ((MONTH_DAY, _month_day), (SLASHED, _slashed))
    yield RELATIVES, _relative
    if figures:
        yield ORDINAL, _ordinal
    if figures and ahead:
        yield WEEKDAY_DAY, _weekday_day


def _found(match: re.Match[str], *days: dt.date | None) -> list[FoundDate]:
    return [FoundDate(day, None, match.start(), match.end()) for day in days if day is not None]


def _iso(match: re.Match[str], today: dt.date, ahead: bool) -> list[FoundDate]:
    return _found(match, _safe(int(match[1]), int(match[2]), int(match[3])))


def _day_month(match: re.Match[str], today: dt.date, ahead: bool) -> list[FoundDate]:
    """ "12-13 mai", "12, 13 et 14 mai"; "du 12 au 14 mai" is three days."""
    before, first, link, second, month, year = match.groups()
    days = [_dated(int(d), MONTHS[month], year, today, ahead) for d in (before, first, second) if d]
    if link in ("au", "to") and len(days) == 2 and days[0] is not None and days[1] is not None:
        lasted = (days[1] - days[0]).days
        if 0 < lasted < LONGEST_RANGE:
            return _found(match, *(days[0] + dt.timedelta(days=n) for n in range(lasted + 1)))
    return _found(match, *days)


def _first_of(match: re.Match[str], today: dt.date, ahead: bool) -> list[FoundDate]:
    return _found(match, _dated(1, MONTHS[match[1]], None, today, ahead))


def _month_day(match: re.Match[str], today: dt.date, ahead: bool) -> list[FoundDate] | None:
    month, first, second, year = match.groups()
    return _found(match, *(_dated(int(d), MONTHS[month], year, today, ahead) for d in (first, second) if d)) or None


def _ordinal(match: re.Match[str], today: dt.date, ahead: bool) -> list[FoundDate] | None:
    return _found(match, _day_of_month(int(match[1]), today, ahead)) or None


def _weekday_day(match: re.Match[str], today: dt.date, ahead: bool) -> list[FoundDate] | None:
    weekday = weekday_of(match[1])
    day = None if weekday is None else _day_of_month(int(match[2]), today, ahead)
    return _found(match, day) if day is not None and day.weekday() == weekday else None


def _relative(match: re.Match[str], today: dt.date, ahead: bool) -> list[FoundDate]:
    shift = RELATIVE[match[0]]
    return [FoundDate(today + dt.timedelta(days=shift), None, match.start(), match.end(), past=shift < 0)]


def _slashed(match: re.Match[str], today: dt.date, ahead: bool) -> list[FoundDate]:
    """Day first, the habit here; said to be ambiguous when the other order is another date."""
    first, second = int(match[1]), int(match[2])
    year = match[3] and (match[3] if len(match[3]) == 4 else f"20{match[3]}")
    as_day_month = _dated(first, second, year, today, ahead) if second <= 12 else None
    as_month_day = _dated(second, first, year, today, ahead) if first <= 12 else None
    date = as_day_month or as_month_day
    if date is None:
        return []
    both = as_day_month is not None and as_month_day is not None and as_day_month != as_month_day
    return [FoundDate(date, None, match.start(), match.end(), ambiguous=both)]


def _add_weekdays(found: list[FoundDate], folded: str) -> None:
    words = list(WORD.finditer(folded))
    for position, match in enumerate(words):
        weekday = weekday_of(match[0])
        if weekday is None:
            continue
        following = words[position + 1][0] if position + 1 < len(words) else ""
        before = words[position - 1][0] if position else ""
        # A weekday beside a full date says the same day.
        if not any(0 <= f.start - match.end() <= 4 or f.start <= match.start() < f.end for f in found):
            past = following in PAST or before in PAST
            found.append(FoundDate(None, weekday, match.start(), match.end(), past=past))


def _safe(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _dated(day: int, month: int, year: str | None, today: dt.date, ahead: bool) -> dt.date | None:
    if year:
        return _safe(int(year), month, day)
    options = [d for y in (today.year - 1, today.year, today.year + 1) if (d := _safe(y, month, day))]
    if ahead:
        options = [d for d in options if d >= today] or options
    return min(options, key=lambda d: abs((d - today).days)) if options else None


def _day_of_month(day: int, today: dt.date, ahead: bool) -> dt.date | None:
    months = [(today.year, today.month), ((today.replace(day=1) - dt.timedelta(days=1)).timetuple()[:2])]
    following = (today.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    months.append((following.year, following.month))
    options = [d for y, m in months if (d := _safe(y, m, day))]
    if ahead:
        options = [d for d in options if d >= today] or options
    return min(options, key=lambda d: abs((d - today).days)) if options else None


def weekday_before(today: dt.date, weekday: int) -> dt.date:
    """The last such day, today included."""
    return today - dt.timedelta(days=(today.weekday() - weekday) % 7)


def weekday_after(today: dt.date, weekday: int) -> dt.date:
    """The next such day, today included."""
    return today + dt.timedelta(days=(weekday - today.weekday()) % 7)


def when(text: str, today: dt.date) -> When:
    """What a coordinator plans: a day to come, a start and an end. Each is None when it is not said."""
    times, rest = hours(plain(text))
    found = dates(rest, today, ahead=True)
    day: dt.date | None = None
    if found:
        first = found[0]
        day = first.date if first.date is not None else weekday_after(today, first.weekday or 0)
        if day == today and first.weekday is not None:
            day += dt.timedelta(days=7)
    return When(day, *[*times, None, None][:2])
