"""One text to many people: rendered and kept at approval, counted and priced before, fanned out at its hour."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select

from db.audience import Audience, Count, audience_select, count_audience
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Priority
from db.journal import write_entry
from db.outbox.broadcasts import fan_out
from db.people import coordinators
from db.session import AsyncSession
from handlers.access import Actor
from handlers.turn import House
from messages import Channel, Money, Outgoing
from messages.render import render
from messages.sms_text import prepare

# The kind of stop that concerns each kind of broadcast.
STOP_KIND = {"digest": "digest", "reminder": "reminders", "announcement": "announcements", "notice": "notices"}
CHANNELS = (Channel.TELEGRAM, Channel.SMS)
LONGEST_NAME = "Marie-Madeleine"  # what a first name may add to a text's length, in the preview

# The words for one language: a language nobody wrote for falls back inside the catalogue.
Words = Callable[[str, Channel], Outgoing]


@dataclass(frozen=True, slots=True)
class Shown:
    """One text exactly as its phone will show it."""

    language: str
    channel: Channel
    people: int
    body: str
    buttons: tuple[str, ...]
    segments: int  # 0 on Telegram
    segments_as_written: int
    changes: tuple[object, ...]
    warnings: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What will leave, to how many people on which channel, for how much."""

    texts: tuple[Shown, ...]
    count: Count
    cost: Money
    not_translated: Mapping[str, int] = field(default_factory=dict)  # language -> people who read it

    @property
    def segments(self) -> int:
        return sum(text.segments * text.people for text in self.texts)

    @property
    def fingerprint(self) -> str:
        """Of every word shown: what was approved is what was seen."""
        seen = [[text.language, text.channel.value, text.body, *text.buttons] for text in self.texts]
        return hashlib.sha256(json.dumps([self.count.total, seen]).encode()).hexdigest()


async def preview(
    session: AsyncSession,
    house: House,
    words: Words,
    audience: Audience,
    kind: str,
    now: dt.datetime,
    *,
    urgent: bool = False,
    written_in: Collection[str] | None = None,
) -> Preview:
    """Every text that will leave, with segments, people per channel and cost. Channels without anyone are shown too.

    `written_in`: the languages of the coordinator's own words, the organisation's alone when it is not said.
    """
    count = await count_audience(session, house.organisation_id, audience, STOP_KIND[kind], now, urgent=urgent)
    wanted = set(count.by_text) | {(house.default_language, channel.value) for channel in CHANNELS}
    order = sorted(wanted, key=lambda pair: (pair[0] != house.default_language, pair[0], pair[1] != "telegram"))
    texts = tuple(
        _shown(house, words, language, Channel(channel), count.by_text.get((language, channel), 0))
        for language, channel in order
    )
    cents = round(sum(t.segments * t.people for t in texts) * house.sms_price * 100)
    written = {house.default_language} if written_in is None else set(written_in)
    others: Counter[str] = Counter()
    for (language, _channel), people in count.by_text.items():
        if language not in written:
            others[language] += people
    return Preview(texts, count, Money(cents), {language: people for language, people in others.items() if people})


def _shown(house: House, words: Words, language: str, channel: Channel, people: int) -> Shown:
    body, buttons = _rendered(house, words(language, channel), language, channel)
    if channel is not Channel.SMS:
        return Shown(language, channel, people, body, buttons, 0, 0, (), ())
    ready = prepare(body.replace("{name}", LONGEST_NAME))
    return Shown(
        language,
        channel,
        people,
        prepare(body).text,
        buttons,
        ready.segments,
        ready.segments_as_written,
        ready.changes,
        ready.warnings,
    )


def _rendered(house: House, outgoing: Outgoing, language: str, channel: Channel) -> tuple[str, tuple[str, ...]]:
    rendered = render(house.catalogue, outgoing, language, channel)
    return rendered.body, tuple(label for label, _data in rendered.buttons)


async def keep_texts(session: AsyncSession, house: House, broadcast: Broadcast, words: Words) -> None:
    """Approval renders and keeps every text: what was approved is what leaves, whatever is edited later."""
    await session.execute(delete(BroadcastText).where(BroadcastText.broadcast_id == broadcast.id))
    for language in house.catalogue.languages:
        for channel in CHANNELS:
            outgoing = words(language, channel)
            body, _buttons = _rendered(house, outgoing, language, channel)
            ready = prepare(body) if channel is Channel.SMS else None
            options = [
                [option.value, house.catalogue.text(option.label, language, channel)] for option in outgoing.options
            ]
            session.add(
                BroadcastText(
                    broadcast_id=broadcast.id,
                    language=language,
                    channel=channel.value,
                    body=ready.text if ready else body,
                    options=options,
                    segments=ready.segments if ready else 0,
                )
            )
    await session.flush()


