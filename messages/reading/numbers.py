"""Numbers as people text and say them: "12 et quart", "sept et cinquante", "dieciocho", "6.oo", "un trente sous", "2
x 3,75".

quantities("autbus 7,50 pis 12 km")  ->  [Quantity(7.5, ...), Quantity(12, "km", ...)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from messages.reading.number_words import (
    ABOUT_SO_MANY,
    ADDRESS,
    CENTS,
    COINS,
    COUNTED,
    DATED,
    HALVES,
    HUNDREDS,
    KM,
    MILES,
    MONEY,
    NUMBER_WORDS,
    PHONE,
    THOUSANDS,
    UNITS,
    WEAK,
)
from messages.reading.shares import own_share
from messages.reading.text import plain

TOKEN = re.compile(
    r"(?P<dollar>\$\s?)?(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,](?:\d+|oo|"
    r"o\b))?|(?<![\w.,])[.,]\d{2}(?!\d))"
    r"(?P<glued>\$\d\d(?!\d))?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts: unit "money", "km", "miles", "" (nothing said), or a kind of COUNTED."""

    value: float
    unit: str
    start: int
    end: int
    times: float = 1


def quantities(text: str) -> list[Quantity]:
    """The numbers of a message, in order, in the plain text; telephone numbers and full dates are no numbers."""
    low = readable(text)
    found: list[Quantity] = []
    place = 0
    while match := TOKEN.search(low, place):
        quantity = _quantity(low, match)
        place = max(quantity.end, match.end())
        found.append(quantity)
    return found


def readable(text: str) -> str:
    """The plain text in which `quantities` counts its places: numbers in letters are written in digits, and a cost
    that was shared is what they paid of it.
    """
    return own_share(as_written(text))


def as_written(text: str) -> str:
    """The plain text with its numbers in digits, before any of them is understood."""
    return with_digits(PHONE.sub(lambda match: "~" * len(match[0]), plain(text).replace("\n", " ; ")))


def _quantity(low: str, match: re.Match[str]) -> Quantity:
    value, end = number_of(match["number"]), match.end()
    unit = "money" if match["dollar"] else ""
    if match["glued"]:
        value, unit = value + int(match["glued"][1:]) / 100, "money"
    if unit == "" and value >= 5 and re.match(rf"\s?{CENTS}(?![a-z])", low[end:]):
        return Quantity(value / 100, "money", match.start(), end + 5)
    if unit == "" and (distance := re.match(rf"\s?(?P<km>{KM})|\s?(?P<miles>{MILES})", low[end:])):
        return Quantity(value, "km" if distance["km"] else "miles", match.start(), end + distance.end())
    if money := re.match(rf"\s?{MONEY}(?![a-z])", low[end:]):
        unit, end = "money", end + money.end()
        value, end = _with_cents(low, match["number"], value, end)
    value, unit, end = _with_part(low, value, unit, end)
    if unit == "":
        value, unit, end = _counting(low, match, value, end)
    return Quantity(value, unit, match.start(), end)


def _with_cents(low: str, number: str, value: float, end: int) -> tuple[float, int]:
    """ "12 dollars 50", "14 piasses et 50 sous": the second number is cents."""
    cents = re.match(
        rf"\s?(?:et |and |con |avek |ak )?(\d\d)(?!\d|[.,]\d|\s?{KM}|\s?{MONEY}|\s?h\b)(?:\s?{CENTS}(?![a-z]))?",
        low[end:],
    )
    if cents is None or not number.isdigit() or not (cents[1][1] in "05" or "cent" in cents[0] or "sou" in cents[0]):
        return value, end
    return value + int(cents[1]) / 100, end + cents.end()


def _with_part(low: str, value: float, unit: str, end: int) -> tuple[float, str, int]:
    """ "12 et quart", "8 piasses et demie", "six kilometres et demi"."""
    for shape, part in HALVES:
        if half := shape.match(low[end:]):
            value, end = value + part, end + half.end()
            if after := re.match(rf"\s?{MONEY}(?![a-z])|\s?(?P<km>{KM})", low[end:]):
                unit, end = "km" if after["km"] else "money", end + after.end()
            return value, unit, end
    return value, unit, end


