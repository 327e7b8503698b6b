"""The month's digest shown as phones will show it, approved, taken back."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.audience import Audience
from db.deliveries import Broadcast, BroadcastState
from db.digests import Digest, DigestItem, ItemState
from db.outbox import broadcasts as outbox
from db.session import AsyncSession
from handlers import broadcasts
from handlers.access import Act, Actor, Done, refuse, require
from handlers.broadcasts import Approval, Preview
from handlers.digest.ground import items_of, noted, open_digest, put_off, send_at
from handlers.digest.words import words_of
from handlers.turn import House
from messages import Channel, text

MOST_SEGMENTS = 3
KIND = "digest"
NOT_LEFT = (BroadcastState.APPROVED, BroadcastState.SCHEDULED, BroadcastState.CANCELLED)


async def preview_digest(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Preview:
    """Exactly what each phone will show. Refused while the short form does not fit three segments."""
    require(actor, Act.APPROVE_DIGEST)
    digest = await open_digest(session, house, now)
    items = await items_of(session, digest, chosen_only=True)
    if not items:
        raise refuse("digest-nothing-to-send")
    shown = await broadcasts.preview(session, house, words_of(house, digest, items), Audience(), KIND, now)
    longest = max((t.segments for t in shown.texts if t.channel is Channel.SMS), default=0)
    if longest > MOST_SEGMENTS:
        raise refuse("digest-too-many-segments", segments=longest, most=MOST_SEGMENTS)
    return shown


async def approve(
    session: AsyncSession, house: House, actor: Actor, *, approved_count: int, seen: str, now: dt.datetime
) -> Done:
    """Render and keep the text of each language and channel; the scheduler sends it on the chosen day and hour.

    `seen`: the fingerprint of the preview that was shown. Should anything have changed since, nothing is approved.
    """
    shown = await preview_digest(session, house, actor, now=now)
    if shown.count.total != approved_count:
        raise refuse("announcements-count-changed", before=approved_count, now=shown.count.total)
    if shown.fingerprint != seen:
        raise refuse("digest-changed")
    digest = await open_digest(session, house, now)
    items = await items_of(session, digest, chosen_only=True)
    waits = await broadcasts.approval_for(session, house, shown.count.total) is Approval.SECOND
    when = send_at(house, digest)
    broadcast = await broadcasts.new_broadcast(
        session,
        house,
        KIND,
        Audience(),
        words_of(house, digest, items),
        now=now,
        actor=actor,
        send_at=when,
        not_after=when + dt.timedelta(days=5),
        state=BroadcastState.APPROVED if waits else BroadcastState.SCHEDULED,
    )
    digest.broadcast_id = broadcast.id
    for item in items:
        item.state = ItemState.CHOSEN
    await _move_leftovers(session, house, digest, items, now)
    thing = ("digest", digest.id)
    told = await broadcasts.approved(
        session, "digest", broadcast, shown, approved_count, thing=thing, now=now, actor=actor
    )
    data = {"digest": digest.id, "month": digest.month, "send_at": house.local(when).isoformat(), **told}
    id = "digest-waits-second" if waits else "digest-approved"
    return Done(text(id, number=broadcast.id, when=house.local(when), people=approved_count), data)


async def _move_leftovers(
    session: AsyncSession, house: House, digest: Digest, chosen: list[DigestItem], now: dt.datetime
) -> None:
    """What did not fit waits for next month: nothing that someone proposed is lost."""
    left = [item for item in await items_of(session, digest) if item not in chosen]
    if left:
        await put_off(session, house, left, now)


async def take_back(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Done:
    """Before it leaves, an approved digest can be taken back and edited again; so can one that was stopped."""
    require(actor, Act.APPROVE_DIGEST)
    digest = await session.scalar(
        select(Digest)
        .join(Broadcast, Broadcast.id == Digest.broadcast_id)
        .where(Broadcast.state.in_(NOT_LEFT), Broadcast.started_at.is_(None))
        .where(Digest.organisation_id == house.organisation_id)
        .order_by(Digest.month.desc())
        .limit(1)
    )
    if digest is None or digest.broadcast_id is None:
        raise refuse("digest-nothing-approved")
    await outbox.cancel(session, digest.broadcast_id, now)
    digest.broadcast_id = None
    await noted(session, "digest.taken_back_whole", actor, "digest", digest.id, now)
    return Done(text("digest-back", month=text(f"month-{int(digest.month[5:7])}")), {"digest": digest.id})
