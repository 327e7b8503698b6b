"""What is plainly asked: where, when, until when, by phone, what is paid, when the money or the answer comes.

Letters and words alone hesitate over short questions; answered beside the point, a question costs little.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from messages.keywords import data
from messages.reading.context import Context
from messages.reading.labels import Meaning, Step
from messages.reading.text import plain, words
from messages.reading.types import Reading, Slots

LIST = "reading_questions.txt"
M = Meaning
OF_THE_MEETING = frozenset({"where", "when", "until"})
OF_COMING = frozenset({"no duty", "said there", "words go"})
FACTS = frozenset({"meal", "access", "remote", "parking"})
TOLD = frozenset({"too hard"})  # told rather than asked, and nothing else in so few words
OF_US = frozenset({"a machine", "why us", "free", "too hard", "who we are", "who sees it"})  # not of a meeting
OF_OTHERS = frozenset({"answer", "until", "cost", "money", "what we keep"})  # what else than the meeting answers
ELSE = "of something else"  # the last section: "a quelle heure passe l'autobus"
LONGEST = 12  # words: a longer one says more than it asks
BY_PATTERN = 0.97
# What the program may not know: whether a person answers is read in the words.
MAYBE_KNOWN = frozenset({"remote", "access", "meal", "childcare", "parking"})
# Never known here: who comes, what is paid besides or otherwise, what it takes from their income, when a bus passes.
OF_A_PERSON = frozenset(
    {"paid all the same", "others there", "still on", "their income", "paid otherwise", "bus hours"}
)
A_PERSON = 1.0  # in `Reading.for_human`
WEAK = 0.8  # below, another reading gives way
# What each kind is about, in the words of the corpus.
ABOUT = {
    "answer": "how", "until": "when", "remote": "how", "access": "where", "meal": "cost", "childcare": "childcare",
    "cost": "money", "money": "money", "who": "who", "agenda": "agenda", "when": "when", "where": "where",
    "paid all the same": "money", "what we keep": "how", "who sees it": "who", "who we are": "who",
    "others there": "who", "still on": "when", "again": "when", "whose name": "who", "a machine": "who",
    "why us": "how", "free": "cost", "no duty": "how", "too hard": "how", "said there": "agenda", "words go": "how",
    "parking": "where", "their income": "money", "paid otherwise": "money", "bus hours": "transport",
}  # fmt: skip
# Where a question is answered at once; elsewhere it may be an answer, or somebody's words.
OPEN = frozenset(
    {
        Step.NOTHING, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.OFFER_TO_CARRY, Step.COMMENT_KEPT,
        Step.CLAIM_OFFERED, Step.DIGEST, Step.OLD_DIGEST, Step.MENU, Step.STRANGER,
    }
)  # fmt: skip
# Readings that a question does not take the place of.
KEPT = frozenset(
    {
        M.COMING, M.ABSENT, M.MAYBE, M.LATE, M.LEAVES_EARLY, M.YES, M.NO, M.CLAIM, M.CANCEL_CLAIM, M.STOP, M.STOP_KIND,
        M.WITHDRAW, M.CORRECT, M.OTHER_PERSON, M.PROPOSE, M.WRONG_NUMBER, M.RESUME, M.LANGUAGE, M.LOST_RECEIPT,
    }
)  # fmt: skip
# "vous pouvez me le dire par telephone?": they want a voice, not a line to a meeting.
TO_A_PERSON = re.compile(
    r"\b(?:me|m|le|la|l|it|that|lo|te|vous) ?(?:le |l.)?"
    r"(?:dire|dites|conte\w*|expliqu\w+|lire|tell|say|explain|decir|explicar|parler?|talk)"
    r"\b[^?\n]{0,24}\b(?:tele?phone|tel|phone|telefono|telefon)\b(?![^\n]*\b(?:rencontre|reunion|meeting|zoom)\b)"
)
PARKING = re.compile(r"\b(?:stationne\w*|parking|park|estaciona\w*)\b")
# "jattends mon 55 depuis 5 semaines", "47 au lieu de 57": a person looks at it.
MISSING = re.compile(
    r"\b\d+(?:[.,]\d+)? ?\$? ?(?:piasses?|dollars?)? ?(?:au lieu de|a la place de|instead of|en lugar de)\b"
    r"|\b(?:manque|missing|falta|faltan) (?:un |une |encore )?\d"
    r"|\b(?:demande|asked for|supposed to be|suppose etre|should.?nt it be|cense) (?:\w+ ){0,2}\d"
    r"|\b(?:fait|il y a|ya|for|hace|depuis|gen)\b(?: \w+){0,2} "
    r"(?:semaines?|mois|weeks?|months?|semanas|meses|mwa|semenn)\b"
    r"|\b(?:weeks?|semaines?|mois) (?:now|later|ago)\b"
    r"|\b(?:never|jamais|nunca|encore rien|toujours rien|still nothing) (?:\w+ ){0,2}"
    r"(?:got|recu\w*|eu|vu|rentree?|showed|paye\w*|paid|llego|arrive\w*)\b"
    r"|\btrop paye\w*\b|\bdevez de l.?argent\b|\bowe me\b"
)
# Words that ask: without one of them, or a question mark, nothing is asked. "le lunch est servi a midi" tells.
ASKS = re.compile(
    r" (?:\?|pourquoi|why|por que|poukisa|cb|faut"
    r"|ou|ousqu\w*|ousse|quand|kan|quel\w*|kel|combien|konbyen|comment|qui|quoi|tu|ti|est ce|eske|esque|jusqu\w*"
    r"|wher\w*|when\w*|what\w*|how|who\w*|which|is there|do (?:i|u|you|we)|can i|will (?:they|you|there)|is (?:it|the)"
    r"|redites|repetez|renvoyez|again|puede\w*|(?:pouvez|pourriez|peux) (?:vous|tu|me|on)|(?:can|could) (?:you|u)"
    r"|did|are|donde|cuando|cuanto|como|quien|que|hay|kote|kiles?|kisa|kijan|kiyes|ki|deadline|date limite"
    r"|adresse|address|direccion)(?!\w)|^ (?:is|are|does|do|can|will|et l|pis l|pi l|and the|y el|y la)"
)


def with_questions(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings, a question that is plainly asked put first where the others hesitate, and what it is about."""
    best = readings[0]
    said = best.slots.words
    in_care = context.step is Step.IN_CARE and best.meanings == (M.QUESTION,)  # what it is about, and no more than that
    if best.why != "words" or not (in_care or context.step in OPEN) or not (kind := kind_asked(said)):
        return readings
    money = kind == "money" and context.known
    if kind == "remote" and context.known and TO_A_PERSON.search(plain(said)) and not best.has(M.COMING, M.DISTRESS):
        first = replace(best, meanings=(M.CALL,), confidence=BY_PATTERN, sure="sure", doubt="", why="plainly asked")
        return [first, *(one for one in readings if one.meanings != (M.CALL,))]
    about = replace(best.slots, about="" if money and not best.has(M.QUESTION) else ABOUT[kind])
    if best.has(M.QUESTION) and not (money and best.meanings == (M.QUESTION,)):
        alone = best.meanings == (M.QUESTION,)
        first = _surely(best, best.meanings, about, kind, context) if alone else replace(best, slots=about)
        return [first, *readings[1:]]
    firm = best.confidence >= WEAK and not best.doubt and not best.faint
    cries = best.has(M.DISTRESS) and not best.faint
    kept = firm or (KEPT & set(best.meanings) and best.confidence >= WEAK / 2)
    if cries or (kept and kind not in TOLD):
        return readings
    first = _surely(best, (M.MONEY_STATUS if money else M.QUESTION,), about, kind, context)
    return [first, *(one for one in readings if one.meanings != first.meanings)]


