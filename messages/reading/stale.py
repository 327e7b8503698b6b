"""Short answers of another moment: to a list older than what was said since, or against what they had answered."""

from __future__ import annotations

from messages.reading.context import Context
from messages.reading.labels import Meaning, Step
from messages.reading.types import Reading

PRESENCE = frozenset({Meaning.COMING, Meaning.ABSENT, Meaning.MAYBE})
SAID_BEFORE = {Step.SAID_COMING: Meaning.COMING, Step.SAID_ABSENT: Meaning.ABSENT}
STRAY = frozenset({"digit of the list", "yes alone", "no alone"})
BARE_ANSWERS = STRAY | {"maybe alone"}  # why a reading is a short answer, and nothing else
BETWEEN_WORDS = frozenset({"yes to nothing", "digit of no list", "okay"})  # while words are written: none of theirs


def of_another_moment(best: Reading, context: Context) -> str:
    """Why a short answer is not taken for one; "" when it is one, or says more."""
    if best.why in STRAY and _contradicts(best, context):
        return "it contradicts what was said before"
    stale = context.step is Step.REMINDER and context.elsewhere
    return "something else was said since" if stale and best.why in BARE_ANSWERS else ""


def _contradicts(reading: Reading, context: Context) -> bool:
    """A bare digit or word against what the person had answered: settled things are not turned around by a stray
    digit."""
    said = SAID_BEFORE.get(context.step)
    return said is not None and bool(PRESENCE & set(reading.meanings)) and said not in reading.meanings
