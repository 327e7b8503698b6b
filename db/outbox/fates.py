"""What became of deliveries, written in batches.

Each write names the worker and the attempt it speaks of: a late word about an older attempt changes nothing. A row
that a successor took for unknown is settled by the worker that knows better.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    FromClause,
    Integer,
    String,
    Table,
    Update,
    case,
    func,
    literal_column,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from db.base import UtcTime
from db.deliveries import WAITING, Delivery, Spending, Status
from db.outbox.sql import Columns, among, given_rows, insert_or, is_sqlite, rows_value

QUIETLY = {"synchronize_session": False}
_table = cast(Table, Delivery.__table__)
_NOT_YET: ColumnElement[bool] = _table.c.status.in_((Status.STARTED, Status.UNKNOWN))
_KEY: dict[str, TypeEngine[Any]] = {"row_id": BigInteger(), "worker": String(), "attempt": Integer()}
_OF_SENT: Columns = _KEY | {
    "fate": String(),
    "provider": String(),
    "at": UtcTime(),
    "arrived": UtcTime(),
    "parts": Integer(),
    "price": Integer(),
}
_OF_SETTLED: Columns = _KEY | {"fate": String(), "why": String()}
_OF_AGAIN: Columns = _KEY | {
    "fate": String(),
    "why": String(),
    "due": UtcTime(),
    "attempts_now": Integer(),
    "once_more": Boolean(),
}
_OF_BACK: Columns = _KEY | {"fate": String(), "attempts_now": Integer()}

Rows = Sequence[dict[str, Any]]


async def write_sent(session: AsyncSession, rows: Rows) -> None:
    """Rows: row_id, worker, attempt, fate (sent, delivered), provider, at, arrived, parts, price.

    A receipt may have come before the answer itself: then the status already says more.
    """
    await _write(session, _sent, _OF_SENT, rows)


async def write_settled(session: AsyncSession, rows: Rows) -> None:
    """Rows: row_id, worker, attempt, fate (failed, unknown), why."""
    await _write(session, _settled, _OF_SETTLED, rows)


async def write_again(session: AsyncSession, rows: Rows) -> None:
    """Back to waiting. Rows: row_id, worker, attempt, fate, why, due, attempts_now, once_more."""
    await _write(session, _again, _OF_AGAIN, rows)


async def write_back(session: AsyncSession, rows: Rows) -> None:
    """They never left: as if they had not been started, due when they were.

    Rows: row_id, worker, attempt, fate (the status before), attempts_now.
    """
    await _write(session, _back, _OF_BACK, rows)


async def _write(session: AsyncSession, statement: Callable[[bool], Update], columns: Columns, rows: Rows) -> None:
    if rows:
        sqlite = is_sqlite(session)
        value = {"rows": rows_value(sqlite, columns, rows)}
        await (await session.connection()).execute(statement(sqlite), value)


def _of_mine(given: FromClause) -> Update:
    """The rows of which this worker speaks, at this very attempt."""
    return update(_table).where(
        _table.c.id == given.c.row_id,
        _table.c.claimed_by == given.c.worker,
        _table.c.attempts == given.c.attempt,
    )


@cache
def _sent(sqlite: bool) -> Update:
    given = given_rows(sqlite, _OF_SENT)
    return _of_mine(given).values(
        status=case((_NOT_YET, type_coerce(given.c.fate, _table.c.status.type)), else_=_table.c.status),
        reason=case((_NOT_YET, literal_column("''")), else_=_table.c.reason),
        provider_id=given.c.provider,
        delivered_at=func.coalesce(_table.c.delivered_at, given.c.arrived),
        sent_at=func.coalesce(_table.c.sent_at, given.c.at),
        segments=given.c.parts,
        cost=given.c.price,
    )


@cache
def _settled(sqlite: bool) -> Update:
    given = given_rows(sqlite, _OF_SETTLED)
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
