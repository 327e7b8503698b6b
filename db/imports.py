"""Lists of people that were kept: their title, when and by whom; and, for thirty days, what each changed of whom."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base

UNDONE_WITHIN = dt.timedelta(days=30)
LONGEST_TITLE = 80


class Import(Base):
    """One list, by the name of its file."""

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    title: Mapped[str]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    at: Mapped[dt.datetime]
    added: Mapped[int]
    changed: Mapped[int]
    roundtables: Mapped[list[Any]]  # the ids of those that it made
    undone_at: Mapped[dt.datetime | None]


class ImportChange(Base):
    """What a list did to one person: all that taking it back needs."""

    __tablename__ = "import_changes"
    __table_args__ = (
        Index("ix_import_changes_import_id", "import_id"),
        Index("ix_import_changes_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    added: Mapped[bool]
    columns: Mapped[dict[str, Any]]  # name -> [before, after]; of someone added, [None, after]
    roles: Mapped[list[Any]]
    seats: Mapped[list[Any]]  # roundtables
    addresses: Mapped[list[Any]]  # [contact, whether they were put behind it, its consent before, after]


async def imports_of(session: AsyncSession, organisation_id: int, since: dt.datetime) -> list[Import]:
    """Those kept since then, the latest first."""
    rows = await session.scalars(
        select(Import)
        .where(Import.organisation_id == organisation_id, Import.at > since)
        .order_by(Import.at.desc(), Import.id.desc())
    )
    return list(rows)


async def changes_of(session: AsyncSession, import_id: int) -> list[ImportChange]:
    return list(
        await session.scalars(
            select(ImportChange).where(ImportChange.import_id == import_id).order_by(ImportChange.person_id)
        )
    )
