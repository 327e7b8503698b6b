"""Amounts as people text them: "7,50", "7.50 $", "40 piasses", "soixante dollars", "3 x 12"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from messages.keywords import fold

UNITS = r"(?:\$|piasses?|piastres?|dollars?|dolars?|doll?|bucks?|cad|pesos)"
NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,2}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
MONEY = re.compile(
    rf"(?<!\d)(?P<minus>-\s*)?(?P<before>\$)?\s*(?:(?P<times>\d{{1,2}})\s*[x*×]\s*)?(?P<number>{NUMBER})\s*(?P<unit>{UNITS})?(?![\d/])",
    re.IGNORECASE,
)
SMALL = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
HUNDRED = {"cent", "cents", "hundred"}
LINKS = {"et", "and", "-"}


@dataclass(frozen=True, slots=True)
class Found:
    """An amount in cents and where it stands in the text. `money`: a sign or a word says it is dollars."""

    cents: int
    start: int
    end: int
    money: bool
    negative: bool = False
    times: int = 1


def money(text: str) -> list[Found]:
    """Every amount written in digits, in order. "3 x 12" is one amount of 36 $, with `times` 3."""
    found = []
    for match in MONEY.finditer(text):
        cents = _cents(match["number"])
        times = int(match["times"]) if match["times"] else 1
        marked = bool(match["before"] or match["unit"])
        found.append(Found(cents * times, match.start(), match.end(), marked, bool(match["minus"]), times))
    return found


def _cents(number: str) -> int:
    plain = re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".")
    whole, _, part = plain.partition(".")
    return int(whole) * 100 + int((part + "00")[:2] or 0)


def cents_in(text: str) -> int | None:
    """The one amount of a short answer, in cents; None when there is none, several, or a negative one."""
    found = money(text)
    if len(found) == 1:
        return None if found[0].negative else found[0].cents
    if found:
        marked = [f for f in found if f.money]
        return marked[0].cents if len(marked) == 1 and not marked[0].negative else None
    value = in_words(text)
    return None if value is None else value * 100


def number(text: str) -> int | float | None:
    """The one number of a short answer ("12", "12 km", "environ 34", "douze"); None when unclear."""
    found = re.findall(r"-?\d{1,9}(?:[.,]\d{1,4})?", text)
    if len(found) == 1:
        value = float(found[0].replace(",", "."))
        return int(value) if value.is_integer() else value
    return None if found else in_words(text)


def in_words(text: str) -> int | None:
    """A number written in letters, French or English, up to 999: "soixante-quinze", "deux cent dix", "forty five"."""
    words = fold(text).replace("-", " ").split()
    run: list[str] = []
    for word in words:
        if word in SMALL or word in HUNDRED or (run and word in LINKS):
            run.append(word)
        elif run:
            break
    while run and run[-1] in LINKS:
        run.pop()
    return _value(run) if run else None


def _value(words: list[str]) -> int:
    total = part = 0
    for word in words:
        if word in LINKS:
            continue
        if word in HUNDRED:
            part = max(part, 1) * 100
            total, part = total + part, 0
        elif word in ("vingt", "vingts") and part == 4:
            part = 80
        else:
            part += SMALL[word]
    return total + part
