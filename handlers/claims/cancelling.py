"""A claim cancelled in a sentence: asked once, and the yes to it does it. ANNULER, the word, does it at once."""

from __future__ import annotations

from db.claims.tables import Claim
from db.conversations import DialogueState, Question, QuestionState
from handlers.claims import standing, withdrawing
from handlers.dialogue import Given, state
from handlers.turn import Ask, QuestionKind, Reply, Start, Turn, pieces_of
from messages import Money, Option, Outgoing, text
from messages.keywords import fold
from messages.reading import Meaning, Step, cancelled

CANCEL = QuestionKind("claims.cancel", Step.MENU, {"yes": Meaning.YES, "no": Meaning.NO}, aside=True)
OPTIONS = (Option("yes", text("claims-option-cancel")), Option("no", text("claims-option-keep")))
FEWEST = 2  # a bare yes or no is read as everywhere


def asks(claim: Claim | None = None) -> Ask:
    """The one question before a claim is cancelled: the one under way, or the one that was sent."""
    if claim is None:
        return Ask(Outgoing(text("claims-cancel-under-way"), OPTIONS), CANCEL)
    about = text("claims-cancel-sent", number=claim.number, total=Money(claim.total_cents))
    return Ask(Outgoing(about, OPTIONS), CANCEL, claim.id)


async def told(turn: Turn, question: Question, given: Given) -> Reply:
    """Yes cancels what was asked about, and nothing else; no leaves it."""
    if given.value != "yes":
        return text("claims-nothing-withdrawn") if question.subject_id is not None else None
    if question.subject_id is not None:
        return await withdrawing.withdraw_one(turn, question.subject_id)
    if (under_way := await standing.standing(turn)) is not None:
        await state.drop(turn.acting, under_way, DialogueState.CANCELLED)
        return text("claims-cancelled")
    return text("router-stale-button")


async def answered_in_words(turn: Turn, question: Question) -> Reply:
    """ "oui annule", "annule la", "non garde la": the answer, and what it is for; anything else is read as usual."""
    said = fold(turn.text)
    agrees = cancelled.AGREES.fullmatch(said) or cancelled.says(turn.text, said_of_all=True)
    if len(said.split()) < FEWEST or not (agrees or cancelled.REFUSES.fullmatch(said)):
        return None
    question.state, question.answered_at = QuestionState.ANSWERED, turn.now
    if agrees:
        return await told(turn, question, Given(turn.text, "yes"))
    waits = await standing.standing(turn)
    kept = await told(turn, question, Given(turn.text, "no"))
    return kept if waits is None else [*pieces_of(kept), Start(standing.NAME, takes_up=waits.id)]
