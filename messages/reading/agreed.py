"""Where a sign and the classifier say the same thing, it is sure: a digit and its words, a wish said in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from messages.reading.context import Context
from messages.reading.details import days
from messages.reading.findings import Findings
from messages.reading.labels import Meaning, Step
from messages.reading.second_thoughts import stops_beside
from messages.reading.text import plain
from messages.reading.types import WORRYING, Reading

M = Meaning
AGREED = 0.97
MAY_STOP = "it says not to"  # a doubt that is always heeded
LIKELY = 0.45
UNNAMED_WORRY = -0.35  # whoever wants to stay unnamed is often afraid of something
LONGEST = 7  # words after a digit: more of them say something else too
LONGEST_WISH = 16
# What each wish is said in. Undone by one word, it may be acted upon once the classifier reads it too.
WISHES: Mapping[Meaning, re.Pattern[str]] = {
    M.NAMELESS: re.compile(
        r"\b(?:pas|sans|otez|enlevez|retirez|wete|retire|no|not|without|keep|leave|take|quiten?|sin|pa)\b"
        r"(?: \w+){0,3}? (?:nom|name|nombre|non m\w*)\b"
        r"|\b(?:dites?|disez|dire|tell|say|digan?|di)\b(?: \w+){0,3}? (?:pas|not|no)\b"
        r"(?: \w+){0,3} (?:moi|moe|me|mwen|yo)\b|\banonym\w+|\banonim\w+"
    ),
    M.WITHDRAW: re.compile(
        r"\b(?:efface\w*|retire\w*|enleve\w*|enlever|otez|oter|delete|remove|erase|borr\w+|quit\w+|take (?:it )?back|"
        r"take out|scrap|lisez? (?:le |la |les )?pas|pas (?:le |la |les )?lire|don.?t read|not read|no lo lean|"
        r"oubliez ce que|ne (?:le |la |les )?lisez)"
    ),
    M.RENAME: re.compile(
        r"^(?:mon|my|mi) (?:vrai |real )?(?:nom|name|nombre) (?:est|is|es|c.?est|cest) \w+(?: \w+){0,2}$"
    ),
    M.STOP: re.compile(
        r"\b(?:unsubscribe|desabonn\w+|desinscri\w+|"
        r"(?:enlevez|enleve|rayez|otez|retirez|take|borr\w+|quit\w+|remove|retire) (?:moi|me|my|mon|m)\b[^\n]{0,24}"
        r"\b(?:liste?|lista|lis)\b|(?:arrete\w*|stop|cessez) (?:de |d.)?"
        r"(?:m.?ecrire|me texter|texting|writing|vos textos|les textos))"
    ),
}
# What makes a wish another one: of a name, of a sum, taken back, or told of the past.
NOT_A_WITHDRAWAL = re.compile(
    r"\b(?:nom|name|nombre|non m\w*)\b|\d|\n|\b(?:non|laiss\w+|gard\w+|keep|leave|jai efface|j.?ai efface|i deleted)\b"
)
COUNTS = frozenset(
    {"moi", "nous", "pour", "pis", "et", "avec", "me", "and", "for", "con", "y", "ak", "places", "place"}
)
SAID_BEFORE = {Step.SAID_COMING: M.COMING, Step.SAID_ABSENT: M.ABSENT}
# Where a wish is about the person's own words, or about all messages.
OF_WORDS = frozenset(
    {
        Step.NOTHING,
        Step.COMMENT_KEPT,
        Step.READ_BACK,
        Step.COLLECTING,
        Step.SAID_ABSENT,
        Step.SAID_COMING,
        Step.REMINDER,
    }
)
OF_MESSAGES = frozenset(
    {Step.NOTHING, Step.REMINDER, Step.SAID_ABSENT, Step.SAID_COMING, Step.STRANGER, Step.COMMENT_KEPT}
)
SPEAKS_OF = {M.RENAME: OF_MESSAGES, M.NAMELESS: OF_WORDS, M.WITHDRAW: OF_WORDS - {Step.COLLECTING}, M.STOP: OF_MESSAGES}
AGAINST = ("does not withdraw", "more or no more", "takes it back", "asks question")


def with_digit(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, a digit of the open list made sure by words that say the same: "3 i guess", "2 désolée"."""
    best = readings[0]
    if best.why != "words" or not found.has("leading number") or len(found.said) > LONGEST + 1:
        return readings
    digits = [int(word) for word in found.said if word.isdigit()]
    meant = context.options.get(digits[0]) if len(digits) == 1 and found.said[0].isdigit() else None
    if COUNTS & set(found.said) or SAID_BEFORE.get(context.step, meant) is not meant:
        return readings
    if meant is None or best.meanings != (meant,) or meant is M.NUMBER or best.confidence < LIKELY:
        return readings
    if best.doubt not in ("", "it answers twice") or found.has("takes it back") or found.has("counts something"):
        return readings
    if best.doubt and not _repeats(found, meant):
        return readings
    return [replace(best, confidence=max(best.confidence, AGREED), sure="sure", doubt=""), *readings[1:]]


def with_stop_beside(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, a stop that one clause asks for put first, and asked about: "jpeux pu venir, lachez moi"."""
    best = readings[0]
    if best.has(M.STOP, M.STOP_KIND, M.DISTRESS) or context.step is Step.COLLECTING or not stops_beside(found.text):
        return readings
    stop = replace(best, meanings=(M.STOP,), why="words", confidence=AGREED, doubt=MAY_STOP, faint=False)
    return [stop, *readings]


def _repeats(found: Findings, meant: Meaning) -> bool:
    """ "1 oui", "2 non": the word after the digit is its own."""
    said = "oui" if meant in (M.COMING, M.YES) else "non"
    return {word for word in found.said if word in ("oui", "non", "yes", "no")} <= {
        said,
        {"oui": "yes", "non": "no"}[said],
    }


def with_plain_wishes(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, a wish said in plain words made sure: to stay unnamed, to take words back, to stop."""
    best = readings[0]
    wish = WISHES.get(best.first) if len(best.meanings) == 1 else None
    if wish is None or best.why != "words" or best.doubt or context.step not in SPEAKS_OF[best.first]:
        return readings
    worries = best.worry > (UNNAMED_WORRY if best.first is M.NAMELESS else WORRYING)
    if best.confidence < LIKELY or worries or any(found.has(name) for name in AGAINST):
        return readings
    if best.first is M.WITHDRAW and NOT_A_WITHDRAWAL.search(plain(found.text)):
        return readings
    if best.first is M.STOP and days(found.text):
        return readings  # "enlevez-moi de la liste pour mardi": of that day
    if ":" in found.text:
        return readings  # "sans mon nom: la fille nous regarde de haut": words come with the wish
    if len(found.said) > LONGEST_WISH or "?" in found.said or not wish.search(plain(found.text)):
        return readings
    return [replace(best, confidence=max(best.confidence, AGREED), sure="sure"), *readings[1:]]
