"""What people do at a table beyond being there, and who accompanies them: written down by a human, never inferred."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.labels import Label


class Part(StrEnum):
    """What someone did. The first four are collaboration; `LEARNED`: followed a training."""

    LED = "led"
    TRAINED = "trained"  # gave a training
    WROTE = "wrote"
    FOLLOWED = "followed"  # followed a project through
    LEARNED = "learned"


class Contribution(Base):
    __tablename__ = "contributions"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id", "part"),
        Index("ix_contributions_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    part: Mapped[Part] = mapped_column(EnumText(Part))


class Accompaniment(Base):
    """Someone who prepares a person for meetings and goes with them, from a day to a day; None: not over."""

    __tablename__ = "accompaniments"
    __table_args__ = (Index("ix_accompaniments_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    by: Mapped[str] = mapped_column(Label)  # a first name; "" once the person is nobody's
    since: Mapped[dt.date]
    until: Mapped[dt.date | None]


async def parts_at(session: AsyncSession, meeting_id: int) -> dict[int, list[Part]]:
    """Person -> what they did at a meeting."""
    rows = select(Contribution).where(Contribution.meeting_id == meeting_id).order_by(Contribution.id)
    found: dict[int, list[Part]] = {}
    for row in await session.scalars(rows):
        found.setdefault(row.person_id, []).append(row.part)
    return found


async def say_parts(session: AsyncSession, meeting_id: int, person_id: int, parts: Iterable[Part]) -> None:
    """What a person did at a meeting, in place of what was said before."""
    mine = (Contribution.meeting_id == meeting_id, Contribution.person_id == person_id)
    kept = {row.part: row for row in await session.scalars(select(Contribution).where(*mine))}
    wanted = dict.fromkeys(parts)
    for part, row in kept.items():
        if part not in wanted:
            await session.delete(row)
    session.add_all(
        Contribution(meeting_id=meeting_id, person_id=person_id, part=part) for part in wanted if part not in kept
    )
    await session.flush()


async def accompaniment_of(session: AsyncSession, person_id: int) -> Accompaniment | None:
    """The one that is not over."""
    mine = (Accompaniment.person_id == person_id, Accompaniment.until.is_(None))
    return await session.scalar(select(Accompaniment).where(*mine).order_by(Accompaniment.id.desc()).limit(1))
