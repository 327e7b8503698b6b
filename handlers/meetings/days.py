"""Which meeting they speak of, in their own sentence: by the day they name, by what was asked, else they are asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from db.meetings.questions import roundtable_of, upcoming_meetings
from db.meetings.tables import Meeting
from handlers.turn import Turn
from messages.keywords import fold
from messages.sentences.comments.read import read_comment
from messages.sentences.dates import FoundDate, dates

FURTHEST = dt.timedelta(days=14)  # "mardi" is a day of these two weeks
SAYS = ("absent", "coming")


@dataclass(frozen=True, slots=True)
class Days:
    """What a message says of the days it names. `unplaced`: a day without a meeting, or with two, or said twice."""

    answers: tuple[tuple[Meeting, str], ...] = ()
    unplaced: bool = False


async def days_of(turn: Turn, words: str) -> Days:
    """Each day with its answer ("mardi non, jeudi oui"); nothing when fewer than two days are answered."""
    today = turn.installation.today(turn.now)
    parts = [part for part in read_comment(words, today).days if part.says in SAYS]
    if len({(part.day.date, part.day.weekday) for part in parts}) < 2 or turn.person is None:
        return Days()
    meetings = await upcoming_meetings(turn.session, turn.person.id, turn.now, limit=12)
    answers: dict[int, tuple[Meeting, str]] = {}
    for part in parts:
        meeting = None if part.day.past else await _on(turn, meetings, part.day, part.words)
        if meeting is None or answers.get(meeting.id, (meeting, part.says))[1] != part.says:
            return Days(unplaced=True)
        answers[meeting.id] = (meeting, part.says)
    return Days(tuple(answers.values()))


async def day_named(turn: Turn, words: str) -> tuple[bool, Meeting | None]:
    """(a day to come is named, the one meeting of that day)."""
    today = turn.installation.today(turn.now)
    named = [day for day in dates(words, today) if not day.past]
    if len({(day.date, day.weekday) for day in named}) != 1 or turn.person is None:
        return False, None
    meetings = await upcoming_meetings(turn.session, turn.person.id, turn.now, limit=12)
    return True, await _on(turn, meetings, named[0], words)


async def _on(turn: Turn, meetings: Sequence[Meeting], day: FoundDate, words: str) -> Meeting | None:
    """The one meeting of that day; of two on the same day, the one whose name is said."""
    last = turn.installation.today(turn.now) + FURTHEST
    found = [m for m in meetings if _is_day(day, m.local_date, last)]
    first = [m for m in found if m.local_date == found[0].local_date]
    if len(first) < 2:
        return first[0] if first else None
    said = set(fold(words).split())
    named = [m for m in first if said & set(fold((await roundtable_of(turn.session, m)).name).split())]
    return named[0] if len(named) == 1 else None


def _is_day(day: FoundDate, date: dt.date, last: dt.date) -> bool:
    return day.date == date if day.date is not None else day.weekday == date.weekday() and date <= last
