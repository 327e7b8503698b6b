"""What those who read the chapter said of it: shown, and settled once a coordinator did what it takes."""

from __future__ import annotations

from typing import Annotated

from db.people import Person
from db.report.period import FiscalYear
from db.report.readings import any_reading_of, readers_of, remarks_of, settle_remarks
from db.report.tables import ReportRemark
from handlers.act import Right, act
from handlers.acting import Acting, ActResult, refuse
from handlers.report.acts import A_YEAR
from messages import Text, text


@act("report.remarks", right=Right.ORGANISATION, twin="report remarks")
async def remarks(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """What those who read the chapter said of it; who said that it is right; who has not answered."""
    reading = await any_reading_of(acting.session, acting.organisation_id, year)
    if reading is None:
        raise refuse("report-reading-none", year=str(year))
    readers = await readers_of(acting.session, reading.id)
    said = await remarks_of(acting.session, reading.id)
    lines = [_line(remark, person) for remark, person in said]
    silent = [person.name or "?" for reader, person in readers if reader.answered_at is None]
    words = text(
        "report-remarks",
        year=str(year),
        right=sum(reader.right is True for reader, _ in readers),
        lines=lines or [text("report-remarks-none")],
        silent=silent or ["-"],
        until=reading.until,
    )
    waiting = sum(remark.settled_at is None for remark, _ in said)
    if waiting:
        words = text("report-remarks-waiting", said=words, year=str(year), count=waiting)
    shown = [
        {"name": person.name, "words": remark.words, "settled": remark.settled_at is not None}
        for remark, person in said
    ]
    data = {"remarks": shown, "silent": silent, "until": reading.until.isoformat(), "waiting": waiting}
    return ActResult(words, data, shows=tuple(person.id for _, person in readers))


def _line(remark: ReportRemark, person: Person) -> Text:
    name = "report-remark-line" if remark.settled_at is not None else "report-remark-waits"
    return text(name, name=person.name or "?", words=remark.words)


@act(
    "report.settle_remarks",
    right=Right.ORGANISATION,
    entry="report.remarks_settled",
    final="they were read; their words stay",
    twin="report settle-remarks",
)
async def settle(acting: Acting, year: Annotated[FiscalYear, A_YEAR]) -> ActResult:
    """The remarks of a chapter, read and dealt with: they wait no more."""
    reading = await any_reading_of(acting.session, acting.organisation_id, year)
    if reading is None:
        raise refuse("report-reading-none", year=str(year))
    count = await settle_remarks(acting.session, reading.id, acting.now)
    if not count:
        raise refuse("report-remarks-none-wait", year=str(year))
    noted = {"year": str(year), "count": count}
    return ActResult(text("report-remarks-settled", **noted), noted, noted=noted)
