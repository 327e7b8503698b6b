"""What a reading must find in the words to stand: an answer beside words for the table is said by somebody who comes or
does not. "la buanderie est trop chère" says nothing of it, whatever it looks like."""

from __future__ import annotations

import re
from dataclasses import replace

from messages.reading.concepts import found_at
from messages.reading.context import Context
from messages.reading.findings import Findings, find
from messages.reading.labels import Meaning, Step
from messages.reading.text import plain
from messages.reading.types import Reading

ANSWERS = frozenset({Meaning.COMING, Meaning.ABSENT, Meaning.MAYBE, Meaning.LATE, Meaning.LEAVES_EARLY})
SAID_BY = frozenset(
    {
        "COME", "BETHERE", "GOTHERE", "CANTCOME", "SICK", "WORK", "MAYBE", "IF", "LATE", "LEAVE", "YES", "NO", "OKAY",
        "KIN", "OTHERCOMES", "DAYW", "TIMEW",
    }
)  # fmt: skip
# A plain answer: the sign that says it, and those that would say the contrary.
SIGNS = {
    Meaning.ABSENT: ("does not come", ("comes", "comes after all")),
    Meaning.COMING: ("comes", ("does not come",)),
}
UNSURE = ("perhaps", "comes if", "two answers", "yes says something else", "takes it back", "asks question")
BEFORE = {Step.SAID_COMING: Meaning.COMING, Step.SAID_ABSENT: Meaning.ABSENT}
TURNS = frozenset({"pas", "plus", "si", "not", "no", "if", "unless", "pa", "pap", "mais", "but", "pero", "men"})
LIKELY, TURNED, AGREED = 0.45, 0.6, 0.9
LONGEST = 12  # words
# Where a presence may be said of a meeting: not while words are being collected for it.
ASKED_OR_NOT = frozenset(
    {
        Step.NOTHING, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.OFFER_TO_CARRY, Step.DIGEST,
        Step.OLD_DIGEST, Step.MENU, Step.COMMENT_KEPT,
    }
)  # fmt: skip
BESIDE = re.compile(r"(\bmais\b|\bbut\b|\bpero\b|\bmen\b|\bdites?\b|\btell\b|\bdigan\b|[,;.!\n])", re.IGNORECASE)
LONGEST_ABSENCE = 8  # words
SOUNDS_LIKE_THE_END = re.compile(
    r"\b(?:c.?est (?:tout|toute|ca|fini)|cest (?:tout|toute|fini)|fini|point final|that.?s (?:it|all)|done|eso es todo|"
    r"es todo|se (?:sa|tout)|rien d.?autre|pas d.?autre chose|nothing (?:else|more)|nada mas|le tour)\b"
)
AFTER_THE_END = 4  # words: a thank you, a name
LATE_ONLY, EARLY_ONLY = (Meaning.LATE,), (Meaning.LEAVES_EARLY,)
# "oui: plus de bancs", "1 ca prend des sacs de sable"; "oui au frigo" and "1 chose" are words alone.
YES_THEN = re.compile(r"\W*(?:oui|ouais|wi|si|yes|ok|1)\s*:\s*(?:[\w'’-]+\W+){2}", re.IGNORECASE)
YES_BEFORE = re.compile(
    r"\W*(?:(?:oui|ouais|wi|si|yes|ok|1)\s*[:,.!\n]"
    r"|(?:oui|ouais|wi|yes|1) "
    r"(?:dites?|dis|di|tell|digan?|que|faut|y faut|il faut|c.?est|ca|les?|la|l.|je|jai|y a|ya)\b)"
)
OTHERS = frozenset({"EVERYBODY", "THEY", "HE"})


def with_evidence(readings: list[Reading], found: Findings) -> list[Reading]:
    """The readings, an answer that nothing in the words says taken out of those that are words for the table too."""
    if not any(_has_both(one) for one in readings) or _says_an_answer(found):
        return readings
    kept: list[Reading] = []
    for one in readings:
        if _has_both(one):
            one = replace(one, meanings=tuple(meaning for meaning in one.meanings if meaning not in ANSWERS))
        same = next((place for place, other in enumerate(kept) if other.meanings == one.meanings), None)
        if same is None:
            kept.append(one)
        else:
            chance = min(1.0, kept[same].confidence + one.confidence)
            kept[same] = replace(kept[same], confidence=chance)
    return kept


