"""What was settled on a presence before it is noted otherwise: a year that was frozen, money that was paid."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from db.claims.rules import ClaimState
from db.claims.tables import Claim
from db.meetings.tables import Meeting
from db.people import Person
from db.report.period import FiscalYear
from db.report.runs import versions_of
from handlers.acting import Acting
from messages import Money, Text, text

PAID = (ClaimState.PAID, ClaimState.RECEIVED)


async def already_settled(acting: Acting, meeting: Meeting, people: Sequence[Person]) -> Text | None:
    """What a change of their presences leaves as it is: said before it is noted. None: nothing was settled."""
    if not people:
        return None
    year = FiscalYear.of(meeting.local_date)
    frozen = bool(await versions_of(acting.session, acting.organisation_id, year))
    names = {person.id: person.name or "?" for person in people}
    paid = await acting.session.execute(
        select(Claim.number, Claim.person_id, Claim.total_cents)
        .where(Claim.meeting_id == meeting.id, Claim.person_id.in_(list(names)), Claim.state.in_(PAID))
        .order_by(Claim.number)
    )
    lines = [text("meetings-settled-paid", number=n, name=names[p], total=Money(cents)) for n, p, cents in paid]
    if frozen:
        lines.append(text("meetings-settled-frozen", year=str(year)))
    return text("meetings-settled", number=meeting.id, lines=lines) if lines else None
