"""The organisation that speaks, its roundtables, and the numbers it gives out."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.labels import Label, by_name, comparable


class PlaceKind(StrEnum):
    """What people take part in. The three are never added up."""

    MECHANISM = "mechanism"
    PROJECT = "project"
    VOLUNTEERING = "volunteering"


class Level(StrEnum):
    LOCAL = "local"
    REGIONAL = "regional"


class Organisation(Base):
    __tablename__ = "organisations"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Label)
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
    name: Mapped[str] = mapped_column(Label)
    territory: Mapped[str] = mapped_column(Label, default="")
    place_kind: Mapped[PlaceKind] = mapped_column(
        EnumText(PlaceKind), default=PlaceKind.MECHANISM, server_default=PlaceKind.MECHANISM.value
    )
    level: Mapped[Level | None] = mapped_column(EnumText(Level))


class Territory(Base):
    """A territory by the name that people and roundtables bear, and the other names under which it was written."""

    __tablename__ = "territories"
    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    name: Mapped[str] = mapped_column(Label)
    other_names: Mapped[list[Any]] = mapped_column(default=list)
    # Of the last one that it took in, all that taking them apart needs; None once it cannot be.
    absorbed: Mapped[dict[str, Any] | None]
    absorbed_at: Mapped[dt.datetime | None]


class Envelope(Base):
    """What a territory may spend in a fiscal year on the participation of people: allowances and expenses together."""

    __tablename__ = "envelopes"
    __table_args__ = (UniqueConstraint("organisation_id", "territory_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    territory_id: Mapped[int] = mapped_column(ForeignKey("territories.id", ondelete="CASCADE"))
    year: Mapped[int]  # the one in which the fiscal year begins
    cents: Mapped[int]
    told_at: Mapped[dt.datetime | None]  # coordinators know that most of it is spent


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
    wanted = comparable(name)
    return next((row for row in rows if comparable(row.name) == wanted), None)


async def roundtable_made(session: AsyncSession, organisation_id: int, name: str, territory: str = "") -> Roundtable:
    """The roundtable of that name, created when it is new."""
    found = await roundtable_named(session, organisation_id, name)
    if found is None:
        listed = await listed_territory(session, organisation_id, territory)
        found = Roundtable(organisation_id=organisation_id, name=name.strip(), territory=listed)
        session.add(found)
        await session.flush()
    return found


async def territories_of(session: AsyncSession, organisation_id: int) -> list[Territory]:
    mine = Territory.organisation_id == organisation_id
    return list(await session.scalars(select(Territory).where(mine).order_by(by_name(Territory.name))))


async def territory_names(session: AsyncSession, organisation_id: int) -> dict[str, str]:
    """Every name under which a territory was written, made comparable -> the name of the territory.

    The territory of a roundtable that the list does not have yet goes by its own name.
    """
    mine = Roundtable.organisation_id == organisation_id
    unlisted = await session.scalars(select(Roundtable.territory).where(mine, Roundtable.territory != "").distinct())
    names = {comparable(name): name for name in sorted(unlisted, reverse=True)}
    for row in await territories_of(session, organisation_id):
        names |= {comparable(name): row.name for name in (*row.other_names, row.name)}
    return names


async def listed_territory(session: AsyncSession, organisation_id: int, written: str) -> str:
    """The name of the territory that was meant; one that is new is put on the list. "" for ""."""
    if not comparable(written):
        return ""
    rows = await territories_of(session, organisation_id)
    named = {comparable(name): row.name for row in rows for name in (*row.other_names, row.name)}
    found = named.get(comparable(written))
    if found is None:
        row = Territory(organisation_id=organisation_id, name=written, other_names=[])
        session.add(row)
        await session.flush()
        return row.name
    return found
