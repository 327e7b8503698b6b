"""The limit that every worker of every machine shares: one row per provider account, pushed forward before sending."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.deliveries import Limiter
from db.outbox.fates import QUIETLY
from db.outbox.sql import database_time, insert_or

LONGEST_PAUSE = dt.timedelta(hours=1)  # whatever was written
FURTHEST = dt.timedelta(minutes=2)  # no slot is reserved further ahead, however long the messages and many the workers


@dataclass(frozen=True, slots=True)
class Grant:
    """`count` slots, `apart` seconds one from the next; the first opens `opens_in` seconds after the database's now."""

    count: int
    apart: float
    opens_in: float


async def reserve(session: AsyncSession, account: str, count: int, apart: float, lead: float) -> Grant:
    """Push the account's row forward by `count` slots. The row stays locked until the transaction ends: keep it short.

    `lead`, in seconds, is left for the commit and the way back, so that the first slot is not late already.
    """
    row = await _locked(session, account)
    now = await database_time(session)
    # A slot further than any reservation can reach was written before the database's clock was set back.
    next_slot_at = row.next_slot_at if row.next_slot_at - now < FURTHEST else now
    first = max(next_slot_at, now + dt.timedelta(seconds=lead), now + _pause_left(row.paused_at, row.paused_until, now))
    await _write(session, account, next_slot_at=first + dt.timedelta(seconds=count * apart))
    return Grant(count, apart, (first - now).total_seconds())


async def pause_account(session: AsyncSession, account: str, seconds: float) -> bool:
    """Nobody sends through this account before then. A longer pause already said stays; False: it was known already."""
    row = await _locked(session, account)
    now = await database_time(session)
    asked, known = dt.timedelta(seconds=seconds), _pause_left(row.paused_at, row.paused_until, now)
    await _write(session, account, paused_at=now, paused_until=now + max(asked, known))
    return known < asked / 2


async def paused_for(session: AsyncSession, account: str) -> float:
    """Seconds until the account may send again; 0 when it may now."""
    found = await session.execute(select(Limiter.paused_at, Limiter.paused_until).where(Limiter.account == account))
    said_at, until = found.one_or_none() or (None, None)
    if until is None:
        return 0.0
    return _pause_left(said_at, until, await database_time(session)).total_seconds()


def _pause_left(said_at: dt.datetime | None, until: dt.datetime | None, now: dt.datetime) -> dt.timedelta:
    """Said at an hour to come, it was said before the clock was set back: who heard it waits by a clock of its own."""
    if until is None or (said_at is not None and said_at > now):
        return dt.timedelta(0)
    return min(max(dt.timedelta(0), until - now), LONGEST_PAUSE)


async def _locked(session: AsyncSession, account: str) -> Limiter:
    wanted = select(Limiter).where(Limiter.account == account).with_for_update()
    wanted = wanted.execution_options(populate_existing=True)
    row = await session.scalar(wanted)
    if row is None:
        fresh = insert_or(session, Limiter).values(account=account, next_slot_at=await database_time(session))
        await session.execute(fresh.on_conflict_do_nothing())
        row = (await session.scalars(wanted)).one()
    return row


async def _write(session: AsyncSession, account: str, **values: dt.datetime) -> None:
    await session.execute(update(Limiter).where(Limiter.account == account).values(**values), execution_options=QUIETLY)


__all__ = ["Grant", "pause_account", "paused_for", "reserve"]
