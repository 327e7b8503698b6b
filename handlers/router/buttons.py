"""A button pressed: it names its question and its option. A stale one says so."""

from __future__ import annotations

import re

from sqlalchemy import select

from db.conversations import HandledAs, Question, QuestionState
from db.deliveries import Broadcast, BroadcastText, Delivery
from handlers import open_questions as asked
from handlers.router.exchange import Exchange
from handlers.turn import Reply, Turn
from messages import text

BUTTON = re.compile(r"^([qb])(\d+)\.(\d+)$")


async def by_button(exchange: Exchange, data: str) -> Reply:
    match = BUTTON.match(data)
    found = await (_own if match[1] == "q" else _broadcast)(exchange.turn, int(match[2])) if match else None
    position = int(match[3]) if match else 0
    if found is None or position >= len(found.options):
        exchange.turn.row.handled_as = HandledAs.STALE
        return text("router-stale-button")
    return await exchange.answer(found, exchange.given(str(found.options[position][0])))


async def _own(turn: Turn, number: int) -> Question | None:
    question = await turn.session.get(Question, number)
    if question is None or question.contact_id != turn.contact.id or question.lapses_at <= turn.now:
        return None
    return question if question.state is QuestionState.OPEN else None


async def _broadcast(turn: Turn, number: int) -> Question | None:
    row = (
        await turn.session.execute(
            select(Delivery.id, Delivery.sent_at, Delivery.queued_at, Broadcast, BroadcastText.options)
            .join(Broadcast, Broadcast.id == Delivery.broadcast_id)
            .join(BroadcastText, BroadcastText.id == Delivery.broadcast_text_id)
            .where(Delivery.broadcast_id == number, Delivery.contact_id == turn.contact.id)
            .limit(1)
        )
    ).one_or_none()
    if row is None or (row.sent_at or row.queued_at) <= turn.now - turn.installation.options_last:
        return None
    return asked.broadcast_question(turn.contact, row.Broadcast, row.options, row.sent_at or turn.now, row.id)
