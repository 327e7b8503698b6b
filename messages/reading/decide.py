"""One table decides: a reading in its context -> act, confirm, ask, answer, hand to a human, stay silent.

By the cost of being wrong, not only by how sure. What is done is said back with the word that undoes it; when two
readings compete, the question holds both. A digit or a bare "oui" only answers the last list that was shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from messages.reading.context import Context
from messages.reading.courtesies import agrees
from messages.reading.in_care import OF_A_THING
from messages.reading.labels import Action, Meaning, Step
from messages.reading.needs import A_NEED
from messages.reading.not_a_presence import A_REASON, FOR_A_PERSON, SORRY
from messages.reading.stale import PRESENCE, SAID_BEFORE, of_another_moment
from messages.reading.table import TABLE, Cost
from messages.reading.types import WORRYING, Reading

M = Meaning
A = Action


# The confidence from which a reading is acted upon, by its cost.
ENOUGH: Mapping[Cost, float] = {Cost.LIGHT: 0.56, Cost.SAID_BACK: 0.68, Cost.FELT: 0.81, Cost.GRAVE: 0.94}
ENOUGH_FOR_A_PERSON = 0.45  # a human who reads it puts it right
TO_A_PERSON = frozenset({M.CALL, M.OTHER_PERSON, M.PROPOSE, M.HELP})
ALWAYS_HEEDED = frozenset(
    {
        "words never met", "no sum is said", "it is taken back", "it says not to", "it refuses", "more, or no more",
        "it may correct one that was sent", "it asks whether it is paid", "it may be their words", "it depends",
        A_REASON,
    }
)  # fmt: skip
NO_DOUBT = 0.975  # from here, what speaks against a reading no longer counts
# Words for the table, being written or read back, are kept from here on, unless something urgent may be meant.
COLLECTED, RIVAL = 0.55, 0.1
# At these steps a yes sends money, reads aloud, stops.
SENDS = frozenset({Step.CLAIM_TOTAL, Step.READ_BACK, Step.STOP_ASKED})
MOST_OPTIONS = 3
FOR_HUMAN, FOR_HUMAN_FELT = 0.0, 0.25
UNSETTLED, SETTLED = -0.15, 0.965  # what looks open is asked about, unless its reading is nearly certain
SILENT, COUNTS = 0.0, 0.9  # a number read in a sentence may count people or days: it takes more to be a choice


NUMBER_OF_OTHERS = re.compile(r"\d{3}\W?\d{4}")
# When several things are said, what is done for all is the first of these that one of them asks for.
FIRST_OF = (A.HUMAN, A.ASK, A.CONFIRM, A.ANSWER, A.ACT, A.SILENT)
# What passes for talk, and may hide a cry: a person reads it too, once it worries.
TALK = frozenset({M.SMALLTALK, M.THANKS, M.UNKNOWN, M.REACTION, M.WRONG_NUMBER, M.OTHER_PERSON})
# What is answered while words are written, and left out of them.
BESIDE_WORDS = TALK | {M.QUESTION, M.MONEY_STATUS}
BESIDE = frozenset({M.THANKS, M.SMALLTALK})


@dataclass(frozen=True, slots=True)
class ReadingDecision:
    """What is done. `options`: the readings a question offers, one digit each, then "something else".

    `undo`: the word that undoes what was done, "" when nothing is to be undone. `why`: in a few words, for the curious.
    """

    action: Action
    reading: Reading
    options: tuple[Reading, ...] = ()
    undo: str = ""
    why: str = ""


def decide(readings: Sequence[Reading], context: Context) -> ReadingDecision:
    """What is done with the readings of a message, the likeliest first."""
    best = readings[0]
    if M.DISTRESS in best.meanings and best.faint:
        return ReadingDecision(A.ASK, best, _kindly(readings), why="it may be a way of speaking")
    if M.DISTRESS in best.meanings:
        return ReadingDecision(A.HUMAN, best, why="someone may be in danger")
    if best.why == "words" and best.worry > WORRYING and set(best.meanings) <= TALK:
        return ReadingDecision(A.HUMAN, best, why="it may be a cry for help")
    if best.why in (A_NEED, FOR_A_PERSON, SORRY):
        return ReadingDecision(A.HUMAN, best, why=best.why)
    if why := of_another_moment(best, context):
        return _asked(readings[:1], why)
    if _is_a_piece(readings, context):
        return ReadingDecision(A.ACT, best, undo=TABLE[M.COMMENT].undo, why="a piece of their words")
    if why := _why_not(readings, context):
        return _asked(readings, why)
    action = _action(best, context)
    if action is A.ASK:
        return _asked(readings, "what is said is not enough")
    return ReadingDecision(action, best, undo=_undo(best, action), why=best.why)


def _why_not(readings: Sequence[Reading], context: Context) -> str:
    """Why the likeliest reading is asked about rather than acted upon; "" when it is sure."""
    best = readings[0]
    if best.has(M.YES) and context.step is Step.READ_BACK and not agrees(best):
        return "a yes is not said"
    if best.doubt and _heeds(best, context):
        return best.doubt
    if _sure_enough(best, context):
        return ""
    return "two readings compete" if len(readings) > 1 else "not sure enough"


def _kindly(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The cry, and what else the words may say."""
    best = readings[0]
    others = [one for one in readings if M.DISTRESS not in one.meanings]
    beside = tuple(meaning for meaning in best.meanings if meaning is not M.DISTRESS)
    plain = replace(best, meanings=beside) if beside else None
    found = [best] if plain is None else [plain] if plain.first is best.first else [best, plain]
    for one in others:
        if one.first not in [other.first for other in found]:
            found.append(one)
    return tuple(found[:MOST_OPTIONS])


