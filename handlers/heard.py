"""What this sender met lately ("two answers a day", "told a moment ago"); what waits for a human, what is forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from sqlalchemy import Select, bindparam, func, select

from db.conversations import HandledAs, IncomingMessage, Question, Task, TaskKind
from db.forgotten import detach, forget_questions
from db.tasks import add_task
from handlers.open_questions import DOUBTS
from handlers.turn import Turn
from messages import Kind

PICTURE_NAMED_WITHIN = dt.timedelta(hours=1)


async def heard_since(turn: Turn, handled: Sequence[HandledAs], since: dt.datetime) -> int:
    """How many earlier messages of this sender were handled in one of these ways."""
    values = {"sender": turn.row.sender, "since": since, "handled": list(handled), "this": turn.row.id}
    return await turn.session.scalar(_met_since(), values) or 0


@cache
def _met_since() -> Select[int]:
    return (
        select(func.count())
        .select_from(IncomingMessage)
        .where(
            IncomingMessage.sender == bindparam("sender"),
            IncomingMessage.received_at >= bindparam("since"),
            IncomingMessage.handled_as.in_(bindparam("handled", expanding=True)),
            IncomingMessage.id < bindparam("this"),
        )
    )


async def picture_before(turn: Turn) -> int | None:
    """The message that brought a picture a moment ago, which these words may be about; None without one."""
    return await turn.session.scalar(
        select(IncomingMessage.id)
        .where(
            IncomingMessage.sender == turn.row.sender,
            IncomingMessage.id < turn.row.id,
            IncomingMessage.kind == Kind.PHOTO,
            IncomingMessage.handled_as == HandledAs.MEDIA,
            IncomingMessage.received_at > turn.now - PICTURE_NAMED_WITHIN,
        )
        .order_by(IncomingMessage.id.desc())
        .limit(1)
    )


async def may_answer(turn: Turn) -> bool:
    """Whether this number has had fewer than its answers of the day. Marks this message as answered."""
    midnight = dt.datetime.combine(turn.installation.today(turn.now), dt.time(), turn.installation.zone).astimezone(
        dt.UTC
    )
    counted = [HandledAs.STRANGER, HandledAs.WRONG_CODE]
    if await heard_since(turn, counted, midnight) >= turn.installation.unknown_daily_replies:
        return False
    if turn.row.handled_as is not HandledAs.WRONG_CODE:
        turn.row.handled_as = HandledAs.STRANGER
    return True


async def for_a_human(
    turn: Turn, kind: TaskKind, *, note: str = "", once: bool = False, of: int | None = None
) -> Task | None:
    """A new task about this message, or about an earlier one of theirs (`of`); None when one of this kind is open
    already (`once`).
    """
    return await add_task(
        turn.session,
        turn.installation.organisation_id,
        kind,
        now=turn.now,
        contact_id=turn.contact.id,
        person_id=turn.person.id if turn.person else None,
        incoming_id=of or turn.row.id,
        note=note,
        once=once,
    )


async def hold(turn: Turn, kind: TaskKind, note: str = "") -> None:
    """Keep a message for a coordinator."""
    turn.row.handled_as = turn.row.handled_as or HandledAs.HELD
    await for_a_human(turn, kind, note=note)


async def forget_message(turn: Turn) -> None:
    """A message that speaks of a nameless comment is nobody's; once they left, the replies to it go with it.

    So do what it was answered by when it was not clear, and the doubt itself.
    """
    doubts = Question.kind.in_(DOUBTS) & (Question.subject_id == turn.row.id)
    await forget_questions(turn.session, list(await turn.session.scalars(select(Question.id).where(doubts))))
    await detach(turn.session, [turn.row.id, *turn.taken_up_by])
