"""Workers that die, are cut off, or share one account."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from sqlalchemy import update

from bot.channels.contract import Blame, SendError, Verdict
from bot.outbox import Outbox
from db.deliveries import Delivery, Priority, Status, Worker
from db.outbox import slots, workers
from db.session import Database
from tests.support.outbox import Hands, Provider, World


@pytest_asyncio.fixture
async def postgres(postgres_url: str) -> AsyncIterator[World]:
    database = Database(postgres_url)
    world = World(database)
    await world.lay()
    yield world
    await database.close()


async def die_holding(world: World, *statuses: Status) -> list[int]:
    """A worker took rows that far, and is silent since."""
    ids = [await world.queue(await world.person("telegram", "sms")) for _ in statuses]
    async with world.db.write() as session:
        await workers.beat(session, "dead")
        for delivery_id, status in zip(ids, statuses, strict=True):
            await session.execute(
                update(Delivery)
                .where(Delivery.id == delivery_id)
                .values(status=status, claimed_by="dead", attempts=1, started_at=world.now)
            )
    return ids


async def silence(world: World, outbox: Outbox, hands: Hands) -> None:
    """The outbox looks at the others for as long as it takes to be sure."""
    for _ in range(6):
        await outbox.upkeep.look_at_workers()
        hands.forward(2)


async def test_a_successor_takes_what_was_only_claimed_and_says_unknown_of_what_had_started(world: World) -> None:
    claimed, started = await die_holding(world, Status.CLAIMED, Status.STARTED)

    hands = Hands()
    outbox = world.outbox(monotonic=hands)
    await silence(world, outbox, hands)
    await outbox.drain_once()

    assert (await world.delivery(claimed)).status is Status.SENT
    lost = await world.delivery(started)
    assert (lost.status, lost.reason, world.telegram.left[0].delivery_id) == (Status.UNKNOWN, "worker-died", claimed)
    assert len(world.telegram.left) == 1


async def test_a_question_that_a_dead_worker_had_started_leaves_once_more(world: World) -> None:
    (started,) = await die_holding(world, Status.STARTED)
    await world.set(Delivery, started, expects_answer=True)

    hands = Hands()
    outbox = world.outbox(monotonic=hands)
    await silence(world, outbox, hands)
    await outbox.drain_once()

    kept = await world.delivery(started)
    assert (kept.status, kept.sent_again) == (Status.SENT, True)


@pytest.mark.parametrize("hour", [dt.timedelta(hours=1), dt.timedelta(hours=-1)], ids=["ahead", "behind"])
async def test_a_worker_whose_heart_beats_keeps_what_it_holds_whatever_the_hour(
    postgres: World, hour: dt.timedelta
) -> None:
    (started,) = await die_holding(postgres, Status.STARTED)
    hands = Hands()
    outbox = postgres.outbox(monotonic=hands)
    for beats in range(8):
        async with postgres.db.write() as session:
            await workers.beat(session, "dead")
            heard = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=beats) + (hour if beats > 3 else dt.timedelta())
            await session.execute(update(Worker).where(Worker.id == "dead").values(heartbeat_at=heard))
        await outbox.upkeep.look_at_workers()
        hands.forward(3)

    assert (await postgres.delivery(started)).status is Status.STARTED


async def test_a_database_that_was_away_for_long_makes_nobody_dead(postgres: World) -> None:
    """Nobody's heart could beat meanwhile: those who come back first must not take over from the others."""
    (started,) = await die_holding(postgres, Status.STARTED)
    hands = Hands()
    outbox = postgres.outbox(monotonic=hands)
    await outbox.upkeep.look_at_workers()
    hands.forward(60)

    await outbox.upkeep.look_at_workers()

    assert (await postgres.delivery(started)).status is Status.STARTED


async def test_a_worker_thought_dead_that_knows_better_settles_what_was_unknown(world: World) -> None:
    world.telegram.gate.clear()
    delivery_id = await world.queue(await world.person())
    slow = world.outbox()
    draining = asyncio.create_task(slow.drain_once())
    await world.telegram.anything.wait()
    async with world.db.write() as session:
        await workers.take_over(session, [slow.worker_id])
    assert (await world.delivery(delivery_id)).status is Status.UNKNOWN

    world.telegram.gate.set()
    await draining

    assert (await world.delivery(delivery_id)).status is Status.SENT


