"""What an unknown number wrote, once it is known who writes from it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.conversations import IncomingMessage, Task, TaskKind
from db.tasks import close_tasks


async def known_at_last(session: AsyncSession, contact_id: int, person_id: int, now: dt.datetime) -> None:
    """Somebody unknown said who they are: the words that they were told somebody would read still wait, in their name;
    who the number is needs nobody any more."""
    unknown = Task.contact_id == contact_id, Task.kind == TaskKind.UNKNOWN_NUMBER, Task.closed_at.is_(None)
    wrote = select(IncomingMessage.id).where(IncomingMessage.contact_id == contact_id, IncomingMessage.text != "")
    words = list(await session.scalars(select(Task.incoming_id).where(*unknown, Task.incoming_id.in_(wrote))))
    mine = IncomingMessage.id.in_(words), IncomingMessage.person_id.is_(None)
    await session.execute(update(IncomingMessage).where(*mine).values(person_id=person_id))
    held = Task.incoming_id.in_(words)
    await session.execute(
        update(Task).where(*unknown, held).values(kind=TaskKind.QUESTION, person_id=person_id, told_at=None)
    )
    await close_tasks(session, contact_id, [TaskKind.UNKNOWN_NUMBER], now)
