"""Amounts as people text them: "7,50", "7$50", "40 piasses", "soixante dollars", "3 x 12", "75 cennes"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from messages.keywords import fold
from messages.sentences.plain import plain_places

UNITS = r"(?:\$|piasses?|piastres?|piaces?|dollars?|dolars?|dolards?|doll?|bucks?|cad|pesos)"
CENTS = r"(?:cents?|cennes?|sous|sou|\u00a2)"
THOUSANDS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,2}"
# "1 200" is a thousand only when a sign, cents or nothing else at all says so: "bus 10 110" is two amounts.
NUMBER = rf"{THOUSANDS}(?:[.,]\d{{1,2}}(?!\d)|(?=\s*{UNITS})|(?=\W*$))|\d{{1,7}}(?:[.,]\d{{1,2}}(?!\d))?"
# What follows a number that is no amount: more digits, an hour, a distance, a share, a rank.
NO_AMOUNT = r"(?![\d/]|[.,]\d|\s?h(?:\b|\d|eure)|:\d|\s?k\.?m|\s?%|er\b|e\b|i?emes?\b|th\b|st\b|nd\b|rd\b)"
# "7$50"; "12 dollars 50" ends what is said, or says its cents.
AFTER = rf"(?<=\$)\d\d|(?<=[a-z])\s(?:et )?\d[05](?=\s*(?:{CENTS}(?![a-z])|[,;!?]|$))"
TIMES = r"\s*[x*\u00d7]\s*"
MONEY = re.compile(
    rf"(?P<minus>(?<!\S)-(?=[\d$])|\b(?:moins|minus) (?=[\d$]))?(?P<before>\$\s?)?(?<!\d)(?<!\d[.,/:])"
    rf"(?:(?P<times>\d{{1,2}}){TIMES})?(?P<number>\d{{1,5}}(?=\s?\$\d\d\b)|{NUMBER}){NO_AMOUNT}"
    rf"(?:\s*(?P<unit>{UNITS})(?![a-z])(?:(?P<after>{AFTER})(?![\d.,$/]))?)?"
    rf"(?:\s*(?P<cents>{CENTS})(?![a-z]))?(?:{TIMES}(?P<fold>\d{{1,2}})(?![\d.,/]))?"
)
RANGE = re.compile(r"\d\s?\$?\s?(?:-|\ba\b|\bou\b|\bor\b|\bto\b)\s?\$?\d")
# Digits that are no amounts: a telephone number, a full date, an hour.
OTHERS = re.compile(
    r"(?<!\d)(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?!\d)|\b\d{4}-\d{1,2}-\d{1,2}\b"
    r"|(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])|\b\d{1,2}\s?(?:h|:)\s?\d\d\b"
)
SMALL = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "quatr": 4, "katre": 4, "cinc": 5, "sink": 5, "set": 7, "uit": 8,
    "diz": 10, "quinz": 15, "kinze": 15, "vint": 20, "vin": 20, "trante": 30, "trent": 30, "quarente": 40,
    "karante": 40, "cinkante": 50, "cincante": 50, "cinquente": 50, "soixente": 60, "soisante": 60, "swasante": 60,
    "fourty": 40, "fourthy": 40,
}  # fmt: skip
HUNDRED = {"cent", "cents", "hundred"}
THOUSAND = {"mille", "thousand"}
LINKS = {"et", "and"}
# "un peu", "one of them", "set", "vin": alone, these are words and not numbers.
NEVER_ALONE = {"un", "une", "one", "set", "vin", "uit", "cents"}
UNIT_WORD = re.compile(rf"(?:{UNITS}|kms?|kilometres?|heures?|repas|fois)$")
ABOUT = {"environ", "a", "peu", "pres", "about", "around", "autour", "de", "cest", "c", "est", "it", "s", "was", "just"}


@dataclass(frozen=True, slots=True)
class Found:
    """An amount in cents and where it stands in the text as written. `money`: a sign or a word says it is dollars."""

    cents: int
    start: int
    end: int
    money: bool
    negative: bool = False
    times: int = 1


def money(text: str) -> list[Found]:
    """Every amount, in order: in digits, or in letters before "piasses". "3 x 12" is one of 36 $, `times` 3."""
    folded, places = plain_places(text)
    digits = OTHERS.sub(lambda other: "/" * len(other[0]), folded)
    found = [_in_digits(match, places) for match in MONEY.finditer(digits)]
    taken = [range(f.start, f.end) for f in found]
    spelled = [_in_letters(match, places) for match in SPELLED.finditer(folded)]
    found += [f for f in spelled if f is not None and not any(f.start in t for t in taken)]
    return sorted(found, key=lambda f: f.start)


def _in_digits(match: re.Match[str], places: list[int]) -> Found:
    times = int(match["times"] or match["fold"] or 1)
    cents = _cents(match["number"]) + int((match["after"] or "0").split()[-1])
    if match["cents"] and not match["unit"]:
        cents //= 100
    marked = bool(match["before"] or match["unit"] or match["cents"])
    return Found(cents * times, places[match.start()], places[match.end()], marked, bool(match["minus"]), times)


def _cents(number: str) -> int:
    plain = re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".")
    whole, _, part = plain.partition(".")
    return int(whole) * 100 + int((part + "00")[:2] or 0)


def _in_letters(match: re.Match[str], places: list[int]) -> Found | None:
    value = _value(match["words"].replace("-", " ").split())
    return Found(value * 100, places[match.start()], places[match.end()], True)


def cents_in(text: str) -> int | None:
    """The one amount of a short answer, in cents; None for none, several, "10 ou 12", or a negative one."""
    found = money(text)
    if len(found) > 1 and RANGE.search(plain_places(text)[0]):
        return None
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
    """A number written in letters, French or English: "soixante-quinze", "deux cent dix", "forty five".

    A word that is only a number beside others ("un peu", "one of us") counts when nothing else is said.
    """
    words = fold(text).replace("-", " ").split()
    runs: list[list[str]] = [[]]
    for word in words:
        if _counts(word) or (runs[-1] and word in LINKS):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    kept = [trimmed for run in runs if (trimmed := _trimmed(run))]
    if len(kept) == 1 and not (len(kept[0]) == 1 and kept[0][0] in NEVER_ALONE and _says_more(words, kept[0])):
        return _value(kept[0])
    return None


def _counts(word: str) -> bool:
    return word in SMALL or word in HUNDRED or word in THOUSAND


def _trimmed(run: list[str]) -> list[str]:
    while run and run[-1] in LINKS:
        run = run[:-1]
    return run


def _says_more(words: list[str], run: list[str]) -> bool:
    others = [word for word in words if word not in run]
    return any(word not in ABOUT and not UNIT_WORD.match(word) for word in others)


def _value(words: list[str]) -> int:
    total = part = 0
    for word in words:
        if word in HUNDRED:
            part = max(part, 1) * 100
            total, part = total + part, 0
        elif word in THOUSAND:
            total, part = max(total + part, 1) * 1000, 0
        elif word in ("vingt", "vingts") and part == 4:
            part = 80
        elif word not in LINKS:
            part += SMALL[word]
    return total + part


_WORDS = "|".join(sorted({*SMALL, *HUNDRED, *THOUSAND}, key=len, reverse=True))
SPELLED = re.compile(rf"\b(?P<words>(?:{_WORDS})(?:(?:[ -]|\s(?:et|and)\s)(?:{_WORDS}))*)\s+{UNITS}(?![a-z])")
