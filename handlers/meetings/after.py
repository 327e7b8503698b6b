"""Once a meeting was held: who came, and the plain minutes for those who were absent."""

from __future__ import annotations

import datetime as dt

from db.audience import Audience
from db.deliveries import Priority
from db.meetings.questions import (
    attendance_made,
    people_absent,
    roundtable_of,
)
from db.meetings.tables import MeetingState, Presence
from db.session import AsyncSession
from handlers import broadcasts
from handlers.access import Act, Actor, Done, refuse, require
from handlers.meetings.ground import meeting_for, noted, send_to_all
from handlers.turn import House
from messages import Outgoing, text

LONGEST_MINUTES = 1500


async def note_presence(
    session: AsyncSession,
    house: House,
    actor: Actor,
    number: int,
    people: dict[int, Presence],
    *,
    now: dt.datetime,
) -> Done:
    """Who came, and how: by person id."""
    require(actor, Act.NOTE_PRESENCE)
    meeting = await meeting_for(session, house, actor, Act.NOTE_PRESENCE, number)
    if meeting.starts_at > now:
        raise refuse("meetings-not-yet", number=number)
    for person_id, presence in people.items():
        row = await attendance_made(session, meeting.id, person_id)
        row.presence = presence
    await noted(session, "meetings.presence", actor, meeting, now, people=len(people))
    return Done(
        text("meetings-presence-noted", number=number, people=len(people)),
        {"meeting": number, "people": len(people)},
    )


async def send_minutes(
    session: AsyncSession, house: House, actor: Actor, number: int, minutes: str, *, now: dt.datetime
) -> Done:
    """Keep the plain minutes and send them to everyone who was absent."""
    require(actor, Act.SEND_MINUTES)
    meeting = await meeting_for(session, house, actor, Act.SEND_MINUTES, number)
    minutes = minutes.strip()
    if not minutes:
        raise refuse("meetings-no-minutes", number=number)
    if len(minutes) > LONGEST_MINUTES:
        raise refuse("meetings-minutes-too-long", length=len(minutes), longest=LONGEST_MINUTES)
    if meeting.ends_at > now:
        raise refuse("meetings-not-yet", number=number)
    if meeting.minutes_sent_at is not None:
        raise refuse("meetings-minutes-already", number=number)
    meeting.minutes, meeting.minutes_sent_at, meeting.state = minutes, now, MeetingState.CLOSED
    absent = await people_absent(session, meeting)
    for person in absent:
        (await attendance_made(session, meeting.id, person.id)).minutes_sent_at = now
    roundtable = await roundtable_of(session, meeting)
    told = 0
    if absent:
        outgoing = Outgoing(
            text("meetings-minutes", roundtable=roundtable.name, date=meeting.local_date, minutes=minutes)
        )
        audience = Audience(person_ids=tuple(p.id for p in absent))
        told = await send_to_all(
            session, house, "notice", audience, broadcasts.same_words(outgoing), meeting, now, Priority.NORMAL
        )
    await noted(session, "meetings.minutes_sent", actor, meeting, now, people=told)
    return Done(text("meetings-minutes-sent", number=number, people=told), {"meeting": number, "people": told})
