"""What the hour brings for broadcasts: those scheduled leave; those that pause by themselves are told."""

from __future__ import annotations

from sqlalchemy import select

from db import message_kinds
from db.deliveries import Broadcast, BroadcastState
from db.outbox import broadcasts as outbox
from handlers import broadcasts, sending
from handlers.acting import Acting
from handlers.things import BROADCAST
from messages import text


async def scheduled(acting: Acting) -> int:
    return await broadcasts.send_due(acting)


async def paused_by_errors(acting: Acting) -> int:
    """Too many errors paused a broadcast: coordinators learn it once, with what to write."""
    rows = await acting.session.scalars(
        select(Broadcast).where(Broadcast.state == BroadcastState.PAUSED, Broadcast.pause_told_at.is_(None))
    )
    done = 0
    for broadcast in rows:
        broadcast.pause_told_at = acting.now
        if broadcast.pause_reason == "asked":
            continue
        counts = await outbox.counts(acting.session, broadcast.id)
        words = text(
            "announcements-paused-itself", number=broadcast.id, failed=outbox.errors(counts), total=counts["total"]
        )
        any_hour = sending.SendOptions(message_kinds.ALERT, any_hour=True)
        await sending.tell_concerned(acting, BROADCAST, broadcast, words, options=any_hour)
        done += 1
    return done
