"""Dates and hours as people write them here: "mardi", "hier", "10/02", "12-13 mai", "8 déc. 13h30 à 15h30"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from messages.sentences.plain import plain

WEEKDAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    "lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6, "mardis": 1, "mecredi": 2, "mercerdi": 2,
    "lundis": 0, "mercredis": 2, "jeudis": 3, "vendredis": 4, "samedis": 5, "dimanches": 6, "merdredi": 2, "mercrdi": 2,
    "mercedi": 2, "mardie": 1, "madri": 1, "marid": 1, "lunid": 0, "ludni": 0, "jeudie": 3, "judi": 3, "jeuid": 3,
    "vendrdi": 4, "vendedi": 4, "vendrdedi": 4, "vendredie": 4, "samdi": 5, "dimache": 6, "dimanch": 6, "tusday": 1,
    "teusday": 1, "wensday": 2, "wednsday": 2, "wendsday": 2, "thrusday": 3, "thursdy": 3, "firday": 4,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
}  # fmt: skip
SHORT_DAYS = {"lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mon", "sat", "sun", "wed", "fri"}
MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9,
    "octobre": 10, "novembre": 11, "decembre": 12, "janv": 1, "jan": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7,
    "sept": 9, "oct": 10, "nov": 11, "dec": 12, "january": 1, "february": 2, "march": 3, "april": 4, "may": 5,
    "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "feb": 2,
    "apr": 4, "aug": 8, "sep": 9, "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7,
    "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:er)?(?:\s*(?:-|et|and|au)\s*(\d{{1,2}}))?\s+({MONTH})\b\.?(?:\s+(\d{{4}}))?")
MONTH_DAY = re.compile(rf"\b({MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\s*[h:]\s*\d)(?:,?\s+(\d{{4}}))?\b")
# "10/02", "10-02": a dash only before a month written with two figures, since "12-13" is two days.
SLASHED = re.compile(r"(?<![\d/.,-])(\d{1,2})(?:/|-(?=0\d(?!\d)))(\d{1,2})(?:[/-](\d{4}|\d\d))?(?![\d/])")
# "le 9 logement" counts something, "le 10 garde 40" does not.
COUNTED = (
    r"h\b|heures?|:|\$|km|/|piass|dollar|[.,]\d|%|log(?:ement|is)|app(?:t|art)|maison|piece|enfant|personne|gens|famil|fois|"
    r"projet|an(?:s|nees?)\b|mois|jours|semaine|minute|oui\b|non\b|yes\b|no\b|etage|plus\b|place|kid"
)
ORDINAL = re.compile(rf"\b(?:le|du) (\d{{1,2}})\b(?!\s*(?:{COUNTED}))")
WORD = re.compile(r"[a-z]+")
HOUR = re.compile(
    r"(?<![\d/.,])(\d{1,2})\s*(?:h\s*(\d{2})?|:\s*(\d{2})|(?=\s*(?:am|pm|a\.m|p\.m)\b))\s*(am|pm|a\.m\.?|p\.m\.?)?"
)
RELATIVE = {
    "avant-hier": -2, "avant hier": -2, "avanthier": -2, "apres-demain": 2, "apres demain": 2, "hier": -1,
    "yesterday": -1, "ayer": -1, "demain": 1, "tomorrow": 1, "aujourdhui": 0, "aujourd'hui": 0, "aujourd hui": 0,
    "auj": 0, "today": 0, "hoy": 0,
}  # fmt: skip
PAST = {"passe", "passee", "dernier", "derniere", "last", "pase"}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, or a weekday without a date; `start` and `end` are its place in the folded text."""

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


