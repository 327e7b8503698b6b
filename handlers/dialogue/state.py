"""What becomes of a dialogue's rows and questions: set aside, dropped, begun anew, forgotten."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, delete, select, update

from db.conversations import Dialogue, DialogueState, HandledAs, IncomingMessage, Question, QuestionState
from db.deliveries import WAITING, Delivery, Status
from db.session import AsyncSession
from handlers.acting import Acting


async def set_aside(acting: Acting, row: Dialogue) -> None:
    """Parked without a word; nothing takes it up again by itself while the person is in care."""
    row.state, row.collect_due_at = DialogueState.PARKED, None
    await move_questions(acting.session, row, QuestionState.OPEN, QuestionState.PARKED)


async def drop(acting: Acting, row: Dialogue, state: DialogueState) -> None:
    row.state = state
    row.collecting = ""
    row.collect_due_at = None
    await close_questions(acting, row, QuestionState.DROPPED)


WRITTEN_BEFORE = "before"  # in the memo: the words that are being written again


def nothing_written(row: Dialogue | None) -> bool:
    """Whether a collection of words is under way, and none came yet: nothing is lost when it gives way."""
    return _none_came(row) and row is not None and not row.memo.get(WRITTEN_BEFORE)


def nothing_written_again(row: Dialogue | None) -> bool:
    """Whether words are asked for in the place of others, which stay until then."""
    return _none_came(row) and row is not None and bool(row.memo.get(WRITTEN_BEFORE))


def _none_came(row: Dialogue | None) -> bool:
    return row is not None and bool(row.collecting) and not row.memo.get(f"{row.collecting}:pieces")


def pieces_kept(row: Dialogue) -> list[dict[str, Any]]:
    """What was written, message by message, for a collection of words."""
    return [piece for key, pieces in row.memo.items() if key.endswith(":pieces") for piece in pieces]


async def start_over(acting: Acting, contact_id: int, name: str) -> None:
    """This dialogue is begun anew: the one under way or parked under the same name does not come back after it."""
    rows = await acting.session.scalars(
        select(Dialogue).where(
            Dialogue.contact_id == contact_id,
            Dialogue.name == name,
            Dialogue.state.in_([DialogueState.ACTIVE, DialogueState.PARKED]),
        )
    )
    for row in rows:
        await drop(acting, row, DialogueState.CANCELLED)


async def drop_all(acting: Acting, contact_id: int) -> None:
    """ARRET ends everything that was under way."""
    rows = await acting.session.scalars(
        select(Dialogue).where(
            Dialogue.contact_id == contact_id, Dialogue.state.in_([DialogueState.ACTIVE, DialogueState.PARKED])
        )
    )
    for row in rows:
        await drop(acting, row, DialogueState.CANCELLED)
    await acting.session.execute(
        update(Question)
        .where(Question.contact_id == contact_id, Question.state.in_([QuestionState.OPEN, QuestionState.PARKED]))
        .values(state=QuestionState.DROPPED)
    )


async def forget(session: AsyncSession, row: Dialogue, incoming_ids: list[int]) -> None:
    """Blank everything that would link a nameless comment to its author: the words, the questions, the run itself."""
    asked = await session.scalars(select(Question.id).where(Question.dialogue_id == row.id))
    question_ids = list(asked)
    asked_in = Delivery.question_id.in_(question_ids)
    await session.execute(
        update(Delivery).where(asked_in, Delivery.status.in_(WAITING)).values(status=Status.CANCELLED)
    )
    await session.execute(update(Delivery).where(asked_in).values(body="", buttons=None, question_id=None))
    await session.execute(
        update(IncomingMessage)
        .where(IncomingMessage.id.in_(incoming_ids))
        .values(
            text="", payload=None, handled_as=HandledAs.ANSWER, reading="", plain=None, correction=None, kind="text"
        )
    )
    await session.execute(delete(Question).where(Question.dialogue_id == row.id))
    row.answers, row.memo, row.prefill, row.start = {}, {}, {}, {}


async def question_of(session: AsyncSession, row: Dialogue) -> Question | None:
    """The question this dialogue waits on."""
    return await session.scalar(_question_of(), {"dialogue": row.id})


@cache
def _question_of() -> Select[Question]:
    waits = Question.dialogue_id == bindparam("dialogue"), Question.state == QuestionState.OPEN
    return select(Question).where(*waits).order_by(Question.id.desc()).limit(1)


async def close_questions(acting: Acting, row: Dialogue, state: QuestionState) -> None:
    await acting.session.execute(
        update(Question)
        .where(Question.dialogue_id == row.id, Question.state.in_([QuestionState.OPEN, QuestionState.PARKED]))
        .values(state=state, answered_at=acting.now)
    )


async def move_questions(session: AsyncSession, row: Dialogue, old: QuestionState, new: QuestionState) -> None:
    await session.execute(
        update(Question).where(Question.dialogue_id == row.id, Question.state == old).values(state=new)
    )
