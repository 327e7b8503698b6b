"""What a year still lacks before its figures are frozen, each with what to write: the least that a coordinator does."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass

from db.claims.questions import WAITING
from db.claims.rules import ClaimState
from db.report.lacking import (
    claims_that_wait,
    meetings_not_noted,
    meetings_without_step,
    noted_after,
    tables_without_level,
)
from db.report.period import Cut, FiscalYear
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
    if acting.today <= year.last_day:
        return []
    kinds = _of_presences(acting, year, report), _of_waiting(acting, year, report), _of_places(acting, year, report)
    return [one for kind in (*kinds, _of_the_chapter(acting, year, report)) async for one in kind]


async def _of_presences(acting: Acting, year: FiscalYear, report: Report) -> AsyncIterator[Lack]:
    if found := await meetings_not_noted(acting.session, acting.organisation_id, year):
        said = text("report-lacks-presence", count=len(found), numbers=_some(found), first=str(found[0]))
        yield Lack("presence", said, found[0])
    if (after := await noted_too_late(acting, year, report.cut)) is not None:
        yield Lack("late", after)


async def _of_waiting(acting: Acting, year: FiscalYear, report: Report) -> AsyncIterator[Lack]:
    """What people wait for: answers to their comments, their money."""
    session, organisation_id = acting.session, acting.organisation_id
    if late := number(report, "R13.waiting_late"):
        yield Lack("answers", text("report-lacks-answers", count=late))
    if found := await claims_that_wait(session, organisation_id, year, WAITING):
        yield Lack("claims", text("report-lacks-claims", count=len(found), numbers=_some(found)))
    if found := await claims_that_wait(session, organisation_id, year, (ClaimState.APPROVED,)):
        yield Lack("unpaid", text("report-lacks-payments", count=len(found), numbers=_some(found)))


async def _of_places(acting: Acting, year: FiscalYear, report: Report) -> AsyncIterator[Lack]:
    session, organisation_id = acting.session, acting.organisation_id
    if found := await meetings_without_step(session, organisation_id, year):
        said = text("report-lacks-steps", count=len(found), numbers=_some(found), first=str(found[0]))
        yield Lack("steps", said, found[0])
    if names := await tables_without_level(session, organisation_id, year):
        yield Lack("levels", text("report-lacks-levels", names=names[:SHOWN], first=names[0]))
    if not number(report, "R19.envelope"):
        yield Lack("envelope", text("report-lacks-envelope"))


async def _of_the_chapter(acting: Acting, year: FiscalYear, report: Report) -> AsyncIterator[Lack]:
    if unwritten := [name for name in TEXTS if not report.texts.get(name)]:
        names_of = [text(f"report-text-{name}") for name in unwritten]
        yield Lack("texts", text("report-lacks-texts", year=str(year), names=names_of))
    reading = await reading_of(acting.session, acting.organisation_id, year)
    if reading is None:
        yield Lack("reading", text("report-lacks-reading", year=str(year)))
    elif acting.today <= reading.until:
        yield Lack("open", text("report-lacks-days", year=str(year), until=reading.until))
    if names := await unsettled(acting, year):
        yield Lack("remarks", text("report-lacks-remarks", year=str(year), names=names))


async def noted_too_late(acting: Acting, year: FiscalYear, cut: Cut) -> Text | None:
    """How many presences were noted or corrected after the cut, and by whom: they would be left out without a word."""
    found = await noted_after(acting.session, acting.organisation_id, year, cut.at)
    if not found:
        return None
    local = acting.installation.local
    by = [text("report-late-by", name=name or "?", count=count) for name, count, _ in found]
    known = local(max(at for _, _, at in found)).date() + dt.timedelta(days=1)
    counts = {"count": sum(count for _, count, _ in found), "by": by}
    return text("report-lacks-late", **counts, when=local(cut.at), year=str(year), known=known, day=known.isoformat())


def _some(numbers: list[int]) -> list[str]:
    return [str(number) for number in numbers[:SHOWN]] + ["..."] * (len(numbers) > SHOWN)