def dates(text: str, today: dt.date, *, ahead: bool = False) -> list[FoundDate]:
    """Every date named, in order. A date without a year is the nearest one (`ahead`: the next one)."""
    folded = plain(text)
    found: list[FoundDate] = []
    for match in ISO.finditer(folded):
        _add(found, _safe(int(match[1]), int(match[2]), int(match[3])), match)
    for match in DAY_MONTH.finditer(folded):
        for day in (match[1], match[2]):
            if day:
                _add(found, _dated(int(day), MONTHS[match[3]], match[4], today, ahead), match, several=True)
    for match in MONTH_DAY.finditer(folded):
        _add(found, _dated(int(match[2]), MONTHS[match[1]], match[3], today, ahead), match)
    for match in SLASHED.finditer(folded):
        _add_slashed(found, match, today, ahead)
    for match in ORDINAL.finditer(folded):
        _add(found, _day_of_month(int(match[1]), today, ahead), match)
    _add_words(found, folded, today)
    return sorted(found, key=lambda f: f.start)


def _add(found: list[FoundDate], date: dt.date | None, match: re.Match[str], *, several: bool = False) -> None:
    taken = any(f.start < match.end() and match.start() < f.end for f in found)
    if date is not None and (several or not taken):
        found.append(FoundDate(date, None, match.start(), match.end()))


def _add_slashed(found: list[FoundDate], match: re.Match[str], today: dt.date, ahead: bool) -> None:
    first, second = int(match[1]), int(match[2])
    year = match[3] and (match[3] if len(match[3]) == 4 else f"20{match[3]}")
    as_day_month = _dated(first, second, year, today, ahead) if second <= 12 else None
    as_month_day = _dated(second, first, year, today, ahead) if first <= 12 else None
    date = as_day_month or as_month_day
    if date is not None and not any(f.start < match.end() and match.start() < f.end for f in found):
        both = as_day_month is not None and as_month_day is not None and as_day_month != as_month_day
        found.append(FoundDate(date, None, match.start(), match.end(), ambiguous=both))


def _add_words(found: list[FoundDate], folded: str, today: dt.date) -> None:
    for word, shift in RELATIVE.items():
        for match in re.finditer(rf"\b{re.escape(word)}\b", folded):
            if not any(f.start < match.end() and match.start() < f.end for f in found):
                found.append(
                    FoundDate(today + dt.timedelta(days=shift), None, match.start(), match.end(), past=shift < 0)
                )
    words = list(WORD.finditer(folded))
    for position, match in enumerate(words):
        weekday = WEEKDAYS.get(match[0])
        if weekday is None or match[0] in SHORT_DAYS:
            continue
        following = words[position + 1][0] if position + 1 < len(words) else ""
        before = words[position - 1][0] if position else ""
        past = following in PAST or before in PAST
        # A weekday beside a full date says the same day.
        if not any(0 <= f.start - match.end() <= 4 for f in found):
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
    folded = plain(text)
    hours, rest = _hours(folded)
    found = dates(rest, today, ahead=True)
    day: dt.date | None = None
    if found:
        first = found[0]
        day = first.date if first.date is not None else weekday_after(today, first.weekday or 0)
        if day == today and first.weekday is not None:
            day += dt.timedelta(days=7)
    return When(day, *[*hours, None, None][:2])


def _hours(folded: str) -> tuple[list[dt.time | None], str]:
    """The hours named, and the text without them (so that "13-15" is no date)."""
    hours: list[dt.time | None] = []
    rest = folded
    matches = list(HOUR.finditer(folded))
    suffixes = [m[4] for m in matches]
    for position, match in enumerate(matches):
        suffix = match[4] or (suffixes[position + 1] if position + 1 < len(suffixes) and not match[4] else None)
        hour, minute = int(match[1]), int(match[2] or match[3] or 0)
        if suffix and suffix.startswith("p") and hour < 12:
            hour += 12
        if suffix and suffix.startswith("a") and hour == 12:
            hour = 0
        if hour == 24:
            hour = 0
        if hour < 24 and minute < 60:
            hours.append(dt.time(hour, minute))
        rest = rest.replace(match[0], " " * len(match[0]), 1)
    for word, hour in (("midi", 12), ("noon", 12), ("minuit", 0)):
        if re.search(rf"\b(?:a|to|jusqu'a|-|de|from)?\s*{word}\b", folded) and "apres-midi" not in folded:
            hours.append(dt.time(hour))
    return hours, rest
