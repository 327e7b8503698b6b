"""A small fictional region, with what a report must say of its year 2026-2027."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from db.claims.rules import ClaimState, LineKind
from db.comments.tables import Decision
from db.meetings.tables import MeetingState, Presence
from db.report.facts import (
    AttendanceFact,
    ClaimFact,
    ClaimLineFact,
    CommentFact,
    ExpertRole,
    Facts,
    Level,
    MeetingFact,
    Outcome,
    PlaceKind,
    PointFact,
    ReminderFact,
    Remote,
    Slot,
)
from db.report.period import Cut, FiscalYear

ZONE = "America/Toronto"
YEAR = FiscalYear(2026)
CUT = Cut.usual(YEAR, ZONE)
NORTH, SOUTH = "Grande-Anse", "Vallée-des-Rives"


def noon(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime(year, month, day, 16, tzinfo=dt.UTC)


def meeting(
    id: str,
    day: dt.date,
    state: MeetingState = MeetingState.HELD,
    level: Level = Level.REGIONAL,
    place_kind: PlaceKind = PlaceKind.MECHANISM,
    answer_by: dt.date | None = None,
    points: tuple[PointFact, ...] = (),
) -> MeetingFact:
    ends = noon(day.year, day.month, day.day)
    territory = SOUTH if level is Level.REGIONAL else NORTH
    roundtable = f"table {level} {place_kind}"
    return MeetingFact(
        id, roundtable, day, state, ends, place_kind, level, territory, answer_by=answer_by, points=points
    )


def there(meeting: str, people: str, presence: Presence = Presence.IN_PERSON) -> list[AttendanceFact]:
    return [AttendanceFact(meeting, person, presence) for person in people.split()]


def reminder(meeting: str, day: dt.date, before: int, version: int = 1) -> ReminderFact:
    left = day - dt.timedelta(days=before)
    return ReminderFact(meeting, version, noon(left.year, left.month, left.day))


def claim(
    person: str,
    day: dt.date,
    submitted: dt.date,
    *lines: tuple[LineKind, int],
    state: ClaimState = ClaimState.PAID,
    decided: dt.date | None = None,
    paid: dt.date | None = None,
) -> ClaimFact:
    at = {when: when and noon(when.year, when.month, when.day) for when in (submitted, decided)}
    kept = tuple(ClaimLineFact(kind, cents) for kind, cents in lines)
    return ClaimFact(person, day, state, noon(submitted.year, submitted.month, submitted.day), kept, at[decided], paid)


M1, M2, M3, M4 = dt.date(2026, 3, 31), dt.date(2026, 4, 1), dt.date(2026, 11, 10), dt.date(2026, 6, 2)
M5, M6, M7, M8 = dt.date(2026, 9, 15), dt.date(2027, 3, 31), dt.date(2026, 12, 8), dt.date(2027, 2, 3)
ALLOWANCE, REMOTE = LineKind.PARTICIPATION, LineKind.REMOTE


def mini_region(opinion_at_m3: bool = False) -> Facts:
    return Facts(
        zone=ZONE,
        territories=(NORTH, SOUTH),
        meetings=_meetings(opinion_at_m3),
        attendances=tuple(_attendances()),
        experts=(
            *(ExpertRole(f"E{number}") for number in range(1, 9)),
            ExpertRole("E9", until=dt.date(2026, 10, 1)),
        ),
        remotes=(
            *(Remote("M3", person, dt.date(2026, 11, 12)) for person in ("E4", "E5", "E8")),
            *(Remote("M6", person, dt.date(2027, 4, 2)) for person in ("E2", "E3")),
        ),
        reminders=(
            reminder("M2", M2, 7),
            reminder("M3", M3, 7),
            reminder("M3", M3, 2),
            reminder("M4", M4, 3),
            reminder("M6", M6, 7),
            reminder("M8", M8, 1),
        ),
        comments=tuple(_comments()),
        claims=tuple(_claims()),
    )


def _meetings(opinion_at_m3: bool) -> tuple[MeetingFact, ...]:
    held, closed = MeetingState.HELD, MeetingState.CLOSED
    opinion = (PointFact(outcome=Outcome.OPINION),) if opinion_at_m3 else ()
    return (
        meeting("M1", M1),
        meeting("M2", M2),
        meeting("M3", M3, closed, answer_by=dt.date(2026, 12, 1), points=opinion),
        meeting("M4", M4, closed, Level.LOCAL),
        meeting("M5", M5, held, Level.LOCAL, PlaceKind.PROJECT),
        meeting("M6", M6, answer_by=dt.date(2027, 4, 30)),
        meeting("M7", M7, MeetingState.CANCELLED),
        meeting("M8", M8, held, Level.LOCAL),
    )


def _attendances() -> Iterable[AttendanceFact]:
    yield from there("M1", "E1 E2 E3")
    yield from there("M2", "E1 E2 E3 E4 E5 N1")
    yield from there("M2", "E6", Presence.PHONE)
    yield from there("M3", "E1 E2 E9")
    yield from there("M3", "E3", Presence.VIDEO)
    yield from there("M3", "E7", Presence.NONE)
    yield from there("M4", "E1 E4")
    yield from there("M5", "E1 E5 E6 E7 E8")
    yield from there("M6", "E1")
    yield from there("M8", "E2", Presence.UNKNOWN)  # had said that they would come


def _comments() -> Iterable[CommentFact]:
    autumn, spring = dt.date(2026, 11, 5), dt.date(2027, 3, 25)
    in_time, late = dt.date(2026, 11, 25), dt.date(2026, 12, 20)
    kept = CommentFact("M3", autumn, read_on=M3, decision=Decision.KEPT, answered_on=in_time)
    yield from (kept, kept)
    yield replace(kept, decision=Decision.NOT_KEPT, with_name=False)
    yield replace(kept, decision=Decision.TO_FOLLOW, answered_on=late)
    answered = CommentFact("M6", spring, read_on=M6, decision=Decision.KEPT, answered_on=dt.date(2027, 4, 20))
    yield answered
    yield replace(answered, decision=Decision.TO_FOLLOW)
    yield CommentFact("M6", spring, read_on=M6)
    yield replace(answered, withdrawn_on=dt.date(2027, 3, 26))


def _claims() -> Iterable[ClaimFact]:
    april, sixth, twentieth = dt.date(2026, 4, 2), dt.date(2026, 4, 6), dt.date(2026, 4, 20)
    fare, childcare = (LineKind.TRANSPORT_FARE, 750), (LineKind.CHILDCARE, 4000)
    one, two = (ALLOWANCE, 5500), (ALLOWANCE, 11000)
    for person, submitted, lines in (
        ("E1", april, (one, fare)),
        ("E2", april, (one, childcare)),
        ("E3", april, (one,)),
        ("E4", april, (one,)),
        ("E5", april, (two,)),
        ("E6", sixth, (one,)),
    ):
        yield claim(person, M2, submitted, *lines, decided=dt.date(2026, 4, 10), paid=twentieth)
    remote = dt.date(2026, 11, 20)
    yield claim("E4", M3, remote, (REMOTE, 2000), decided=dt.date(2026, 11, 25), paid=dt.date(2026, 12, 1))
    yield claim("E7", M5, dt.date(2026, 9, 20), one, state=ClaimState.REFUSED, decided=dt.date(2026, 9, 25))
    spring = dt.date(2027, 4, 2)
    yield claim("E1", M6, dt.date(2027, 4, 1), one, state=ClaimState.APPROVED, decided=spring)
    yield claim("E1", M1, dt.date(2026, 4, 1), two, decided=dt.date(2026, 4, 3), paid=dt.date(2026, 4, 10))


def needing(facts: Facts) -> Facts:
    """E1 and E2 named childcare each time; it was seen to for E1."""
    seen_to = {"E1": frozenset({Slot.CHILDCARE}), "E2": frozenset[Slot]()}
    rows = (
        replace(one, needs=frozenset({Slot.CHILDCARE}), settled=seen_to[one.person]) if one.person in seen_to else one
        for one in facts.attendances
    )
    return replace(facts, attendances=tuple(rows))