def _counting(low: str, match: re.Match[str], value: float, end: int) -> tuple[float, str, int]:
    """What a number without a sign counts, and where that word ends."""
    unit = _counts(low, match, value, end, low[max(match.start() - 24, 0) : match.start()])
    if unit in ("hours", "times", "people", "minutes"):
        counted = next(shape for name, shape in COUNTED if name == unit).match(low[end:])
        end += counted.end() if counted else 0
    if unit == "hours":
        value, end = _with_half_hour(low, value, end)
    return value, unit, end


def _with_half_hour(low: str, value: float, end: int) -> tuple[float, int]:
    """ "3h30", "trois heures et demie", "deux heures trois quarts"."""
    if minutes := re.match(r"\s?([0-5]\d)(?![\d.,])", low[end:]):
        return value + int(minutes[1]) / 60, end + minutes.end()
    for shape, part in HALVES:
        if half := shape.match(low[end:]):
            return value + part, end + half.end()
    return value, end


def _counts(low: str, match: re.Match[str], value: float, end: int, before: str) -> str:
    after = low[end:]
    for name, shape in COUNTED:
        if shape.match(after):
            return name
    if 1 <= value <= 31 and DATED.search(before) and not re.match(r"[.,]\d", after) and match["number"].isdigit():
        return "day"
    if ADDRESS.search(before) and "," not in match["number"]:
        return "address"
    if 1900 <= value <= 2100 and re.search(r"\b(?:en|in|depuis|since|de) $", before):
        return "year"
    return ""


def number_of(written: str) -> float:
    """The value of a number written in digits: "7,50", "1 200", "6.oo"."""
    digits = re.sub(r"[ \u00a0\u202f]", "", written).replace("oo", "00").rstrip("o")
    whole, _, part = digits.replace(",", ".").partition(".")
    return float(f"{whole or 0}.{part or 0}")


WORDS = re.compile(
    r"\b(?:"
    + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
    + r")(?:(?:[ -]+(?:et[ -]+|and[ -]+|y[ -]+)?)(?:"
    + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
    + r"))*\b"
)
# "garde de 1 a 4": from one hour to another.
FROM_TO = re.compile(r"\bde (\d{1,2}) a (\d{1,2})(?![\d.,]*\d| ?(?:\$|piass|dollars?|h\b|h\d|km))")
# "deux cents" is 200; nobody is paid two cents.
SPELLED_HUNDREDS = re.compile(r"\b(deux|trois|quatre|cinq|six|sept|huit|neuf) cents\b")
SO_MANY = re.compile(r"\b(?:une?|a)?\s*(" + "|".join(ABOUT_SO_MANY) + r")\b")
QUARTERS = re.compile(r"\b(un|une|deux|trois|quatre|\d)?\s*(?:trente|30)[ -]?sous\b")
COIN = re.compile(r"\b(?:(a|an|un|une|\d+)\s+)?(" + "|".join(COINS) + r")\b")
BILL = re.compile(
    r"\b(?:un (dix|vingt|cinq|cinquante|10|20|5|50)|an? (twenty|ten|five|fifty))\b(?! ?(?:km|kilom|min|ans|"
    r"personnes|cents?\b))"
)


