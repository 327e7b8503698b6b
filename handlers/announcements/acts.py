"""What coordinators do with announcements: prepare, approve, stop, let go on."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from sqlalchemy import select

from db.audience import Audience
from db.deliveries import Broadcast, BroadcastState, Priority
from db.journal import write_entry
from db.outbox import broadcasts as outbox
from db.people import coordinators
from db.session import AsyncSession
from handlers import broadcasts, sending
from handlers.access import Act, Actor, Done, refuse, require
from handlers.broadcasts import Approval, Preview
from handlers.turn import House
from messages import text

LONGEST = 1600
VARIABLE = re.compile(r"\{[^{}]*\}")
NAME = "{name}"  # the only variable: a first name, filled when the message leaves
KIND = "announcement"
LIVE = (BroadcastState.APPROVED, BroadcastState.SCHEDULED, BroadcastState.SENDING, BroadcastState.PAUSED)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is to be announced: words per language, to whom, when (None: now), and whether it cannot wait."""

    words: dict[str, str]
    audience: Audience
    send_at: dt.datetime | None = None
    urgent: bool = False


def check_words(words: str) -> str:
    words = words.strip()
    if not words:
        raise refuse("announcements-empty")
    if len(words) > LONGEST:
        raise refuse("announcements-too-long", length=len(words), longest=LONGEST)
    for variable in VARIABLE.findall(words):
        if variable != NAME:
            raise refuse("announcements-unknown-variable", variable=variable[:30])
    return words


async def preview_announcement(
    session: AsyncSession, house: House, actor: Actor, announcement: Announcement, *, now: dt.datetime
) -> Preview:
    audience = _in_scope(actor, announcement.audience)
    require(actor, Act.ANNOUNCE, territory=audience.territory)
    _check(announcement, now)
    words = broadcasts.written_words(announcement.words, _first_language(house, announcement))
    return await broadcasts.preview(
        session, house, words, audience, KIND, now, urgent=announcement.urgent, written_in=announcement.words
    )


def _in_scope(actor: Actor, audience: Audience) -> Audience:
    """Whoever answers for one territory writes to the people of that territory alone."""
    return replace(audience, territory=actor.scope) if actor.scope and not audience.territory else audience


async def announce(
    session: AsyncSession,
    house: House,
    actor: Actor,
    announcement: Announcement,
    *,
    now: dt.datetime,
    approved_count: int,
) -> Done:
    """Approve an announcement: it leaves now or at its hour, or waits for a second coordinator.

    `approved_count` is the number of people that was shown and retyped; if it has changed, nothing leaves.
    """
    shown = await preview_announcement(session, house, actor, announcement, now=now)
    waits = await _waits_for_second(session, house, shown, approved_count)
    words = broadcasts.written_words(announcement.words, _first_language(house, announcement))
    broadcast = await broadcasts.new_broadcast(
        session,
        house,
        KIND,
        _in_scope(actor, announcement.audience),
        words,
        now=now,
        actor=actor,
        send_at=announcement.send_at or now,
        priority=Priority.URGENT if announcement.urgent else Priority.BROADCAST,
        state=BroadcastState.APPROVED if waits else BroadcastState.SCHEDULED,
    )
    data = await broadcasts.approved(
        session,
        "announcements",
        broadcast,
        shown,
        approved_count,
        thing=("broadcast", broadcast.id),
        now=now,
        actor=actor,
    )
    data["state"] = broadcast.state.value
    if waits:
        await _ask_the_others(session, house, actor, broadcast, announcement, now)
        return Done(text("announcements-waits-second", number=broadcast.id), data)
    if announcement.send_at is None or announcement.send_at <= now:
        await broadcasts.send_now(session, house, broadcast, now)
        data["state"] = BroadcastState.SENDING.value
        return Done(text("announcements-sending", number=broadcast.id, people=approved_count), data)
    when = house.local(announcement.send_at)
    return Done(text("announcements-scheduled", number=broadcast.id, people=approved_count, when=when), data)


async def _waits_for_second(session: AsyncSession, house: House, shown: Preview, approved_count: int) -> bool:
    """Whether a second coordinator must approve. Refuses what cannot be approved at all."""
    if shown.count.total != approved_count:
        raise refuse("announcements-count-changed", before=approved_count, now=shown.count.total)
    if not shown.count.total:
        raise refuse("announcements-nobody")
    return await broadcasts.approval_for(session, house, shown.count.total) is Approval.SECOND


async def _ask_the_others(
    session: AsyncSession,
    house: House,
    actor: Actor,
    broadcast: Broadcast,
    announcement: Announcement,
    now: dt.datetime,
) -> None:
    """The other coordinators see the words they are to approve, and what to write."""
    words = announcement.words[_first_language(house, announcement)]
    asked = text(
        "announcements-second-asked",
        number=broadcast.id,
        name=actor.name,
        people=broadcast.approved_count or 0,
        words=words,
    )
    for person in await coordinators(session, house.organisation_id):
        if person.id != actor.person_id:
            await sending.tell(session, house, person, asked, now=now)


