"""The questions asked of claims, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot.installation import build_installation
from bot.settings import Settings
from db.claims import looks
from db.claims import questions as ask
from db.claims.rules import ClaimState, LineKind, LineOf
from db.claims.tables import Claim, ClaimLine, Rate
from db.comments.tables import RemoteParticipation
from db.conversations import StoredFile
from db.meetings.questions import attendance_made
from db.meetings.tables import Meeting, MeetingState
from db.organisations import Organisation, Roundtable
from db.people import Person, PersonRole, PersonRoundtable, Role
from db.session import AsyncSession, Database
from handlers.acting import unattended
from handlers.things import CLAIM
from tests.support.env import ENV, catalogue

NOW = dt.datetime(2026, 2, 12, 17, tzinfo=dt.UTC)
TUESDAY, WEDNESDAY = dt.date(2026, 2, 10), dt.date(2026, 2, 11)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Rose sits at the one roundtable, whose meeting was held on Tuesday."""
    database = Database(database_url)
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance"))
        await session.flush()
        session.add_all([Person(id=1, organisation_id=1, name="Rose", created_at=NOW), _table()])
        await session.flush()
        session.add_all([PersonRole(person_id=1, role=Role.EXPERT), PersonRoundtable(person_id=1, roundtable_id=1)])
        session.add(_meeting())
    yield database
    await database.close()


def _table() -> Roundtable:
    return Roundtable(id=1, organisation_id=1, name="COCO")


def _meeting() -> Meeting:
    starts = dt.datetime(2026, 2, 10, 18, 30, tzinfo=dt.UTC)
    return Meeting(
        id=1,
        organisation_id=1,
        roundtable_id=1,
        state=MeetingState.HELD,
        local_date=TUESDAY,
        local_start=dt.time(13, 30),
        local_end=dt.time(15, 30),
        zone="America/Toronto",
        starts_at=starts,
        ends_at=starts + dt.timedelta(hours=2),
        created_at=starts,
    )


async def a_claim(
    session: AsyncSession,
    number: int,
    *lines: ClaimLine,
    state: ClaimState = ClaimState.SUBMITTED,
    at: dt.datetime = NOW,
    day: dt.date = TUESDAY,
) -> Claim:
    claim = Claim(
        organisation_id=1,
        number=number,
        person_id=1,
        meeting_id=1,
        activity_date=day,
        state=state,
        total_cents=sum(line.cents for line in lines),
        submitted_at=at,
    )
    session.add(claim)
    await session.flush()
    for line in lines:
        line.claim_id = claim.id
        session.add(line)
    await session.flush()
    return claim


def bus(cents: int = 750, **more: object) -> ClaimLine:
    return ClaimLine(kind=LineKind.TRANSPORT_FARE, cents=cents, **more)


async def test_the_table_of_a_day_holds_one_rate_of_each_kind(database: Database) -> None:
    async with database.write() as session:
        for kind, day, cents in (
            (LineKind.MEAL, dt.date(2026, 1, 1), 2000),
            (LineKind.MEAL, TUESDAY, 2200),
            (LineKind.MEAL, dt.date(2026, 4, 1), 2500),
            (LineKind.TRANSPORT_KM, dt.date(2026, 4, 1), 50),
        ):
            session.add(Rate(organisation_id=1, kind=kind, from_date=day, cents=cents))
        await session.flush()
        found = await ask.rates_on(session, 1, TUESDAY)
        assert [(rate.kind, rate.cents) for rate in found] == [(LineKind.MEAL, 2200)]
        assert await ask.rates_on(session, 2, TUESDAY) == []
        assert await ask.has_rates(session, 1)


