"""Providers' receipts, applied to the deliveries they speak of. A status never goes backwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.deliveries import Delivery, Receipt
from db.outbox.fates import QUIETLY
from db.outbox.sql import among

_NEW: ColumnElement[bool] = literal_column("receipts.applied_at IS NULL")


async def any_new(session: AsyncSession) -> bool:
    return await session.scalar(select(Receipt.id).where(_NEW).limit(1)) is not None


async def new_receipts(session: AsyncSession, at_most: int, only: int | None = None) -> list[Receipt]:
    """Receipts that changed nothing yet (or this one alone), in the order they came."""
    wanted = select(Receipt).where(_NEW).order_by(Receipt.id).limit(at_most).with_for_update(skip_locked=True)
    return list(await session.scalars(wanted if only is None else wanted.where(Receipt.id == only)))


async def spoken_of(session: AsyncSession, receipts: Sequence[Receipt]) -> dict[int, Delivery]:
    """Receipt id -> its delivery, by the id our callback URL carried, else by the provider's own.

    A delivery that a worker is settling at this moment is left for the next time: waiting for it could deadlock.
    """
    by_id = {r.delivery_id for r in receipts if r.delivery_id is not None}
    by_provider = {r.provider_id for r in receipts}
    found = await session.scalars(
        select(Delivery)
        .where(or_(among(session, Delivery.id, sorted(by_id)), Delivery.provider_id.in_(by_provider)))
        .order_by(Delivery.id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    deliveries = list(found)
    known = {d.id: d for d in deliveries}
    sids = {(d.channel, d.provider_id): d for d in deliveries if d.provider_id}
    pairs = ((r.id, known.get(r.delivery_id or 0) or sids.get((r.channel, r.provider_id))) for r in receipts)
    return {receipt_id: delivery for receipt_id, delivery in pairs if delivery is not None}


async def mark_applied(session: AsyncSession, ids: Sequence[int], now: dt.datetime) -> None:
    if ids:
        await session.execute(
            update(Receipt).where(among(session, Receipt.id, ids)).values(applied_at=now), execution_options=QUIETLY
        )


async def drop(session: AsyncSession, ids: Sequence[int]) -> None:
    if ids:
        await session.execute(delete(Receipt).where(among(session, Receipt.id, ids)), execution_options=QUIETLY)
