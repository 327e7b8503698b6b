"""To whom a broadcast wrote nothing when it left, and why: kept as it was, whatever becomes of their cards."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.audience import Audience, Unreached, missed_people
from db.base import Base
from db.deliveries import Broadcast, Delivery
from db.labels import by_name
from db.message_kinds import SendOccasion
from db.people import Person

EVERYBODY = 10_000  # named at once: more than a region has


class LeftOut(Base):
    """Someone for whom a broadcast was meant and to whom nothing of it was written."""

    __tablename__ = "broadcast_left_out"
    __table_args__ = (
        Index("ix_broadcast_left_out_broadcast_id", "broadcast_id"),
        Index("ix_broadcast_left_out_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id", ondelete="CASCADE"))
    # Nobody once they were erased: that somebody was left out stays counted.
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    why: Mapped[str]


async def keep_left_out(session: AsyncSession, broadcast: Broadcast, occasion: SendOccasion) -> int:
    """Written beside the deliveries, in their transaction; how many they are."""
    audience = Audience.from_json(broadcast.audience)
    missed, _more = await missed_people(session, broadcast.organisation_id, audience, occasion, most=EVERYBODY)
    had = await _written_to(session, broadcast.id) if missed else set()
    return await note_left_out(session, broadcast, [one for one in missed if one.person_id not in had])


async def note_left_out(session: AsyncSession, broadcast: Broadcast, missed: list[Unreached]) -> int:
    session.add_all([LeftOut(broadcast_id=broadcast.id, person_id=one.person_id, why=one.why) for one in missed])
    broadcast.left_out = len(missed)
    await session.flush()
    return len(missed)


async def _written_to(session: AsyncSession, broadcast_id: int) -> set[int | None]:
    return set(await session.scalars(select(Delivery.person_id).where(Delivery.broadcast_id == broadcast_id)))


async def left_out_of(session: AsyncSession, broadcast_id: int, most: int) -> list[Unreached]:
    """Those who were left out, under the names that they have today; who was erased has none."""
    rows = await session.execute(
        select(LeftOut.person_id, func.coalesce(Person.name, ""), LeftOut.why)
        .outerjoin(Person, Person.id == LeftOut.person_id)
        .where(LeftOut.broadcast_id == broadcast_id)
        .order_by(by_name(Person.name), LeftOut.id)
        .limit(most)
    )
    return [Unreached(person_id or 0, name, why) for person_id, name, why in rows]
