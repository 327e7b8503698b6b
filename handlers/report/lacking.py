"""What a year still lacks before its figures are frozen, each with what to write: the least that a coordinator does."""

from __future__ import annotations

from collections.abc import AsyncIterator

from db.report.lacking import meetings_not_noted, meetings_without_step, tables_without_level
from db.report.period import FiscalYear
from db.report.readings import reading_of
from db.report.runs import TEXTS
from db.report.yearly import Report
from handlers.acting import Acting
from handlers.report.sentences import number
from messages import Text, text

SHOWN = 5  # numbers, or names, of each kind


async def before_freezing(acting: Acting, year: FiscalYear, report: Report) -> Text | None:
    """None while the year goes on, and when nothing lacks."""
    if acting.today <= year.last_day:
        return None
    lines = [line async for line in _lacking(acting, year, report)]
    return text("report-before-freezing", lines=lines) if lines else None


async def _lacking(acting: Acting, year: FiscalYear, report: Report) -> AsyncIterator[Text]:
    session, organisation_id = acting.session, acting.organisation_id
    if found := await meetings_not_noted(session, organisation_id, year):
        yield text("report-lacks-presence", count=len(found), numbers=_some(found), first=str(found[0]))
    if late := number(report, "R13.waiting_late"):
        yield text("report-lacks-answers", count=late)
    if found := await meetings_without_step(session, organisation_id, year):
        yield text("report-lacks-steps", count=len(found), numbers=_some(found), first=str(found[0]))
    if names := await tables_without_level(session, organisation_id, year):
        yield text("report-lacks-levels", names=names[:SHOWN], first=names[0])
    if not number(report, "R19.envelope"):
        yield text("report-lacks-envelope")
    if unwritten := [name for name in TEXTS if not report.texts.get(name)]:
        names_of = [text(f"report-text-{name}") for name in unwritten]
        yield text("report-lacks-texts", year=str(year), names=names_of)
    if await reading_of(session, organisation_id, year) is None:
        yield text("report-lacks-reading", year=str(year))


def _some(numbers: list[int]) -> list[str]:
    return [str(number) for number in numbers[:SHOWN]] + ["..."] * (len(numbers) > SHOWN)
