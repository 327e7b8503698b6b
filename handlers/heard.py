"""What this sender met lately ("two answers a day", "told a moment ago"); what waits for a human, what is forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from sqlalchemy import Select, bindparam, func, select

from db.conversations import IncomingMessage, Task
from db.tasks import add_task
from handlers.turn import Turn

HELD = "held"  # the fate of what an unknown number wrote
ANSWERED = "stranger"  # the same, and it was answered


async def heard_since(turn: Turn, fates: Sequence[str], since: dt.datetime) -> int:
    """How many earlier messages of this sender met one of these fates."""
    values = {"sender": turn.row.sender, "since": since, "fates": list(fates), "this": turn.row.id}
    return await turn.session.scalar(_met_since(), values) or 0


@cache
def _met_since() -> Select[int]:
    return (
        select(func.count())
        .select_from(IncomingMessage)
        .where(
            IncomingMessage.sender == bindparam("sender"),
            IncomingMessage.received_at >= bindparam("since"),
            IncomingMessage.fate.in_(bindparam("fates", expanding=True)),
            IncomingMessage.id < bindparam("this"),
        )
    )


async def may_answer(turn: Turn) -> bool:
    """Whether this number has had fewer than its answers of the day. Marks this message as answered."""
    midnight = dt.datetime.combine(turn.house.today(turn.now), dt.time(), turn.house.zone).astimezone(dt.UTC)
    if await heard_since(turn, [ANSWERED], midnight) >= turn.house.unknown_daily_replies:
        return False
    turn.row.fate = ANSWERED
    return True


async def for_a_human(turn: Turn, kind: str, *, note: str = "", once: bool = False) -> Task | None:
    """A new task about this message; None when one of this kind is open already (`once`)."""
    return await add_task(
        turn.session,
        turn.house.organisation_id,
        kind,
        now=turn.now,
        contact_id=turn.contact.id,
        person_id=turn.person.id if turn.person else None,
        incoming_id=turn.row.id,
        note=note,
        once=once,
    )


async def hold(turn: Turn, kind: str, note: str = "") -> None:
    """Keep a message for a coordinator."""
    turn.row.fate = turn.row.fate or HELD
    await for_a_human(turn, kind, note=note)


def forget_words(row: IncomingMessage) -> None:
    """Blank a message that speaks of a nameless comment; once they left, the replies to it are blanked too."""
    row.text, row.payload, row.fate, row.kind = "", None, "answer", "text"
