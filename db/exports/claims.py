"""Each claim, an amount per kind of line, in dollars. Nothing here leads to what was said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Row as Record
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.claims import rules
from db.claims.payees import name_column
from db.claims.tables import Claim, ClaimLine, LineKind, Payment
from db.exports.frame import Export, Row, Span, dollars, lots
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.people import Person

# The allowance of whoever took part from afar stands with the others': beside words without a name, in the file of
# comments, a column of its own would name their author.
KINDS = tuple(kind for kind in LineKind if kind is not LineKind.REMOTE)
COLUMNS = (
    "number",
    "person",
    "meeting",
    "roundtable",
    "activity_date",
    "state",
    *(kind.value for kind in KINDS),
    "kilometres",
    "total",
    "submitted_at",
    "decided_by",
    "decided_at",
    "payment_mode",
    "paid_on",
    "received_at",
)


async def rows(session: AsyncSession, span: Span) -> AsyncIterator[Row]:
    decider = aliased(Person)
    query = (
        select(
            Claim.id,
            Claim.number,
            name_column().label("name"),
            Claim.meeting_id,
            Roundtable.name.label("roundtable"),
            Claim.activity_date,
            Claim.state,
            Claim.total_cents,
            Claim.submitted_at,
            decider.name.label("decided_by"),
            Claim.decided_at,
            Payment.mode,
            Payment.paid_on,
            Claim.received_at,
        )
        .join(Person, Person.id == Claim.person_id)
        .outerjoin(Meeting, Meeting.id == Claim.meeting_id)
        .outerjoin(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .outerjoin(decider, decider.id == Claim.decided_by)
        .outerjoin(Payment, Payment.id == Claim.payment_id)
        .where(span.holds_day(Claim.activity_date))
    )
    async for lot in lots(session, query, Claim.id, at_once=500):
        cents, units = await _lines(session, [one.id for one in lot])
        for one in lot:
            yield _row(one, cents, units)


async def _lines(
    session: AsyncSession, ids: Sequence[int]
) -> tuple[dict[tuple[int, LineKind], int], defaultdict[int, float]]:
    """(claim, kind) -> cents, and claim -> kilometres."""
    found = await session.execute(
        select(
            ClaimLine.claim_id, ClaimLine.kind, ClaimLine.note, func.sum(ClaimLine.cents), func.sum(ClaimLine.quantity)
        )
        .where(ClaimLine.claim_id.in_(ids))
        .group_by(ClaimLine.claim_id, ClaimLine.kind, ClaimLine.note)
    )
    cents: dict[tuple[int, LineKind], int] = {}
    kilometres: defaultdict[int, float] = defaultdict(float)
    for claim_id, kind, note, total, quantity in found:
        shown = LineKind.PARTICIPATION if kind == LineKind.REMOTE else LineKind(kind)
        cents[claim_id, shown] = cents.get((claim_id, shown), 0) + int(total)
        if kind == LineKind.TRANSPORT_KM:
            kilometres[claim_id] += rules.kilometres_of(int(quantity), note)
    return cents, kilometres


def _row(one: Record[Any], cents: dict[tuple[int, LineKind], int], kilometres: defaultdict[int, float]) -> Row:
    driven = kilometres.get(one.id)
    return (
        one.number,
        one.name,
        one.meeting_id,
        one.roundtable or "",
        one.activity_date,
        str(one.state),
        *(dollars(cents.get((one.id, kind))) for kind in KINDS),
        int(driven) if driven is not None and driven == int(driven) else driven,
        dollars(one.total_cents),
        one.submitted_at,
        one.decided_by or "",
        one.decided_at,
        str(one.mode or ""),
        one.paid_on,
        one.received_at,
    )


CLAIMS = Export("claims", COLUMNS, rows)
