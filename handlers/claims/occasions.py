"""What a claim is for: one meeting or several, or something else that the person names with its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from db.claims import rules
from db.claims.questions import own_meetings_between
from db.meetings.questions import recent_meetings, roundtable_of
from db.meetings.tables import Meeting
from db.session import AsyncSession
from handlers.acting import Acting
from messages import Option, Text, text
from messages.keywords import fold
from messages.sentences.dates import FoundDate

FAR_BACK = dt.timedelta(days=400)
SHOWN = 3
SHORT_NAME = 18
OTHER = "other"


@dataclass(frozen=True, slots=True)
class ClaimOccasion:
    """A day on which the person took part. Without a meeting, `name` is in their own words."""

    day: dt.date
    name: str
    meeting_id: int | None = None
    half_days: int | None = None  # by the meeting's hours; None when they are not known
    meal_served: bool = False
    facts: tuple[str, ...] = ()  # what would change the claim if it changed

    @property
    def label(self) -> Text:
        return text("claims-occasion", name=self.name, date=self.day)


async def of_meeting(session: AsyncSession, meeting: Meeting) -> ClaimOccasion:
    name = (await roundtable_of(session, meeting)).name
    return ClaimOccasion(
        meeting.local_date,
        name,
        meeting.id,
        rules.half_days(meeting.local_start, meeting.local_end),
        meeting.meal_served,
        (meeting.state.value, meeting.local_date.isoformat(), str(meeting.local_start), str(meeting.local_end)),
    )


async def choices(acting: Acting, person_id: int) -> list[Option]:
    """The latest meetings, then "something else". The same lines on a basic phone and on Telegram."""
    options = []
    for meeting in await recent_meetings(acting.session, person_id, acting.now, limit=SHOWN):
        name = (await roundtable_of(acting.session, meeting)).name[:SHORT_NAME].strip()
        options.append(Option(str(meeting.id), text("claims-option-meeting", name=name, date=meeting.local_date)))
    return [*options, Option(OTHER, text("claims-option-other-activity"))]


async def meetings_meant(
    session: AsyncSession, person_id: int, dates: Sequence[FoundDate], words: str, today: dt.date
) -> list[Meeting]:
    """The person's own meetings that a sentence names by day, by weekday or by the roundtable's name.

    A weekday is the last one with a meeting; 10/02 is whichever of the two days has one. Nothing is guessed: a day
    without a meeting, or with two, gives nothing.
    """
    known = await own_meetings_between(session, person_id, today - FAR_BACK, today)
    named = [m for m in known if await _is_named(session, m, words)]
    found: list[Meeting] = []
    spelled = {date.date.weekday() for date in dates if date.date is not None}
    for date in dates:
        if date.date is None and date.weekday in spelled:
            continue  # "mardi passé, le 3 février": the same day said twice
        on = _on(known, date)
        if len(on) > 1:
            on = [m for m in on if m in named]
        if len(on) != 1:
            return []
        found += on
    return list({m.id: m for m in found}.values())


def _on(known: Sequence[Meeting], date: FoundDate) -> list[Meeting]:
    if date.date is None:
        days = [m.local_date for m in known if m.local_date.weekday() == date.weekday]
        return [m for m in known if days and m.local_date == max(days)]
    possible = {date.date}
    if date.ambiguous:
        possible |= {other for other in (_swapped(date.date),) if other is not None}
    return [m for m in known if m.local_date in possible]


def _swapped(day: dt.date) -> dt.date | None:
    try:
        return dt.date(day.year, day.day, day.month)
    except ValueError:
        return None


async def _is_named(session: AsyncSession, meeting: Meeting, words: str) -> bool:
    name = fold((await roundtable_of(session, meeting)).name)
    return bool(name) and name in fold(words)
