"""An answer that fits none of the options: asked once more with an example, then handed to a coordinator."""

from __future__ import annotations

from itertools import takewhile

from sqlalchemy import select

from db.conversations import IncomingMessage, Question
from handlers import sending
from handlers.heard import for_a_human
from handlers.turn import Said, Turn
from messages import text
from messages.keywords import understand

UNCLEAR = "unclear"
HANDED_OVER = "handed-over"
LOOKED_AT = 4  # messages back


async def unclear(turn: Turn, questions: list[Question]) -> tuple[Said] | None:
    """What is said to words that were meant for an open question; None when they were probably not."""
    question = next((q for q in questions if _waits(q)), None)
    if question is None or turn.coordinator or not turn.text.strip():
        return None
    before = await _unclear_before(turn, question)
    if before is None:
        return None
    await _kept_for_a_human(turn)
    if before == 0:
        turn.row.fate = UNCLEAR
        return (await _once_more(turn, question),)
    turn.row.fate = HANDED_OVER
    return (text("dialogue-handed-over", name=turn.house.contact_name, phone=turn.house.contact_phone),)


def _waits(question: Question) -> bool:
    """A menu may be left unanswered, and a dialogue asks by itself."""
    asked_now = bool(question.options) and not question.menu and not question.free_text
    return asked_now and question.dialogue_id is None and question.answered_at is None


async def _unclear_before(turn: Turn, question: Question) -> int | None:
    """How many unclear answers it just had; None when other words came since it was asked."""
    earlier = await turn.session.scalars(
        select(IncomingMessage.fate)
        .where(
            IncomingMessage.sender == turn.row.sender,
            IncomingMessage.id < turn.row.id,
            IncomingMessage.received_at > question.asked_at,
        )
        .order_by(IncomingMessage.id.desc())
        .limit(LOOKED_AT)
    )
    fates = [fate or "" for fate in earlier]
    if not all(fate.startswith((UNCLEAR, "keyword:", "ask:", "answer", "courtesy")) for fate in fates):
        return None
    if question.id is not None:
        return question.unclear
    return len(list(takewhile(lambda fate: fate == UNCLEAR, fates)))


async def _once_more(turn: Turn, question: Question) -> Said:
    labels = [str(label) for _value, label in question.options]
    name = turn.house.contact_name
    if question.id is None:  # it stands in a text sent to many, whose options are short
        shown = ", ".join(f"{number} {label}" for number, label in enumerate(labels, 1))
        return text("router-unclear-options", name=name, options=shown)
    await sending.reply(turn, text("router-unclear", name=name, count=len(labels)))
    question.unclear, question.asked_at = question.unclear + 1, turn.now
    await sending.reply(turn, sending.again(question), question)
    return None


async def _kept_for_a_human(turn: Turn) -> None:
    may_stop = understand(turn.text).label == "maybe-stop"
    await for_a_human(turn, "maybe_stop" if may_stop else "unclear_answer")
