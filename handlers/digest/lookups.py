"""What the acts on the digest share: a month's digest, its items, its hour."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.digests import Digest, DigestItem, ItemState
from db.session import AsyncSession
from handlers.acting import Acting
from handlers.digest.words import month_of, sending_day
from handlers.installation import Installation

MOST_ITEMS = 5  # a menu holds at most five numbered lines


async def digest_for(acting: Acting, month: str) -> Digest:
    """The digest of a month, made at its first item."""
    found = await acting.session.scalar(
        select(Digest).where(Digest.organisation_id == acting.installation.organisation_id, Digest.month == month)
    )
    if found is None:
        found = Digest(
            organisation_id=acting.installation.organisation_id,
            month=month,
            send_day=acting.installation.digest_day,
            send_time=acting.installation.digest_time,
            created_at=acting.now,
        )
        acting.session.add(found)
        await acting.session.flush()
    return found


async def open_digest(acting: Acting) -> Digest:
    """The digest that takes items now: this month's, or next month's once this one is approved or its day is past."""
    today = acting.installation.today(acting.now)
    month = month_of(today)
    for _ in range(3):
        digest = await digest_for(acting, month)
        if digest.broadcast_id is None and send_at(acting.installation, digest) > acting.now:
            return digest
        month = month_of(sending_day(month, 31) + dt.timedelta(days=1))
    return digest


def send_at(installation: Installation, digest: Digest) -> dt.datetime:
    return hour_of(installation, digest.month, digest.send_day, digest.send_time)


def hour_of(installation: Installation, month: str, day: int, hour: dt.time) -> dt.datetime:
    """The chosen day and hour of a month, here, as UTC."""
    return dt.datetime.combine(sending_day(month, day), hour, installation.zone).astimezone(dt.UTC)


async def items_of(
    session: AsyncSession, digest: Digest, *, chosen_only: bool = False, all_of_them: bool = False
) -> list[DigestItem]:
    """Those not set aside, in their order (`all_of_them`: those too; `chosen_only`: as many as a digest holds)."""
    query = select(DigestItem).where(DigestItem.digest_id == digest.id)
    if not all_of_them:
        query = query.where(DigestItem.state != ItemState.SET_ASIDE)
    rows = list(await session.scalars(query.order_by(DigestItem.position, DigestItem.id)))
    return rows[:MOST_ITEMS] if chosen_only else rows


async def put_off(acting: Acting, items: list[DigestItem]) -> Digest:
    """These items wait for the next digest, after those it has already."""
    following = await open_digest(acting)
    after = len(await items_of(acting.session, following))
    for position, item in enumerate(items, after + 1):
        item.digest_id, item.position = following.id, position
    await acting.session.flush()
    return following


async def digest_of_item(acting: Acting, item: DigestItem) -> Digest:
    return await acting.session.get_one(Digest, item.digest_id)
