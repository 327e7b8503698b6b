"""What coordinators see of the digest that takes items now. Looking makes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from db.audience import languages_spoken
from db.deliveries import Broadcast, BroadcastState
from db.digests import Digest, DigestItem, ItemState
from db.people import Person
from handlers.acting import Acting
from handlers.broadcasts import nearest_written
from handlers.digest.lookups import MOST_ITEMS, hour_of
from handlers.digest.words import month_of, sending_day
from handlers.things import ITEM
from handlers.view import Found, Harm, Waiting, view
from messages import LanguageName, Text, text
from messages.keywords import fold
from messages.languages import CODES

SOON = dt.timedelta(days=5)
LOOKED_THROUGH = 500  # items, by a search


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item, and its words as the installation's language has them. `leaves`: it is among those that fit; `aside`: it
    was set aside; `others`: its other languages, with title and text; `lacks`: those someone reads, and it has not.
    """

    item: DigestItem
    title: str
    body: str
    others: Mapping[str, tuple[str, str]]
    lacks: Sequence[LanguageName]
    author: str
    leaves: bool
    aside: bool


@dataclass(frozen=True, slots=True)
class DigestShown:
    """The digest that takes items now, with the hour when it would leave, and the one that was approved and waits."""

    month: Text
    send_at: dt.datetime
    day: int
    items: Sequence[ItemShown]
    approved: Broadcast | None

    @property
    def order(self) -> list[int]:
        return [one.item.id for one in self.items if not one.aside]


async def _now(acting: Acting) -> tuple[str, Digest | None]:
    """The month that takes items, as `open_digest` finds it, and its digest when something was proposed."""
    months = [month_of(acting.today)]
    for _ in range(2):
        months.append(month_of(sending_day(months[-1], 31) + dt.timedelta(days=1)))
    known = {
        digest.month: digest
        for digest in await acting.session.scalars(
            select(Digest).where(Digest.organisation_id == acting.organisation_id, Digest.month.in_(months))
        )
    }
    for month in months:
        digest = known.get(month)
        if (digest is None or digest.broadcast_id is None) and _leaves(acting, month, digest) > acting.now:
            return month, digest
    return months[-1], known.get(months[-1])


def _leaves(acting: Acting, month: str, digest: Digest | None) -> dt.datetime:
    day = digest.send_day if digest is not None else acting.installation.digest_day
    hour = digest.send_time if digest is not None else acting.installation.digest_time
    return hour_of(acting.installation, month, day, hour)


@view("digest.whole")
async def digest_shown(acting: Acting) -> DigestShown:
    """Its items in their order, those set aside last."""
    month, digest = await _now(acting)
    return DigestShown(
        text(f"month-{int(month[5:7])}"),
        _leaves(acting, month, digest),
        digest.send_day if digest is not None else acting.installation.digest_day,
        await _items(acting, digest),
        await _approved(acting),
    )


async def _items(acting: Acting, digest: Digest | None) -> list[ItemShown]:
    if digest is None:
        return []
    rows = await acting.session.execute(
        select(DigestItem, Person.name)
        .outerjoin(Person, Person.id == DigestItem.proposed_by)
        .where(DigestItem.digest_id == digest.id)
        .order_by(DigestItem.state == ItemState.SET_ASIDE, DigestItem.position, DigestItem.id)
    )
    spoken = [code for code in await languages_spoken(acting.session, acting.organisation_id) if code in CODES]
    ours = acting.installation.default_language
    shown = []
    for place, (item, name) in enumerate(rows):
        aside = item.state is ItemState.SET_ASIDE
        mine = nearest_written(ours, item.written, item.language)
        others = {code: words for code, words in item.written.items() if code != mine}
        lacks = [LanguageName(code) for code in spoken if code not in item.written]
        leaves = not aside and place < MOST_ITEMS
        shown.append(ItemShown(item, *item.written[mine], others, lacks, name or "", leaves, aside))
    return shown


async def _approved(acting: Acting) -> Broadcast | None:
    """The digest that was approved and has not left."""
    return await acting.session.scalar(
        select(Broadcast)
        .join(Digest, Digest.broadcast_id == Broadcast.id)
        .where(
            Digest.organisation_id == acting.organisation_id,
            Broadcast.state.in_((BroadcastState.APPROVED, BroadcastState.SCHEDULED)),
        )
        .order_by(Broadcast.id.desc())
        .limit(1)
    )


@view("digest.waiting")
async def digest_waiting(acting: Acting) -> list[Waiting]:
    """A digest with items, whose day comes."""
    month, digest = await _now(acting)
    when = _leaves(acting, month, digest)
    if digest is None or acting.actor.scope or when > acting.now + SOON:
        return []
    items = await acting.session.scalar(
        select(func.count()).where(DigestItem.digest_id == digest.id, DigestItem.state != ItemState.SET_ASIDE)
    )
    if not items:
        return []
    local = acting.installation.local(when)
    words = text("digest-wait-approve", count=items, month=text(f"month-{int(month[5:7])}"))
    return [Waiting(words, Harm.SOON, ("digest", None), text("digest-wait-leaves", when=local))]


@view("digest.search")
async def items_found(acting: Acting, wanted: str) -> list[Found]:
    """The items whose title or words hold what is searched; the latest first."""
    rows = await acting.session.scalars(ITEM.visible(acting).order_by(DigestItem.id.desc()).limit(LOOKED_THROUGH))
    return [
        Found(text("todo-found-item", number=item.id, title=item.title), ("item", item.id))
        for item in rows
        if wanted in fold(" ".join(words for pair in item.written.values() for words in pair))
    ]
