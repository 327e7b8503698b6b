"""What each territory may spend in a year: said once a year, compared with what was recognised, told at four fifths."""

from __future__ import annotations

from typing import Annotated

from db.report.period import FiscalYear
from db.territories import EnvelopeUse, set_envelope, spending, territory_named
from handlers import sending
from handlers.act import Field, Right, act
from handlers.acting import Acting, ActResult, BadlyWritten, refuse
from handlers.report.acts import A_YEAR, ANY_YEAR
from messages import Text, text
from messages.reading.answered import amount
from messages.types import Money

TOLD_FROM = 80  # percent of an envelope
TOLD_HOUR = 9  # local, once a day


def cents_read(_acting: Acting, words: str) -> int:
    cents = amount(words)
    if cents is None or cents <= 0:
        raise BadlyWritten(text("report-bad-amount", words=words.strip()[:20]))
    return cents


@act(
    "report.envelope",
    right=Right.ORGANISATION,
    entry="report.envelope_set",
    undone_by="report.envelope",
    twin="report envelope",
)
async def set_amount(
    acting: Acting,
    territory: Annotated[str, Field("The territory.")],
    year: Annotated[FiscalYear, A_YEAR],
    cents: Annotated[int, Field("How much, such as 3000 or 3000,50.", "--amount", read=cents_read)],
) -> ActResult:
    """What a territory may spend in a year on people's participation, allowances and expenses together."""
    found = await territory_named(acting.session, acting.organisation_id, territory)
    if found is None:
        raise refuse("report-no-such-territory", name=territory.strip()[:60], known=["-"])
    row = await set_envelope(acting.session, found, year, cents)
    noted = {"year": str(year), "cents": cents}
    said = text("report-envelope-set", name=found.name, year=str(year), amount=Money(cents))
    return ActResult(said, {"territory": found.name, **noted}, noted=noted, thing=("territory", row.territory_id))


@act("report.envelopes", right=Right.ORGANISATION, twin="report envelopes")
async def list_envelopes(acting: Acting, year: Annotated[FiscalYear | None, ANY_YEAR] = None) -> ActResult:
    """Each envelope of a year, what was recognised, what remains; by default, of the year that has begun."""
    wanted = year or FiscalYear.of(acting.today)
    rows = await spending(acting.session, acting.organisation_id, wanted)
    lines = [_line(row) for row in rows] or [text("report-no-envelopes")]
    data = [{"territory": row.territory, "cents": row.envelope.cents, "spent": row.spent} for row in rows]
    return ActResult(text("report-envelopes", year=str(wanted), lines=lines), {"envelopes": data})


def _line(row: EnvelopeUse) -> Text:
    amount, spent = Money(row.envelope.cents), Money(row.spent)
    if row.left < 0:
        return text("report-envelope-over", name=row.territory, amount=amount, spent=spent, over=Money(-row.left))
    return text("report-envelope-line", name=row.territory, amount=amount, spent=spent, left=Money(row.left))


async def mostly_spent(acting: Acting) -> int:
    """Those who answer for its territory learn once, in the morning, that four fifths of an envelope are spent."""
    if acting.installation.local(acting.now).hour != TOLD_HOUR:
        return 0
    rows = await spending(acting.session, acting.organisation_id, FiscalYear.of(acting.today))
    due = [row for row in rows if row.envelope.told_at is None and row.percent >= TOLD_FROM]
    for row in due:
        row.envelope.told_at = acting.now
        words = text("report-envelope-told", percent=row.percent, line=_line(row))
        await sending.tell_those_of(acting, row.territory, words)
    return len(due)
