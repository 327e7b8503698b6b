"""What is done with a month's digest: propose, edit, order, preview, approve."""

from __future__ import annotations

import datetime as dt

from db.digests import DigestItem, ItemState
from db.journal import write_entry
from db.session import AsyncSession
from handlers.access import Act, Actor, Done, refuse, require
from handlers.digest.approval import approve, preview_digest, take_back
from handlers.digest.ground import hour_of, item_of, items_of, noted, open_digest, put_off, send_at
from handlers.digest.words import LONGEST_TITLE, body_in, sending_day, shortened, split, title_in
from handlers.turn import House
from messages import text

__all__ = [
    "LONGEST_BODY",
    "approve",
    "body_in",
    "choose_day",
    "edit",
    "items_of",
    "list_items",
    "order",
    "preview_digest",
    "propose",
    "put_off",
    "send_at",
    "set_aside",
    "shortened",
    "split",
    "take_back",
    "title_in",
]

LONGEST_BODY = 900


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
    """Rewrite an item, or give its other language ("en", "fr")."""
    require(actor, Act.EDIT_DIGEST)
    item = await item_of(session, house, number)
    title, body = split(words)
    _check(title, body)
    if language == "fr" and item.language == "en":  # proposed in English: those words become its English
        item.title_en, item.body_en = item.title_en or item.title, item.body_en or item.body
        item.language = "fr"
    if language == "en" and item.language != "en":
        item.title_en, item.body_en = title, body
    else:
        item.title, item.body = title, body
    await noted(session, "digest.edited", actor, "item", item.id, now)
    return Done(text("digest-edited", number=number), {"item": number})


async def set_aside(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """Leave an item out of this digest, or take it back in."""
    require(actor, Act.EDIT_DIGEST)
    item = await item_of(session, house, number)
    out = item.state is not ItemState.SET_ASIDE
    item.state = ItemState.SET_ASIDE if out else ItemState.CHOSEN
    await noted(session, "digest.set_aside" if out else "digest.taken_back", actor, "item", item.id, now)
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
    await noted(session, "digest.ordered", actor, "digest", digest.id, now)
    return Done(text("digest-ordered"), {"items": [i.id for i in await items_of(session, digest)]})


async def choose_day(
    session: AsyncSession, house: House, actor: Actor, day: int, at: dt.time | None, *, now: dt.datetime
) -> Done:
    require(actor, Act.EDIT_DIGEST)
    if not 1 <= day <= 31:
        raise refuse("digest-bad-day")
    digest = await open_digest(session, house, now)
    hour = at or digest.send_time
    when = hour_of(house, digest.month, day, hour)
    if when <= now:
        raise refuse("digest-day-past", date=sending_day(digest.month, day))
    digest.send_day, digest.send_time = day, hour
    await noted(session, "digest.day_chosen", actor, "digest", digest.id, now)
    return Done(text("digest-day-chosen", when=house.local(when)), {"send_at": house.local(when).isoformat()})


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
