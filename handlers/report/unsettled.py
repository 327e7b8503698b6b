"""What readers of the chapter said of it and nobody has seen to: it waits, and is named before the freeze."""

from __future__ import annotations

from db.report.period import FiscalYear
from db.report.readings import any_reading_of, readings_with_remarks, remarks_of
from handlers.acting import Acting
from handlers.view import Harm, Waiting, view
from messages import text


async def unsettled(acting: Acting, year: FiscalYear) -> list[str]:
    """The names of those whose remarks wait, each once."""
    reading = await any_reading_of(acting.session, acting.organisation_id, year)
    if reading is None:
        return []
    said = await remarks_of(acting.session, reading.id)
    return list(dict.fromkeys(person.name or "?" for remark, person in said if remark.settled_at is None))


@view("report.waiting")
async def remarks_waiting(acting: Acting) -> list[Waiting]:
    """The remarks on a chapter that nobody has settled; whoever answers for one territory does not make the report."""
    if acting.actor.scope:
        return []
    found = await readings_with_remarks(acting.session, acting.organisation_id)
    return [
        Waiting(
            text("report-wait-remarks", year=str(FiscalYear(reading.year)), count=count),
            Harm.TO_DO,
            ("remarks", reading.year),
        )
        for reading, count in found
    ]
