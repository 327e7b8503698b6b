"""A fictional year, frozen: what a coordinator's own document is tried with before it is kept."""

from __future__ import annotations

import datetime as dt
from functools import cache

from db.claims.rules import ClaimState, LineKind
from db.comments.tables import Decision
from db.meetings.tables import MeetingState, Presence
from db.report.canonical import canonical
from db.report.facts import (
    AttendanceFact,
    ClaimFact,
    ClaimLineFact,
    CommentFact,
    ExpertRole,
    Facts,
    Level,
    MeetingFact,
    PointFact,
    RateFact,
    ReminderFact,
    WorkStep,
)
from db.report.period import Cut, FiscalYear
from db.report.tables import ReportRun
from db.report.yearly import figures_of
from handlers.report.compose import document_of
from handlers.report.document import Document

YEAR, ZONE = FiscalYear(2026), "America/Toronto"
CUT = Cut.usual(YEAR, ZONE)
PEOPLE = tuple(f"P{number}" for number in range(9))
MONTHS = (4, 6, 9, 10, 11, 12)


@cache
def example(organisation: str) -> Document:
    report = figures_of(_facts(), YEAR, CUT).printed()
    run = ReportRun(
        organisation_id=0,
        year=YEAR.begins,
        version=1,
        cut_at=CUT.at,
        frozen_at=CUT.at,
        reason="",
        definitions=report.definitions,
        journal_place=0,
        printed=canonical(report.as_json()),
        digest=report.fingerprint,
    )
    return document_of(organisation, [run])


def _facts() -> Facts:
    days = [dt.date(2026, month, 10) for month in MONTHS]
    held = tuple(_meeting(number, day) for number, day in enumerate(days))
    return Facts(
        zone=ZONE,
        territories=("Grande-Anse",),
        meetings=held,
        attendances=tuple(
            AttendanceFact(meeting.id, person, Presence.IN_PERSON if person < "P6" else Presence.PHONE)
            for meeting in held
            for person in PEOPLE
        ),
        experts=tuple(map(ExpertRole, PEOPLE)),
        reminders=tuple(ReminderFact(m.id, 1, m.ends_at - dt.timedelta(days=8)) for m in held),
        comments=tuple(
            CommentFact(held[0].id, days[0], decision=decision, answered_on=days[1])
            for decision in Decision
            for _ in (1, 2)
        ),
        claims=tuple(_claim(person, held[0]) for person in PEOPLE),
        rates=(RateFact(LineKind.PARTICIPATION, YEAR.first_day, 5500),),
    )


def _meeting(number: int, day: dt.date) -> MeetingFact:
    ends = dt.datetime.combine(day, dt.time(19), dt.UTC)
    step = list(WorkStep)[number % len(WorkStep)]
    return MeetingFact(
        str(number),
        "COCO",
        day,
        MeetingState.CLOSED,
        ends,
        level=Level.LOCAL,
        territory="Grande-Anse",
        points=(PointFact(step),),
        minutes_sent_at=ends + dt.timedelta(days=3),
        answer_by=day + dt.timedelta(days=90),
    )


def _claim(person: str, meeting: MeetingFact) -> ClaimFact:
    lines = (ClaimLineFact(LineKind.PARTICIPATION, 5500), ClaimLineFact(LineKind.TRANSPORT_FARE, 750))
    handed = meeting.ends_at + dt.timedelta(days=1)
    paid = meeting.day + dt.timedelta(days=20)
    return ClaimFact(person, meeting.day, ClaimState.PAID, handed, lines, handed + dt.timedelta(days=2), paid)
