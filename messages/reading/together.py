"""Several meanings in one message: which ones go together, and which only compete."""

from __future__ import annotations

from collections.abc import Mapping

from messages.reading.context import Context
from messages.reading.findings import Findings
from messages.reading.heads import MEANINGS
from messages.reading.labels import Meaning
from messages.reading.money import MoneySaid

M = Meaning
SECOND = -0.22  # above, a second meaning is said too
ASKED = -0.4  # the same for a question that is plainly asked
PARTNER = -0.05  # the same beside a danger
CHOICES = 4
# What may be said in one breath with what: all others compete. The order is the one in which they are written.
WITH: Mapping[Meaning, frozenset[Meaning]] = {
    M.COMING: frozenset(
        {
            M.COMMENT,
            M.LATE,
            M.LEAVES_EARLY,
            M.QUESTION,
            M.OTHER_PERSON,
            M.THANKS,
            M.PROPOSE,
            M.LESS,
            M.RENAME,
            M.DISTRESS,
        }
    ),
    M.ABSENT: frozenset(
        {
            M.COMMENT,
            M.QUESTION,
            M.OTHER_PERSON,
            M.THANKS,
            M.PROPOSE,
            M.STOP,
            M.PAUSE,
            M.CORRECT,
            M.SMALLTALK,
            M.DISTRESS,
        }
    ),
    M.MAYBE: frozenset({M.QUESTION, M.COMMENT, M.DISTRESS}),
    M.LATE: frozenset({M.QUESTION, M.COMMENT, M.DISTRESS}),
    M.LEAVES_EARLY: frozenset({M.QUESTION, M.COMMENT}),
    M.YES: frozenset(
        {
            M.COMMENT,
            M.CLAIM,
            M.NAMELESS,
            M.QUESTION,
            M.THANKS,
            M.SMALLTALK,
            M.AMOUNT,
            M.LESS,
            M.COMING,
            M.MONEY_STATUS,
            M.RENAME,
            M.OTHER_PERSON,
            M.LANGUAGE,
            M.DISTRESS,
            M.STOP_KIND,
        }
    ),
    M.NO: frozenset({M.THANKS, M.SMALLTALK, M.LESS, M.CALL, M.DISTRESS, M.COMING, M.QUESTION, M.MONEY_STATUS}),
    M.COMMENT: frozenset({M.END, M.NAMELESS, M.DISTRESS}),
    M.END: frozenset({M.THANKS}),
    M.CLAIM: frozenset({M.QUESTION, M.LOST_RECEIPT}),
    M.AMOUNT: frozenset({M.QUESTION, M.LOST_RECEIPT, M.RECEIPT_PHOTO, M.COMMENT}),
    M.KM: frozenset({M.AMOUNT, M.QUESTION}),
    M.NUMBER: frozenset({M.QUESTION, M.DISTRESS, M.RENAME}),
    M.NAME: frozenset({M.CALL, M.STOP_KIND, M.OTHER_PERSON}),
    M.OTHER_PERSON: frozenset({M.ABSENT, M.STOP, M.WITHDRAW, M.MONEY_STATUS, M.YES, M.QUESTION}),
    M.STOP: frozenset({M.WITHDRAW, M.END}),
    M.WITHDRAW: frozenset({M.DISTRESS, M.COMING, M.QUESTION}),
    M.CORRECT: frozenset({M.NAMELESS, M.DISTRESS}),
    M.DISTRESS: frozenset({M.LANGUAGE, M.PAUSE, M.CALL}),
    M.THANKS: frozenset({M.COMING, M.QUESTION, M.MONEY_STATUS}),
    M.LOST_RECEIPT: frozenset({M.QUESTION}),
    M.LANGUAGE: frozenset({M.THANKS}),
    M.NAMELESS: frozenset({M.DISTRESS}),
    M.QUESTION: frozenset({M.CLAIM}),
    M.PROPOSE: frozenset({M.COMMENT}),
    M.WRONG_NUMBER: frozenset({M.QUESTION}),
}


def together(
    scores: Mapping[str, float], found: Findings, context: Context, said: MoneySaid, endangered: bool
) -> list[tuple[Meaning, ...]]:
    """The sets of meanings that the scores make, the likeliest first. In danger, distress is in the first one."""
    ordered = [Meaning(name) for name in sorted(MEANINGS, key=lambda name: -scores[name])]
    choices: list[tuple[Meaning, ...]] = []
    for first in ordered[:CHOICES]:
        choice = _completed(first, ordered, scores, found)
        if not any(set(choice) == set(other) for other in choices):
            choices.append(choice)
    if endangered and M.DISTRESS not in choices[0]:
        partner = ordered[0]
        goes = M.DISTRESS in WITH.get(partner, ()) and scores[partner] > PARTNER
        choices.insert(0, (partner, M.DISTRESS) if goes else (M.DISTRESS,))
    return choices


def _completed(
    first: Meaning, ordered: list[Meaning], scores: Mapping[str, float], found: Findings
) -> tuple[Meaning, ...]:
    for other in ordered[:6]:
        if other is first or scores[other] < _needed(other, first, found):
            continue
        if other in WITH.get(first, ()):
            return (first, other)
        if first in WITH.get(other, ()):
            return (other, first)
    return (first,)


def _needed(other: Meaning, first: Meaning, found: Findings) -> float:
    """The score from which a second meaning is kept: less for a question that is plainly asked, more for a danger."""
    if other is M.QUESTION and (found.has("asks") or found.has("asks question")):
        return ASKED
    if M.DISTRESS in (other, first):
        return PARTNER if first is M.DISTRESS else SECOND
    return SECOND