async def new_broadcast(
    session: AsyncSession,
    house: House,
    kind: str,
    audience: Audience,
    words: Words,
    *,
    now: dt.datetime,
    actor: Actor | None = None,
    send_at: dt.datetime | None = None,
    not_after: dt.datetime | None = None,
    priority: Priority = Priority.BROADCAST,
    state: BroadcastState = BroadcastState.SCHEDULED,
) -> Broadcast:
    """A broadcast with its kept texts, ready to be sent at its hour (`send_due` does it)."""
    broadcast = Broadcast(
        organisation_id=house.organisation_id,
        kind=kind,
        state=state,
        audience=audience.to_json(),
        priority=int(priority),
        send_at=send_at or now,
        not_after=not_after,
        created_by=actor.person_id if actor else None,
        created_at=now,
    )
    session.add(broadcast)
    await session.flush()
    await keep_texts(session, house, broadcast, words)
    return broadcast


async def send_now(session: AsyncSession, house: House, broadcast: Broadcast, now: dt.datetime) -> int:
    """Turn the audience into deliveries, in this transaction; one journal entry for the whole broadcast."""
    urgent = broadcast.priority <= Priority.URGENT
    people = audience_select(
        house.organisation_id, Audience.from_json(broadcast.audience), STOP_KIND[broadcast.kind], now, urgent=urgent
    )
    number = await fan_out(session, broadcast, people, now)
    await write_entry(
        session,
        "broadcast.started",
        now=now,
        thing="broadcast",
        thing_id=broadcast.id,
        kind=broadcast.kind,
        people=number,
    )
    return number


async def send_due(session: AsyncSession, house: House, now: dt.datetime) -> int:
    """The broadcasts whose hour has come. Those whose usefulness has passed are missed, visibly."""
    due = await session.scalars(
        select(Broadcast)
        .where(Broadcast.state == BroadcastState.SCHEDULED, Broadcast.send_at <= now)
        .order_by(Broadcast.id)
        .limit(20)
        .with_for_update(skip_locked=True)  # two ticks at once: each takes its own
    )
    done = 0
    for broadcast in due:
        if broadcast.not_after is not None and broadcast.not_after <= now:
            broadcast.state, broadcast.finished_at = BroadcastState.CANCELLED, now
            broadcast.pause_reason = "too-late"
            await write_entry(
                session, "broadcast.missed", now=now, thing="broadcast", thing_id=broadcast.id, kind=broadcast.kind
            )
        else:
            await send_now(session, house, broadcast, now)
        done += 1
    return done


class Approval(StrEnum):
    """What lets a broadcast of this size go."""

    SHOWN = "shown"  # its preview, and a yes
    RETYPED = "retyped"  # the number of people, retyped by the one coordinator there is
    SECOND = "second"  # another coordinator


async def approval_for(session: AsyncSession, house: House, people: int) -> Approval:
    """Above the set number of people a second coordinator approves; a coordinator alone retypes the number."""
    if not house.approval_above or people <= house.approval_above:
        return Approval.SHOWN
    alone = len(await coordinators(session, house.organisation_id)) < 2
    return Approval.RETYPED if alone else Approval.SECOND


async def approved(
    session: AsyncSession,
    topic: str,
    broadcast: Broadcast,
    shown: Preview,
    people: int,
    *,
    thing: tuple[str, int],
    now: dt.datetime,
    actor: Actor,
) -> dict[str, Any]:
    """Writes that `actor` approved it for so many people; what the act answers to the shell and to exports."""
    broadcast.approved_count = people
    cost = shown.cost
    await write_entry(
        session,
        f"{topic}.approved",
        now=now,
        actor=actor.signature,
        thing=thing[0],
        thing_id=thing[1],
        channel=actor.via,
        people=people,
        segments=shown.segments,
        cents=cost.cents,
    )
    return {
        "broadcast": broadcast.id,
        "people": people,
        "segments": shown.segments,
        "cost": f"{cost.cents / 100:.2f}",
    }


def same_words(outgoing: Outgoing) -> Words:
    """The same message in every language and channel (the catalogue translates it)."""
    return lambda _language, _channel: outgoing


def written_words(by_language: Mapping[str, str], fallback: str) -> Words:
    """Words a coordinator wrote, per language; a language without its own falls back."""
    return lambda language, _channel: Outgoing(by_language.get(language) or by_language[fallback])
