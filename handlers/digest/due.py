"""What the hour brings for the digest: a nudge, and news that did not leave. Its sending is every broadcast's."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import and_, select

from db.deliveries import Broadcast, BroadcastState
from db.digests import Digest
from db.people import coordinators
from db.session import AsyncSession
from handlers import sending
from handlers.digest import acts
from handlers.turn import House
from messages import text

NUDGE = dt.timedelta(days=3)


async def not_approved_yet(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Three days before its hour, coordinators learn that the month's digest still waits for them."""
    rows = await session.scalars(
        select(Digest).where(Digest.broadcast_id.is_(None), Digest.nudged_at.is_(None)).order_by(Digest.month)
    )
    done = 0
    for digest in rows:
        when = acts.send_at(house, digest)
        if not when - NUDGE <= now < when or not await acts.items_of(session, digest):
            continue
        digest.nudged_at = now
        for person in await coordinators(session, house.organisation_id):
            await sending.tell(session, house, person, text("digest-nudge", when=house.local(when)), now=now)
        done += 1
    return done


async def did_not_leave(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """Its hour passed without approval, or with the machine off: its news wait for the next one, and it is said."""
    late = Broadcast.state == BroadcastState.CANCELLED, Broadcast.pause_reason == "too-late"
    rows = await session.scalars(
        select(Digest)
        .outerjoin(Broadcast, Broadcast.id == Digest.broadcast_id)
        .where(Digest.broadcast_id.is_(None) | and_(*late))
        .order_by(Digest.month)
    )
    done = 0
    for digest in rows:
        items = await acts.items_of(session, digest)
        if acts.send_at(house, digest) > now or not items:
            continue
        following = await acts.put_off(session, house, items, now)
        words = text("digest-did-not-leave", items=len(items), when=house.local(acts.send_at(house, following)))
        for person in await coordinators(session, house.organisation_id):
            await sending.tell(session, house, person, words, now=now)
        done += 1
    return done
