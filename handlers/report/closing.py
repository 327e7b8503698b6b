"""The end of the reading and of the survey: at the freeze, and never before the last day that was promised."""

from __future__ import annotations

from db.report.period import FiscalYear
from db.report.readings import reading_of
from db.report.survey import round_of
from handlers.acting import Acting, refuse


async def close_reading(acting: Acting, year: FiscalYear) -> None:
    reading = await reading_of(acting.session, acting.organisation_id, year)
    if reading is None or reading.closed_at is not None:
        return
    if acting.today <= reading.until:
        raise refuse("report-reading-open", year=str(year), until=reading.until)
    reading.closed_at = acting.now


async def close_survey(acting: Acting, year: FiscalYear) -> None:
    """Answers come no more once its last day has passed."""
    sent = await round_of(acting.session, acting.organisation_id, year)
    if sent is not None and sent.stopped_at is None and acting.today <= sent.until:
        raise refuse("survey-open", year=str(year), until=sent.until)
