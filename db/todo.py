"""What waits for whoever coordinates and was put off, with its reason."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.deliveries import BigId


class PutOff(Base):
    """One thing put off until a day. `kind` and `number` are those of `handlers.view.Waiting.at`."""

    __tablename__ = "put_off"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(BigId, primary_key=True)
    until: Mapped[dt.date]  # local: that day it is back
    reason: Mapped[str] = mapped_column(String(300))
    by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))


async def put_off_still(session: AsyncSession, organisation_id: int, today: dt.date) -> dict[tuple[str, int], PutOff]:
    rows = await session.scalars(select(PutOff).where(PutOff.organisation_id == organisation_id, PutOff.until > today))
    return {(row.kind, row.number): row for row in rows}


async def drop_put_off(session: AsyncSession, organisation_id: int, kind: str, number: int) -> bool:
    """It waits again; False when it was not put off."""
    named = (PutOff.organisation_id == organisation_id, PutOff.kind == kind, PutOff.number == number)
    gone = await session.execute(delete(PutOff).where(*named))
    return bool(gone.rowcount)  # type: ignore[attr-defined]
