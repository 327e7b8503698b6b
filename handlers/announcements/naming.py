"""What a broadcast was, for whoever looks at it: an announcement by its first words, a digest by its month, what was
said of a meeting by its roundtable and its day."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from db.deliveries import Broadcast
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from handlers.acting import Acting
from messages import Text, text


async def titles_of(acting: Acting, rows: Sequence[Broadcast]) -> dict[int, Text | str]:
    """By the number of each; its purpose when it has no other name."""
    meetings = {row.meeting_id for row in rows if row.meeting_id is not None}
    found = await acting.session.execute(
        select(Meeting.id, Roundtable.name, Meeting.local_date)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(Meeting.id.in_(meetings))
    )
    about = {number: text("announcements-of-meeting", roundtable=name, date=date) for number, name, date in found}
    return {row.id: row.title or about.get(row.meeting_id or 0) or purpose_words(acting, row) for row in rows}


def purpose_words(acting: Acting, row: Broadcast) -> Text:
    """What it was for; a message, when an older or a newer program had another word."""
    for name in (row.purpose, row.kind):
        id = f"announcements-purpose-{name.replace('_', '-')}"
        if name and acting.installation.catalogue.has(id, "fr"):
            return text(id)
    return text("announcements-purpose-notice")
