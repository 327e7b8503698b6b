"""What is due: read with everything that decides whether it may leave, then marked started, in one transaction.

Waiting rows are asked for one *source* at a time: outside broadcasts by priority, then each broadcast that is sending.
A paused broadcast is thus never walked over, and every question costs what it brings back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    FromClause,
    Integer,
    ScalarSelect,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.base import UtcTime
from db.contacts import Consent, Contact, ContactPerson, Reach
from db.deliveries import WAITING, WAITS, Broadcast, Delivery, Priority, ReturnPath, Status, opened_path
from db.outbox.sql import Readers, among, in_list, in_one_value, is_sqlite, listed, readers, unpacked
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
    asked_for: str | None  # the channel
    erased_at: dt.datetime | None
    comment_id: int | None  # of a nameless comment's news: the comment, and the address sealed beside it
    sealed: str | None


@dataclass(frozen=True, slots=True)
class DueSource:
    """Where due rows are taken from: one priority outside broadcasts, or one broadcast."""

    priority: int
    broadcast_id: int | None = None


HOLDS_BACK = 3  # attempts, some fifteen seconds: after them a message that fails lets those behind it leave
CLOCKS_APART = dt.timedelta(seconds=5)  # between two machines, at most, for the limit of one chat
STILL_OPEN = dt.timedelta(days=30)  # how long after its end a broadcast's stragglers may leave
_table = cast(Table, Delivery.__table__)
_OF_DELIVERY = Ready._fields[: Ready._fields.index("to_contact_id")]
_OF_CONTACT = (Contact.id, Contact.address, Contact.consent, Contact.stopped_kinds, Contact.reach, Contact.hold)
_OF_PERSON = (Person.language, Person.no_accents, Person.pace, Person.paused_until, Person.channel, Person.erased_at)
_OF_PATH = (ReturnPath.comment_id, ReturnPath.sealed)
_CONTACT_FIELDS = Ready._fields[Ready._fields.index("to_contact_id") :][: len(_OF_CONTACT)]
_DUE_THEN_ID = itemgetter(-1, 0)
_NOW = bindparam("now", type_=UtcTime())
# A message of a broadcast that was sent may wait again: undelivered, tried once more by a coordinator...
_OPEN: ColumnElement[bool] = and_(
    literal_column("broadcasts.state IN ('sending', 'sent')"),
    func.coalesce(Broadcast.finished_at, _NOW) >= bindparam("since", type_=UtcTime()),
)
_WAITS: ColumnElement[bool] = literal_column(f"deliveries.{WAITS}")


async def sources(session: AsyncSession, channel: str, now: dt.datetime) -> list[DueSource]:
    """Every place where something is due, what leaves first first. Through the connection, as all hot questions."""
    values = {"wanted_channel": channel, "now": now, "since": now - STILL_OPEN}
    found = await (await session.connection()).execute(_ripe(), values)
    return sorted((DueSource(*row) for row in found), key=lambda s: (s.priority, s.broadcast_id or 0))


async def next_due(session: AsyncSession, channels: Iterable[str], now: dt.datetime) -> dt.datetime | None:
    """When the first of those that wait on these channels falls due, or did, be there room for it or not."""
    connection, hours = await session.connection(), list[dt.datetime]()
    for channel in channels:
        values = {"wanted_channel": channel, "now": now, "since": now - STILL_OPEN}
        hours += [hour for (hour,) in await connection.execute(_to_ripen(), values) if hour is not None]
    return min(hours, default=None)


@cache
def _to_ripen() -> CompoundSelect[Any]:
    """The first hour of each place, from the same indexes as below."""
    waits = _WAITS, Delivery.channel == bindparam("wanted_channel")
    first = select(func.min(Delivery.due_at))
    alone = [
        first.where(*waits, Delivery.broadcast_id.is_(None), Delivery.priority == int(priority))
        for priority in Priority
    ]
    of_broadcast = first.where(*waits, Delivery.broadcast_id == Broadcast.id).correlate(Broadcast)
    return union_all(*alone, select(of_broadcast.scalar_subquery()).select_from(Broadcast).where(_OPEN))


@cache
def _ripe() -> CompoundSelect[Any]:
    alone = [
        select(
            literal(int(priority)).label("priority"),
            literal_column("CAST(NULL AS INTEGER)", Integer()).label("broadcast_id"),
        ).where(exists().where(_WAITS, Delivery.broadcast_id.is_(None), Delivery.priority == int(priority), *_due()))
        for priority in Priority
    ]
    in_broadcasts = select(Broadcast.priority, Broadcast.id).where(
        _OPEN, looked_up(_WAITS, Delivery.broadcast_id == Broadcast.id, *_due())
    )
    return union_all(*alone, in_broadcasts)


def looked_up(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """EXISTS, asked of the index for each row in turn.

    Over a partial index that was empty when it was last vacuumed, PostgreSQL believes that it still is: it would rather
    join the two sides, and read the whole index for each row of a burst. An offset, even of nothing, forbids the join.
    """
    found: Select[Any] = select(literal_column("1")).where(*conditions)
    return found.suffix_with("OFFSET 0", dialect="postgresql").exists()


def _due() -> tuple[ColumnElement[bool], ...]:
    return Delivery.channel == bindparam("wanted_channel"), Delivery.due_at <= _NOW


@dataclass(frozen=True, slots=True)
class DueRequest:
    """What is asked of a source: rows due at `now` for one channel, `at_most` so many.

    `quiet_since`: contacts written to after it are left for later; None where one process sends and knows it by itself.
    """

    channel: str
    now: dt.datetime
    at_most: int
    quiet_since: dt.datetime | None = None


async def take(session: AsyncSession, source: DueSource, wanted: DueRequest) -> list[Ready]:
    """Due rows of one source, the oldest first; on PostgreSQL, locked until the transaction ends."""
    statement, values = due_rows(source, wanted)
    connection = await session.connection()
    if not is_sqlite(session):
        return await _opened(session, [Ready(*row) for row in await connection.execute(statement, values)])
    packed, read_by = packed_rows(source.broadcast_id is not None, wanted.quiet_since is not None)
    rows = unpacked((await connection.execute(packed, values)).scalar_one(), read_by)
    return await _opened(session, [Ready(*row[:-1]) for row in sorted(rows, key=_DUE_THEN_ID)])


def due_rows(source: DueSource, wanted: DueRequest) -> tuple[Select[Any], dict[str, Any]]:
    """The hot query and its values. A test reads its plan: the partial indexes serve it whatever the history."""
    values = {
        "place": source.priority if source.broadcast_id is None else source.broadcast_id,
        "wanted_channel": wanted.channel,
        "now": wanted.now,
        "since": wanted.now - STILL_OPEN,
        "at_most": wanted.at_most,
    }
    if wanted.quiet_since is not None:
        values["quiet_since"] = wanted.quiet_since
        values["quiet_until"] = wanted.now + CLOCKS_APART
    return _due_rows(source.broadcast_id is not None, wanted.quiet_since is not None), values


@cache
def _due_rows(in_broadcast: bool, spaced: bool) -> Select[Any]:
    # Kept: building a statement costs more than running it.
    picked = _picked(in_broadcast, spaced).cte("picked")
    return _with_what_decides(picked).order_by(picked.c.due_at, picked.c.id)


@cache
def packed_rows(in_broadcast: bool, spaced: bool) -> tuple[Select[Any], Readers]:
    """The same for SQLite, as one value, with `due_at` last: its order is ours to keep."""
    picked = _picked(in_broadcast, spaced).cte("picked")
    rows = _with_what_decides(picked)
    return in_one_value(rows.add_columns(picked.c.due_at)), readers(rows)


async def rows_of(session: AsyncSession, ids: Sequence[int]) -> list[Ready]:
    """These deliveries, whatever their state, as they would be read to leave."""
    statement = _with_what_decides(_table).where(among(session, _table.c.id, ids)).order_by(_table.c.id)
    return await _opened(session, [Ready(*row) for row in await session.execute(statement)])


async def _opened(session: AsyncSession, rows: list[Ready]) -> list[Ready]:
    """News of nameless comments get the address that was sealed; what this key does not open has none."""
    if not any(row.sealed for row in rows):
        return rows
    addresses = {row.id: opened_path(session, row.comment_id or 0, row.sealed) for row in rows if row.sealed}
    numbers = [address.contact_id for address in addresses.values() if address is not None]
    found = await session.execute(select(*_OF_CONTACT).where(Contact.id.in_(numbers)))
    contacts: dict[int, Sequence[Any]] = {contact[0]: contact for contact in found}
    opened = []
    for row in rows:
        address = addresses.get(row.id)
        contact = contacts.get(address.contact_id) if address else None
        opened.append(row if contact is None else row._replace(**dict(zip(_CONTACT_FIELDS, contact, strict=True))))
    return opened


def _with_what_decides(rows: FromClause) -> Select[Any]:
    """These rows of deliveries, with their address, its consent, and their person: the columns of `Ready`."""
    name = case((and_(Contact.shared, rows.c.broadcast_id.is_not(None)), _everyone_there()), else_=Person.name)
    return (
        select(*(rows.c[name] for name in _OF_DELIVERY), *_OF_CONTACT, name.label("name"), *_OF_PERSON, *_OF_PATH)
        .select_from(rows)
        .join(ReturnPath, ReturnPath.id == rows.c.return_path_id, isouter=True)
        .join(Contact, Contact.id == rows.c.contact_id, isouter=True)
        .join(Person, Person.id == rows.c.person_id, isouter=True)
    )


def _everyone_there() -> ScalarSelect[str]:
    """The names of those who share a phone, "Rose & Luc": what is sent to it once is for all of them."""
    each = aliased(Person, name="each")
    return (
        select(func.aggregate_strings(each.name, " & "))
        .join(ContactPerson, ContactPerson.person_id == each.id)
        .where(ContactPerson.contact_id == Contact.id, ContactPerson.agreed, each.erased_at.is_(None), each.name != "")
        .correlate(Contact)
        .scalar_subquery()
    )


def _picked(in_broadcast: bool, spaced: bool) -> Select[Any]:
    columns = [_table.c[name] for name in (*_OF_DELIVERY, "return_path_id", "due_at")]
    picked = select(*columns).where(_WAITS, _place(in_broadcast), *_due())
    picked = picked.where(~_after_another())
    if spaced:
        picked = picked.where(~_just_written_to())
    picked = picked.order_by(Delivery.due_at, Delivery.id).limit(bindparam("at_most", type_=Integer()))
    return picked.with_for_update(skip_locked=True)


def _place(in_broadcast: bool) -> ColumnElement[bool]:
    if in_broadcast:
        return Delivery.broadcast_id == bindparam("place")
    return and_(Delivery.broadcast_id.is_(None), Delivery.priority == bindparam("place"))


def _just_written_to() -> ColumnElement[bool]:
    """Not "since then": what was started at an hour to come was started before the clock was set back."""
    recent = aliased(Delivery, name="recent")
    around = recent.started_at.between(
        bindparam("quiet_since", type_=UtcTime()), bindparam("quiet_until", type_=UtcTime())
    )
    return exists().where(recent.contact_id == Delivery.contact_id, around)


def _after_another() -> ColumnElement[bool]:
    """An earlier message of the same conversation is on its way, or could leave, or will soon be tried again.

    What waits for its hour, or in a paused broadcast, holds nothing back; nor does what failed so often that something
    must be wrong with that very message.
    """
    earlier = aliased(Delivery, name="earlier")
    under_way: ColumnElement[bool] = literal_column("earlier.status IN ('claimed', 'started')")
    # Queued at an hour to come: the clock was set back since, and it will be put right in a moment.
    tried_again = and_(literal_column("earlier.status = 'retrying'"), earlier.attempts < HOLDS_BACK)
    ripe = and_(earlier.due_at <= _NOW, earlier.attempts < HOLDS_BACK)
    leaves_soon = or_(ripe, tried_again, earlier.queued_at > _NOW)
    may_leave = or_(earlier.broadcast_id.is_(None), exists().where(Broadcast.id == earlier.broadcast_id, _OPEN))
    return looked_up(
        literal_column("earlier.status IN ('queued', 'retrying', 'claimed', 'started')"),
        earlier.contact_id == Delivery.contact_id,
        earlier.priority == Delivery.priority,
        earlier.id < Delivery.id,
        or_(under_way, and_(leaves_soon, may_leave)),
    )


async def mark_started(session: AsyncSession, ids: Sequence[int], worker: str, now: dt.datetime) -> int:
    """Claim these rows and say that they are about to leave; the count names how many were still waiting."""
    sqlite = is_sqlite(session)
    values = {"ids": listed(sqlite, ids), "worker": worker, "now": now}
    done = await (await session.connection()).execute(_mark_started(sqlite), values)
    return done.rowcount


async def due_again(session: AsyncSession, now: dt.datetime, step: dt.timedelta) -> int:
    """The clock was set back by `step`: what waits for an hour that was near is due now. How many.

    That is what was queued at an hour to come, or is due about so much later. What was meant for later (`not_before`)
    still is; quiet hours are looked at again when it starts.
    """
    mistaken = or_(Delivery.queued_at > now + CLOCKS_APART, Delivery.due_at > now + step / 2)
    meant = or_(Delivery.not_before.is_(None), Delivery.not_before <= now)
    done = await session.execute(
        update(Delivery).where(_WAITS, Delivery.due_at > now, meant, mistaken).values(due_at=now),
        execution_options={"synchronize_session": False},
    )
    return done.rowcount  # type: ignore[attr-defined, no-any-return]


@cache
def _mark_started(sqlite: bool) -> Update:
    return (
        update(_table)
        .where(in_list(sqlite, _table.c.id, "ids"), _table.c.status.in_(WAITING))
        .values(status=Status.STARTED, claimed_by=bindparam("worker"), started_at=_NOW, attempts=_table.c.attempts + 1)
    )
