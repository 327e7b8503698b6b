"""What is due: read with everything that decides whether it may leave, then marked started, in one transaction.

Waiting rows are asked for one *source* at a time: outside broadcasts by priority, then each broadcast that is sending.
A paused broadcast is thus never walked over, and every question costs what it brings back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.contacts import Consent, Contact, Reach
from db.deliveries import WAITING, WAITS, Broadcast, BroadcastState, Delivery, Priority, ReturnPath, Status
from db.outbox.sql import among
from db.people import Pace, Person


class Ready(NamedTuple):
    """A due delivery with what decides its fate now: its address, its consent, its person."""

    id: int
    kind: str
    channel: str
    contact_id: int | None
    person_id: int | None
    broadcast_id: int | None
    broadcast_text_id: int | None
    body: str | None
    buttons: list[Any] | None
    image: str | None
    status: Status
    priority: int
    attempts: int
    expects_answer: bool
    any_hour: bool
    any_consent: bool
    queued_at: dt.datetime
    started_at: dt.datetime | None
    not_after: dt.datetime | None
    segments: int
    fallback_of: int | None
    sent_again: bool
    to_contact_id: int | None
    address: str | None
    consent: Consent | None
    stopped_kinds: str | None
    reach: Reach | None
    hold: bool | None
    name: str | None
    language: str | None
    no_accents: bool | None
    pace: Pace | None
    paused_until: dt.datetime | None
    erased_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where due rows are taken from: one priority outside broadcasts, or one broadcast."""

    priority: int
    broadcast_id: int | None = None


_OF_DELIVERY = (
    Delivery.id,
    Delivery.kind,
    Delivery.channel,
    Delivery.contact_id,
    Delivery.person_id,
    Delivery.broadcast_id,
    Delivery.broadcast_text_id,
    Delivery.body,
    Delivery.buttons,
    Delivery.image,
    Delivery.status,
    Delivery.priority,
    Delivery.attempts,
    Delivery.expects_answer,
    Delivery.any_hour,
    Delivery.any_consent,
    Delivery.queued_at,
    Delivery.started_at,
    Delivery.not_after,
    Delivery.segments,
    Delivery.fallback_of,
    Delivery.sent_again,
)
_OF_CONTACT = (Contact.id, Contact.address, Contact.consent, Contact.stopped_kinds, Contact.reach, Contact.hold)
_OF_PERSON = (Person.name, Person.language, Person.no_accents, Person.pace, Person.paused_until, Person.erased_at)
_WAITS: ColumnElement[bool] = literal_column(f"deliveries.{WAITS}")


async def sources(session: AsyncSession) -> list[Source]:
    """Every place that may hold due rows, what leaves first first."""
    sending = await session.execute(
        select(Broadcast.priority, Broadcast.id).where(Broadcast.state == BroadcastState.SENDING)
    )
    alone = [Source(priority) for priority in Priority]
    in_broadcasts = [Source(priority, broadcast_id) for priority, broadcast_id in sending]
    return sorted([*alone, *in_broadcasts], key=lambda s: (s.priority, s.broadcast_id or 0))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a source: rows due at `now` for one channel, `at_most` so many.

    `sending` are the broadcasts under way. `quiet_since`: contacts written to after it are left for later; None where
    one process sends and knows it by itself.
    """

    channel: str
    now: dt.datetime
    sending: tuple[int, ...]
    at_most: int
    quiet_since: dt.datetime | None = None


async def take(session: AsyncSession, source: Source, wanted: Wanted) -> list[Ready]:
    """Due rows of one source, the oldest first; on PostgreSQL, locked until the transaction ends."""
    return [Ready(*row) for row in await session.execute(due_rows(source, wanted))]


def due_rows(source: Source, wanted: Wanted) -> Select[Any]:
    """The hot query. `tests` read its plan: it must use the partial indexes whatever the history."""
    picked = _picked(source, wanted).cte("picked")
    return _with_what_decides().join(picked, picked.c.id == Delivery.id).order_by(Delivery.due_at, Delivery.id)


async def rows_of(session: AsyncSession, ids: Sequence[int]) -> list[Ready]:
    """These deliveries, whatever their state, as they would be read to leave."""
    statement = _with_what_decides().where(among(session, Delivery.id, ids)).order_by(Delivery.id)
    return [Ready(*row) for row in await session.execute(statement)]


def _with_what_decides() -> Select[Any]:
    return (
        select(*_OF_DELIVERY, *_OF_CONTACT, *_OF_PERSON)
        .join(ReturnPath, ReturnPath.id == Delivery.return_path_id, isouter=True)
        .join(Contact, Contact.id == func.coalesce(Delivery.contact_id, ReturnPath.contact_id), isouter=True)
        .join(Person, Person.id == Delivery.person_id, isouter=True)
    )


def _picked(source: Source, wanted: Wanted) -> Select[Any]:
    picked = select(Delivery.id).where(
        _WAITS, _place(source), Delivery.channel == wanted.channel, Delivery.due_at <= wanted.now
    )
    picked = picked.where(~_after_another(wanted.sending, wanted.now))
    if wanted.quiet_since is not None:
        picked = picked.where(~_just_written_to(wanted.quiet_since))
    return picked.order_by(Delivery.due_at, Delivery.id).limit(wanted.at_most).with_for_update(skip_locked=True)


def _place(source: Source) -> ColumnElement[bool]:
    if source.broadcast_id is not None:
        return Delivery.broadcast_id == source.broadcast_id
    return and_(Delivery.broadcast_id.is_(None), Delivery.priority == source.priority)


def _just_written_to(since: dt.datetime) -> ColumnElement[bool]:
    recent = aliased(Delivery, name="recent")
    return exists().where(recent.contact_id == Delivery.contact_id, recent.started_at > since)


def _after_another(sending: Sequence[int], now: dt.datetime) -> ColumnElement[bool]:
    """An earlier message of the same conversation is on its way, or could leave, or will be tried again.

    What waits for its hour, or in a paused broadcast, holds nothing back.
    """
    earlier = aliased(Delivery, name="earlier")
    under_way: ColumnElement[bool] = literal_column("earlier.status IN ('claimed', 'started')")
    leaves_soon = or_(earlier.due_at <= now, literal_column("earlier.status = 'retrying'"))
    may_leave = or_(earlier.broadcast_id.is_(None), earlier.broadcast_id.in_(sending))
    return exists().where(
        literal_column("earlier.status IN ('queued', 'retrying', 'claimed', 'started')"),
        earlier.contact_id == Delivery.contact_id,
        earlier.priority == Delivery.priority,
        earlier.id < Delivery.id,
        or_(under_way, and_(leaves_soon, may_leave)),
    )


async def mark_started(session: AsyncSession, ids: Sequence[int], worker: str, now: dt.datetime) -> int:
    """Claim these rows and say that they are about to leave; the count names how many were still waiting."""
    done = await session.execute(
        update(Delivery)
        .where(among(session, Delivery.id, ids), Delivery.status.in_(WAITING))
        .values(status=Status.STARTED, claimed_by=worker, started_at=now, attempts=Delivery.attempts + 1),
        execution_options={"synchronize_session": False},
    )
    return done.rowcount  # type: ignore[attr-defined, no-any-return]
