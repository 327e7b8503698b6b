"""What a reading must find in the words to stand: an answer beside words for the table is said by somebody who comes or
does not. "la buanderie est trop chère" says nothing of it, whatever it looks like."""

from __future__ import annotations

from dataclasses import replace

from messages.reading.concepts import found_at
from messages.reading.findings import Findings
from messages.reading.labels import Meaning
from messages.reading.types import Reading

ANSWERS = frozenset({Meaning.COMING, Meaning.ABSENT, Meaning.MAYBE, Meaning.LATE, Meaning.LEAVES_EARLY})
SAID_BY = frozenset(
    {
        "COME", "BETHERE", "GOTHERE", "CANTCOME", "SICK", "WORK", "MAYBE", "IF", "LATE", "LEAVE", "YES", "NO", "OKAY",
        "KIN", "OTHERCOMES", "DAYW", "TIMEW",
    }
)  # fmt: skip
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


def _has_both(reading: Reading) -> bool:
    return reading.why == "words" and reading.has(Meaning.COMMENT) and bool(ANSWERS & set(reading.meanings))


def _says_an_answer(found: Findings) -> bool:
    said = found.said
    concepts = {concept for place in range(len(said)) for _size, concept in found_at(said, place)}
    answers = concepts & SAID_BY
    if answers == {"CANTCOME"} and concepts & OTHERS and "I" not in concepts:
        return False  # "le monde peut pas laver leur linge"
    return bool(answers)
