"""The one row that stands for nobody: what is kept of people without their name belongs to it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.people import Person

NOBODY = "nobody"  # its pseudonym, which no line of the journal has
BEGINNING = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


async def nobody(session: AsyncSession, organisation_id: int) -> Person:
    """Erased from the first: no list, no audience, no letter knows it."""
    found = await session.scalar(select(Person).where(Person.pseudonym == NOBODY))
    if found is None:
        found = Person(
            organisation_id=organisation_id, pseudonym=NOBODY, language="", created_at=BEGINNING, erased_at=BEGINNING
        )
        session.add(found)
        await session.flush()
    return found
