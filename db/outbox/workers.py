"""Who is at work.

One heartbeat row per process rather than a lease per delivery: renewing leases row by row deadlocks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.deliveries import IN_FLIGHT, Delivery, Status, Worker
from db.outbox.fates import QUIETLY
from db.outbox.sql import among, database_time, insert_or

_IN_FLIGHT: ColumnElement[bool] = literal_column(f"deliveries.{IN_FLIGHT}")
_UNKNOWN: ColumnElement[bool] = literal_column("deliveries.status = 'unknown'")
DIED = "worker-died"


async def beat(session: AsyncSession, worker: str) -> None:
    """Say that this worker lives, by the database's clock."""
    now = await database_time(session)
    said = insert_or(session, Worker).values(id=worker, started_at=now, heartbeat_at=now)
    await session.execute(said.on_conflict_do_update(index_elements=["id"], set_={"heartbeat_at": now}))


async def leave(session: AsyncSession, worker: str) -> None:
    await session.execute(delete(Worker).where(Worker.id == worker), execution_options=QUIETLY)


async def heartbeats(session: AsyncSession, worker: str) -> dict[str, dt.datetime | None]:
    """The other workers that hold rows, each with its last heartbeat; None when its row is gone."""
    holders = select(Delivery.claimed_by).where(_IN_FLIGHT, Delivery.claimed_by != worker).distinct()
    holding: dict[str, dt.datetime | None] = {holder: None for holder in await session.scalars(holders) if holder}
    if holding:
        beats = await session.execute(select(Worker.id, Worker.heartbeat_at).where(Worker.id.in_(holding)))
        holding |= {worker_id: beat for worker_id, beat in beats}  # noqa: C416 (rows are no pairs to mypy)
    return holding


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
    """Rows that a lost commit started for this worker, which knows nothing of them: they never left.

    Those too that a successor took for lost meanwhile.
    """
    started = and_(_IN_FLIGHT, Delivery.status == Status.STARTED)
    thought_lost = and_(_UNKNOWN, Delivery.reason == DIED)
    back = await session.execute(
        update(Delivery)
        .where(or_(started, thought_lost), Delivery.claimed_by == worker, ~among(session, Delivery.id, in_hand))
        .values(
            status=Status.QUEUED,
            reason="",
            claimed_by=None,
            started_at=None,
            attempts=Delivery.attempts - 1,
        ),
        execution_options=QUIETLY,
    )
    return back.rowcount  # type: ignore[attr-defined, no-any-return]
