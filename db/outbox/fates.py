"""What became of deliveries, written in batches.

Each write names the worker and the attempt it speaks of: a late word about an older attempt changes nothing. A row
that a successor took for unknown is settled by the worker that knows better.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    FromClause,
    Integer,
    String,
    Table,
    Update,
    and_,
    case,
    func,
    literal_column,
    or_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from db.base import UtcTime
from db.deliveries import WAITING, WAITS, Delivery, Spending, Status
from db.outbox.sql import Columns, among, given_rows, insert_or, is_sqlite, rows_value

QUIETLY = {"synchronize_session": False}
_table = cast(Table, Delivery.__table__)
_NOT_YET: ColumnElement[bool] = _table.c.status.in_((Status.STARTED, Status.UNKNOWN))
_KEY: dict[str, TypeEngine[Any]] = {"row_id": BigInteger(), "attempt": Integer()}
_OF_SENT: Columns = _KEY | {"provider": String(), "at": UtcTime(), "parts": Integer(), "price": Integer()}
_OF_ENDED: Columns = _KEY | {"fate": String(), "why": String()}
_OF_AGAIN: Columns = _KEY | {
    "fate": String(),
    "why": String(),
    "due": UtcTime(),
    "attempts_now": Integer(),
    "once_more": Boolean(),
}
_OF_BACK: Columns = _KEY | {"fate": String(), "attempts_now": Integer()}


class Sent(NamedTuple):
    row_id: int
    attempt: int
    provider: str
    at: dt.datetime
    parts: int
    price: int


class Ended(NamedTuple):
    row_id: int
    attempt: int
    fate: Status
    why: str


class Again(NamedTuple):
    """Back to waiting, until `due`."""

    row_id: int
    attempt: int
    fate: Status
    why: str
    due: dt.datetime
    attempts_now: int
    once_more: bool


class Back(NamedTuple):
    """It never left: as if it had not been started, due when it was. `fate` is the status before."""

    row_id: int
    attempt: int
    fate: Status
    attempts_now: int


async def write_sent(session: AsyncSession, worker: str, rows: Sequence[Sent], *, delivered: bool = False) -> None:
    """A receipt may have come before the answer itself: then the status already says more, and stays."""
    await _write(session, worker, partial(_sent, delivered), rows)


async def write_ended(session: AsyncSession, worker: str, rows: Sequence[Ended]) -> None:
    await _write(session, worker, _ended, rows)


async def write_again(session: AsyncSession, worker: str, rows: Sequence[Again]) -> None:
    await _write(session, worker, _again, rows)


async def write_back(session: AsyncSession, worker: str, rows: Sequence[Back]) -> None:
    await _write(session, worker, _back, rows)


async def _write(
    session: AsyncSession, worker: str, statement: Callable[[bool], Update], rows: Sequence[Sequence[Any]]
) -> None:
    if rows:
        sqlite = is_sqlite(session)
        values = {"rows": rows_value(sqlite, rows), "worker": worker}
        await (await session.connection()).execute(statement(sqlite), values)


def _of_mine(given: FromClause) -> Update:
    """The rows of which this worker speaks, at this very attempt."""
    return update(_table).where(
        _table.c.id == given.c.row_id,
        _table.c.attempts == given.c.attempt,
        _table.c.claimed_by == given.c.worker,
    )


@cache
def _sent(delivered: bool, sqlite: bool) -> Update:
    given = given_rows(sqlite, _OF_SENT)
    fate = literal_column("'delivered'" if delivered else "'sent'", _table.c.status.type)
    values: dict[str, Any] = {
        "status": case((_NOT_YET, fate), else_=_table.c.status),
        "reason": case((_NOT_YET, literal_column("''")), else_=_table.c.reason),
        "provider_id": given.c.provider,
        "sent_at": func.coalesce(_table.c.sent_at, given.c.at),
        "segments": given.c.parts,
        "cost": given.c.price,
    }
    if delivered:
        values["delivered_at"] = func.coalesce(_table.c.delivered_at, given.c.at)
    return _of_mine(given).values(values)


@cache
def _ended(sqlite: bool) -> Update:
    given = given_rows(sqlite, _OF_ENDED)
    return _of_mine(given).where(_NOT_YET).values(status=given.c.fate, reason=given.c.why)


@cache
def _again(sqlite: bool) -> Update:
    given = given_rows(sqlite, _OF_AGAIN)
    return (
        _of_mine(given)
        .where(_NOT_YET)
        .values(
            status=given.c.fate,
            reason=given.c.why,
            due_at=given.c.due,
            attempts=given.c.attempts_now,
            sent_again=given.c.once_more,
            claimed_by=None,
            started_at=None,
        )
    )


@cache
def _back(sqlite: bool) -> Update:
    given = given_rows(sqlite, _OF_BACK)
    values = {"status": given.c.fate, "attempts": given.c.attempts_now, "claimed_by": None, "started_at": None}
    return _of_mine(given).where(_NOT_YET).values(**values)


async def write_not_started(session: AsyncSession, ids: Sequence[int], fate: Status, why: str) -> None:
    """Rows that were due and may not leave: cancelled or missed, with the reason."""
    if ids:
        await session.execute(
            update(Delivery)
            .where(among(session, Delivery.id, ids), Delivery.status.in_(WAITING))
            .values(status=fate, reason=why),
            execution_options=QUIETLY,
        )


async def write_later(session: AsyncSession, ids: Sequence[int], due_at: dt.datetime) -> None:
    """Rows that were due and must wait for an hour: they stay as they are, due then."""
    if ids:
        await session.execute(
            update(Delivery)
            .where(among(session, Delivery.id, ids), Delivery.status.in_(WAITING))
            .values(due_at=due_at),
            execution_options=QUIETLY,
        )


async def spend(session: AsyncSession, day: dt.date, channel: str, segments: int, cost: int) -> None:
    """Add what was just sent to the day's account."""
    added = insert_or(session, Spending).values(day=day, channel=channel, segments=segments, cost=cost, told=False)
    kept = Spending.__table__.c
    await session.execute(
        added.on_conflict_do_update(
            index_elements=["day", "channel"], set_={"segments": kept.segments + segments, "cost": kept.cost + cost}
        )
    )


async def miss_others(session: AsyncSession, channels: Sequence[str], now: dt.datetime, patience: dt.timedelta) -> None:
    """What waits for a channel that is not among these, past its hour."""
    past = or_(Delivery.not_after < now, and_(Delivery.not_after.is_(None), Delivery.queued_at < now - patience))
    await session.execute(
        update(Delivery)
        .where(literal_column(f"deliveries.{WAITS}"), Delivery.channel.not_in(channels), past)
        .values(status=Status.MISSED, reason="no-channel"),
        execution_options=QUIETLY,
    )
