"""Who looked at whom: written by every act that shows a person, read by whoever answers for personal information."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.people import Person
from db.privacy.tables import Look

SAME_LOOK = dt.timedelta(hours=1)  # the same page opened again within it is one look
EVERYBODY = None  # a file of everybody's lines


async def note_looks(
    session: AsyncSession, act: str, actor_id: int | None, via: str, people: Iterable[int | None], now: dt.datetime
) -> None:
    """One line for each person whom this act showed to this actor, who is somebody else."""
    new = await unnoted(session, act, actor_id, via, people, now)
    if new:
        rows = [{"at": now, "actor_id": actor_id, "via": via, "act": act, "person_id": person} for person in new]
        await session.execute(insert(Look.__table__), rows)  # type: ignore[arg-type]


async def unnoted(
    session: AsyncSession, act: str, actor_id: int | None, via: str, people: Iterable[int | None], now: dt.datetime
) -> list[int | None]:
    """Those among them of whom the same look has no line within the hour."""
    shown = {person for person in people if person is EVERYBODY or person != actor_id}
    if not shown:
        return []
    lately = await session.scalars(
        select(Look.person_id).where(
            Look.act == act, Look.actor_id == actor_id, Look.via == via, Look.at > now - SAME_LOOK
        )
    )
    return sorted(shown - set(lately), key=lambda person: person or 0)


async def forget_looks(session: AsyncSession, person_id: int, topic: str, since: dt.datetime) -> None:
    """They are no longer who was looked at: what was shown became nobody's, and the look would say whose it was."""
    theirs = Look.person_id == person_id, Look.act.startswith(f"{topic}."), Look.at >= since
    await session.execute(delete(Look).where(*theirs))


async def looks_at(session: AsyncSession, person_id: int | None, most: int) -> list[tuple[Look, str]]:
    """The latest looks, the latest last, each with the name of who looked; of everybody when `person_id` is None.

    A file of everybody's lines was a look at each.
    """
    query = select(Look, Person.name).outerjoin(Person, Person.id == Look.actor_id)
    if person_id is not None:
        query = query.where((Look.person_id == person_id) | Look.person_id.is_(None))
    found = await session.execute(query.order_by(Look.at.desc(), Look.id.desc()).limit(most))
    return [(look, name or "") for look, name in found][::-1]
