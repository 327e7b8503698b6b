"""Whose a claim is, by name. What was paid keeps the name of whoever was erased, as they were told."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.tables import Claim
from db.people import Person


def name_column() -> ColumnElement[str]:
    """Beside `Claim` joined with `Person`."""
    return func.coalesce(func.nullif(Claim.payee, ""), Person.name)


async def name_of(session: AsyncSession, claim: Claim) -> str:
    if claim.payee:
        return claim.payee
    person = await session.get(Person, claim.person_id)
    return person.name if person is not None else ""
