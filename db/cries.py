"""The cries of strangers that wait for somebody: what a crowd of them is counted by."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.conversations import Task, TaskKind


async def cries_of_strangers(session: AsyncSession, organisation_id: int) -> list[Task]:
    """Distress that nobody has acknowledged, of numbers that nobody knows: the first of each."""
    earlier = aliased(Task)
    found = await session.scalars(
        select(Task)
        .where(
            Task.organisation_id == organisation_id,
            Task.kind == TaskKind.DISTRESS,
            Task.closed_at.is_(None),
            Task.acknowledged_by.is_(None),
            Task.person_id.is_(None),
            ~exists().where(
                earlier.kind == TaskKind.DISTRESS,
                earlier.closed_at.is_(None),
                earlier.contact_id == Task.contact_id,
                earlier.id < Task.id,
            ),
        )
        .order_by(Task.id)
    )
    return list(found)
