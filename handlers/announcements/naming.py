"""What a broadcast was, for whoever looks at it: an announcement by its first words, a digest by its month, what was
said of a meeting by its roundtable and its day."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from db.audience import Audience
from db.deliveries import Broadcast
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.session import AsyncSession
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


async def to_whom(acting: Acting, rows: Sequence[Broadcast]) -> dict[int, Text]:
    """Whom each was meant for, by its number."""
    audiences = {row.id: Audience.from_json(row.audience) for row in rows}
    names = await _roundtables(acting.session, list(audiences.values()))
    return {number: audience_words(audience, names) for number, audience in audiences.items()}


async def _roundtables(session: AsyncSession, audiences: Sequence[Audience]) -> dict[int, str]:
    """The names of the roundtables of these audiences, those of their meetings by the meeting's number below zero."""
    tables = {a.roundtable_id for a in audiences if a.roundtable_id}
    meetings = {m for a in audiences for m in (a.meeting_id, a.told_meeting_id, a.unanswered_meeting_id) if m}
    found = await session.execute(select(Roundtable.id, Roundtable.name).where(Roundtable.id.in_(tables)))
    names = {number: name for number, name in found}  # noqa: C416 (rows are no pairs to mypy)
    of_meetings = await session.execute(
        select(Meeting.id, Roundtable.name)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(Meeting.id.in_(meetings))
    )
    return names | {-number: name for number, name in of_meetings}


def audience_words(audience: Audience, names: dict[int, str]) -> Text:
    """Whom it is for, in a few words."""
    meeting = audience.unanswered_meeting_id or audience.meeting_id or audience.told_meeting_id
    if meeting:
        kind = "unanswered" if audience.unanswered_meeting_id else "of-meeting"
        return text(f"announcements-to-{kind}", roundtable=names.get(-meeting, "-"))
    if audience.person_ids:
        return text("announcements-to-people", count=len(audience.person_ids))
    if audience.roundtable_id:
        return text("announcements-to-roundtable", roundtable=names.get(audience.roundtable_id, "-"))
    if audience.role:
        return text(f"announcements-to-{audience.role}")
    if audience.channel:
        return text(f"announcements-to-{audience.channel}")
    if audience.territory:
        return text("announcements-to-territory", territory=audience.territory)
    return text("announcements-to-everyone")
