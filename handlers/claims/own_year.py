"""COMBIEN: what a person was paid in a calendar year, allowance and expenses apart, as they may have to declare it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from sqlalchemy import select

from db.claims.rules import split
from db.claims.tables import Claim, ClaimLine, Payment
from db.session import AsyncSession
from handlers.turn import Heard, Reply, Turn
from messages import Money, text

LAST_YEAR_UNTIL = 6  # month: the year before is still asked for, for taxes


async def own_year_keyword(turn: Turn, heard: Heard) -> Reply:
    """The year that has begun; in its first months the one before too. Nobody else's, even on a shared phone."""
    if turn.person is None:
        return None
    today = turn.installation.today(turn.now)
    years = [today.year - 1, today.year] if today.month <= LAST_YEAR_UNTIL else [today.year]
    paid = await paid_by_year(turn.session, turn.person.id, today)
    lines = [
        text("claims-own-year", year=str(year), allowance=Money(paid[year][0]), expenses=Money(paid[year][1]))
        for year in years
        if year in paid
    ]
    if not lines:
        return text("claims-own-year-none", year=str(today.year))
    house = turn.installation
    return text("claims-own-years", lines=lines, name=house.contact_name, phone=house.contact_phone)


async def paid_by_year(session: AsyncSession, person_id: int, today: dt.date) -> dict[int, tuple[int, int]]:
    """Calendar year of payment -> cents of allowance, cents of expenses; a payment dated ahead is not made yet."""
    rows = await session.execute(
        select(Payment.paid_on, ClaimLine.kind, ClaimLine.cents)
        .join(Claim, Claim.payment_id == Payment.id)
        .join(ClaimLine, ClaimLine.claim_id == Claim.id)
        .where(Claim.person_id == person_id, Payment.paid_on <= today, Payment.cancelled_at.is_(None))
    )
    by_year = defaultdict(list)
    for paid_on, kind, cents in rows:
        by_year[paid_on.year].append((kind, cents))
    return {year: split(lines) for year, lines in by_year.items()}
