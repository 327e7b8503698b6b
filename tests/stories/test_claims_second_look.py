"""What of a claim does not agree with its meeting: said to whoever decides, never blocked."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import Executable, delete, update

from db.claims.tables import ClaimLine
from db.meetings.tables import Attendance, Meeting, MeetingState, Presence
from tests.stories.test_claims_decided import claimed, rose
from tests.support.claims import set_rates
from tests.support.people import coordinator
from tests.support.phones import Phone, Town

LOOK = "A regarder"
CLAIMED = "autobus 7,50"  # with the participation, which comes by itself


@pytest.fixture
async def maude(town: Town) -> Phone:
    await set_rates(town)
    town.now = town.local(2026, 2, 12)
    return await coordinator(town)


async def changed(town: Town, what: Executable) -> None:
    async with town.database.write() as session:
        await session.execute(what)


async def test_a_claim_that_agrees_says_nothing(town: Town, maude: Phone) -> None:
    await claimed(town, await rose(town), CLAIMED)
    await maude.tell("/demande 1")
    assert "regarder" not in (await maude.expect("Total 62,50")).text


@pytest.mark.parametrize(
    ("presence", "said"),
    [
        (Presence.NONE, "la presence est notee « absent »"),
        (Presence.VIDEO, "un deplacement ou un repas, pour une participation a distance"),
        (Presence.UNKNOWN, "la presence n'est pas notee. Pour la noter : /presence 1"),
    ],
)
async def test_the_presence_sheet_says_otherwise(town: Town, maude: Phone, presence: Presence, said: str) -> None:
    await claimed(town, await rose(town), CLAIMED)
    await changed(town, update(Attendance).values(presence=presence))
    await maude.tell("/demande 1")
    await maude.expect(LOOK, said)


async def test_only_expenses_of_someone_noted_absent_are_looked_at_too(town: Town, maude: Phone) -> None:
    await claimed(town, await rose(town), CLAIMED)
    await changed(town, update(Attendance).values(presence=Presence.NONE))
    await changed(town, delete(ClaimLine).where(ClaimLine.kind == "participation"))
    await maude.tell("/demande 1")
    await maude.expect(LOOK, "la presence est notee « absent »")


async def test_a_whole_day_for_two_hours(town: Town, maude: Phone) -> None:
    await claimed(town, await rose(town), CLAIMED)
    await changed(town, update(ClaimLine).where(ClaimLine.kind == "participation").values(quantity=2, cents=11000))
    await maude.tell("/demande 1")
    await maude.expect(LOOK, "plus long que la rencontre")


async def test_a_meeting_moved_after_the_claim_or_cancelled(town: Town, maude: Phone) -> None:
    await claimed(town, await rose(town), CLAIMED)
    await changed(town, update(Meeting).values(starts_at=town.now + dt.timedelta(days=5)))
    await maude.tell("/demandes")
    await maude.expect("no 1 Rose", "a regarder")
    await maude.tell("/demande 1")
    await maude.expect(LOOK, "demande avant la rencontre")
    await changed(town, update(Meeting).values(state=MeetingState.CANCELLED))
    await maude.tell("/demande 1")
    await maude.expect(LOOK, "cette rencontre a ete annulee")
