"""Who is at work.

One heartbeat row per process rather than a lease per delivery: renewing leases row by row deadlocks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.deliveries import IN_FLIGHT, Delivery, Status, Worker
from db.outbox.fates import QUIETLY
from db.outbox.sql import among, database_time, insert_or, is_sqlite

_IN_FLIGHT: ColumnElement[bool] = literal_column(f"deliveries.{IN_FLIGHT}")
DIED = "worker-died"


async def beat(session: AsyncSession, worker: str) -> None:
    """Say that this worker lives, by the database's clock."""
    now = await database_time(session)
    said = insert_or(session, Worker).values(id=worker, started_at=now, heartbeat_at=now)
    await session.execute(said.on_conflict_do_update(index_elements=["id"], set_={"heartbeat_at": now}))


async def leave(session: AsyncSession, worker: str) -> None:
    await session.execute(delete(Worker).where(Worker.id == worker), execution_options=QUIETLY)


async def dead_workers(session: AsyncSession, worker: str, silent: dt.timedelta) -> list[str]:
    """The other workers that hold rows and are silent.

    SQLite serves one process: whoever else holds a row is gone, however short ago and whatever the wall clock says.
    """
    holders = select(Delivery.claimed_by).where(_IN_FLIGHT, Delivery.claimed_by != worker).distinct()
    holding = {holder for holder in await session.scalars(holders) if holder is not None}
    if not holding or is_sqlite(session):
        return sorted(holding)
    since = await database_time(session) - silent
    alive = await session.scalars(select(Worker.id).where(Worker.id.in_(holding), Worker.heartbeat_at > since))
    return sorted(holding - set(alive))


async def take_over(session: AsyncSession, dead: Sequence[str]) -> tuple[int, int]:
    """Give back what the dead had only claimed; what they had started may have arrived. (given back, unknown)."""
    of_dead = Delivery.claimed_by.in_(dead)
    back = await session.execute(
        update(Delivery)
        .where(_IN_FLIGHT, of_dead, Delivery.status == Status.CLAIMED)
        .values(status=Status.QUEUED, claimed_by=None),
        execution_options=QUIETLY,
    )
    lost = await session.execute(
        update(Delivery)
        .where(_IN_FLIGHT, of_dead, Delivery.status == Status.STARTED)
        .values(status=Status.UNKNOWN, reason=DIED),
        execution_options=QUIETLY,
    )
    await session.execute(delete(Worker).where(Worker.id.in_(dead)), execution_options=QUIETLY)
    return back.rowcount, lost.rowcount  # type: ignore[attr-defined]


async def give_back_own(session: AsyncSession, worker: str, in_hand: Sequence[int]) -> int:
    """Rows that a lost commit started for this worker, which knows nothing of them: they never left."""
    back = await session.execute(
        update(Delivery)
        .where(
            _IN_FLIGHT,
            Delivery.claimed_by == worker,
            Delivery.status == Status.STARTED,
            ~among(session, Delivery.id, in_hand),
        )
        .values(status=Status.QUEUED, claimed_by=None, started_at=None, attempts=Delivery.attempts - 1),
        execution_options=QUIETLY,
    )
    return back.rowcount  # type: ignore[attr-defined, no-any-return]
