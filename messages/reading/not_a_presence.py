"""What looks like a presence or an absence and says neither ("jviens de lire", "mon frigo marche pu"), the future of
missing, which is an absence, and news that want a kind word and a person.

The patterns are in `reading_outright.txt`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from messages.reading.context import Context
from messages.reading.findings import Findings, find
from messages.reading.labels import Meaning, Step
from messages.reading.outright import ANNOUNCED, KEPT, OUTRIGHT, PRESENT, found_in, without
from messages.reading.text import plain
from messages.reading.types import Reading
from messages.reading.whole import DANGERS

M = Meaning
FOR_A_PERSON, SORRY = "for a person to read", "sad news"  # why a person reads it, and whether they are told a kind word
JUST_DID = "just did"
A_REASON = "a reason, and no answer"  # a car that does not start: they are asked
LONGEST = 14  # words: a longer one says more
# "un mot: y manque de gardiennes": said for whom.
OPENS_WORDS = re.compile(
    r"\W*(?:un |mon )?(?:petit )?(?:mot|commentaire)(?: pour (?:la table|eux autres|le comite))? ?:(?: *\w+\W*){3}"
)
SIGNS = ("comes", "comes after all", "does not come", "yes first", "no first", "perhaps", "comes if")
# What each section says, and why a person reads it ("words": nobody needs to).
SAID = (
    ("laughs", (M.REACTION,), "words"),
    ("sad news", (M.QUESTION,), SORRY),
    ("an allergy", (M.OTHER_PERSON,), FOR_A_PERSON),
    ("money for a person", (M.QUESTION,), FOR_A_PERSON),
    ("a blessing", (M.THANKS,), "words"),
    ("got it", (M.THANKS,), "words"),
    ("just read it", (M.REACTION,), "words"),
    (JUST_DID, (M.QUESTION,), FOR_A_PERSON),
    ("asks if they are in", (M.QUESTION,), FOR_A_PERSON),
    ("a thing is broken", (M.QUESTION,), FOR_A_PERSON),
    ("more is needed", (M.COMMENT,), "words"),
    (ANNOUNCED, (M.COMMENT,), "words"),
)


def with_no_presence(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, what these words say put first, where a presence would be read in them."""
    best = readings[0]
    if not _may_be_said(best, found, context):
        return readings
    if OPENS_WORDS.match(plain(found.text)) and M.COMMENT not in best.meanings:
        return _first(readings, (M.COMMENT,), "words")
    if context.step is Step.SAID_ABSENT and found_in("back on the list", found.said):
        return _first(readings, (M.COMING,), "words")
    if found_in("will miss it", found.said):
        return _first(readings, (M.ABSENT,), "words")
    if best.meanings == (M.ABSENT,) and found_in("a car is broken", found.said) and not found.has("does not come"):
        return [replace(best, doubt=A_REASON), *readings[1:]]
    for section, meanings, why in SAID:
        if section == JUST_DID and best.has(M.DISTRESS):
            continue  # "jviens de me faire mal": they are asked how they are
        if found_in(section, found.said) and not _says_more(section, found):
            return _first(readings, meanings, why)
    return readings


def _may_be_said(best: Reading, found: Findings, context: Context) -> bool:
    """Whether these few words of somebody known may be of one thing alone: no danger, no question, no stop."""
    if best.why not in ("words", "a need", "signs of a comment") or KEPT & set(best.meanings):
        return False
    if context.step not in PRESENT or not context.known or any(found.has(danger) for danger in DANGERS):
        return False
    few = len([word for word in found.said if word.isalnum()]) <= LONGEST
    return few and "?" not in found.said and (best.faint or not best.has(M.DISTRESS))


def _says_more(section: str, found: Findings) -> bool:
    """Whether what is left beside it answers: "jviens de voir ton message, oui jserai la"."""
    left = find(without(section, found.said))
    return any(left.has(sign) for sign in SIGNS) or bool(left.digits)


def _first(readings: list[Reading], meanings: tuple[Meaning, ...], why: str) -> list[Reading]:
    first = replace(
        readings[0], meanings=meanings, why=why, confidence=OUTRIGHT, sure="sure", doubt="", faint=False, worry=-1.0,
        for_human=-1.0, unsettled=-1.0,
    )  # fmt: skip
    return [first, *(one for one in readings if one.meanings != meanings)]