@pytest.mark.parametrize("taken_over", [False, True], ids=["alone", "thought dead meanwhile"])
async def test_a_turn_that_fails_sends_nothing_and_loses_nothing(world: World, taken_over: bool) -> None:
    """Its commit may have been heard all the same: what it started goes back, and leaves once."""
    first = await world.queue(await world.person(), "un")
    outbox = world.outbox()
    async with world.db.write() as session:
        await session.execute(update(Delivery).values(status=Status.STARTED, claimed_by=outbox.worker_id, attempts=1))
        if taken_over:
            await workers.take_over(session, [outbox.worker_id])
    outbox._doubtful = True

    await outbox.drain_once()

    kept = await world.delivery(first)
    assert (kept.status, kept.attempts, world.telegram.bodies) == (Status.SENT, 1, ["un"])


async def test_two_workers_never_send_the_same_message(postgres: World) -> None:
    people = [await postgres.person() for _ in range(40)]
    await postgres.broadcast(*people)
    first, second = postgres.outbox(), postgres.outbox()

    await asyncio.gather(first.drain_once(), second.drain_once())

    ids = [item.delivery_id for item in postgres.telegram.left]
    assert sorted(ids) == sorted(set(ids))
    assert len(ids) == 40


async def test_two_workers_keep_one_limit_and_one_second_per_chat(postgres: World) -> None:
    postgres.env |= {"TELEGRAM_RATE": "20", "QUIET_HOURS": "none"}
    postgres.now = dt.datetime.now(dt.UTC)
    people = [await postgres.person() for _ in range(30)]
    await postgres.broadcast(*people)
    await postgres.queue(people[0], "urgent", priority=Priority.URGENT)
    first, second = (postgres.outbox(clock=lambda: dt.datetime.now(dt.UTC)) for _ in range(2))

    await asyncio.gather(first.drain_once(), second.drain_once())
    await asyncio.sleep(1)
    await first.drain_once()

    at = sorted(postgres.telegram.left_at)
    assert len(at) == 31
    assert max(sum(start <= one < start + 1 for one in at) for start in at) <= 20
    address = (await postgres.contact(people[0])).address
    to_one = [at for item, at in postgres.telegram.when if item.address == address]
    assert to_one[1] - to_one[0] >= 0.99


async def test_a_429_met_by_one_worker_stops_the_others(postgres: World) -> None:
    await postgres.queue(await postgres.person(), "un")
    postgres.telegram.told = lambda _: SendError(Verdict.SLOW_DOWN, "rate_limited", Blame.PROVIDER, retry_after=30)
    first = postgres.outbox()
    await first.drain_once()
    await first.turn()

    await postgres.outbox().drain_once()

    assert len(postgres.telegram.left) == 1
    async with postgres.db.read() as session:
        assert 25 < await slots.paused_for(session, first.queues["telegram"].account) <= 30


async def test_slots_follow_one_another_whoever_reserves_them(postgres: World) -> None:
    async with postgres.db.write() as session:
        mine = await slots.reserve(session, "telegram:1", 3, 0.5, 0.0)
    async with postgres.db.write() as session:
        yours = await slots.reserve(session, "telegram:1", 1, 0.5, 0.0)

    assert mine.opens_in == pytest.approx(0.0, abs=0.01)
    assert yours.opens_in == pytest.approx(1.5, abs=0.2)


async def test_a_database_away_for_a_while_loses_no_answer(restartable_postgres: object) -> None:
    from tests.support.postgres import OwnPostgresServer, temporary_database
    from tests.support.schema import lay_schema

    assert isinstance(restartable_postgres, OwnPostgresServer)
    with temporary_database(restartable_postgres) as name:
        url = restartable_postgres.url(name)
        await lay_schema(url)
        world = World(Database(url), telegram=Provider("telegram"))
        await world.lay()
        delivery_id = await world.queue(await world.person())
        world.telegram.gate.clear()
        outbox = world.outbox()
        running = asyncio.create_task(outbox.run())
        await world.telegram.anything.wait()
        await asyncio.to_thread(restartable_postgres.kill)
        world.telegram.gate.set()
        await asyncio.sleep(0.5)
        await asyncio.to_thread(restartable_postgres.start)
        while (await world.delivery(delivery_id)).status is not Status.SENT:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        await outbox.stop()
        await running
        await world.db.close()

    assert len(world.telegram.left) == 1