def with_agreement(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, a plain presence or absence made sure: what is read is what its signs say, and nothing against it.

    Where the person had said the contrary, it takes more: that they turn is likely by itself, or said.
    """
    best = readings[0]
    said = BEFORE.get(context.step)
    sign = SIGNS.get(best.meanings[0]) if len(best.meanings) == 1 else None
    if sign is None or best.why != "words" or best.doubt:
        return readings
    turns = said not in (None, best.first)
    needed = TURNED if turns and not (best.first is Meaning.COMING and found.has("comes after all")) else LIKELY
    says_so = found.has(sign[0]) or (best.first is Meaning.COMING and said is not None and found.has("comes after all"))
    if best.confidence < needed or not says_so or any(found.has(name) for name in (*sign[1], *UNSURE)):
        return readings
    if len([word for word in found.said if word.isalnum()]) > LONGEST:
        return readings
    if best.first is Meaning.COMING and TURNS & set(found.said):  # "j'arrive pas", "je viens juste si..."
        return readings
    return [replace(best, confidence=max(best.confidence, AGREED), sure="sure"), *readings[1:]]


def with_perhaps(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, "peut-être" put before the presence or the absence that it stands beside."""
    best = readings[0]
    if best.why != "words" or best.meanings not in ((Meaning.COMING,), (Meaning.ABSENT,)) or not found.has("perhaps"):
        return readings
    if context.step not in BEFORE and context.step is not Step.REMINDER:
        return readings
    maybe = next((one for one in readings if one.meanings == (Meaning.MAYBE,)), replace(best, confidence=0.0))
    chance = max(best.confidence, maybe.confidence)
    first = replace(
        maybe, meanings=(Meaning.MAYBE,), confidence=chance, doubt="", sure="sure" if chance >= AGREED else "ask"
    )
    return [first, *(one for one in readings if one.meanings != (Meaning.MAYBE,))]


def with_yes(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, a yes and the words that follow it kept together; an hour said to a reminder is a presence too."""
    best = readings[0]
    if best.why in ("words", "signs of a comment") and context.step is Step.OFFER_TO_CARRY:
        words_too = best.meanings == (Meaning.YES,) and YES_THEN.match(found.text)
        yes_too = best.meanings == (Meaning.COMMENT,) and YES_BEFORE.match(plain(found.text))
        if words_too or yes_too:
            return _both(readings, (Meaning.YES, Meaning.COMMENT))
    if best.why == "words" and context.step is Step.REMINDER and best.meanings in (LATE_ONLY, EARLY_ONLY):
        return _both(readings, (Meaning.COMING, *best.meanings))
    return readings


def _both(readings: list[Reading], meanings: tuple[Meaning, ...]) -> list[Reading]:
    return [replace(readings[0], meanings=meanings), *(one for one in readings[1:] if one.meanings != meanings)]


def with_absence(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, an absence that stands alone before words for the table kept with them: "jpeux pas y etre mais
    dites que..."."""
    best = readings[0]
    if best.meanings != (Meaning.COMMENT,) or best.why != "words" or context.step not in ASKED_OR_NOT:
        return readings
    before, turn, _after = re.split(BESIDE, found.text, maxsplit=1) if BESIDE.search(found.text) else ("", "", "")
    first = find(before) if turn and len(before.split()) <= LONGEST_ABSENCE else None
    if first is None or not first.has("does not come") or any(first.has(name) for name in UNSURE):
        return readings
    if first.has("comes") and not first.has("keyword ABSENT sure"):
        return readings
    together = (Meaning.ABSENT, Meaning.COMMENT)
    return [replace(best, meanings=together), *(one for one in readings if one.meanings != together)]


def with_what_is_said(readings: list[Reading], found: Findings, context: Context) -> list[Reading]:
    """The readings, without a yes that only counts ("1 enfant gardé, 30$"), nor an end that is not at the end."""
    best = readings[0]
    if best.why != "words" or len(best.meanings) == 1:
        return readings
    counted = context.step is Step.CLAIM_OFFERED and found.has("leading number") and found.has("counts something")
    gone = {Meaning.YES} if counted and best.has(Meaning.CLAIM) else set()
    if best.meanings == (Meaning.COMMENT, Meaning.END) and _goes_on(found.text):
        gone = {Meaning.END}
    kept = tuple(meaning for meaning in best.meanings if meaning not in gone)
    if not gone & set(best.meanings):
        return readings
    return [replace(best, meanings=kept), *(one for one in readings if one.meanings != kept)]


def _goes_on(text: str) -> bool:
    """Whether words follow what sounded like an end: "that's it, that's the whole bus schedule. one bus"."""
    ends = [match.end() for match in SOUNDS_LIKE_THE_END.finditer(plain(text))]
    return bool(ends) and len(re.findall(r"\w+", plain(text)[ends[-1] :])) > AFTER_THE_END


def _has_both(reading: Reading) -> bool:
    return reading.why == "words" and reading.has(Meaning.COMMENT) and bool(ANSWERS & set(reading.meanings))


def _says_an_answer(found: Findings) -> bool:
    said = found.said
    concepts = {concept for place in range(len(said)) for _size, concept in found_at(said, place)}
    answers = concepts & SAID_BY
    if answers == {"CANTCOME"} and concepts & OTHERS and "I" not in concepts:
        return False  # "le monde peut pas laver leur linge"
    return bool(answers)
