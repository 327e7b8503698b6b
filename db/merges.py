"""Merges of two people who are one: asked, done, and, for thirty days, what it takes to undo them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText

UNDONE_WITHIN = dt.timedelta(days=30)


class MergeState(StrEnum):
    ASKED = "asked"  # the absorbed side has read what would move, and has not said yes
    REFUSED = "refused"
    DONE = "done"
    UNDONE = "undone"


class Merge(Base):
    """One person into whom another was, or would be, absorbed."""

    __tablename__ = "merges"
    __table_args__ = (Index("ix_merges_kept_id", "kept_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    state: Mapped[MergeState] = mapped_column(EnumText(MergeState), default=MergeState.ASKED)
    kept_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    absorbed_id: Mapped[int]  # the number that the absorbed person had, and has again once it is undone
    # By what the journal and older backups know them: whoever erases the one erases the other.
    absorbed_pseudonym: Mapped[str]
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="SET NULL"))
    carries_role: Mapped[bool] = mapped_column(default=False)  # the code was a coordinator's own, or the shell's
    record: Mapped[dict[str, Any] | None]  # `db/merging.py` writes it and reads it; None once it cannot be undone
    asked_at: Mapped[dt.datetime]
    done_at: Mapped[dt.datetime | None]
    undone_at: Mapped[dt.datetime | None]


def lately_merged(moment: dt.datetime) -> Select[int]:
    """The people into whom another was merged after this moment: what they have now may yet be taken apart."""
    return select(Merge.kept_id).where(Merge.state == MergeState.DONE, Merge.done_at > moment)


async def latest_done(session: AsyncSession, organisation_id: int, person_id: int) -> Merge | None:
    """The last merge into this person, or of whoever had this number."""
    return await session.scalar(
        select(Merge)
        .where(
            Merge.organisation_id == organisation_id,
            Merge.state == MergeState.DONE,
            or_(Merge.kept_id == person_id, Merge.absorbed_id == person_id),
        )
        .order_by(Merge.done_at.desc(), Merge.id.desc())
        .limit(1)
    )


async def merged_names(session: AsyncSession, organisation_id: int) -> list[Merge]:
    """Those that can be undone, the latest first."""
    rows = await session.scalars(
        select(Merge)
        .where(Merge.organisation_id == organisation_id, Merge.state == MergeState.DONE, Merge.record.is_not(None))
        .order_by(Merge.done_at.desc(), Merge.id.desc())
    )
    return list(rows)


async def merged_since(session: AsyncSession, person_id: int, since: dt.datetime) -> Merge | None:
    return await session.scalar(
        select(Merge)
        .where(Merge.kept_id == person_id, Merge.state == MergeState.DONE, Merge.done_at > since)
        .order_by(Merge.id.desc())
        .limit(1)
    )


async def drop_asked(session: AsyncSession, person_id: int) -> None:
    """What was asked of this person before is asked no more."""
    mine = Merge.absorbed_id == person_id, Merge.state == MergeState.ASKED
    await session.execute(update(Merge).where(*mine).values(state=MergeState.REFUSED))


async def pseudonyms_absorbed(session: AsyncSession, person_id: int) -> list[str]:
    """By what the people merged into this one were known."""
    found = select(Merge.absorbed_pseudonym).where(Merge.kept_id == person_id, Merge.state == MergeState.DONE)
    return list(await session.scalars(found))


async def forget_merges(session: AsyncSession, person_id: int) -> None:
    """What was asked of someone who is erased, or undone of them. Merges into them go with them."""
    theirs = Merge.absorbed_id == person_id, Merge.state != MergeState.DONE
    await session.execute(delete(Merge).where(*theirs))
