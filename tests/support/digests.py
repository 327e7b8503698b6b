"""The digest in the stories: items proposed, a digest approved, and the hours at which it leaves."""

from __future__ import annotations

import re

from sqlalchemy import func, select

from db.deliveries import Delivery
from tests.support.phones import Phone, Town

FRIDGE = "Le frigo est ouvert | Tous les jours, de 9 h à 20 h."
BUS = "Un bus le vendredi | Il part de l'église à 8 h."
PARTY = "Une fête au parc | Samedi, avec un repas."


async def proposed(maude: Phone, *items: str) -> list[int]:
    numbers = []
    for item in items:
        await maude.text(f"/proposer {item}")
        found = re.search(r"no (\d+)", (await maude.expect_any("nouvelle est notee")).text)
        assert found is not None
        numbers.append(int(found[1]))
    return numbers


async def approved(town: Town, maude: Phone) -> int:
    """Previewed, the number of people retyped: the number of the sending."""
    await maude.text("/envoyer-infolettre")
    people = re.search(r"personnes : (\d+)$", (await maude.expect_any("ecrivez le nombre de personnes")).text)
    assert people is not None
    await maude.text(people[1])
    found = re.search(r"envoi no (\d+)", (await maude.expect_any("approuvee")).text)
    assert found is not None
    return int(found[1])


async def left(town: Town, kind: str = "digest") -> int:
    """How many deliveries of this kind were ever made."""
    async with town.database.read() as session:
        return await session.scalar(select(func.count()).select_from(Delivery).where(Delivery.kind == kind)) or 0
