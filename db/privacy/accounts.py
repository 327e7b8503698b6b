"""What the accounts must keep of a person who is erased, or whose years have passed: amounts, at first with a payee."""

from __future__ import annotations

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.tables import Claim, ClaimLine, ClaimState
from db.people import Person
from db.privacy.nobody import nobody

PAID = (ClaimState.PAID, ClaimState.RECEIVED)


async def let_go(session: AsyncSession, person: Person) -> tuple[int, int]:
    """(kept, gone): paid claims stay, nobody's, with the name of the payee; the others go with their lines.

    The photo of a receipt stays as long as the name does: the accounts rest on both.
    """
    mine = Claim.person_id == person.id
    unpaid = list(await session.scalars(select(Claim.id).where(mine, Claim.state.not_in(PAID))))
    await _forget_lines(session, unpaid)
    await session.execute(delete(Claim).where(Claim.id.in_(unpaid)))
    paid = list(await session.scalars(select(Claim.id).where(mine)))
    if paid:
        await session.execute(update(ClaimLine).where(ClaimLine.claim_id.in_(paid)).values(note=""))
        everybodys = (await nobody(session, person.organisation_id)).id
        silent = {"note": "", "question": "", "answer": "", "reason": ""}
        await session.execute(
            update(Claim).where(Claim.id.in_(paid)).values(person_id=everybodys, payee=person.name, **silent)
        )
    return len(paid), len(unpaid)


async def _forget_lines(session: AsyncSession, claims: list[int]) -> None:
    await session.execute(delete(ClaimLine).where(ClaimLine.claim_id.in_(claims)))
