"""Strangers, together: how many answers an hour they get from the whole house. Numbers are easily forged.

Beyond, a stop is heard and a cry is answered, always; everything else waits for a person, without an answer.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.conversations import HandledAs, TaskKind
from db.journal import write_entry
from db.organisations import Organisation
from db.outbox.strangers import answered_since
from handlers import sending
from handlers.heard import for_a_human
from handlers.router.handled import Handled, Recogniser
from handlers.turn import Turn
from messages import text

if TYPE_CHECKING:
    from handlers.router.exchange import Exchange

IN = dt.timedelta(hours=1)
TOLD = "strangers_told_at"  # coordinators, once a day
TOLD_AGAIN = dt.timedelta(days=1)


async def is_full(turn: Turn) -> bool:
    """Whether strangers had, on this channel, all the answers of the hour."""
    if not turn.stranger:
        return False
    given = await answered_since(turn.session, turn.contact.channel, turn.now - IN)
    return given >= turn.installation.strangers_hourly_replies


async def held(exchange: Exchange, always: tuple[Recogniser, ...]) -> Handled | None:
    """A message of a stranger among too many; `always`: who is heard all the same. None: there is room."""
    turn = exchange.turn
    if not await is_full(turn):
        return None
    await _say_so(turn)
    for recogniser in always:
        if (handled := await recogniser(exchange)) is not None:
            return handled if turn.danger else Handled(handled.how)
    turn.row.handled_as = HandledAs.HELD
    await for_a_human(turn, TaskKind.UNKNOWN_NUMBER, once=True)
    return Handled(HandledAs.HELD)


async def _say_so(turn: Turn) -> None:
    """Coordinators are told once a day, and the journal."""
    row = await turn.session.scalar(
        select(Organisation).where(Organisation.id == turn.acting.organisation_id).with_for_update()
    )
    if row is None:
        return
    told = row.preferences.get(TOLD)
    if told is not None and dt.timedelta(0) <= turn.now - dt.datetime.fromisoformat(told) < TOLD_AGAIN:
        return
    row.preferences = {**row.preferences, TOLD: turn.now.isoformat()}
    most = turn.installation.strangers_hourly_replies
    await sending.tell_every_coordinator(turn.acting, text("people-strangers-many", count=most))
    await write_entry(
        turn.session,
        "people.strangers_held",
        now=turn.now,
        actor="system",
        channel=turn.contact.channel,
        count=most,
    )
