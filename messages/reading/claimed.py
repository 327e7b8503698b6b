"""A sentence that the grammar of claims reads whole is a claim: letters and words alone hesitate too much over it.

Begun by mistake, a claim costs little: its total is shown, and nothing is sent without a yes to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from messages.reading.answered import written_out
from messages.reading.context import Context
from messages.reading.labels import Meaning, Step
from messages.reading.money import money
from messages.reading.types import Reading
from messages.sentences.claims.read import claim

M = Meaning
# Where a claim may be said out of the blue; elsewhere a sum answers, or is someone's words.
OPEN_TO_CLAIMS = frozenset(
    {
        Step.NOTHING, Step.CLAIM_OFFERED, Step.REMINDER, Step.SAID_COMING, Step.SAID_ABSENT, Step.COMMENT_KEPT,
        Step.OFFER_TO_CARRY, Step.DIGEST, Step.OLD_DIGEST,
    }
)  # fmt: skip
OF_MONEY = frozenset({M.CLAIM, M.AMOUNT, M.KM})
# Readings that a sum does not contradict.
KEPT = frozenset(
    {M.QUESTION, M.CANCEL_CLAIM, M.CORRECT, M.OTHER_PERSON, M.DISTRESS, M.LOST_RECEIPT, M.RECEIPT_PHOTO, M.STOP}
)
LOST = 0.15  # from here, a receipt that is lost may be what is said
OF_ANOTHER = frozenset({"it may correct one that was sent", "it asks whether it is paid"})
WEAK = 0.6  # below, another reading gives way to a claim
FAINT = 0.3  # below, letters alone see a distress that no word says
SURE = 0.81
BY_GRAMMAR = 0.97
SOME_DAY = dt.date(2026, 6, 15)  # the day does not matter to whether it is a claim


def with_claims(readings: list[Reading], context: Context) -> list[Reading]:
    """The readings, with a claim that is read whole made sure, and put first where the others are weak."""
    best = readings[0]
    hesitates = best.confidence < SURE or best.doubt
    kept = KEPT & set(best.meanings) and not (best.has(M.DISTRESS) and best.confidence < FAINT)
    if best.why != "words" or not hesitates or context.step not in OPEN_TO_CLAIMS or kept:
        return readings
    offered = context.step is Step.CLAIM_OFFERED and not best.has(M.DISTRESS)
    if offered and claim(best.slots.words, SOME_DAY).declined:
        # "donnez-le à la garderie": to the offer, it is a no
        return [replace(best, meanings=(M.NO,), confidence=BY_GRAMMAR, sure="sure", doubt=""), *readings[1:]]
    if best.doubt in OF_ANOTHER or any(one.has(M.LOST_RECEIPT) and one.confidence > LOST for one in readings):
        return readings
    of_money = bool(OF_MONEY & set(best.meanings))
    if not (of_money or best.confidence < WEAK):
        return readings
    said = claim(written_out(best.slots.words), SOME_DAY)
    paid = any(line.cents or (line.kind == "transport_km" and line.quantity) for line in said.lines)
    if not said.is_claim or said.proxy or not (paid or _days_only(context.step)):
        return readings
    if of_money:
        return [replace(best, confidence=BY_GRAMMAR, sure="sure", doubt=""), *readings[1:]]
    said_of = replace(best.slots, sums=money(best.slots.words, context.step).sums)
    first = replace(best, meanings=(M.CLAIM,), slots=said_of, confidence=BY_GRAMMAR, sure="sure", doubt="")
    return [first, *_others(readings)]


def _days_only(step: Step) -> bool:
    """A day with no sum ("participation mardi") is no claim where one may answer whether they come."""
    return step in (Step.NOTHING, Step.CLAIM_OFFERED)


def _others(readings: Sequence[Reading]) -> list[Reading]:
    return [one for one in readings if one.meanings != (M.CLAIM,)]