async def test_the_same_claim_is_found_whatever_its_order_and_not_once_refused(database: Database) -> None:
    wanted = [LineOf(LineKind.CHILDCARE, 1, 4000), LineOf(LineKind.TRANSPORT_FARE, 1, 750)]
    async with database.write() as session:
        claim = await a_claim(session, 1, bus(), ClaimLine(kind=LineKind.CHILDCARE, cents=4000))
        found = await ask.same_claim(session, 1, [TUESDAY], wanted)
        assert found is not None
        assert found.number == 1
        assert await ask.same_claim(session, 1, [WEDNESDAY], wanted) is None
        assert await ask.same_claim(session, 1, [TUESDAY], wanted[:1]) is None
        claim.state = ClaimState.REFUSED
        await session.flush()
        assert await ask.same_claim(session, 1, [TUESDAY], wanted) is None


async def test_a_claim_cut_to_the_table_is_still_the_one_that_was_asked(database: Database) -> None:
    async with database.write() as session:
        await a_claim(session, 1, ClaimLine(kind=LineKind.CHILDCARE, cents=6000, asked_cents=8000))
        again = LineOf(LineKind.CHILDCARE, 1, 8000, asked_cents=8000, limit_cents=6000)
        assert await ask.same_claim(session, 1, [TUESDAY], [again]) is not None


async def test_a_day_counts_by_its_lines_too(database: Database) -> None:
    async with database.write() as session:
        await a_claim(session, 1, ClaimLine(kind=LineKind.PARTICIPATION, cents=5500, day=WEDNESDAY))
        assert [c.number for c in await ask.claims_of_days(session, 1, [WEDNESDAY])] == [1]


async def test_the_same_picture_in_two_claims_is_told(database: Database) -> None:
    async with database.write() as session:
        for number, sha in ((1, "ab"), (2, "ab"), (3, "cd"), (4, "")):
            kept = StoredFile(channel="sms", reference="r", sha256=sha, created_at=NOW)
            session.add(kept)
            await session.flush()
            await a_claim(session, number, bus(number, media_id=kept.id))
        first = await session.scalar(select(Claim).where(Claim.number == 1))
        fourth = await session.scalar(select(Claim).where(Claim.number == 4))
        assert first is not None
        assert fourth is not None
        same = await looks.claims_of_the_same_receipts(session, [first.id, fourth.id])
        assert same == {first.id: [2]}


async def test_taking_part_from_afar_is_known_the_day_after_the_reading_and_offered_once(database: Database) -> None:
    async with database.write() as session:
        row = RemoteParticipation(meeting_id=1, person_id=1)
        session.add(row)
        await session.flush()
        since, until = TUESDAY - dt.timedelta(days=9), WEDNESDAY
        assert await ask.remote_to_offer(session, 1, since, until) == []
        row.released_on = WEDNESDAY
        await session.flush()
        assert not await ask.took_part_from_afar(session, 1, 1, WEDNESDAY)
        assert await ask.took_part_from_afar(session, 1, 1, WEDNESDAY + dt.timedelta(days=1))
        [(person, meeting)] = await ask.remote_to_offer(session, 1, since, until)
        assert (person.name, meeting.id) == ("Rose", 1)
        (await attendance_made(session, 1, 1)).offered_claim_at = NOW
        await session.flush()
        assert await ask.remote_to_offer(session, 1, since, until) == []


async def test_own_meetings_leave_cancelled_ones_out(database: Database) -> None:
    async with database.write() as session:
        assert [m.id for m in await ask.own_meetings_between(session, 1, TUESDAY, TUESDAY)] == [1]
        (await session.get_one(Meeting, 1)).state = MeetingState.CANCELLED
        await session.flush()
        assert await ask.own_meetings_between(session, 1, TUESDAY, TUESDAY) == []


async def test_two_coordinators_never_decide_the_same_claim_at_once(database: Database) -> None:
    async with database.write() as session:
        await a_claim(session, 1, bus())
    decided: list[int] = []
    installation = build_installation(Settings.load(ENV), catalogue())

    async def decide(who: int) -> None:
        async with database.write() as session:
            claim = await CLAIM.find(unattended(session, installation, NOW), 1, held=True)
            await asyncio.sleep(0.05)
            if claim.state is ClaimState.SUBMITTED:
                claim.state = ClaimState.APPROVED
                decided.append(who)

    await asyncio.gather(*(decide(who) for who in range(4)))
    assert len(decided) == 1
