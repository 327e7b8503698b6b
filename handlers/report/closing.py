"""The end of the reading: at the freeze, and never before the last day that was promised."""

from __future__ import annotations

from db.report.period import FiscalYear
from db.report.readings import reading_of
from handlers.acting import Acting, refuse


async def close_reading(acting: Acting, year: FiscalYear) -> None:
    reading = await reading_of(acting.session, acting.organisation_id, year)
    if reading is None or reading.closed_at is not None:
        return
    if acting.today <= reading.until:
        raise refuse("report-reading-open", year=str(year), until=reading.until)
    reading.closed_at = acting.now
