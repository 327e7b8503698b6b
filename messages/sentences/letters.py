"""Short answers to open questions: "A oui", "b2", "A1 B2", a bare digit, "that is all"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from messages.keywords import fold
from messages.sentences.plain import plain_places

NUMBERED = (
    r"(?:(?:c ?est|ces|je prends?|jprends?|je choisis?|moi|pour moi) )?(?:(?:le|la|the|no|n|num|numero|number|choix|"
    r"reponse|option|point)\W*)*"
)
POLITE_END = r"(?:\W*(?:svp|stp|merci|please|thanks|thank you|thx|gracias))*"
DIGIT = re.compile(rf"^{NUMBERED}(\d{{1,2}})(?:er|e|eme)?{POLITE_END}$")
# A minus, a decimal, a share, and signs that fold to digits ("½" is no 12).
NOT_A_DIGIT = re.compile(
    r"^\W*[-\u2212]\d|\d[.,:/]\d|\d\s?[%$]|[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u215f\u2189]"
)

ANSWER_WORDS = (
    "oui|ouais|ouin|non|nan|no|nope|yes|yep|yeah|si|ok|okay|daccord|peut[- ]etre|ptetre|maybe|absente?|present|"
    "presente|coming|aucun|aucune|rien|none|correct|corrige"
)
# "a" and "c" are words too: "a mardi", "a 20h ya pu de bus", "c trop cher". Beside them only a plain answer counts.
PLAIN_DIGIT = r"\d{1,2}(?![\d:]|\s?h\b|\s?h\d|\s?heure|\s?km|\s?ans\b|\s?fois|\s?pers|\s?enf|\s?pm\b|\s?am\b)"
LETTER = re.compile(
    rf"(?<![a-z'])(?<!\d(?=h))\(?(?P<letter>[a-h])(?:\s*[:=)]+\s*|\s*[.,-]\s*(?=(?:{ANSWER_WORDS})\b|\d)|\s*(?={PLAIN_DIGIT})"
    rf"|\s*(?=(?:{ANSWER_WORDS})\b)|(?P<loose>\s+)(?=\S))"
)
REVERSED = re.compile(
    rf"(?P<answer>{PLAIN_DIGIT}|(?:{ANSWER_WORDS})\b)(?P<to>\s+(?:a|au|pour|for|to)\s+|\s*)(?P<letter>[a-h])\b"
)
GREETING = re.compile(r"^\W*(?:(?:bonjour|allo|salut|hello|hi|hola|reponses?|ma reponse|answer|svp)\W+)*")
LINK = re.compile(r"(?:^|\s+)(?:et|pis|puis|and|y)\s*$")
LONGEST_ANSWER = 40
EDGES = " \t\r\n,;./&+()"

ENDS = {
    "1", "c tout", "cest tout", "c est tout", "ces tout", "se tout", "sest tout", "tout", "c toute", "cest toute",
    "c est toute", "ces toute", "toute", "fini", "finit", "c fini", "cest fini", "c est fini", "jai fini", "j ai fini",
    "jai termine", "j ai termine", "termine", "fin", "fin du message", "rien d autre", "rien dautre", "rien de plus",
    "that s all", "thats all", "that is all", "that s it", "thats it", "that is it", "all done", "i am done", "im done",
    "i m done", "done", "finished", "nothing else", "eso es todo", "es todo", "ya esta", "listo",
}  # fmt: skip
SAID_BESIDE = re.compile(
    r"^(?:(?:ok|bon|bin|ben|voila|oui|la) )+|(?: (?:merci|svp|stp|thanks|thank you|thx|bonne journee|la))+$"
)


def digit(text: str) -> int | None:
    """The one number a short answer holds: "1", "1.", "le 2", "#3", "no 1"; None for anything longer, or "-1"."""
    if NOT_A_DIGIT.search(text):
        return None
    match = DIGIT.match(fold(text))
    return int(match[1]) if match else None


def ends(text: str) -> bool:
    """The person says that their words are complete."""
    folded = fold(text)
    return folded == "voila" or folded in ENDS or SAID_BESIDE.sub("", folded) in ENDS or digit(text) == 1


def answers(text: str, open_letters: Sequence[str]) -> list[tuple[str, str]]:
    """(letter, answer) pairs when the whole message is answers by letter: "A oui", "a1", "A1 B2", "A: non, B oui".

    "a" is also a word: what stands before the first letter, an answer without words, a letter that is not open or is
    answered twice, makes it no answer at all. Each answer is as written.
    """
    plain, places = plain_places(text)
    opening = GREETING.match(plain)
    start = opening.end() if opening else 0
    pairs = _letter_first(text, plain, places, start) or _letter_last(plain, start)
    letters = [letter for letter, _ in pairs]
    if not set(letters) <= {letter.upper() for letter in open_letters} or len(set(letters)) < len(letters):
        return []
    return pairs


def _letter_first(text: str, plain: str, places: list[int], start: int) -> list[tuple[str, str]]:
    marks = [m for m in LETTER.finditer(plain, start) if not m["loose"] or _opens(text, places, m, start)]
    if not marks or plain[start : marks[0].start()].strip(EDGES):
        return []
    pairs: list[tuple[str, str]] = []
    for position, mark in enumerate(marks):
        stop = marks[position + 1].start() if position + 1 < len(marks) else len(plain)
        stop = mark.end() + len(LINK.sub("", plain[mark.end() : stop].rstrip(EDGES)))
        words = text[places[mark.end()] : places[stop]].strip(EDGES)
        if not words or len(words) > LONGEST_ANSWER:
            return []
        pairs.append((mark["letter"].upper(), words))
    return pairs


def _opens(text: str, places: list[int], mark: re.Match[str], start: int) -> bool:
    """A letter with only a space behind it opens an answer when it can be no word: a capital B, or "b" at the start."""
    place = places[mark.start("letter")]
    if mark["letter"] in "acd":
        return False
    return (text[place].isupper() and not text.isupper()) or (mark["letter"] == "b" and mark.start() <= start)


def _letter_last(plain: str, start: int) -> list[tuple[str, str]]:
    """ "oui pour A, non pour B", "1A 2B": the answers first, when nothing else is said."""
    matches = list(REVERSED.finditer(plain, start))
    if not matches or REVERSED.sub("", plain[start:]).replace(" et", "").replace("and", "").strip(EDGES):
        return []
    if any(not m["to"].strip() and m["answer"][0].isalpha() for m in matches) and len(matches) > 1:
        return []  # "oui a non b": which goes with which?
    return [(m["letter"].upper(), m["answer"]) for m in matches]
