"""Who wrote a claim down, when its person did not send it themself."""

from __future__ import annotations

from db.claims.tables import Claim
from db.people import Person
from handlers.acting import Acting
from messages import Text, text


async def entered_by(acting: Acting, claim: Claim) -> Text | None:
    """By whom it was written down for the person; None when they sent it themself."""
    if not claim.entered:
        return None
    day = acting.installation.today(claim.first_submitted_at or claim.submitted_at)
    by = await acting.session.get(Person, claim.entered_by) if claim.entered_by else None
    if by is None:
        return text("claims-entered-by-someone", date=day)
    return text("claims-entered-by", name=by.name, date=day)
