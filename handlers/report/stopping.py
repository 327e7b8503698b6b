"""A reading under way that is stopped, and taken up again: who had not answered is told, and asked again."""

from __future__ import annotations

from typing import Annotated

from db.people import Person
from db.report.period import FiscalYear
from db.report.readings import any_reading_of, readers_of, reading_of
from db.report.runs import versions_of
from db.report.tables import ReportReading
from handlers import sending
from handlers.act import Right, Writes, act
from handlers.acting import Acting, ActResult, refuse
from handlers.report.acts import A_YEAR
from handlers.report.chapter_sent import CHAPTER_AGAIN, put_to
from handlers.report.reading import READ, REMARK, asking
from handlers.report.taken_back import take_back
from messages import text


@act(
    "report.stop_reading",
    right=Right.ORGANISATION,
    entry="report.reading_stopped",
    writes=Writes.SEVERAL,
    undone_by="report.resume_reading",
    twin="report stop-reading",
)
async def stop(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """The reading of a chapter, stopped: what was said of it stays; who had it and had not answered is told."""
    reading = await reading_of(acting.session, acting.organisation_id, year)
    if reading is None:
        raise refuse("report-reading-none", year=str(year))
    if reading.closed_at is not None:
        raise refuse("report-reading-frozen", year=str(year))
    reading.stopped_at = acting.now
    reached = await take_back(acting, (READ, REMARK), reading.id)
    phone, paper = await _unanswered(acting, reading)
    told = [person for person in phone if person.id in reached]
    words = text("report-chapter-stopped", name=acting.installation.contact_name)
    for person in told:
        await sending.tell(acting, person, words)
    said = text("report-reading-stopped", year=str(year), people=len(told))
    names = [person.name or "?" for person in paper]
    if names:
        said = text("report-reading-stopped-paper", said=said, names=names)
    noted = {"year": str(year), "people": len(told)}
    return ActResult(said, {**noted, "on_paper": names}, noted=noted)


@act(
    "report.resume_reading",
    right=Right.ORGANISATION,
    entry="report.reading_resumed",
    writes=Writes.SEVERAL,
    undone_by="report.stop_reading",
    twin="report resume-reading",
)
async def resume(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """A reading that was stopped goes on to its last day: who has not answered is asked once more."""
    reading = await any_reading_of(acting.session, acting.organisation_id, year)
    if reading is None or reading.stopped_at is None:
        raise refuse("report-reading-not-stopped", year=str(year))
    if await versions_of(acting.session, acting.organisation_id, year):
        raise refuse("report-reading-frozen", year=str(year))
    if acting.today > reading.until:
        raise refuse("report-reading-past", year=str(year), until=reading.until)
    reading.stopped_at = None
    people, _ = await _unanswered(acting, reading)
    ask = await asking(acting, reading, "report-chapter-again")
    missed = await put_to(acting, year, people, ask, CHAPTER_AGAIN)
    noted = {"year": str(year), "people": len(people) - len(missed)}
    said = text("report-reading-resumed", **noted, until=reading.until)
    return ActResult(said, noted, noted=noted)


async def _unanswered(acting: Acting, reading: ReportReading) -> tuple[list[Person], list[Person]]:
    """(on a phone, on paper), of those whom it was sent to."""
    silent = [one for one in await readers_of(acting.session, reading.id) if one[0].answered_at is None]
    return (
        [person for reader, person in silent if not reader.by_post],
        [person for reader, person in silent if reader.by_post],
    )
