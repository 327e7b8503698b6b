"""Hours of the day as people write them: "13h30", "13 h 30", "9 à 12h", "1:30 pm", "midi", "9h à midi"."""

from __future__ import annotations

import datetime as dt
import re

from messages.sentences.date_words import MONTH

MERIDIEM = r"(?P<ampm>[ap]\.?m\b\.?)"
# "20h 18 mars": the 18 is a day, not minutes.
MINUTES = rf"(?:\s?(?P<m>[0-5]\d)(?!\d)(?!\s*(?:{MONTH})\b))"
HOUR = re.compile(
    rf"(?<![\d/.,])(?P<h>\d{{1,2}})(?:\s?h(?:eures?\b|rs?\b)?{MINUTES}?(?!\d|(?![ap]\.?m\b)[a-z])|\s?:\s?(?P<m2>[0-5]\d)(?!\d)|(?=\s*[ap]\.?m\b))"
    rf"(?:\s*{MERIDIEM})?|(?<!avant-)(?<!avant )(?<!apres-)(?<!apres )\b(?P<word>midi|noon|mediodia|minuit|midnight)\b"
)
# The first hour of a range often goes without its "h": "9 à 12h", "9-12h", "from 1 to 3 pm".
BARE_FIRST = re.compile(
    r"(?<![\d/.,:h-])(?P<h>\d{1,2})(?=\s*(?:-|a|to|until|jusqu'a)\s*(?:\d{1,2}\s?(?:h(?![a-z])|:\d\d|[ap]\.?m\b)|midi\b|noon\b))"
)
# So does the last one: "9h30-11", "de 13h à 15". "9h30 à 11 décembre", "13h a 15 km" hold no second hour.
BARE_LAST = re.compile(
    rf"\s*(?:-|a|to|until|jusqu'a)\s*(?P<h>\d{{1,2}})(?![\d:/.,]\d|\d|\s?h|\s?[ap]\.?m\b|\s*(?:{MONTH})\b"
    r"|\s*(?:km|kilo|\$|dollar|piasse|pers|min|heure|hour|j(?:our)?s?\b|days?\b|milles?\b))"
)
# "le 10 à 13h30", "mardi 10 à 18h": the 10 is a day.
A_DAY = re.compile(rf"(?:\b(?:le|du|the|{MONTH})|di|day)\s*$")
BETWEEN = re.compile(r"\s*(?:-|a|to|until|jusqu'a|y|et|and)?\s*$")


def hours(plain: str) -> tuple[list[dt.time], str]:
    """The hours named in a plain text, in order, and the text without them (so that "13-15" is no date)."""
    matches = list(HOUR.finditer(plain))
    rest = _blanked(plain, matches)
    first = [m for m in BARE_FIRST.finditer(plain) if rest[m.start()] != " " and not _is_day(plain, m)]
    rest = _blanked(rest, first)
    last = [m for m in map(_ended_by, [plain] * len(matches), matches) if m is not None and rest[m.start("h")] != " "]
    rest = _blanked(rest, last)
    ordered = sorted([*matches, *first, *last], key=lambda match: match.start())
    found = []
    for position, match in enumerate(ordered):
        following = ordered[position + 1] if position + 1 < len(ordered) else None
        if (time := _time(match, _meridiem(match) or _shared(plain, match, following))) is not None:
            found.append(time)
    return found, rest


def _ended_by(plain: str, begins: re.Match[str]) -> re.Match[str] | None:
    """The bare hour just after one that is whole, when it comes after it in the day."""
    found = BARE_LAST.match(plain, begins.end())
    if found is None or not begins.groupdict().get("h"):
        return None
    return found if int(begins["h"]) < int(found["h"]) <= 24 else None


def _is_day(plain: str, match: re.Match[str]) -> bool:
    return A_DAY.search(plain[max(match.start() - 12, 0) : match.start()]) is not None


def _blanked(plain: str, matches: list[re.Match[str]]) -> str:
    for match in matches:
        plain = plain[: match.start()] + " " * (match.end() - match.start()) + plain[match.end() :]
    return plain


def _meridiem(match: re.Match[str]) -> str:
    return (match.groupdict().get("ampm") or "")[:1]


def _shared(plain: str, match: re.Match[str], following: re.Match[str] | None) -> str:
    """ "1:30-3:30 pm": one sign for both, unless the first hour would then come after the second ("10 to 3 pm")."""
    if following is None or not BETWEEN.match(plain[match.end() : following.start()]):
        return ""
    shared = _meridiem(following)
    first, second = match.groupdict().get("h"), following.groupdict().get("h")
    return shared if shared and first and second and int(first) % 12 <= int(second) % 12 else ""


def _time(match: re.Match[str], meridiem: str) -> dt.time | None:
    groups = match.groupdict()
    if groups.get("word"):
        return dt.time(0 if groups["word"] in ("minuit", "midnight") else 12)
    hour, minute = int(groups["h"]), int(groups.get("m") or groups.get("m2") or 0)
    if meridiem == "p" and hour < 12:
        hour += 12
    if meridiem == "a" and hour == 12:
        hour = 0
    return dt.time(hour % 24, minute) if hour <= 24 else None
