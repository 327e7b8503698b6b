"""What in the words speaks against acting upon a reading that words alone suggest: it is then asked about."""

from __future__ import annotations

from messages.reading.context import Context
from messages.reading.findings import Findings
from messages.reading.labels import Meaning, Step
from messages.reading.types import Slots

ANSWERS = frozenset({Meaning.COMING, Meaning.ABSENT, Meaning.YES, Meaning.NO})
SUMS = frozenset({Meaning.AMOUNT, Meaning.KM})
# Words: a yes longer than this says something else too, and at the total it sends money.
LONGEST_YES = {Step.OFFER_TO_CARRY: 8, Step.CLAIM_TOTAL: 5}
LONG_NAME = 7
# The signs that speak against some meanings, and the doubt that they leave.
AGAINST = (
    ("two answers", ANSWERS, "it answers twice"),
    ("yes says something else", ANSWERS, "it answers twice"),
    ("takes it back", ANSWERS | SUMS, "it is taken back"),
    ("does not withdraw", {Meaning.WITHDRAW}, "it says not to"),
    ("refuses", {Meaning.YES}, "it refuses"),
    ("more or no more", {Meaning.STOP}, "more, or no more"),
    ("comes if", ANSWERS, "it depends"),
)


def doubt(meanings: tuple[Meaning, ...], slots: Slots, found: Findings, context: Context) -> str:
    """In a few words; "" when nothing speaks against it."""
    for sign, against, why in AGAINST:
        if found.has(sign) and set(against) & set(meanings):
            return why
    if _says_the_contrary(meanings, found):
        return "the words say the contrary"
    longest = LONGEST_YES.get(context.step)
    if meanings == (Meaning.YES,) and longest is not None and len(found.said) > longest:
        return "it says more than yes"
    if SUMS & set(meanings) and not any(one.cents is not None or one.km is not None for one in slots.sums):
        return "no sum is said"
    if Meaning.NAME in meanings and (not slots.names or len(found.said) > LONG_NAME):
        return "no name is plain"
    return ""


def _says_the_contrary(meanings: tuple[Meaning, ...], found: Findings) -> bool:
    """Whether the signs of coming are found without those of staying, under an absence; or the reverse."""
    comes, stays = found.has("comes") or found.has("comes after all"), found.has("does not come")
    if Meaning.ABSENT in meanings:
        return comes and not stays
    return Meaning.COMING in meanings and stays and not comes
