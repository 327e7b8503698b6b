"""What coordinators do with meetings, in one list."""

from __future__ import annotations

import datetime as dt

from db.audience import Audience
from db.deliveries import Priority
from db.meetings.tables import Meeting
from db.session import AsyncSession
from handlers import broadcasts
from handlers.meetings.after import note_presence, send_minutes
from handlers.meetings.change import cancel_meeting, move_meeting
from handlers.meetings.ground import meeting_of, send_to_all
from handlers.meetings.plan import add_meeting, announce_meeting, list_meetings, write_point
from handlers.turn import House

__all__ = [
    "add_meeting",
    "announce_meeting",
    "cancel_meeting",
    "list_meetings",
    "meeting_of",
    "move_meeting",
    "note_presence",
    "send_minutes",
    "send_reminder",
    "write_point",
]


async def send_reminder(
    session: AsyncSession, house: House, meeting: Meeting, audience: Audience, words: broadcasts.Words, now: dt.datetime
) -> int:
    """One planned reminder, as a broadcast that is of no use once the meeting has begun."""
    return await send_to_all(session, house, "reminder", audience, words, meeting, now, Priority.NORMAL)
