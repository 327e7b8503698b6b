"""What a coordinator of the whole organisation looks at of the yearly report: its versions, their own document."""

from __future__ import annotations

from db.report.period import FiscalYear
from db.report.runs import versions_of
from db.report.tables import ReportRun
from handlers.act import Right
from handlers.acting import Acting
from handlers.report.templates import kept_template
from handlers.view import view


@view("report.versions", right=Right.ORGANISATION)
async def report_versions(acting: Acting, year: FiscalYear) -> list[ReportRun]:
    """Every frozen version of a year, the first one first."""
    return await versions_of(acting.session, acting.organisation_id, year)


@view("report.template", right=Right.ORGANISATION)
async def report_template(acting: Acting) -> str:
    """The name of the document that makes the report's Word file; "": the house's."""
    row = await kept_template(acting.session, acting.organisation_id)
    return row.name if row is not None else ""
