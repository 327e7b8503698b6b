"""What the hour brings for the journal: new entries are sealed."""

from __future__ import annotations

from db.journal.chain import seal_entries
from handlers.acting import Acting


async def seal(acting: Acting) -> int:
    """Chain what was committed since the last tick."""
    return await seal_entries(acting.session)