def with_missing(readings: list[Reading]) -> list[Reading]:
    """The readings, money that is late, short or never came left to a person."""
    best = readings[0]
    if best.meanings != (M.MONEY_STATUS,) or not MISSING.search(plain(best.slots.words)):
        return readings
    return [replace(best, why="words", for_human=A_PERSON), *readings[1:]]


def _surely(reading: Reading, meanings: tuple[Meaning, ...], slots: Slots, kind: str, context: Context) -> Reading:
    known = any(kind in meeting.known for meeting in context.meetings[:1])
    why = "words" if kind in OF_A_PERSON or (kind in MAYBE_KNOWN and not known) else "plainly asked"
    for_human = reading.for_human
    if kind in OF_A_PERSON or (kind in ("remote", "access", "parking") and not known):
        for_human = A_PERSON
    return replace(
        reading, meanings=meanings, slots=slots, confidence=BY_PATTERN, sure="sure", doubt="", faint=False, why=why,
        for_human=for_human,
    )  # fmt: skip


def kind_asked(text: str) -> str:
    """The kind of question that these few words ask: a section of the list, "" for none."""
    said = words(text)
    folded = " " + " ".join(word for word in said if word != "\n")
    if len([word for word in said if word.isalnum()]) > LONGEST:
        return ""
    asks = ASKS.search(folded) is not None
    found = next((kind for kind, pattern in _kinds() if (asks or kind in TOLD) and pattern.search(folded)), "")
    return "" if found == ELSE or (found in OF_THE_MEETING and _kinds()[-1][1].search(folded)) else found


def of_the_meeting(text: str, about: str) -> bool:
    """Whether the meeting to come answers this question, `about` being what the reading says of it."""
    kind = kind_asked(text)
    if about == "who":
        return kind in ("who", "whose name")
    if kind in OF_US:
        return False
    if kind in FACTS or kind in OF_COMING or about == "agenda":
        return True
    return about in ("where", "when") and kind not in OF_OTHERS and not (not kind and _of_something_else(text))


def _of_something_else(text: str) -> bool:
    """ "a quelle heure passe l'autobus", "combien de temps la pause": when or where, and not of the meeting."""
    return _kinds()[-1][1].search(" " + " ".join(word for word in words(text) if word != "\n")) is not None


def tells_of_parking(access: str) -> bool:
    """Whether what is known of the way in says where to leave a car."""
    return PARKING.search(plain(access)) is not None


@lru_cache(maxsize=1)
def _kinds() -> list[tuple[str, re.Pattern[str]]]:
    from messages.sentences.signs import sections

    return [(name, data.any_of(lines)) for name, lines in sections(LIST).items()]
