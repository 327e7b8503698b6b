"""Who may decide: a coordinator of one territory decides there only; nobody else at all, and nobody by text."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from db.claims.rules import ClaimState, LineKind, Mode
from db.claims.tables import Claim, ClaimLine
from db.people import Person, Role
from db.session import Database
from handlers.acting import Acting, Actor, Refused
from handlers.claims import decisions, payments, rates
from tests.support.phones import Town

NOW = dt.datetime(2026, 2, 12, 17, tzinfo=dt.UTC)
MAUDE = Actor(99, "Maude", "p99", frozenset({Role.COORDINATOR}), "telegram")


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[Town]:
    database = Database(sqlite_url)
    town = await Town(database, NOW).open()
    async with database.write() as session:
        session.add(Person(id=1, organisation_id=1, name="Rose", territory="Grande-Anse", created_at=NOW))
        session.add(Person(id=99, organisation_id=1, name="Maude", created_at=NOW))
        await session.flush()
        claim = Claim(
            organisation_id=1,
            number=1,
            person_id=1,
            activity_date=NOW.date(),
            state=ClaimState.SUBMITTED,
            total_cents=5500,
            submitted_at=NOW,
        )
        session.add(claim)
        await session.flush()
        session.add(ClaimLine(claim_id=claim.id, kind=LineKind.PARTICIPATION, cents=5500))
    yield town
    await database.close()


@pytest.mark.parametrize(
    ("actor", "reason"),
    [
        (replace(MAUDE, scope="Trois-Ponts"), "access-none-here"),
        (replace(MAUDE, via="sms"), "access-not-by-sms"),
        (replace(MAUDE, roles=frozenset({Role.EXPERT, Role.MEMBER})), "access-not-allowed"),
        (replace(MAUDE, person_id=1), "access-not-for-oneself"),
        (replace(MAUDE, person_id=1, via="shell"), "access-not-for-oneself"),
    ],
)
async def test_who_may_not_approve(town: Town, actor: Actor, reason: str) -> None:
    async with town.database.write() as session:
        with pytest.raises(Refused) as refused:
            await decisions.approve(Acting(session, town.installation, actor, NOW), [1])
        assert refused.value.reason.id == reason


async def test_another_territory_is_not_even_listed(town: Town) -> None:
    async with town.database.write() as session:
        elsewhere = await decisions.list_waiting(
            Acting(session, town.installation, replace(MAUDE, scope="Trois-Ponts"), NOW)
        )
        here = await decisions.list_waiting(
            Acting(session, town.installation, replace(MAUDE, scope="grande-anse"), NOW)
        )
    assert elsewhere.data["claims"] == []
    assert [claim["number"] for claim in here.data["claims"]] == [1]


async def test_a_batch_with_one_number_that_cannot_be_does_nothing_at_all(town: Town) -> None:
    """The router says the refusal and commits: nothing may be half done by then."""
    async with town.database.write() as session:
        with pytest.raises(Refused):
            await decisions.approve(Acting(session, town.installation, MAUDE, NOW), [1, 2])
    assert await state(town) is ClaimState.SUBMITTED
    async with town.database.write() as session:
        await decisions.approve(Acting(session, town.installation, MAUDE, NOW), [1])
        with pytest.raises(Refused):
            await payments.pay(
                Acting(session, town.installation, MAUDE, NOW), [1, 2], Mode.CASH, NOW.date(), total_cents=5500
            )
    assert await state(town) is ClaimState.APPROVED


async def state(town: Town) -> ClaimState:
    async with town.database.read() as session:
        return (await session.get_one(Claim, 1)).state


async def test_what_was_paid_is_not_paid_again_nor_decided_again(town: Town) -> None:
    async with town.database.write() as session:
        await decisions.approve(Acting(session, town.installation, MAUDE, NOW), [1])
        today = NOW.date()
        await payments.pay(Acting(session, town.installation, MAUDE, NOW), [1], Mode.CASH, today, total_cents=5500)
        for act in (
            payments.pay(Acting(session, town.installation, MAUDE, NOW), [1], Mode.CASH, today, total_cents=5500),
            decisions.approve(Acting(session, town.installation, MAUDE, NOW), [1]),
            decisions.refuse_claim(Acting(session, town.installation, MAUDE, NOW), 1, "non"),
            decisions.send_back(Acting(session, town.installation, MAUDE, NOW), 1, "quand?"),
            decisions.reopen(Acting(session, town.installation, MAUDE, NOW), 1),
        ):
            with pytest.raises(Refused):
                await act


async def test_only_coordinators_set_rates_and_everyone_sees_the_same(town: Town) -> None:
    member = replace(MAUDE, roles=frozenset({Role.MEMBER}))
    async with town.database.write() as session:
        with pytest.raises(Refused):
            await rates.first_rates(Acting(session, town.installation, member, NOW), NOW.date())
        await rates.first_rates(Acting(session, town.installation, MAUDE, NOW), NOW.date())
        seen = await rates.list_rates(Acting(session, town.installation, member, NOW))
        known = await rates.list_rates(Acting(session, town.installation, MAUDE, NOW))
    assert seen.data == known.data
    assert len(seen.data["rates"]) == len(LineKind)
