"""A claim cut into tokens: what is claimed, amounts, km, half-days, dates, hours, and the words in between."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from messages.sentences.amounts import UNITS, in_words
from messages.sentences.claims.patterns import (
    AFTER_DATES,
    BEFORE_DATES,
    DASH,
    DISTANCE,
    FEW_CENTS,
    FRENCH_CAR,
    GREETING,
    KILOMETRES,
    MONEY,
    NOT_SERVED,
    SEPARATOR,
    SERVED,
    SPELLED,
    TIMES,
    VALUES,
    WORD,
    ZERO,
)
from messages.sentences.claims.vocabulary import kind_of
from messages.sentences.dates import FoundDate, dates

NEED_DIGITS = frozenset({"range", "duration", "clock"})
# Letters without which a slow shape cannot be there: a tenth of its cost.
AFTER_KILOMETRES = re.compile(rf" ?{KILOMETRES}")
PROBES = {
    "half": re.compile(r"demi|half|dia"),
    "whole": re.compile(r"jo|jr|day|\dj| j\b"),
    "round_trip": re.compile(r"re+t|ar\b|a/r|round|both|vuelta"),
    "both_ways": re.compile(r"each|per|par|chaque"),
    "day_and_half": re.compile(r"demi|half"),
    "one_half": re.compile(r"1/2"),
    "evening": re.compile(r"soir|even|night"),
    "children": re.compile(r"en+f|kid|child|petit|flo|jeun|beb|ado|nin|gar|fill|boy|girl|tit"),
    "both": re.compile(r"mat|mid|avant|morn"),
    "part": re.compile(r"mat|idi|avant|morn|noon|prem|diner|am\b|pm(?![a-z])"),
}


@dataclass(frozen=True, slots=True)
class Token:
    """`kind`: one of the word kinds, a pattern's name, "number", "date", "separator" or "word" (not understood).

    `value`: cents of a number, km, half-days, hours, children. `times`: of "3 x 12". `money`: plainly an amount.
    """

    kind: str
    start: int
    end: int
    value: float = 0
    times: int = 1
    money: bool = False
    date: FoundDate | None = None


class _Cut:
    """What is left of a text as tokens are taken out of it; what was taken is blanked, so that places stay."""

    def __init__(self, plain: str) -> None:
        self.rest = plain
        self.found: list[Token] = []
        self.has_digits = any(map(str.isdecimal, plain))

    def take(self, pattern: re.Pattern[str], make: Callable[[re.Match[str]], Token | None]) -> None:
        for match in pattern.finditer(self.rest):
            if (token := make(match)) is not None:
                self.add(token)

    def take_named(self, shapes: Iterable[tuple[str, re.Pattern[str]]]) -> None:
        for name, pattern in shapes:
            if (self.has_digits or name not in NEED_DIGITS) and (name not in PROBES or PROBES[name].search(self.rest)):
                self.take(pattern, partial(_patterned, name))

    def add(self, token: Token) -> None:
        self.found.append(token)
        self.rest = self.rest[: token.start] + " " * (token.end - token.start) + self.rest[token.end :]


def tokens(plain: str, today: dt.date) -> list[Token]:
    """The tokens of a plain text, in order."""
    cut = _Cut(FEW_CENTS.sub(_with_point, ZERO.sub("0", plain)))
    cut.take(GREETING, partial(_bare, "filler"))
    cut.take(FRENCH_CAR, partial(_bare, "because"))
    cut.take(DASH, partial(_bare, "separator"))
    cut.take(NOT_SERVED, _not_served)
    cut.take(SERVED, partial(_bare, "served"))
    if cut.has_digits:
        cut.take(DISTANCE, _km)
    cut.take_named(BEFORE_DATES)
    for date in dates(cut.rest, today):
        cut.add(Token("date", date.start, date.end, date=date))
    cut.take_named(AFTER_DATES)
    if cut.has_digits:
        cut.take(MONEY, _money)
    cut.take(SPELLED, _spelled)
    words = [_word(match) for match in WORD.finditer(cut.rest)]
    separators = [_bare("separator", match) for match in SEPARATOR.finditer(cut.rest)]
    return _multiplied(sorted(cut.found + words + separators, key=attrgetter("start", "end")), plain)


def _with_point(match: re.Match[str]) -> str:
    return f"{match['dollars']}.{match['cents']}".ljust(len(match[0]))


def _bare(kind: str, match: re.Match[str]) -> Token:
    return Token(kind, match.start(), match.end())


def _not_served(match: re.Match[str]) -> Token:
    """ "souper pas fourni 18$": the meal itself stays, its amount may follow."""
    return Token("not_served", match.end("meal") if match["meal"] else match.start(), match.end())


def _km(match: re.Match[str]) -> Token:
    number = float((match["km"] or match["km_after"]).replace(",", "."))
    times = int(match["times"] or match["twice"] or 1)
    return Token("distance", match.start(), match.end(), number * times)


def _patterned(name: str, match: re.Match[str]) -> Token | None:
    groups = match.groupdict()
    start, end = match.span()
    counts = {"one_half": ("times", 1), "half": ("halves", 1), "whole": ("days", 2), "part": ("parts", 1)}
    if name in counts:
        group, worth = counts[name]
        count = _count(groups[group])
        if name == "whole" and count is not None and count > 1:
            return Token("days", start, end, count)
        return Token("half_days", start, end, worth * (count or 1), money=name != "part" or bool(count))
    if name in ("day_and_half", "both"):
        return Token("half_days", start, end, 3 if name == "day_and_half" else 2, money=name != "both")
    if name == "range":
        return _range(match)
    if name == "duration":
        hours = float(groups["hours"].replace(",", ".")) + (0.5 if groups["half_hour"] else 0)
        return Token("hours", start, end, hours)
    value = _count(groups["children"] or groups["after"]) or 0 if name == "children" else 0
    return Token(name, start, end, value)


def _count(said: str | None) -> int | None:
    return None if not said else VALUES.get(said) or int(said)


def _range(match: re.Match[str]) -> Token:
    """ "13h30 a 15h30" lasts two hours; a range that makes no sense is only an hour of the day."""
    begin = int(match["from"]) + int(match["from_m"] or match["from_m2"] or 0) / 60
    end = int(match["to"]) + int(match["to_m"] or match["to_m2"] or 0) / 60
    lasted = end - begin if end > begin else end + 12 - begin
    kind = "hours" if 0 < lasted <= 14 else "clock"
    return Token(kind, match.start(), match.end(), lasted)


def _money(match: re.Match[str]) -> Token:
    number = match["number"].replace(" ", "").replace(",", ".")
    whole, _, part = number.partition(".")
    cents = int(whole) * 100 + int(part.ljust(2, "0")[:2]) + int((match["after"] or "0").split()[-1])
    cents += 50 if match["half"] else 0
    return Token("number", match.start(), match.end(), cents, money=bool(match["before"] or match["unit"] or part))


def _spelled(match: re.Match[str]) -> Token | None:
    value = _spelled_value(match[0])
    if value is None:
        return None
    if distance := AFTER_KILOMETRES.match(match.string, match.end()):
        return Token("distance", match.start(), distance.end(), value / 100)
    following = re.match(rf" ?{UNITS}(?![a-z])( et demie?\b)?", match.string[match.end() :])
    end = match.end() + (following.end() if following else 0)
    value += 50 * bool(following and following[1])
    return Token("number", match.start(), end, value, money=bool(following) or value % 100 > 0)


def _spelled_value(words: str) -> int | None:
    """In cents. "sept et cinquante" is 7.50, as it is said at the counter; never 57."""
    dollars, _, rest = words.partition(" et ")
    first, second = in_words(dollars), in_words(rest) if rest else None
    if first is not None and second is not None and first < 20 <= second:
        return first * 100 + second
    value = in_words(words)
    return None if value is None else value * 100


def _word(match: re.Match[str]) -> Token:
    return Token(kind_of(match[0]) or "word", match.start(), match.end())


def _multiplied(ordered: list[Token], plain: str) -> list[Token]:
    """ "3 x 12" and "7.50 x 2" are one amount; an "x" without its second number says "each" ("2x le bus a 3.50")."""
    merged: list[Token] = []
    for token in ordered:
        crossed = token.kind == "word" and plain[token.start : token.end] == "x"
        before = merged[-1] if merged else None
        if before is None or token.kind != "number":
            merged.append(replace(token, kind="each") if crossed else token)
            continue
        if before.kind == "each" and len(merged) > 1:
            before = merged[-2]
        if before.kind == "number" and TIMES.fullmatch(plain[before.end : token.start]):
            del merged[merged.index(before) :]
            merged.append(_product(before, token))
        else:
            merged.append(token)
    return merged


def _product(first: Token, second: Token) -> Token:
    count, each = (second, first) if first.money and not second.money else (first, second)
    if not first.money and not second.money and second.value < first.value:
        count, each = second, first
    times = max(int(count.value // 100), 1)
    return Token("number", first.start, second.end, each.value * times, times, True)