async def second_approval(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """A second coordinator lets a large announcement go; never the one who wrote it."""
    require(actor, Act.APPROVE_ANNOUNCEMENT)
    broadcast = await _broadcast(session, house, number)
    territory = str(broadcast.audience.get("territory", ""))
    if actor.scope and not territory:
        raise refuse("access-whole-organisation", territory=actor.scope)
    require(actor, Act.APPROVE_ANNOUNCEMENT, territory=territory)
    if broadcast.state is not BroadcastState.APPROVED:
        raise refuse("announcements-not-waiting", number=number)
    if actor.person_id == broadcast.created_by:
        raise refuse("announcements-not-own", number=number)
    broadcast.state, broadcast.approved_by = BroadcastState.SCHEDULED, actor.person_id
    await write_entry(
        session,
        "announcements.second_approval",
        now=now,
        actor=actor.signature,
        thing="broadcast",
        thing_id=number,
        channel=actor.via,
    )
    return Done(text("announcements-approved-second", number=number), {"broadcast": number})


async def stop(session: AsyncSession, house: House, actor: Actor, number: int | None, *, now: dt.datetime) -> Done:
    """Stop what has not left of a broadcast; without a number, of the one under way."""
    require(actor, Act.STOP_BROADCAST)
    broadcast = await _broadcast(session, house, number) if number else await _one_live(session, house)
    if broadcast.state not in LIVE:
        raise refuse("announcements-already-over", number=broadcast.id)
    planned = broadcast.approved_count or 0 if broadcast.started_at is None else 0  # no row of it is in the outbox yet
    left = await outbox.cancel(session, broadcast.id, now) or planned
    counts = await outbox.counts(session, broadcast.id)
    await write_entry(
        session,
        "announcements.stopped",
        now=now,
        actor=actor.signature,
        thing="broadcast",
        thing_id=broadcast.id,
        channel=actor.via,
        stopped=left,
        sent=counts["sent"],
    )
    return Done(
        text("announcements-stopped", number=broadcast.id, stopped=left, sent=counts["sent"]),
        {"broadcast": broadcast.id, "stopped": left, **counts},
    )


async def pause(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    require(actor, Act.STOP_BROADCAST)
    await _broadcast(session, house, number)
    if not await outbox.pause(session, number, "asked"):
        raise refuse("announcements-already-over", number=number)
    await _noted(session, "announcements.paused", actor, number, now)
    return Done(text("announcements-paused", number=number), {"broadcast": number})


async def resume(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    require(actor, Act.STOP_BROADCAST)
    await _broadcast(session, house, number)
    if not await outbox.resume(session, number):
        raise refuse("announcements-not-paused", number=number)
    await _noted(session, "announcements.resumed", actor, number, now)
    return Done(text("announcements-resumed", number=number), {"broadcast": number})


async def progress(session: AsyncSession, house: House, actor: Actor, number: int) -> Done:
    """Where a broadcast stands; the counts always add up to the total."""
    require(actor, Act.ANNOUNCE)
    broadcast = await _broadcast(session, house, number)
    counts = await outbox.counts(session, number)
    shown = {name: counts[name] for name in ("total", "queued", "started", "sent", "failed", "unknown")}
    shown["other"] = counts["missed"] + counts["cancelled"]
    return Done(
        text("announcements-progress", number=number, **shown),
        {"broadcast": number, "state": broadcast.state.value, **counts},
    )


async def _noted(session: AsyncSession, act: str, actor: Actor, number: int, now: dt.datetime) -> None:
    await write_entry(
        session, act, now=now, actor=actor.signature, thing="broadcast", thing_id=number, channel=actor.via
    )


def _check(announcement: Announcement, now: dt.datetime) -> None:
    for words in announcement.words.values():
        check_words(words)
    if announcement.send_at is not None and announcement.send_at < now - dt.timedelta(minutes=5):
        raise refuse("announcements-past")


def _first_language(house: House, announcement: Announcement) -> str:
    if house.default_language in announcement.words:
        return house.default_language
    return next(iter(announcement.words))


async def _broadcast(session: AsyncSession, house: House, number: int) -> Broadcast:
    broadcast = await session.get(Broadcast, number)
    if broadcast is None or broadcast.organisation_id != house.organisation_id:
        raise refuse("announcements-no-such-broadcast", number=number)
    return broadcast


async def _one_live(session: AsyncSession, house: House) -> Broadcast:
    live = list(
        await session.scalars(
            select(Broadcast)
            .where(Broadcast.organisation_id == house.organisation_id, Broadcast.state.in_(LIVE))
            .where(Broadcast.kind.in_(["announcement", "digest"]))
            .order_by(Broadcast.id.desc())
        )
    )
    if len(live) != 1:
        numbers = ", ".join(str(b.id) for b in live) or "-"
        raise refuse("announcements-which-broadcast", numbers=numbers)
    return live[0]
