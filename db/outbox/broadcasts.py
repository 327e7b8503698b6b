"""Broadcasts in the outbox: counted at every moment, held, let go, stopped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import (
    ColumnElement,
    and_,
    exists,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.deliveries import WAITS, Broadcast, BroadcastState, Delivery, Status
from db.message_kinds import MINUTES
from db.outbox.fates import QUIETLY
from db.outbox.workers import DIED

GROUPS: dict[str, tuple[Status, ...]] = {
    "queued": (Status.QUEUED, Status.RETRYING, Status.CLAIMED),
    "started": (Status.STARTED,),
    "sent": (Status.SENT, Status.DELIVERED),
    "failed": (Status.FAILED,),
    "unknown": (Status.UNKNOWN,),
    "missed": (Status.MISSED,),
    "cancelled": (Status.CANCELLED,),
}
_UNSETTLED: ColumnElement[bool] = literal_column("deliveries.status IN ('queued', 'retrying', 'claimed', 'started')")


async def counts(session: AsyncSession, broadcast_id: int) -> dict[str, int]:
    """queued (retrying included) + started + sent (delivered included) + failed + unknown + missed + cancelled = total.

    One statement, so that it adds up at every moment. `delivered` and `retrying` say how much of it they are.
    """
    found = await session.execute(
        select(Delivery.status, func.count()).where(Delivery.broadcast_id == broadcast_id).group_by(Delivery.status)
    )
    by_status: dict[Status, int] = {status: number for status, number in found}  # noqa: C416 (rows are no pairs to mypy)
    counted = {name: sum(by_status.get(s, 0) for s in states) for name, states in GROUPS.items()}
    counted["total"] = sum(by_status.values())
    return counted | {
        "delivered": by_status.get(Status.DELIVERED, 0),
        "retrying": by_status.get(Status.RETRYING, 0),
    }


async def totals(session: AsyncSession, ids: Collection[int]) -> dict[int, int]:
    """How many messages each of these broadcasts made."""
    found = await session.execute(
        select(Delivery.broadcast_id, func.count())
        .where(Delivery.broadcast_id.in_(ids))
        .group_by(Delivery.broadcast_id)
    )
    return {broadcast: number for broadcast, number in found if broadcast is not None}


def said_something() -> ColumnElement[bool]:
    """But the half of a mailing that was for nobody: the minutes for who was absent, when all came."""
    twin = aliased(Broadcast, name="twin")
    of_both = Broadcast.kind == MINUTES.name, Broadcast.started_at.is_not(None)
    same = twin.meeting_id == Broadcast.meeting_id, twin.kind == Broadcast.kind
    wrote = exists().where(Delivery.broadcast_id == twin.id).correlate(twin)
    nothing = ~exists().where(Delivery.broadcast_id == Broadcast.id)
    other = exists().where(twin.id != Broadcast.id, *same, wrote).correlate(Broadcast)
    return ~and_(*of_both, nothing, other)


async def pause(session: AsyncSession, broadcast_id: int, reason: str) -> bool:
    """Nothing more of it leaves until `resume`; what is on its way arrives. False when it was not sending."""
    return await _move(
        session, broadcast_id, (BroadcastState.SENDING,), state=BroadcastState.PAUSED, pause_reason=reason
    )


async def resume(session: AsyncSession, broadcast_id: int) -> bool:
    """Let it go on; the errors already seen will not pause it again. False when it was not paused."""
    seen = await counts(session, broadcast_id)
    return await _move(
        session,
        broadcast_id,
        (BroadcastState.PAUSED,),
        state=BroadcastState.SENDING,
        pause_reason="",
        pause_told_at=None,
        errors_excused=errors(seen),
    )


async def cancel(session: AsyncSession, broadcast_id: int, now: dt.datetime, reason: str = "stopped") -> int:
    """Stop what has not left; the number of messages that will not leave."""
    before_the_end = tuple(s for s in BroadcastState if s not in (BroadcastState.SENT, BroadcastState.CANCELLED))
    await _move(session, broadcast_id, before_the_end, state=BroadcastState.CANCELLED, finished_at=now)
    done = await session.execute(
        update(Delivery)
        .where(Delivery.broadcast_id == broadcast_id, literal_column(f"deliveries.{WAITS}"))
        .values(status=Status.CANCELLED, reason=reason),
        execution_options=QUIETLY,
    )
    return done.rowcount  # type: ignore[attr-defined, no-any-return]


def errors(counted: dict[str, int]) -> int:
    """What counts against a broadcast: what failed, what may be lost, what is being tried again."""
    return counted["failed"] + counted["unknown"] + counted["retrying"]


async def sending_broadcasts(session: AsyncSession) -> list[Broadcast]:
    return list(
        await session.scalars(select(Broadcast).where(Broadcast.state == BroadcastState.SENDING).order_by(Broadcast.id))
    )


async def any_cancelled_lately(session: AsyncSession, now: dt.datetime) -> bool:
    lately = Broadcast.finished_at > now - dt.timedelta(days=1)
    found = select(Broadcast.id).where(Broadcast.state == BroadcastState.CANCELLED, lately).limit(1)
    return await session.scalar(found) is not None


async def cancel_stragglers(session: AsyncSession, now: dt.datetime) -> None:
    """What was on its way when its broadcast was cancelled, and came back to wait, does not leave."""
    lately = select(Broadcast.id).where(
        Broadcast.state == BroadcastState.CANCELLED, Broadcast.finished_at > now - dt.timedelta(days=1)
    )
    await session.execute(
        update(Delivery)
        .where(literal_column(f"deliveries.{WAITS}"), Delivery.broadcast_id.in_(lately))
        .values(status=Status.CANCELLED, reason="stopped"),
        execution_options=QUIETLY,
    )


async def finish(session: AsyncSession, now: dt.datetime) -> list[int]:
    """The broadcasts of which nothing waits nor is on its way are SENT."""
    under_way = exists().where(Delivery.broadcast_id == Broadcast.id, _UNSETTLED)
    ended = await session.scalars(
        update(Broadcast)
        .where(Broadcast.state == BroadcastState.SENDING, ~under_way)
        .values(state=BroadcastState.SENT, finished_at=now)
        .returning(Broadcast.id),
        execution_options=QUIETLY,
    )
    return list(ended)


async def _move(session: AsyncSession, broadcast_id: int, before: tuple[BroadcastState, ...], **values: object) -> bool:
    moved = await session.execute(
        update(Broadcast).where(Broadcast.id == broadcast_id, Broadcast.state.in_(before)).values(**values),
        execution_options={"synchronize_session": "fetch"},
    )
    return moved.rowcount == 1  # type: ignore[attr-defined, no-any-return]


async def errors_excused(session: AsyncSession, broadcast_id: int) -> int:
    """Those seen before it was let go on, and those that are not the provider's: started by a worker that died."""
    seen_before = await session.scalar(select(Broadcast.errors_excused).where(Broadcast.id == broadcast_id))
    ours = await session.scalar(
        select(func.count())
        .select_from(Delivery)
        .where(Delivery.broadcast_id == broadcast_id, Delivery.status == Status.UNKNOWN, Delivery.reason == DIED)
    )
    return max(seen_before or 0, ours or 0)
