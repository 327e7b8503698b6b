"""The month's digest approved, after the check page that shows it as phones will, or taken back."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db import message_kinds
from db.audience import Audience
from db.deliveries import Broadcast, BroadcastState
from db.digests import Digest, DigestItem, ItemState
from db.outbox import broadcasts as outbox
from handlers import broadcasts, sending
from handlers.act import Right, Writes, act
from handlers.acting import Acting, ActResult, refuse
from handlers.broadcasts import Approval
from handlers.checks import Gesture, Reached
from handlers.digest.lookups import items_of, open_digest, put_off, send_at
from handlers.digest.words import title_in, words_of
from handlers.things import BROADCAST
from handlers.trials import sent_to_oneself
from messages import text
from messages.channels import spec_of

MOST_SEGMENTS = 3
NOT_LEFT = (BroadcastState.APPROVED, BroadcastState.SCHEDULED, BroadcastState.CANCELLED)
LATE = dt.timedelta(days=5)


@act(
    "digest.approve",
    right=Right.ORGANISATION,
    entry="digest.approved",
    writes=Writes.SEVERAL,
    gesture=Gesture.RETYPE,
    undone_by="digest.take_back",
    twin="digest approve",
)
async def approve(acting: Acting) -> ActResult:
    """The month's digest, its texts rendered and kept; the scheduler sends it on the chosen day and hour.

    Refused while the short form does not fit three segments.
    """
    digest = await open_digest(acting)
    items = await items_of(acting.session, digest, chosen_only=True)
    if not items:
        raise refuse("digest-nothing-to-send")
    when = send_at(acting.installation, digest)
    broadcast = await broadcasts.new_broadcast(
        acting,
        message_kinds.DIGEST,
        Audience(),
        words_of(acting.installation, digest, items),
        title=digest.month,
        send_at=when,
        not_after=when + LATE,
        written_in=_languages(items),
    )
    _refuse_if_too_long(acting.reached[-1])
    people = broadcast.approved_count or 0
    waits = await broadcasts.approval_for(acting, people) is Approval.SECOND
    if waits:
        broadcast.state = BroadcastState.APPROVED
    digest.broadcast_id = broadcast.id
    for item in items:
        item.state = ItemState.CHOSEN
    left = await _move_leftovers(acting, digest, items)
    local, facts = acting.installation.local(when), broadcasts.counted(acting, people)
    args = {"number": broadcast.id, "when": local, "people": people}
    if waits:
        said = text("digest-waits-second", **args)
        asked = text("digest-second-asked", name=acting.actor.name, **args)
        await sending.tell_concerned(acting, BROADCAST, broadcast, asked)
    elif left:
        said = text(
            "digest-approved-left", left=[title_in(item, acting.installation.default_language) for item in left], **args
        )
    else:
        said = text("digest-approved", **args)
    data = {"digest": digest.id, "month": digest.month, "send_at": local.isoformat(), "broadcast": broadcast.id}
    data |= {**facts, "cost": f"{facts['cents'] / 100:.2f}", "left": [item.id for item in left]}
    return ActResult(said, data, noted=facts, thing=("digest", digest.id))


def _languages(items: list[DigestItem]) -> set[str]:
    """The languages in which every item is written."""
    return set.intersection(*(set(item.written) for item in items))


def _refuse_if_too_long(reached: Reached) -> None:
    longest = max((t.segments for t in reached.texts if spec_of(t.channel).segments), default=0)
    if longest > MOST_SEGMENTS:
        raise refuse("digest-too-many-segments", segments=longest, most=MOST_SEGMENTS)


async def _move_leftovers(acting: Acting, digest: Digest, chosen: list[DigestItem]) -> list[DigestItem]:
    """What did not fit waits for next month: nothing that someone proposed is lost."""
    left = [item for item in await items_of(acting.session, digest) if item not in chosen]
    if left:
        await put_off(acting, left)
    return left


@act(
    "digest.take_back",
    right=Right.ORGANISATION,
    entry="digest.taken_back_whole",
    undone_by="digest.approve",
    twin="digest back",
)
async def take_back(acting: Acting) -> ActResult:
    """Before it leaves, an approved digest can be edited again; so can one that was stopped."""
    digest = await acting.session.scalar(
        select(Digest)
        .join(Broadcast, Broadcast.id == Digest.broadcast_id)
        .where(Broadcast.state.in_(NOT_LEFT), Broadcast.started_at.is_(None))
        .where(Digest.organisation_id == acting.organisation_id)
        .order_by(Digest.month.desc())
        .limit(1)
    )
    if digest is None or digest.broadcast_id is None:
        raise refuse("digest-nothing-approved")
    await outbox.cancel(acting.session, digest.broadcast_id, acting.now)
    digest.broadcast_id = None
    said = text("digest-back", month=text(f"month-{int(digest.month[5:7])}"))
    return ActResult(said, {"digest": digest.id}, thing=("digest", digest.id))


@act("digest.try", entry="digest.tried", final="it went to oneself alone", twin="digest try")
async def try_digest(acting: Acting) -> ActResult:
    """The month's digest as people would receive it now, sent to oneself alone."""
    digest = await open_digest(acting)
    items = await items_of(acting.session, digest, chosen_only=True)
    if not items:
        raise refuse("digest-nothing-to-send")
    words = words_of(acting.installation, digest, items)
    return await sent_to_oneself(acting, words, {code for item in items for code in item.written})