def with_digits(low: str) -> str:
    """The plain text with its numbers in digits: "vingt-deux cinquante" is 22.50, "quatre-vingt" 80."""
    if re.search(r"\bgard|sitt", low):
        low = FROM_TO.sub(r"de \1h a \2h", low)
    low = QUARTERS.sub(
        lambda m: f"{(UNITS.get(m[1] or '', 0) or (int(m[1]) if (m[1] or '').isdigit() else 1)) * 0.25:.2f} $", low
    )
    low = COIN.sub(lambda m: f"{COINS[m[2]] * (int(m[1]) if (m[1] or '').isdigit() else 1)} $", low)
    low = SO_MANY.sub(lambda m: str(ABOUT_SO_MANY[m[1]]), low)
    low = BILL.sub(lambda m: str(NUMBER_WORDS.get(m[1] or m[2], m[1] or m[2])), low)
    low = WORDS.sub(_as_digits, SPELLED_HUNDREDS.sub(r"\1 cent", low))
    low = re.sub(r"(\d+)((?:,\d\d)?) virgule (\d)\b(?!\d| ?fois| ?x)", r"\1\2.\3", low)
    low = re.sub(r"\b(\d{1,2}) (?:con|avek|ak) (\d\d)\b", r"\1.\2", low)
    low = re.sub(r"\btwice (?=\$?\d)", "2 x ", low)
    low = re.sub(r"\b(?:fois|times|veces|fwa) (?=\$?\d)", "x ", re.sub(r"\btwice\b", "x 2", low))
    return re.sub(
        r"(?<!entre )\b(\d{1,3}) et ([1-9][05])\b(?!\s?(?:km|kilom|h\b|,\d|\.\d))(?= *(?:$|[,;.!?)\w]))",
        _spoken_cents,
        low,
    )


def _spoken_cents(match: re.Match[str]) -> str:
    """ "trois et soixante-quinze": at the counter, the second number is cents."""
    return f"{match[1]}.{match[2]}" if int(match[1]) < 100 and int(match[2]) > 9 else match[0]


def _as_digits(match: re.Match[str]) -> str:
    said = re.split(r"[ -]+", match[0])
    if len(said) == 1 and said[0] in WEAK:
        return _weak(match)
    groups = _groups(said)
    if len(groups) == 2 and groups[0] < 100 and 10 <= groups[1] < 100 and " et " not in match[0][1:4]:
        return f"{groups[0]}.{groups[1]:02d}"
    return " ".join(str(group) for group in groups)


def _weak(match: re.Match[str]) -> str:
    """ "un" is a number when it answers alone or stands before a unit."""
    rest = match.string[match.end() :]
    alone = match.string.strip() == match[0]
    word = match[0]
    if word in ("neuf", "nef", "kat", "dis", "sis", "once") and (
        alone or re.match(rf"\s*(?:{MONEY}|{CENTS}|{KM}|et |fwa\b|fois\b|$)", rest)
    ):
        return str(NUMBER_WORDS[word])
    if word == "neuf" and re.search(
        r"(?:cetait|cest|c'etait|c'tait|ctait|etait|payait|coute|coutait|paye|donne|ale|de) $",
        match.string[: match.start()],
    ):
        return "9"
    return str(NUMBER_WORDS[word]) if re.match(rf"\s*{MONEY}", rest) else word


def _groups(said: list[str]) -> list[int]:
    """The numbers said one after the other: "vingt deux cinquante" is 22 then 50."""
    groups: list[int] = []
    current, lowest, total = 0, 10**9, 0
    for word in said:
        if word in ("et", "and", "y"):
            continue
        value = NUMBER_WORDS[word]
        if word in THOUSANDS:
            total, current, lowest = (total + max(current, 1)) * 1000, 0, 1000
        elif word in HUNDREDS:
            current, lowest = max(current, 1) * 100, 100
        elif word in ("vingt", "vingts") and current % 100 == 4:
            current, lowest = current - 4 + 80, 20
        elif _adds(value, current, lowest):
            current, lowest = current + value, _room(value)
        else:
            groups.append(total + current)
            total, current, lowest = 0, value, _room(value)
    groups.append(total + current)
    return groups


def _adds(value: int, current: int, lowest: int) -> bool:
    if current == 0:
        return True
    if current % 100 in (10, 70, 90) and value in (7, 8, 9):
        return True
    if value < 10:
        return lowest > value and current % 10 == 0 and current >= 20
    if value < 20:
        return current % 100 in (60, 80) or (current >= 100 and current % 100 == 0)
    return current >= 100 and current % 100 == 0


def _room(value: int) -> int:
    return 10 if value >= 20 else 1


def times(quantity: Quantity, count: float) -> Quantity:
    """The quantity taken several times."""
    return replace(quantity, value=round(quantity.value * count, 4), times=count)
