"""What the report asks of each agenda point: the step of the work it belongs to, and what came of it."""

from __future__ import annotations

import re
from typing import Annotated

from sqlalchemy import select

from db.meetings.questions import agenda_of
from db.meetings.tables import AgendaPoint, Meeting, Outcome, WorkStep
from db.session import AsyncSession
from handlers.act import Act, Field, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.commands import Do, Read
from handlers.things import MEETING
from messages import text
from messages.keywords import fold

POINT = re.compile(r"^\s*(\d+)\s*[.,]\s*(\d+)\s+(\S.*)$", re.DOTALL)
STEPS = {
    "portrait": WorkStep.PORTRAIT,
    **dict.fromkeys(("enjeux", "issues"), WorkStep.ISSUES),
    **dict.fromkeys(("priorites", "priorities"), WorkStep.PRIORITIES),
    "plan": WorkStep.PLAN,
    **dict.fromkeys(("choix", "selection"), WorkStep.SELECTION),
    "action": WorkStep.ACTION,
    **dict.fromkeys(("suivi", "follow-up", "follow up"), WorkStep.FOLLOW_UP),
}
OUTCOMES = {
    **dict.fromkeys(("avis", "avis rendu", "opinion"), Outcome.OPINION),
    **dict.fromkeys(("decide", "decidee", "decided"), Outcome.DECIDED),
    **dict.fromkeys(("reporte", "reportee", "postponed"), Outcome.POSTPONED),
}


def step_read(_acting: Acting, words: str) -> WorkStep:
    if fold(words) not in STEPS:
        raise refuse("meetings-which-step", words=words.strip()[:40])
    return STEPS[fold(words)]


def outcome_read(_acting: Acting, words: str) -> Outcome:
    if fold(words) not in OUTCOMES:
        raise refuse("meetings-which-outcome", words=words.strip()[:40])
    return OUTCOMES[fold(words)]


WHICH = Field("Which point of the agenda.")


@act_on(MEETING, "meetings.step", entry="meetings.step_said", undone_by="meetings.step", twin="meeting step")
async def say_step(
    acting: Acting,
    meeting: Meeting,
    point: Annotated[int, WHICH],
    step: Annotated[
        WorkStep, Field("portrait, issues, priorities, plan, selection, action, follow-up.", read=step_read)
    ],
) -> ActResult:
    """The step of the table's work that an agenda point belongs to; the points of later meetings begin with it."""
    row = await _point(acting, meeting, point)
    row.step = step
    said = text(
        "meetings-step-said", number=meeting.id, point=point, step=text(f"report-step-{step.replace('_', '-')}")
    )
    return ActResult(said, {"meeting": meeting.id, "point": point, "step": step}, noted={"step": str(step)})


@act_on(
    MEETING, "meetings.outcome", entry="meetings.outcome_said", undone_by="meetings.outcome", twin="meeting outcome"
)
async def say_outcome(
    acting: Acting,
    meeting: Meeting,
    point: Annotated[int, WHICH],
    outcome: Annotated[Outcome, Field("opinion, decided, postponed.", read=outcome_read)],
) -> ActResult:
    """What came of an agenda point at its meeting: an opinion was given, it was decided, it was postponed."""
    if meeting.starts_at > acting.now:
        raise refuse("meetings-not-yet", number=meeting.id)
    row = await _point(acting, meeting, point)
    row.outcome = outcome
    said = text("meetings-outcome-said", number=meeting.id, point=point, outcome=text(f"meetings-outcome-{outcome}"))
    return ActResult(said, {"meeting": meeting.id, "point": point, "outcome": outcome}, noted={"outcome": str(outcome)})


async def _point(acting: Acting, meeting: Meeting, number: int) -> AgendaPoint:
    points = await agenda_of(acting.session, meeting.id)
    found = next((one for one in points if one.number == number), None)
    if found is None:
        raise refuse("meetings-no-such-point", number=meeting.id, point=number, points=len(points))
    return found


async def last_step(session: AsyncSession, roundtable_id: int) -> WorkStep | None:
    """The step that this table was at last: what its next points begin with."""
    found: WorkStep | None = await session.scalar(
        select(AgendaPoint.step)
        .join(Meeting, Meeting.id == AgendaPoint.meeting_id)
        .where(Meeting.roundtable_id == roundtable_id, AgendaPoint.step.is_not(None))
        .order_by(Meeting.starts_at.desc(), AgendaPoint.number.desc())
        .limit(1)
    )
    return found


def of_a_point(act: Act[[int, int, WorkStep]] | Act[[int, int, Outcome]], command: str) -> Read:
    """/etape 12.1 portrait ; /issue 12.1 avis"""
    read = step_read if command == "etape" else outcome_read

    async def said(acting: Acting, rest: str) -> Do:
        match = POINT.match(rest)
        if match is None:
            raise refuse(f"example-{command}")
        return Do(act, int(match[1]), int(match[2]), read(acting, match[3]))

    return said
