"""What the hour brings for broadcasts: those scheduled leave; those that pause by themselves are told."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.deliveries import Broadcast, BroadcastState
from db.outbox import broadcasts as outbox
from db.people import coordinators
from db.session import AsyncSession
from handlers import broadcasts, sending
from handlers.turn import House
from messages import text


async def scheduled(session: AsyncSession, house: House, now: dt.datetime) -> int:
    return await broadcasts.send_due(session, house, now)


async def paused_by_errors(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Too many errors paused a broadcast: coordinators learn it once, with what to write."""
    rows = await session.scalars(
        select(Broadcast).where(Broadcast.state == BroadcastState.PAUSED, Broadcast.pause_told_at.is_(None))
    )
    done = 0
    for broadcast in rows:
        broadcast.pause_told_at = now
        if broadcast.pause_reason == "asked":
            continue
        counts = await outbox.counts(session, broadcast.id)
        words = text(
            "announcements-paused-itself", number=broadcast.id, failed=outbox.errors(counts), total=counts["total"]
        )
        for person in await coordinators(session, house.organisation_id):
            await sending.tell(session, house, person, words, now=now, how=sending.How(kind="alert", any_hour=True))
        done += 1
    return done
