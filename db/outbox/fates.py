"""What became of deliveries, written in batches.

Each write names the worker and the attempt it speaks of: a late word about an older attempt changes nothing. A row
that a successor took for unknown is settled by the worker that knows better.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, func, literal_column, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import UtcTime
from db.deliveries import WAITING, Delivery, Spending, Status
from db.outbox.sql import among, insert_or

QUIETLY = {"synchronize_session": False}
_mine = (
    Delivery.id == bindparam("row_id"),
    Delivery.claimed_by == bindparam("worker"),
    Delivery.attempts == bindparam("attempt"),
)
_NOT_YET: ColumnElement[bool] = literal_column("status IN ('started', 'unknown')")
_table = Delivery.__table__

# A receipt may have come before the answer itself: then the status already says more than "sent".
_SENT = (
    update(_table)  # type: ignore[arg-type]
    .where(*_mine)
    .values(
        status=case((_NOT_YET, bindparam("fate", type_=_table.c.status.type)), else_=_table.c.status),
        reason=case((_NOT_YET, literal_column("''")), else_=_table.c.reason),
        provider_id=bindparam("provider"),
        delivered_at=func.coalesce(_table.c.delivered_at, bindparam("arrived", type_=UtcTime())),
        sent_at=func.coalesce(_table.c.sent_at, bindparam("at", type_=UtcTime())),
        segments=bindparam("parts"),
        cost=bindparam("price"),
    )
)
_SETTLED = (
    update(_table)  # type: ignore[arg-type]
    .where(*_mine, _NOT_YET)
    .values(status=bindparam("fate"), reason=bindparam("why"), provider_id=bindparam("provider"))
)
_AGAIN = (
    update(_table)  # type: ignore[arg-type]
    .where(*_mine, _NOT_YET)
    .values(
        status=bindparam("fate"),
        reason=bindparam("why"),
        due_at=bindparam("due"),
        attempts=bindparam("attempts_now"),
        claimed_by=None,
        started_at=None,
        sent_again=bindparam("once_more"),
    )
)

# It never left: as if it had not been started. A retry keeps the hour at which it was due.
_BACK = (
    update(_table)  # type: ignore[arg-type]
    .where(*_mine, _NOT_YET)
    .values(status=bindparam("fate"), attempts=bindparam("attempts_now"), claimed_by=None, started_at=None)
)


async def write_sent(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Rows: row_id, worker, attempt, fate (sent, delivered), provider, at, arrived, parts, price."""
    if rows:
        await (await session.connection()).execute(_SENT, rows)


async def write_settled(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Rows: row_id, worker, attempt, fate (failed, unknown, missed, cancelled), why, provider."""
    if rows:
        await (await session.connection()).execute(_SETTLED, rows)


async def write_again(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Back to waiting. Rows: row_id, worker, attempt, fate, why, due, attempts_now, once_more."""
    if rows:
        await (await session.connection()).execute(_AGAIN, rows)


async def write_back(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Back to where they were. Rows: row_id, worker, attempt, fate (the status before), attempts_now."""
    if rows:
        await (await session.connection()).execute(_BACK, rows)


async def write_not_started(session: AsyncSession, ids: Sequence[int], fate: Status, why: str) -> None:
    """Rows that were due and may not leave: cancelled or missed, with the reason."""
    if ids:
        await session.execute(
            update(Delivery)
            .where(among(session, Delivery.id, ids), Delivery.status.in_(WAITING))
            .values(status=fate, reason=why),
            execution_options=QUIETLY,
        )


async def write_later(session: AsyncSession, ids: Sequence[int], due_at: dt.datetime) -> None:
    """Rows that were due and must wait for an hour: they stay as they are, due then."""
    if ids:
        await session.execute(
            update(Delivery)
            .where(among(session, Delivery.id, ids), Delivery.status.in_(WAITING))
            .values(due_at=due_at),
            execution_options=QUIETLY,
        )


async def spend(session: AsyncSession, day: dt.date, channel: str, segments: int, cost: int) -> None:
    """Add what was just sent to the day's account."""
    added = insert_or(session, Spending).values(day=day, channel=channel, segments=segments, cost=cost, told=False)
    kept = Spending.__table__.c
    await session.execute(
        added.on_conflict_do_update(
            index_elements=["day", "channel"], set_={"segments": kept.segments + segments, "cost": kept.cost + cost}
        )
    )
