"""What a year still lacks before its figures are frozen, each with what to write: the least that a coordinator does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from db.report.lacking import meetings_not_noted, meetings_without_step, tables_without_level
from db.report.period import FiscalYear
from db.report.readings import reading_of
from db.report.runs import TEXTS
from db.report.yearly import Report
from handlers.acting import Acting
from handlers.report.sentences import number
from handlers.report.unsettled import unsettled
from messages import Text, text

SHOWN = 5  # numbers, or names, of each kind


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that lacks, with what to write; `kind` and `number` say where it is done on a page."""

    kind: str
    said: Text
    number: int | None = None


async def before_freezing(acting: Acting, year: FiscalYear, report: Report) -> Text | None:
    """None while the year goes on, and when nothing lacks."""
    lacks = await lacks_of(acting, year, report)
    return text("report-before-freezing", lines=[one.said for one in lacks]) if lacks else None


async def lacks_of(acting: Acting, year: FiscalYear, report: Report) -> list[Lack]:
    """Nothing while the year goes on."""
    return [one async for one in _lacking(acting, year, report)] if acting.today > year.last_day else []


async def _lacking(acting: Acting, year: FiscalYear, report: Report) -> AsyncIterator[Lack]:
    session, organisation_id = acting.session, acting.organisation_id
    if found := await meetings_not_noted(session, organisation_id, year):
        said = text("report-lacks-presence", count=len(found), numbers=_some(found), first=str(found[0]))
        yield Lack("presence", said, found[0])
    if late := number(report, "R13.waiting_late"):
        yield Lack("answers", text("report-lacks-answers", count=late))
    if found := await meetings_without_step(session, organisation_id, year):
        said = text("report-lacks-steps", count=len(found), numbers=_some(found), first=str(found[0]))
        yield Lack("steps", said, found[0])
    if names := await tables_without_level(session, organisation_id, year):
        yield Lack("levels", text("report-lacks-levels", names=names[:SHOWN], first=names[0]))
    if not number(report, "R19.envelope"):
        yield Lack("envelope", text("report-lacks-envelope"))
    if unwritten := [name for name in TEXTS if not report.texts.get(name)]:
        names_of = [text(f"report-text-{name}") for name in unwritten]
        yield Lack("texts", text("report-lacks-texts", year=str(year), names=names_of))
    reading = await reading_of(session, organisation_id, year)
    if reading is None:
        yield Lack("reading", text("report-lacks-reading", year=str(year)))
    elif acting.today <= reading.until:
        yield Lack("open", text("report-lacks-days", year=str(year), until=reading.until))
    if names := await unsettled(acting, year):
        yield Lack("remarks", text("report-lacks-remarks", year=str(year), names=names))


def _some(numbers: list[int]) -> list[str]:
    return [str(number) for number in numbers[:SHOWN]] + ["..."] * (len(numbers) > SHOWN)
