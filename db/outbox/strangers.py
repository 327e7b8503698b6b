"""How many answers went to people nobody knows: what a crowd of them costs the house."""

from __future__ import annotations

import datetime as dt
from functools import cache

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.deliveries import TO_STRANGERS, Delivery

_TO_STRANGERS: ColumnElement[bool] = literal_column(f"deliveries.{TO_STRANGERS}")  # as the partial index says it


async def answered_since(session: AsyncSession, channel: str, since: dt.datetime) -> int:
    """Answers queued for strangers on this channel since then, whatever became of them."""
    return await session.scalar(_answered_since(), {"channel": channel, "since": since}) or 0


@cache
def _answered_since() -> Select[int]:
    lately = _TO_STRANGERS, Delivery.channel == bindparam("channel"), Delivery.queued_at > bindparam("since")
    return select(func.count()).select_from(Delivery).where(*lately)