def _asked(readings: Sequence[Reading], why: str) -> ReadingDecision:
    options: list[Reading] = []
    for reading in readings:
        if not any(reading.first is other.first for other in options) and (
            reading.first is not M.UNKNOWN or not options
        ):
            options.append(reading)
    return ReadingDecision(A.ASK, readings[0], tuple(options[:MOST_OPTIONS]), why=why)


def cost(reading: Reading, context: Context) -> Cost:
    """The highest cost among the meanings of a reading; a yes that sends, reads aloud or stops is grave."""
    highest = max(TABLE[meaning].cost for meaning in reading.meanings)
    if M.YES in reading.meanings and context.step in SENDS:
        return Cost.GRAVE
    return highest


def _sure_enough(reading: Reading, context: Context) -> bool:
    needed = ENOUGH[cost(reading, context)]
    at_the_door = reading.meanings == (M.COMMENT,) and context.step in (Step.JOIN_NAME, Step.JOIN_CONSENT)
    if set(reading.meanings) <= TO_A_PERSON or at_the_door:
        needed = ENOUGH_FOR_A_PERSON
    if context.step is Step.COLLECTING and reading.why == "words" and BESIDE_WORDS & set(reading.meanings):
        needed = ENOUGH[Cost.FELT]  # answered, it would be missing from their words
    if M.NUMBER in reading.meanings and reading.why == "words" and not reading.slots.digits:
        needed = COUNTS
    return reading.confidence >= needed


def _is_a_piece(readings: Sequence[Reading], context: Context) -> bool:
    best, *others = readings
    if context.step not in (Step.COLLECTING, Step.READ_BACK) or best.meanings != (M.COMMENT,) or best.worry > WORRYING:
        return False
    return best.confidence >= COLLECTED and not any(o.confidence >= RIVAL for o in others if not o.has(M.COMMENT))


def _heeds(reading: Reading, context: Context) -> bool:
    """Whether what speaks against acting is heeded: not for what costs little, nor for what a person will see
    anyway."""
    if cost(reading, context) is Cost.LIGHT or _action(reading, context) is A.HUMAN:
        return False
    said = SAID_BEFORE.get(context.step)
    turns = said is not None and bool(PRESENCE & set(reading.meanings)) and said not in reading.meanings
    return turns or reading.doubt in ALWAYS_HEEDED or reading.confidence < NO_DOUBT


