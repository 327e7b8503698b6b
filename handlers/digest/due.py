"""What the hour brings for the digest: a nudge, and news that did not leave. Its sending is every broadcast's."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import and_, select

from db.deliveries import Broadcast, BroadcastState
from db.digests import Digest
from handlers import sending
from handlers.acting import Acting
from handlers.digest.lookups import items_of, put_off, send_at
from messages import text

NUDGE = dt.timedelta(days=3)


async def not_approved_yet(acting: Acting) -> int:
    """Three days before its hour, coordinators learn that its news still wait for a yes; again if it moved."""
    rows = await acting.session.scalars(select(Digest).where(Digest.broadcast_id.is_(None)).order_by(Digest.month))
    done = 0
    for digest in rows:
        when = send_at(acting.installation, digest)
        if digest.nudged_at is not None and digest.nudged_at >= when - NUDGE:
            continue
        if not when - NUDGE <= acting.now < when or not await items_of(acting.session, digest):
            continue
        digest.nudged_at = acting.now
        await sending.tell_every_coordinator(acting, text("digest-nudge", when=acting.installation.local(when)))
        done += 1
    return done


async def did_not_leave(acting: Acting) -> int:
    """Its hour passed without approval, or with the machine off: its news wait for the next one, and it is said."""
    late = Broadcast.state == BroadcastState.CANCELLED, Broadcast.pause_reason == "too-late"
    rows = await acting.session.scalars(
        select(Digest)
        .outerjoin(Broadcast, Broadcast.id == Digest.broadcast_id)
        .where(Digest.broadcast_id.is_(None) | and_(*late))
        .order_by(Digest.month)
    )
    done = 0
    for digest in rows:
        items = await items_of(acting.session, digest)
        if send_at(acting.installation, digest) > acting.now or not items:
            continue
        following = await put_off(acting, items)
        words = text(
            "digest-did-not-leave",
            items=len(items),
            when=acting.installation.local(send_at(acting.installation, following)),
        )
        await sending.tell_every_coordinator(acting, words)
        done += 1
    return done
