"""Short answers to open questions: "A oui", "b2", "A1 B2", a bare digit, "that is all"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from messages.keywords import fold

NUMBERED = r"(?:(?:le|la|no|num|numero|number|choix|reponse|option|#)\W*)?"
POLITE = r"(?:svp|merci|please|thanks)?"
DIGIT = re.compile(rf"^\W*{NUMBERED}(\d{{1,2}})\W*{POLITE}\W*$")
LETTER = re.compile(r"(?<![a-z0-9])([a-h])(?:\s*[\-:=).,]?\s*(?=\d)|\s*[\-:=).,]\s*|\s+)", re.IGNORECASE)
ENDS = {
    "1",
    "c tout",
    "cest tout",
    "c est tout",
    "c'est tout",
    "ces tout",
    "se tout",
    "tout",
    "fini",
    "jai fini",
    "j ai fini",
    "termine",
    "fin",
    "that s all",
    "thats all",
    "that is all",
    "done",
    "eso es todo",
    "es todo",
}


def digit(text: str) -> int | None:
    """The one number a short answer holds: "1", "1.", "le 2", "#3", "no 1"; None for anything longer."""
    match = DIGIT.match(fold(text)) or DIGIT.match(text.strip().casefold())
    return int(match[1]) if match else None


def ends(text: str) -> bool:
    """The person says that their words are complete."""
    return fold(text).strip() in ENDS or digit(text) == 1


def answers(text: str, open_letters: Sequence[str]) -> list[tuple[str, str]]:
    """(letter, answer) pairs when the whole message is answers by letter: "A oui", "a1", "A1 B2", "A: non, B oui".

    "a" is also a word: what stands before the first letter, or an answer without words, makes it no answer at all.
    """
    wanted = {letter.upper() for letter in open_letters}
    marks = [m for m in LETTER.finditer(text + " ") if m[1].upper() in wanted]
    if not marks or text[: marks[0].start()].strip(" ,;.-"):
        return []
    pairs: list[tuple[str, str]] = []
    for position, mark in enumerate(marks):
        stop = marks[position + 1].start() if position + 1 < len(marks) else len(text)
        words = text[mark.end() : stop].strip(" ,;.")
        if not words or len(words) > 40:
            return []
        pairs.append((mark[1].upper(), words))
    return pairs if len({letter for letter, _ in pairs}) == len(pairs) else []
