"""What status callbacks say, applied to deliveries.

They come in any order, repeatedly, and sometimes before our answer.
"""

from __future__ import annotations

import datetime as dt

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import Blame, SendError, Verdict
from bot.channels.sms_errors import receipt_fate
from bot.faults import where
from bot.outbox.failures import mark_contact
from db.deliveries import Delivery, Receipt, Status
from db.outbox import receipts
from db.session import Database
from db.transient_errors import is_transient

log = structlog.get_logger(__name__)

BATCH = 500
STRANGER = dt.timedelta(minutes=10)  # a receipt for nothing we know goes after that: it may speak of what was forgotten
RETRY_FIRST = 300.0  # seconds; each undelivered message is paid for, so the next try waits four times longer
RETRIES = 4
NOT_OVER = (Status.STARTED, Status.UNKNOWN, Status.SENT)


async def apply_receipts(db: Database, now: dt.datetime) -> bool:
    """Apply one batch in one transaction. True when there may be more."""
    async with db.read() as session:
        if not await receipts.any_new(session):
            return False
    try:
        return await _apply_some(db, now) == BATCH
    except Exception as error:
        if is_transient(error):
            raise
        log.error("receipts are applied one by one", error=where(error))
    await _apply_each(db, now)
    return False


async def _apply_each(db: Database, now: dt.datetime) -> None:
    """One transaction for each; one on which our code fails is put away."""
    async with db.read() as session:
        ids = [receipt.id for receipt in await receipts.new_receipts(session, BATCH)]
    for receipt_id in ids:
        try:
            await _apply_some(db, now, receipt_id)
        except Exception as error:
            if is_transient(error):
                raise
            log.error("a receipt was put away", receipt=receipt_id, error=where(error))
            async with db.write() as session:
                await receipts.mark_applied(session, [receipt_id], now)


async def _apply_some(db: Database, now: dt.datetime, only: int | None = None) -> int:
    """How many were applied, or dropped because they speak of nothing we know."""
    async with db.write() as session:
        found = await receipts.new_receipts(session, BATCH, only)
        deliveries = await receipts.spoken_of(session, found)
        for receipt in found:
            if receipt.id in deliveries:
                await _apply(session, receipt, deliveries[receipt.id], now)
        await session.flush()
        known = [r.id for r in found if r.id in deliveries]
        strange = [r.id for r in found if r.id not in deliveries and r.received_at < now - STRANGER]
        await receipts.mark_applied(session, known, now)
        await receipts.drop(session, strange)
    return len(known) + len(strange)


async def _apply(session: AsyncSession, receipt: Receipt, delivery: Delivery, now: dt.datetime) -> None:
    fate = receipt_fate(receipt.status, receipt.error_code)
    same = delivery.provider_id in (None, receipt.provider_id)
    if delivery.status not in NOT_OVER:
        return
    if fate == "delivered":
        _arrived(delivery, receipt)
    elif same and isinstance(fate, SendError):
        await _failed(session, delivery, fate, now)
    elif same:
        _taken(delivery, receipt)


def _arrived(delivery: Delivery, receipt: Receipt) -> None:
    delivery.status, delivery.reason = Status.DELIVERED, ""
    delivery.provider_id = receipt.provider_id
    delivery.sent_at = delivery.sent_at or receipt.received_at
    delivery.delivered_at = receipt.received_at


def _taken(delivery: Delivery, receipt: Receipt) -> None:
    """Any word about it proves that the provider has it: what was unknown is sent."""
    if delivery.status is not Status.SENT:
        delivery.status, delivery.reason = Status.SENT, ""
        delivery.provider_id = receipt.provider_id
        delivery.sent_at = delivery.sent_at or receipt.received_at


async def _failed(session: AsyncSession, delivery: Delivery, error: SendError, now: dt.datetime) -> None:
    wait = RETRY_FIRST * 4 ** max(0, delivery.attempts - 1)
    due = now + dt.timedelta(seconds=wait)
    delivery.reason = error.reason
    if error.verdict is Verdict.UNKNOWN:
        delivery.status, delivery.reason = Status.UNKNOWN, "unsure"
    elif error.verdict is not Verdict.FOR_GOOD and delivery.attempts <= RETRIES and due < _last(delivery):
        delivery.status, delivery.due_at = Status.RETRYING, due
        delivery.provider_id, delivery.claimed_by, delivery.started_at = None, None, None
    else:
        delivery.status = Status.FAILED
    if error.verdict is Verdict.FOR_GOOD and error.blame is Blame.CONTACT:
        await mark_contact(session, delivery.contact_id, error.reason, now)


def _last(delivery: Delivery) -> dt.datetime:
    return delivery.not_after or delivery.queued_at + dt.timedelta(days=3)
