"""What the desk shows of a year: its lines, what lacks before it is frozen, its texts, the reading of its chapter."""

from __future__ import annotations

from dataclasses import dataclass

from db.people import Person
from db.report.period import FiscalYear
from db.report.readings import any_reading_of, readers_of, remarks_of
from db.report.runs import TEXTS, draft, report_of, text_rows, versions_of
from db.report.tables import ReportReading, ReportRemark, ReportRun
from handlers.act import Right
from handlers.acting import Acting
from handlers.report.acts import draft_cut, usual_year
from handlers.report.compose import foot
from handlers.report.lacking import Lack, lacks_of
from handlers.report.sentences import five_lines
from handlers.report.templates import kept_template
from handlers.view import view
from messages import Text, text


@dataclass(frozen=True, slots=True)
class YearText:
    """One of the four texts. `replaced`: another stood there before, and may be put back."""

    name: str
    words: str
    replaced: bool


@dataclass(frozen=True, slots=True)
class YearShown:
    year: FiscalYear
    runs: list[ReportRun]
    lines: list[Text]
    foot: Text
    lacks: list[Lack]
    texts: list[YearText]
    reading: ReportReading | None
    remarks: list[tuple[ReportRemark, Person]]
    silent: list[Person]
    right: int

    @property
    def unsettled(self) -> int:
        return sum(remark.settled_at is None for remark, _ in self.remarks)

    @property
    def read_until_today(self) -> bool:
        """Whether its readers may still answer; stopped, it waits to be taken up again."""
        return self.reading is not None and self.reading.closed_at is None and self.reading.stopped_at is None


def _whom(shown: YearShown) -> list[int]:
    return [*(person.id for _, person in shown.remarks), *(person.id for person in shown.silent)]


@view("report.year", right=Right.ORGANISATION, shows=_whom)
async def year_shown(acting: Acting, year: FiscalYear | None) -> YearShown:
    """Of the year asked for, else of the last one that is over."""
    wanted = year or await usual_year(acting)
    session, organisation_id = acting.session, acting.organisation_id
    runs = await versions_of(session, organisation_id, wanted)
    if runs:
        report, said, lacks = report_of(runs[-1]), foot(runs[-1]), []
    else:
        report = await draft(session, organisation_id, wanted, draft_cut(acting, wanted))
        said, lacks = text("report-draft", year=str(wanted)), await lacks_of(acting, wanted, report)
    rows = {row.name: row for row in await text_rows(session, organisation_id, wanted)}
    texts = [
        YearText(name, rows[name].words if name in rows else "", name in rows and rows[name].replaced is not None)
        for name in TEXTS
    ]
    reading = await any_reading_of(session, organisation_id, wanted)
    readers = await readers_of(session, reading.id) if reading is not None else []
    return YearShown(
        wanted,
        runs,
        list(five_lines(report)),
        said,
        lacks,
        texts,
        reading,
        await remarks_of(session, reading.id) if reading is not None else [],
        [person for reader, person in readers if reader.answered_at is None],
        sum(reader.right is True for reader, _ in readers),
    )


@view("report.template", right=Right.ORGANISATION)
async def report_template(acting: Acting) -> str:
    """The name of the document that makes the report's Word file; "": the house's."""
    row = await kept_template(acting.session, acting.organisation_id)
    return row.name if row is not None else ""
