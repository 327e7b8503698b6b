"""What is asked for a day that a claim was sent for already: it goes with that claim while nothing is decided of it.

Once it is decided, the rest is another claim, and the time given is not asked a second time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.claims import rules
from db.claims.questions import lines_of
from db.claims.rules import LineOf
from db.claims.tables import Claim
from db.session import AsyncSession
from handlers.claims import corrections, draft
from handlers.dialogue import Talk
from messages import Money, text

TIME_SAID = ("halves", "halves_said", "amount_said", "ask_halves")


async def lines_kept(session: AsyncSession, claim: Claim) -> list[LineOf]:
    return [draft.line_of(row) for row in await lines_of(session, claim.id)]


async def open_claim(session: AsyncSession, claims: Sequence[Claim], days: Sequence[dt.date]) -> Claim | None:
    """The claim of these very days of which nothing is decided."""
    for claim in claims:
        held = {claim.activity_date, *(line.day for line in await lines_kept(session, claim) if line.day is not None)}
        if claim.state in rules.UNDECIDED and held == set(days):
            return claim
    return None


async def without_time_said_before(
    talk: Talk, claims: Sequence[Claim], open_one: Claim | None, lines: Sequence[LineOf]
) -> list[LineOf]:
    """The time of a day that is in a claim already is not asked again of itself."""
    if "ask_halves" in talk.answers or (open_one is not None and any(key in talk.answers for key in TIME_SAID)):
        return list(lines)
    said = {draft.thing(line) for claim in claims for line in await lines_kept(talk.session, claim)}
    return [
        line
        for line in lines
        if line.kind not in rules.COMPENSATION or (open_one is None and draft.thing(line) not in said)
    ]


async def with_the_rest(talk: Talk, claim: Claim | None, new: Sequence[LineOf]) -> list[LineOf]:
    """The lines of the claim, with those that were said now; what was asked again by itself is as it was answered."""
    if claim is None:
        return list(new)
    again = talk.answers.get(corrections.ASKED_AGAIN, [])
    kept = [line for line in await lines_kept(talk.session, claim) if draft.group_of(line) not in again]
    return draft.merged(kept, new)


async def says_nothing_new(session: AsyncSession, claim: Claim, lines: Sequence[LineOf]) -> bool:
    return _sums(await lines_kept(session, claim)) == _sums(lines)


def _sums(lines: Sequence[LineOf]) -> list[tuple[str, int]]:
    return sorted((draft.thing(line), line.cents) for line in lines)


async def told(talk: Talk, claims: Sequence[Claim], open_one: Claim | None) -> None:
    """Once: that it goes with the claim that waits, or that it is another one."""
    for claim in [open_one] if open_one is not None else claims:
        id = "claims-goes-with" if open_one is not None else "claims-second"
        await talk.tell_once(f"second-{claim.id}", text(id, number=claim.number, total=Money(claim.total_cents)))
