"""What is done with a month's digest: propose, edit, order, preview, approve."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.audience import Audience
from db.deliveries import Broadcast, BroadcastState
from db.digests import Digest, DigestItem, ItemState
from db.journal import write_entry
from db.outbox import broadcasts as outbox
from db.people import coordinators
from db.session import AsyncSession
from handlers import broadcasts
from handlers.access import Act, Actor, Done, refuse, require
from handlers.broadcasts import Preview
from handlers.digest.words import LONGEST_TITLE, body_in, month_of, sending_day, shortened, split, title_in, words_of
from handlers.turn import House
from messages import Channel, text

__all__ = ["body_in", "shortened", "split", "title_in"]

LONGEST_BODY = 900
MOST_ITEMS = 5  # a menu holds at most five numbered lines
MOST_SEGMENTS = 3
KIND = "digest"


async def digest_for(session: AsyncSession, house: House, month: str, now: dt.datetime) -> Digest:
    """The digest of a month, made at its first item."""
    found = await session.scalar(
        select(Digest).where(Digest.organisation_id == house.organisation_id, Digest.month == month)
    )
    if found is None:
        found = Digest(
            organisation_id=house.organisation_id,
            month=month,
            send_day=house.digest_day,
            send_time=house.digest_time,
            created_at=now,
        )
        session.add(found)
        await session.flush()
    return found


async def open_digest(session: AsyncSession, house: House, now: dt.datetime) -> Digest:
    """The digest that takes items now: this month's, or next month's once this one is approved or its day is past."""
    today = house.today(now)
    month = month_of(today)
    for _ in range(3):
        digest = await digest_for(session, house, month, now)
        if digest.broadcast_id is None and send_at(house, digest) > now:
            return digest
        month = month_of(sending_day(month, 31) + dt.timedelta(days=1))
    return digest


def send_at(house: House, digest: Digest) -> dt.datetime:
    day = sending_day(digest.month, digest.send_day)
    return dt.datetime.combine(day, digest.send_time, house.zone).astimezone(dt.UTC)


async def items_of(session: AsyncSession, digest: Digest, *, chosen_only: bool = False) -> list[DigestItem]:
    query = select(DigestItem).where(DigestItem.digest_id == digest.id, DigestItem.state != ItemState.SET_ASIDE)
    rows = list(await session.scalars(query.order_by(DigestItem.position, DigestItem.id)))
    return rows[:MOST_ITEMS] if chosen_only else rows


async def propose(
    session: AsyncSession, house: House, actor: Actor, words: str, *, language: str, now: dt.datetime
) -> Done:
    """Anyone known may propose an item; coordinators choose and order."""
    require(actor, Act.PROPOSE_ITEM)
    title, body = split(words)
    _check(title, body)
    digest = await open_digest(session, house, now)
    position = len(await items_of(session, digest)) + 1
    item = DigestItem(
        digest_id=digest.id,
        position=position,
        state=ItemState.PROPOSED,
        language=language,
        title=title,
        body=body,
        proposed_by=actor.person_id,
        proposed_at=now,
    )
    session.add(item)
    await session.flush()
    await write_entry(
        session,
        "digest.proposed",
        now=now,
        actor=actor.signature,
        subject=actor.pseudonym,
        thing="item",
        thing_id=item.id,
        channel=actor.via,
    )
    day = sending_day(digest.month, digest.send_day)
    return Done(text("digest-proposed", number=item.id, date=day), {"item": item.id, "month": digest.month})


def _check(title: str, body: str) -> None:
    if not title.strip() or not body.strip():
        raise refuse("digest-empty")
    if len(title) > LONGEST_TITLE:
        raise refuse("digest-title-too-long", length=len(title), longest=LONGEST_TITLE)
    if len(body) > LONGEST_BODY:
        raise refuse("digest-too-long", length=len(body), longest=LONGEST_BODY)


async def edit(
    session: AsyncSession,
    house: House,
    actor: Actor,
    number: int,
    words: str,
    *,
    language: str | None = None,
    now: dt.datetime,
) -> Done:
    """Rewrite an item, or give its English."""
    require(actor, Act.EDIT_DIGEST)
    item = await _item(session, house, number)
    title, body = split(words)
    _check(title, body)
    if language is not None and language != item.language:
        item.title_en, item.body_en = title, body
    else:
        item.title, item.body = title, body
    await _noted(session, "digest.edited", actor, item.id, now)
    return Done(text("digest-edited", number=number), {"item": number})


async def set_aside(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """Leave an item out of this digest, or take it back in."""
    require(actor, Act.EDIT_DIGEST)
    item = await _item(session, house, number)
    out = item.state is not ItemState.SET_ASIDE
    item.state = ItemState.SET_ASIDE if out else ItemState.CHOSEN
    await _noted(session, "digest.set_aside" if out else "digest.taken_back", actor, item.id, now)
    return Done(text("digest-set-aside" if out else "digest-taken-back", number=number), {"item": number})


async def order(session: AsyncSession, house: House, actor: Actor, numbers: list[int], *, now: dt.datetime) -> Done:
    """The items named come first, in this order; the others keep theirs after."""
    require(actor, Act.EDIT_DIGEST)
    digest = await open_digest(session, house, now)
    items = await items_of(session, digest)
    known = {item.id for item in items}
    for number in numbers:
        if number not in known:
            raise refuse("digest-no-such-item", number=number, known=", ".join(map(str, sorted(known))) or "-")
    rank = {number: position for position, number in enumerate(numbers)}
    for position, item in enumerate(sorted(items, key=lambda i: (rank.get(i.id, len(rank)), i.position)), 1):
        item.position = position
    await session.flush()
    await _noted(session, "digest.ordered", actor, digest.id, now)
    return Done(text("digest-ordered"), {"items": [i.id for i in await items_of(session, digest)]})


async def choose_day(
    session: AsyncSession, house: House, actor: Actor, day: int, at: dt.time | None, *, now: dt.datetime
) -> Done:
    require(actor, Act.EDIT_DIGEST)
    if not 1 <= day <= 31:
        raise refuse("digest-bad-day")
    digest = await open_digest(session, house, now)
    digest.send_day, digest.send_time = day, at or digest.send_time
    when = send_at(house, digest)
    if when <= now:
        raise refuse("digest-day-past", date=sending_day(digest.month, day))
    await _noted(session, "digest.day_chosen", actor, digest.id, now)
    return Done(text("digest-day-chosen", when=house.local(when)), {"send_at": when.isoformat()})


async def list_items(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Done:
    require(actor, Act.EDIT_DIGEST)
    digest = await open_digest(session, house, now)
    items = await items_of(session, digest)
    when = house.local(send_at(house, digest))
    data = {
        "month": digest.month,
        "send_at": when.isoformat(),
        "items": [{"item": i.id, "title": i.title, "text": i.body} for i in items],
    }
    if not items:
        return Done(text("digest-no-items", when=when), data)
    lines = [text("digest-line", number=item.id, title=item.title) for item in items]
    return Done(text("digest-list", when=when, lines=lines), data)


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


async def approve(session: AsyncSession, house: House, actor: Actor, *, approved_count: int, now: dt.datetime) -> Done:
    """Render and keep the text of each language and channel; the scheduler sends it on the chosen day and hour."""
    shown = await preview_digest(session, house, actor, now=now)
    if shown.count.total != approved_count:
        raise refuse("announcements-count-changed", before=approved_count, now=shown.count.total)
    digest = await open_digest(session, house, now)
    items = await items_of(session, digest, chosen_only=True)
    waits = bool(house.approval_above) and shown.count.total > house.approval_above
    if waits and len(await coordinators(session, house.organisation_id)) < 2:
        raise refuse("announcements-needs-second", above=house.approval_above)
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
    broadcast.approved_count, digest.broadcast_id = approved_count, broadcast.id
    for item in items:
        item.state = ItemState.CHOSEN
    await _move_leftovers(session, house, digest, items, now)
    await write_entry(
        session,
        "digest.approved",
        now=now,
        actor=actor.signature,
        thing="digest",
        thing_id=digest.id,
        channel=actor.via,
        people=approved_count,
        segments=shown.segments,
        cents=shown.cost.cents,
    )
    data = {
        "digest": digest.id,
        "broadcast": broadcast.id,
        "month": digest.month,
        "send_at": when.isoformat(),
        "people": approved_count,
        "segments": shown.segments,
        "cost": f"{shown.cost.cents / 100:.2f}",
    }
    id = "digest-waits-second" if waits else "digest-approved"
    return Done(text(id, number=broadcast.id, when=house.local(when), people=approved_count), data)


async def _move_leftovers(
    session: AsyncSession, house: House, digest: Digest, chosen: list[DigestItem], now: dt.datetime
) -> None:
    """What did not fit waits for next month: nothing that someone proposed is lost."""
    left = [item for item in await items_of(session, digest) if item not in chosen]
    if not left:
        return
    following = await open_digest(session, house, now)
    for item in left:
        item.digest_id = following.id


async def take_back(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Done:
    """Before it leaves, an approved digest can be taken back and edited again."""
    require(actor, Act.APPROVE_DIGEST)
    digest = await session.scalar(
        select(Digest)
        .join(Broadcast, Broadcast.id == Digest.broadcast_id)
        .where(Broadcast.state.in_([BroadcastState.APPROVED, BroadcastState.SCHEDULED]))
        .where(Digest.organisation_id == house.organisation_id)
        .order_by(Digest.month)
        .limit(1)
    )
    if digest is None or digest.broadcast_id is None:
        raise refuse("digest-nothing-approved")
    await outbox.cancel(session, digest.broadcast_id, now)
    digest.broadcast_id = None
    await _noted(session, "digest.taken_back_whole", actor, digest.id, now)
    return Done(text("digest-back", month=text(f"month-{int(digest.month[5:7])}")), {"digest": digest.id})


async def _item(session: AsyncSession, house: House, number: int) -> DigestItem:
    item = await session.get(DigestItem, number)
    digest = await session.get(Digest, item.digest_id) if item else None
    if item is None or digest is None or digest.organisation_id != house.organisation_id:
        raise refuse("digest-no-such-item", number=number, known="/infolettre")
    if digest.broadcast_id is not None:
        raise refuse("digest-already-approved", number=number)
    return item


async def _noted(session: AsyncSession, act: str, actor: Actor, number: int, now: dt.datetime) -> None:
    await write_entry(session, act, now=now, actor=actor.signature, thing="item", thing_id=number, channel=actor.via)
