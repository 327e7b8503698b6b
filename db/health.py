"""How the memory is doing: what waits and since when, what was set aside, what may be lost. For doctor and metrics.

Each question reads a partial index that is as small as its answer, whatever the history.
"""

from __future__ import annotations

import datetime as dt
import errno
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, func, literal_column, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession

from db.conversations import IncomingMessage
from db.deliveries import Delivery
from db.journal import Entry
from db.organisations import Organisation
from db.people import Person, PersonRole, Role
from db.session import Database

# The very words of the partial indexes: SQLite uses one only when it finds them in the question.
_UNSETTLED: ColumnElement[bool] = literal_column("deliveries.status IN ('queued', 'retrying', 'claimed', 'started')")
_UNKNOWN: ColumnElement[bool] = literal_column("deliveries.status = 'unknown'")
_NEW: ColumnElement[bool] = literal_column("incoming.state = 'new'")
_SET_ASIDE: ColumnElement[bool] = literal_column("incoming.state = 'set_aside'")
_UNSEALED: ColumnElement[bool] = literal_column("journal.place IS NULL")
_QUIETLY = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many, and the moment of the oldest; for deliveries, the moment from which it may leave."""

    number: int = 0
    oldest: dt.datetime | None = None

    def age(self, now: dt.datetime) -> float:
        """Seconds since the oldest began to wait; 0 when nothing does, or not yet."""
        return max(0.0, (now - self.oldest).total_seconds()) if self.oldest else 0.0


@dataclass(frozen=True, slots=True)
class Health:
    deliveries: Mapping[str, Backlog]  # by status: queued, retrying, claimed, started
    unknown: int
    incoming: Backlog
    set_aside: int
    unsealed: Backlog


async def health_of(session: AsyncSession) -> Health:
    rows = await session.execute(
        select(Delivery.status, func.count(), func.min(Delivery.due_at)).where(_UNSETTLED).group_by(Delivery.status)
    )
    new = (
        await session.execute(
            select(func.count(), func.min(IncomingMessage.received_at)).select_from(IncomingMessage).where(_NEW)
        )
    ).one()
    unsealed = (await session.execute(select(func.count(), func.min(Entry.at)).where(_UNSEALED))).one()
    return Health(
        deliveries={str(status): Backlog(number, due) for status, number, due in rows},
        unknown=await session.scalar(select(func.count()).select_from(Delivery).where(_UNKNOWN)) or 0,
        incoming=Backlog(new[0], new[1]),
        set_aside=await session.scalar(select(func.count()).select_from(IncomingMessage).where(_SET_ASIDE)) or 0,
        unsealed=Backlog(unsealed[0], unsealed[1]),
    )


NO_ROOM = 1_000_000  # bytes: with less on the disk of a SQLite file, the next message may be the one too many


def has_room(database: Database) -> bool:
    """SQLite goes on writing for a while where it wrote before, on a disk where nothing new can be kept."""
    file = make_url(database.url).database
    return not database.sqlite or not file or shutil.disk_usage(Path(file).absolute().parent).free >= NO_ROOM


async def try_to_write(session: AsyncSession) -> None:
    """Write what is there already. Raises as any other writing would: the disk is full, the database is read only..."""
    await session.execute(update(Organisation).values(name=Organisation.name), execution_options=_QUIETLY)


def disk_is_full(error: BaseException | None) -> bool:
    """Did the database refuse for want of room? SQLite's own name for it, or PostgreSQL's code."""
    cause = getattr(error, "orig", error)
    while cause is not None:
        if getattr(cause, "sqlite_errorname", "") == "SQLITE_FULL" or getattr(cause, "sqlstate", "") == "53100":
            return True
        if isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        cause = cause.__cause__
    return False


async def set_aside(session: AsyncSession, most: int = 20) -> list[IncomingMessage]:
    """The messages that made the code fail, the oldest first."""
    return list(
        await session.scalars(select(IncomingMessage).where(_SET_ASIDE).order_by(IncomingMessage.id).limit(most))
    )


async def coordinators_here(session: AsyncSession) -> int:
    found = await session.scalar(
        select(func.count())
        .select_from(PersonRole)
        .join(Person, Person.id == PersonRole.person_id)
        .where(PersonRole.role == Role.COORDINATOR, Person.erased_at.is_(None))
    )
    return found or 0
