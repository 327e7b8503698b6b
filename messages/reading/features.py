"""The clues of a message, as strings: what the classifier weighs. The same code makes them in training and at run time.

Two groups: letters and words (many, weighed together), and clues in their situation (few, weighed one by one).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from messages.reading.concepts import concepts
from messages.reading.labels import Step
from messages.reading.text import words

LONGEST = 600  # characters: beyond, a message is a story, and its beginning and its end say what it is
FAMILY = {
    Step.NOTHING: "N",
    Step.REMINDER: "R",
    Step.SAID_COMING: "R",
    Step.SAID_ABSENT: "R",
    Step.OFFER_TO_CARRY: "O",
    Step.COLLECTING: "C",
    Step.READ_BACK: "V",
    Step.COMMENT_KEPT: "P",
    Step.CLAIM_OFFERED: "E",
    Step.CLAIM_RIDE: "K",
    Step.CLAIM_KM: "K",
    Step.CLAIM_FARE: "K",
    Step.CLAIM_MEAL: "K",
    Step.CLAIM_CHILDCARE: "K",
    Step.CLAIM_TOTAL: "K",
    Step.JOIN_NAME: "J",
    Step.JOIN_CONSENT: "J",
    Step.IN_CARE: "D",
    Step.DIGEST: "L",
    Step.OLD_DIGEST: "L",
    Step.STOP_ASKED: "S",
    Step.MENU: "M",
    Step.STRANGER: "U",
}
PIECE = 4  # letters: three and five say little more, and cost as much
MOST_PAIRED = 12
SHORT = 4  # words: a message this short is a clue by itself
NUMBERS = "0123456789"


# Whatever day it is, the words around it mean the same: no letters of "vendredi" may sound like another thing.
ANY_DAY = {
    day: days.split()[1]
    for days in (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "monday tuesday wednesday thursday friday saturday sunday",
        "lunes martes miercoles jueves viernes sabado domingo",
        "lendi madi mekredi jedi vandredi samdi dimanch",
    )
    for day in days.split()
}


@dataclass(frozen=True, slots=True)
class Clues:
    letters: tuple[str, ...]
    situated: tuple[str, ...]


def clues(text: str, step: Step, findings: Sequence[str] = ()) -> Clues:
    """The clues of one message. `findings`: what the exact rules found in it."""
    if len(text) > LONGEST:
        text = text[: LONGEST // 2] + " " + text[-LONGEST // 2 :]
    said = [ANY_DAY.get(word, word) for word in words(text)]
    line, everything = concepts(said)
    letters = [*_letters(said), *_together(everything, findings)]
    return Clues(tuple(letters), tuple(_situated(text, said, line, everything, step, findings)))


def _shape(word: str) -> str:
    return "0" * len(word) if word[0] in NUMBERS else word


def _letters(said: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    before = "^"
    for word in said:
        shaped = _shape(word)
        found["w " + shaped] = None
        found["2 " + before + " " + shaped] = None
        before = shaped
        padded = f"<{shaped}>"
        for start in range(len(padded) - PIECE + 1):
            found[padded[start : start + PIECE]] = None
    found["2 " + before + " $"] = None
    return list(found)


def _together(everything: Iterable[str], findings: Sequence[str]) -> list[str]:
    """Concepts and findings two by two: "drunk" and "child" say together what neither says alone."""
    names = sorted(everything) + sorted(finding for finding in findings if not finding.startswith("in "))
    return [f"p {one} {other}" for one, other in combinations(names[:MOST_PAIRED], 2)]


def _situated(
    text: str, said: Sequence[str], line: list[str], everything: set[str], step: Step, findings: Sequence[str]
) -> list[str]:
    family, code = FAMILY[step], step.value
    found: dict[str, None] = {"f " + family: None, "s " + code: None}
    for concept in everything:
        found["c " + concept] = None
        found[f"{family} c {concept}"] = None
        found[f"{code} c {concept}"] = None
    for one, other in zip(["^", *line], [*line, "$"], strict=True):
        found[f"b {one} {other}"] = None
        found[f"{family} b {one} {other}"] = None
    for one, other in zip(line, line[2:], strict=False):
        found[f"g {one} {other}"] = None
    for finding in findings:
        found["r " + finding] = None
        found[f"{family} r {finding}"] = None
        found[f"{code} r {finding}"] = None
    plain_words = [word for word in said if word not in "?!\n$%#"]
    size = len(plain_words)
    bucket = (
        ["0", "1", "2", "3", "4"][size]
        if size < 5
        else "5"
        if size < 8
        else "8"
        if size < 13
        else "13"
        if size < 25
        else "25"
    )
    found[f"n {bucket}"] = None
    found[f"{code} n {bucket}"] = None
    for mark in "?!$\n":
        if mark in said:
            found["m " + mark] = None
            found[f"{family} m {mark}"] = None
    if plain_words:
        found[f"{family} first {_shape(plain_words[0])}"] = None
        found[f"{code} first {_shape(plain_words[0])}"] = None
        found[f"{family} last {_shape(plain_words[-1])}"] = None
    if size <= SHORT:
        whole = " ".join(plain_words)
        found["all " + whole] = None
        found[f"{family} all {whole}"] = None
        found[f"{code} all {whole}"] = None
    if any(character.isdigit() for character in text):
        found[f"{family} digits"] = None
        found[f"{code} digits"] = None
    return list(found)
