"""The yearly survey: how many gave each answer to each closed question. Nobody's answers stand together in a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.report.period import Cut, FiscalYear
from db.report.tables import SurveyCount, SurveyRound

# The closed questions in the order of the page, with how many answers each has, from the worst to the best.
QUESTIONS: Mapping[str, int] = MappingProxyType(
    {
        "heard": 4,
        "what_became": 3,
        "understood": 4,
        "changed": 4,
        "in_time": 3,
        "support": 3,
        "real_needs": 4,
        "purpose": 4,
    }
)
Sheet = Mapping[str, int]  # question -> answer, of one person; what was skipped is not in it


async def count_sheet(
    session: AsyncSession, organisation_id: int, year: FiscalYear, sheet: Sheet, day: dt.date, by: int = 1
) -> bool:
    """Add one sheet's answers to the counts of that day, or take them away (-1); False when they were never counted."""
    rows = []
    for question, answer in sheet.items():
        mine = (SurveyCount.organisation_id == organisation_id, SurveyCount.year == year.begins)
        of_it = (*mine, SurveyCount.question == question, SurveyCount.answer == answer)
        query = select(SurveyCount).where(*of_it, *((SurveyCount.noted_on == day,) if by > 0 else ()))
        row = await session.scalar(
            query.where(SurveyCount.people >= -by).order_by(SurveyCount.noted_on.desc()).limit(1)
        )
        if row is None and by < 0:
            return False
        if row is None:
            ids = {"organisation_id": organisation_id, "year": year.begins}
            row = SurveyCount(**ids, question=question, answer=answer, noted_on=day, people=0)
            session.add(row)
        rows.append(row)
    for row in rows:
        row.people += by
    await session.flush()
    return True


async def round_of(session: AsyncSession, organisation_id: int, year: FiscalYear) -> SurveyRound | None:
    """The survey that was put to people on their phones, stopped or not."""
    mine = (SurveyRound.organisation_id == organisation_id, SurveyRound.year == year.begins)
    return await session.scalar(select(SurveyRound).where(*mine))


async def survey_of(
    session: AsyncSession, organisation_id: int, year: FiscalYear, cut: Cut
) -> dict[tuple[str, int], int]:
    """(question, answer) -> how many people, of what was noted by the cut."""
    mine = (SurveyCount.organisation_id == organisation_id, SurveyCount.year == year.begins)
    rows = await session.execute(
        select(SurveyCount.question, SurveyCount.answer, func.sum(SurveyCount.people))
        .where(*mine, SurveyCount.noted_on <= cut.day)
        .group_by(SurveyCount.question, SurveyCount.answer)
    )
    return {(question, answer): int(people) for question, answer, people in rows if people}
