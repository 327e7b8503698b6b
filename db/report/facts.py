"""The facts of a report, frozen: what the database knew at the cut, by keys that stand for people and name nobody.

Plain values, read once (from the database, by `db/report/questions.py`), so that figures are pure functions of them. A
person's key is the same through the year, after a merge that of the person kept; it tells nothing else. What the region
does not record is None, never an empty list: it is printed « non consigné », never 0.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.claims.rules import ClaimState, LineKind
from db.comments.tables import Decision
from db.meetings.tables import MeetingState, Outcome, Presence, WorkStep
from db.organisations import Level, PlaceKind

__all__ = [
    "Accompanied",
    "AttendanceFact",
    "ClaimFact",
    "ClaimLineFact",
    "CommentFact",
    "ContributionFact",
    "ExpertRole",
    "Facts",
    "Level",
    "Mailing",
    "MeetingFact",
    "NeedsFact",
    "Outcome",
    "PlaceKind",
    "PointFact",
    "RateFact",
    "Received",
    "ReminderFact",
    "Remote",
    "Slot",
    "WorkStep",
]


class Slot(StrEnum):
    """What an expense was for, and what a person may need to come."""

    TRANSPORT = "transport"  # by kilometre and by fare alike
    MEAL = "meal"
    CHILDCARE = "childcare"
    OTHER = "other"


class Mailing(StrEnum):
    """What informs without involving."""

    SUMMARY = "summary"
    DIGEST = "digest"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class PointFact:
    step: WorkStep | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting, by its local date. `id` binds facts together; it is never printed."""

    id: str
    roundtable: str
    day: dt.date
    state: MeetingState
    ends_at: dt.datetime
    place_kind: PlaceKind = PlaceKind.MECHANISM
    level: Level | None = None
    territory: str = ""
    version: int = 1
    points: tuple[PointFact, ...] = ()
    announced: bool = True
    advice_left: int | None = None  # pieces of advice on plain words not followed when it was announced
    minutes_sent_at: dt.datetime | None = None
    answer_by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AttendanceFact:
    """One person and one meeting. `as_expert`: as written down with the presence; None: by the roles of that day."""

    meeting: str
    person: str
    presence: Presence = Presence.UNKNOWN
    noted_at: dt.datetime | None = None
    as_expert: bool | None = None
    needs: frozenset[Slot] = frozenset()
    offered_claim_at: dt.datetime | None = None
    settled: frozenset[Slot] = frozenset()  # those of the needs that were seen to


@dataclass(frozen=True, slots=True)
class NeedsFact:
    """What experts needed for a meeting, once it is known of nobody: how many times, how many of these seen to."""

    meeting: str
    slot: Slot
    times: int
    met: int


@dataclass(frozen=True, slots=True)
class ExpertRole:
    """From a day to a day, both included; None: without beginning or end."""

    person: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Remote:
    """An unlinked yes: this person took part from afar in this meeting. It knows no comment."""

    meeting: str
    person: str
    released_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ReminderFact:
    """A summary or a reminder that left before a version of a meeting."""

    meeting: str
    version: int
    sent_at: dt.datetime


@dataclass(frozen=True, slots=True)
class CommentFact:
    """What became of the words of someone, without the words nor the someone."""

    meeting: str
    confirmed_on: dt.date | None
    with_name: bool = True
    read_on: dt.date | None = None
    decision: Decision | None = None
    answered_on: dt.date | None = None
    withdrawn_on: dt.date | None = None
    number: int = 0  # where a coordinator looks it up; no figure reads it


@dataclass(frozen=True, slots=True)
class ClaimLineFact:
    kind: LineKind
    cents: int
    day: dt.date | None = None  # else the claim's
    exception: bool = False


@dataclass(frozen=True, slots=True)
class ClaimFact:
    person: str
    day: dt.date
    state: ClaimState
    submitted_at: dt.datetime
    lines: tuple[ClaimLineFact, ...]
    decided_at: dt.datetime | None = None
    paid_on: dt.date | None = None
    organisation: bool = False  # made for a member organisation: never counted among people
    number: int = 0  # where a coordinator looks it up; no figure reads it


@dataclass(frozen=True, slots=True)
class RateFact:
    """What a unit pays from a day on, the same for everyone. `cents` None: the price paid, up to `most` when said."""

    kind: LineKind
    since: dt.date
    cents: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class ContributionFact:
    """What a person did at a table, as a human noted it: led, trained, wrote, followed a project."""

    person: str
    day: dt.date
    place_kind: PlaceKind = PlaceKind.MECHANISM


@dataclass(frozen=True, slots=True)
class Accompanied:
    """From a day to a day, both included; None: not over."""

    person: str
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """A mailing that was sent or delivered to a person."""

    person: str
    mailing: Mailing
    on: dt.date


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a report is made of. `territories`: those of the region, whether or not anything happened there."""

    zone: str
    territories: tuple[str, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    attendances: tuple[AttendanceFact, ...] = ()
    needs: tuple[NeedsFact, ...] = ()
    experts: tuple[ExpertRole, ...] = ()
    remotes: tuple[Remote, ...] = ()
    reminders: tuple[ReminderFact, ...] = ()
    comments: tuple[CommentFact, ...] = ()
    claims: tuple[ClaimFact, ...] = ()
    received: tuple[Received, ...] = ()
    contributions: tuple[ContributionFact, ...] | None = None
    trained: tuple[ContributionFact, ...] | None = None  # those who followed a training
    accompanied: tuple[Accompanied, ...] | None = None
    envelope: int | None = None  # cents, of all territories
    rates: tuple[RateFact, ...] = ()  # every one, of every date
    survey: Mapping[tuple[str, int], int] | None = None  # (question, answer) -> people; nobody's answers together
