"""The table: what a meaning costs when it is wrong, what is done with it at each step, the word that undoes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from messages.reading.labels import Action, Meaning, Step

M = Meaning
A = Action


class Cost(IntEnum):
    """What it costs a person when a reading is acted upon and was wrong."""

    LIGHT = 0  # an answer beside the point
    SAID_BACK = 1  # a wrong note, said back, and shown again before anything comes of it
    FELT = 2  # a wrong note, that one word undoes
    GRAVE = 3  # money sent or lost, words read aloud or lost, someone stopped


@dataclass(frozen=True, slots=True)
class MeaningRule:
    """A line of the table: the cost of a meaning, what is done, where it differs, and the word that undoes it."""

    cost: Cost
    action: Action
    at: Mapping[Step, Action]
    undo: str = ""


def _row(cost: Cost, action: Action, undo: str = "", **at: Action) -> MeaningRule:
    return MeaningRule(cost, action, {Step[name]: there for name, there in at.items()}, undo)


TABLE: Mapping[Meaning, MeaningRule] = {
    M.COMING: _row(
        Cost.FELT,
        A.ACT,
        "ABSENT",
        NOTHING=A.CONFIRM,
        COLLECTING=A.CONFIRM,
        STRANGER=A.ASK,
        OLD_DIGEST=A.ASK,
        DIGEST=A.ASK,
    ),
    M.ABSENT: _row(Cost.FELT, A.ACT, "OUI", NOTHING=A.CONFIRM, STRANGER=A.ASK, COLLECTING=A.ASK),
    M.MAYBE: _row(Cost.FELT, A.CONFIRM, "OUI", CLAIM_TOTAL=A.ACT, OFFER_TO_CARRY=A.ASK, CLAIM_OFFERED=A.ASK),
    M.LATE: _row(Cost.SAID_BACK, A.CONFIRM, "CORRIGE"),
    M.LEAVES_EARLY: _row(Cost.SAID_BACK, A.CONFIRM, "CORRIGE"),
    M.COMMENT: _row(Cost.FELT, A.CONFIRM, "RETIRER", COLLECTING=A.ACT, JOIN_NAME=A.HUMAN, JOIN_CONSENT=A.HUMAN),
    M.END: _row(Cost.FELT, A.ACT, "CORRIGE"),
    M.WITHDRAW: _row(Cost.GRAVE, A.CONFIRM, "REPRENDRE"),
    M.NAMELESS: _row(Cost.GRAVE, A.CONFIRM, "CORRIGE"),
    M.CORRECT: _row(Cost.GRAVE, A.CONFIRM, "CORRIGE", NOTHING=A.HUMAN, CLAIM_OFFERED=A.HUMAN, STRANGER=A.HUMAN),
    M.CLAIM: _row(Cost.FELT, A.CONFIRM, "ANNULER"),
    M.CANCEL_CLAIM: _row(Cost.GRAVE, A.CONFIRM, "REPRENDRE"),
    M.MONEY_STATUS: _row(Cost.LIGHT, A.ANSWER),
    M.AMOUNT: _row(Cost.SAID_BACK, A.CONFIRM, "CORRIGE", CLAIM_KM=A.ASK),
    M.KM: _row(Cost.SAID_BACK, A.CONFIRM, "CORRIGE", SAID_COMING=A.ASK),
    M.YES: _row(Cost.FELT, A.ACT, "NON", JOIN_NAME=A.ASK, CLAIM_CHILDCARE=A.ASK, OLD_DIGEST=A.ASK),
    M.NO: _row(Cost.FELT, A.ACT, "OUI", JOIN_NAME=A.ASK, MENU=A.SILENT),
    M.NUMBER: _row(
        Cost.FELT,
        A.ACT,
        "CORRIGE",
        NOTHING=A.ASK,
        COLLECTING=A.ASK,
        IN_CARE=A.ASK,
        JOIN_NAME=A.ASK,
        COMMENT_KEPT=A.ASK,
        OFFER_TO_CARRY=A.ASK,
        STOP_ASKED=A.ASK,
        JOIN_CONSENT=A.ASK,
        CLAIM_OFFERED=A.ASK,
        OLD_DIGEST=A.CONFIRM,
        STRANGER=A.ASK,
    ),
    M.STOP: _row(
        Cost.GRAVE,
        A.CONFIRM,
        "REPRENDRE",
        COLLECTING=A.ASK,
        IN_CARE=A.HUMAN,
        STRANGER=A.ACT,
        JOIN_NAME=A.ACT,
        STOP_ASKED=A.ACT,
    ),
    M.STOP_KIND: _row(Cost.FELT, A.CONFIRM, "REPRENDRE", STOP_ASKED=A.ASK),
    M.PAUSE: _row(Cost.FELT, A.CONFIRM, "REPRENDRE", IN_CARE=A.HUMAN),
    M.LESS: _row(Cost.FELT, A.CONFIRM, "REPRENDRE"),
    M.RESUME: _row(Cost.FELT, A.ACT, "ARRET"),
    M.HELP: _row(Cost.LIGHT, A.ANSWER),
    M.CALL: _row(Cost.LIGHT, A.HUMAN),
    M.QUESTION: _row(Cost.LIGHT, A.ANSWER),
    M.DISTRESS: _row(Cost.LIGHT, A.HUMAN),
    M.THANKS: _row(
        Cost.LIGHT,
        A.ANSWER,
        SAID_COMING=A.SILENT,
        SAID_ABSENT=A.SILENT,
        IN_CARE=A.HUMAN,
        CLAIM_TOTAL=A.ASK,
        JOIN_NAME=A.ASK,
    ),
    M.SMALLTALK: _row(
        Cost.LIGHT,
        A.ANSWER,
        REMINDER=A.ASK,
        IN_CARE=A.HUMAN,
        JOIN_NAME=A.ASK,
        JOIN_CONSENT=A.SILENT,
        STRANGER=A.ASK,
        CLAIM_OFFERED=A.SILENT,
        CLAIM_RIDE=A.ASK,
        CLAIM_CHILDCARE=A.ASK,
        CLAIM_TOTAL=A.ASK,
        STOP_ASKED=A.ASK,
    ),
    M.REACTION: _row(Cost.LIGHT, A.SILENT, IN_CARE=A.HUMAN, CLAIM_TOTAL=A.ASK),
    M.AUTO_REPLY: _row(Cost.LIGHT, A.SILENT),
    M.WRONG_NUMBER: _row(Cost.FELT, A.ANSWER, COLLECTING=A.ASK),
    M.NAME: _row(Cost.FELT, A.ACT, "CORRIGE", STRANGER=A.ASK, COLLECTING=A.CONFIRM),
    M.RENAME: _row(Cost.FELT, A.CONFIRM, "CORRIGE"),
    M.LANGUAGE: _row(Cost.SAID_BACK, A.ACT, "FRANCAIS"),
    M.OTHER_PERSON: _row(Cost.LIGHT, A.HUMAN),
    M.PROPOSE: _row(Cost.LIGHT, A.HUMAN),
    M.LOST_RECEIPT: _row(Cost.LIGHT, A.HUMAN, CLAIM_TOTAL=A.ANSWER, CLAIM_FARE=A.CONFIRM),
    M.RECEIPT_PHOTO: _row(Cost.LIGHT, A.HUMAN),
    M.UNKNOWN: _row(Cost.LIGHT, A.ASK, IN_CARE=A.HUMAN),
}