def _action(reading: Reading, context: Context) -> Action:
    """What the table says for the meanings together."""
    wanted = [
        _of(meaning, reading, context)
        for meaning in reading.meanings
        if meaning not in BESIDE or len(reading.meanings) == 1
    ]
    wanted = wanted or [_of(reading.first, reading, context)]
    if _comes_along(reading, context):
        wanted = [A.CONFIRM if action is A.HUMAN else action for action in wanted]
    action = next(action for action in FIRST_OF if action in wanted)
    if reading.slots.doubtful and action in (A.ACT, A.CONFIRM):
        return A.ASK
    if len(reading.meanings) > 1 and action is A.ACT and reading.has(M.COMMENT, M.CLAIM, M.OTHER_PERSON):
        return A.CONFIRM
    return action


def _comes_along(reading: Reading, context: Context) -> bool:
    """Whether someone comes with them, said with their presence; a telephone number beside is for a person."""
    both = reading.has(M.COMING) and reading.has(M.OTHER_PERSON)
    return both and context.step is not Step.SAID_ABSENT and not NUMBER_OF_OTHERS.search(reading.slots.words)


def _of(meaning: Meaning, reading: Reading, context: Context) -> Action:
    row = TABLE[meaning]
    action = row.at.get(context.step, row.action)
    if reading.why != "words":
        return _of_rule(meaning, action, reading, context)
    if (
        meaning in (M.QUESTION, M.MONEY_STATUS, M.LOST_RECEIPT, M.COMMENT, M.SMALLTALK, M.WRONG_NUMBER)
        and context.step is not Step.COLLECTING
    ):
        if reading.for_human > FOR_HUMAN:
            return A.HUMAN
    elif row.cost is not Cost.LIGHT and reading.for_human > FOR_HUMAN_FELT:
        return A.HUMAN
    hesitant = reading.unsettled > UNSETTLED and reading.confidence < SETTLED
    if row.cost is not Cost.LIGHT and hesitant and action in (A.ACT, A.CONFIRM):
        return A.ASK
    if meaning in (M.SMALLTALK, M.THANKS) and action is A.ANSWER and reading.unanswered > SILENT:
        return A.SILENT
    return action


def _of_rule(meaning: Meaning, action: Action, reading: Reading, context: Context) -> Action:
    """What exact rules read is done at once; a digit that no list offers is asked about."""
    if reading.why in ("digit of no list",) or (
        meaning is M.NUMBER and reading.slots.digits and _asks_for_words(reading, context)
    ):
        return A.ASK
    if reading.why == "new phone":  # whose number it is, a human looks up
        return A.HUMAN
    if reading.why in ("spam", "signature alone", "nothing written"):
        return A.SILENT
    if reading.why == "tapback" and context.step in TAP_IS_THIN:
        return A.ASK
    if reading.why == OF_A_THING:
        return A.ANSWER
    if reading.why == "number asked for":
        return A.ACT if not reading.slots.doubtful else A.ASK
    return action


# A tap on a message that asks something is too thin to be an answer, and asks for one.
TAP_IS_THIN = frozenset(
    {Step.REMINDER, Step.READ_BACK, Step.OFFER_TO_CARRY, Step.CLAIM_OFFERED, Step.JOIN_CONSENT, Step.CLAIM_TOTAL}
)


def _asks_for_words(reading: Reading, context: Context) -> bool:
    """ "2 corriger": the digit is understood, and what to correct has still to be said."""
    return context.step in (Step.READ_BACK, Step.CLAIM_TOTAL) and reading.slots.digits == (2,)


def _undo(reading: Reading, action: Action) -> str:
    if action not in (A.ACT, A.CONFIRM):
        return ""
    return next((TABLE[meaning].undo for meaning in reading.meanings if TABLE[meaning].undo), "")
