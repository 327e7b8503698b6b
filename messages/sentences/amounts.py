"""Amounts as people text them: "7,50", "7$50", "40 piasses", "soixante dollars", "3 x 12", "75 cennes"."""

from __future__ import annotations

import re

from messages.keywords import fold

UNITS = r"(?:\$|piasses?|piastres?|piaces?|dollars?|dolars?|dolards?|doll?|bucks?|cad|pesos)"
CENTS = r"(?:cents?|cennes?|sous|sou|\u00a2)"
# "7$50"; "12 dollars 50" ends what is said, or says its cents.
AFTER = rf"(?<=\$)\d\d|(?<=[a-z])\s(?:et )?\d[05](?=\s*(?:{CENTS}(?![a-z])|[,;!?]|$))"
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
