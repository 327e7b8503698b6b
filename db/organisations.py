"""The organisation that speaks, its roundtables, and the numbers it gives out."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class Organisation(Base):
    __tablename__ = "organisations"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    # What coordinators may change without touching the environment (digest day, rates shown...).
    preferences: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Counter(Base):
    """Numbers told to people ("claim no. 12"): without holes, one series per kind of thing."""

    __tablename__ = "counters"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(default=0)


class Roundtable(Base):
    """A table de concertation, or one of its committees."""

    __tablename__ = "roundtables"
    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    name: Mapped[str]
    territory: Mapped[str] = mapped_column(default="")


async def next_number(session: AsyncSession, organisation_id: int, kind: str) -> int:
    """The next number of a series; the row stays locked until the transaction ends, so no number is skipped."""
    taken = await session.execute(
        update(Counter)
        .where(Counter.organisation_id == organisation_id, Counter.kind == kind)
        .values(last=Counter.last + 1)
        .returning(Counter.last)
    )
    number = taken.scalar_one_or_none()
    if number is None:
        session.add(Counter(organisation_id=organisation_id, kind=kind, last=1))
        await session.flush()
        return 1
    return number


async def roundtable_named(session: AsyncSession, organisation_id: int, name: str) -> Roundtable | None:
    rows = await session.scalars(select(Roundtable).where(Roundtable.organisation_id == organisation_id))
    wanted = name.strip().casefold()
    return next((row for row in rows if row.name.casefold() == wanted), None)


async def roundtable_made(session: AsyncSession, organisation_id: int, name: str, territory: str = "") -> Roundtable:
    """The roundtable of that name, created when it is new."""
    found = await roundtable_named(session, organisation_id, name)
    if found is None:
        found = Roundtable(organisation_id=organisation_id, name=name.strip(), territory=territory)
        session.add(found)
        await session.flush()
    return found
