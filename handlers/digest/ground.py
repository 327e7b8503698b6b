"""What the acts on the digest share: a month's digest, its items, its hour, its lines of the journal."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.digests import Digest, DigestItem, ItemState
from db.journal import write_entry
from db.session import AsyncSession
from handlers.access import Actor, refuse
from handlers.digest.words import month_of, sending_day
from handlers.turn import House

MOST_ITEMS = 5  # a menu holds at most five numbered lines


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
    return hour_of(house, digest.month, digest.send_day, digest.send_time)


def hour_of(house: House, month: str, day: int, hour: dt.time) -> dt.datetime:
    """The chosen day and hour of a month, here, as UTC."""
    return dt.datetime.combine(sending_day(month, day), hour, house.zone).astimezone(dt.UTC)


async def items_of(session: AsyncSession, digest: Digest, *, chosen_only: bool = False) -> list[DigestItem]:
    query = select(DigestItem).where(DigestItem.digest_id == digest.id, DigestItem.state != ItemState.SET_ASIDE)
    rows = list(await session.scalars(query.order_by(DigestItem.position, DigestItem.id)))
    return rows[:MOST_ITEMS] if chosen_only else rows


async def put_off(session: AsyncSession, house: House, items: list[DigestItem], now: dt.datetime) -> Digest:
    """These items wait for the next digest, after those it has already."""
    following = await open_digest(session, house, now)
    after = len(await items_of(session, following))
    for position, item in enumerate(items, after + 1):
        item.digest_id, item.position = following.id, position
    await session.flush()
    return following


async def item_of(session: AsyncSession, house: House, number: int) -> DigestItem:
    item = await session.get(DigestItem, number)
    digest = await session.get(Digest, item.digest_id) if item else None
    if item is None or digest is None or digest.organisation_id != house.organisation_id:
        raise refuse("digest-no-such-item", number=number, known="/infolettre")
    if digest.broadcast_id is not None:
        raise refuse("digest-already-approved", number=number)
    return item


async def noted(session: AsyncSession, act: str, actor: Actor, thing: str, number: int, now: dt.datetime) -> None:
    """`thing`: one "item", or the whole "digest"."""
    await write_entry(session, act, now=now, actor=actor.signature, thing=thing, thing_id=number, channel=actor.via)
