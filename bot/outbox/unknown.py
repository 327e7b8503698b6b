"""Asking the provider what became of messages whose answer was lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeGuard

import structlog

from bot.channels.contract import SendError, ToSend, Trace
from bot.faults import where
from bot.outbox.words import ApprovedTexts, words_of
from db.deliveries import Status
from db.outbox import unknowns
from db.outbox.due import Ready, rows_of
from db.session import Database

log = structlog.get_logger(__name__)

SETTLES_IN = 60.0  # seconds; what left by accident is visible at the provider by then
AT_ONCE = 20
LOOKED_AT = 500


class CanAsk(Protocol):
    async def was_sent(self, item: ToSend, since: dt.datetime, known: Collection[str] = ()) -> Trace: ...


def can_ask(channel: Any) -> TypeGuard[CanAsk]:
    return callable(getattr(channel, "was_sent", None))


@dataclass(slots=True)
class Settling:
    """How long we have known of each unknown message. No hour says it: ours may have been wrong when it left."""

    monotonic: Callable[[], float]
    _since: dict[int, float] = field(default_factory=dict)

    def settled(self, ids: Sequence[int]) -> list[int]:
        """Those about which it is no longer too early to ask. `ids`: all that are unknown now."""
        now = self.monotonic()
        self._since = {one: self._since.get(one, now) for one in ids}
        return [one for one in ids if now - self._since[one] >= SETTLES_IN]


async def ask_provider(db: Database, name: str, channel: CanAsk, settling: Settling, now: dt.datetime) -> list[int]:
    """Settle what the provider knows. The ids about which it cannot tell: a coordinator decides."""
    async with db.read() as session:
        ids = settling.settled(await unknowns.to_ask_about(session, name, LOOKED_AT))[:AT_ONCE]
        rows = await rows_of(session, ids) if ids else []
        texts = ApprovedTexts()
        await texts.load(session, rows)
    unsure = []
    for row in rows:
        item = ToSend(row.id, row.address or "", _said(row, texts))
        trace = await _trace(db, channel, row, item)
        if trace is not None and not await _settle(db, row, trace, now):
            unsure.append(row.id)
    return unsure


def _said(row: Ready, texts: ApprovedTexts) -> str:
    """The words that left; empty when they are gone, or make no sense."""
    try:
        words = words_of(row, texts.of(row))
    except Exception as error:  # of this row alone: the others are asked about
        log.error("the words of a message make no sense", delivery=row.id, error=where(error))
        return ""
    return words.body if words else ""


async def _trace(db: Database, channel: CanAsk, row: Ready, item: ToSend) -> Trace | None:
    """What the provider knows, outside any transaction; None when it did not answer: it will be asked again."""
    if not item.address or not item.body:
        return Trace("unsure")
    async with db.read() as session:
        known = await unknowns.known_ids(session, row.contact_id)
    try:
        return await channel.was_sent(item, row.started_at or row.queued_at, known)
    except SendError as error:
        log.info("the provider could not be asked about a message", reason=error.reason)
        return None


async def _settle(db: Database, row: Ready, trace: Trace, now: dt.datetime) -> bool:
    """False when the provider cannot tell."""
    async with db.write() as session:
        if trace.answer == "yes":
            await unknowns.settle_unknown(
                session, row.id, status=Status.SENT, reason="", provider_id=trace.provider_id, sent_at=row.started_at
            )
        elif trace.answer == "no":
            again = {"status": Status.RETRYING, "reason": "not-at-provider", "due_at": now}
            await unknowns.settle_unknown(session, row.id, **again, claimed_by=None, started_at=None)
        else:
            await unknowns.settle_unknown(session, row.id, reason=unknowns.UNSURE)
    return trace.answer != "unsure"
