"""The wall clock is set back, or forward, while messages wait: none waits for an hour that comes twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest_asyncio
from sqlalchemy import update

from db.deliveries import Delivery, Limiter, Status
from db.outbox import slots
from db.session import Database
from tests.support.outbox import World

HOUR = dt.timedelta(hours=1)


@pytest_asyncio.fixture
async def postgres(postgres_url: str) -> AsyncIterator[World]:
    database = Database(postgres_url)
    world = World(database)
    await world.lay()
    yield world
    await database.close()


async def test_what_was_queued_at_an_hour_to_come_leaves_now(world: World) -> None:
    """The process that starts did not see the clock move: the hour written on the message shows it."""
    delivery_id = await world.queue(await world.person(), queued_at=world.now + HOUR)
    outbox = world.outbox()

    await outbox.upkeep.look_at_the_clock()
    await outbox.drain_once()

    assert (await world.delivery(delivery_id)).status is Status.SENT


async def test_what_is_tried_again_does_not_wait_for_an_hour_that_comes_twice(world: World) -> None:
    delivery_id = await world.queue(await world.person(), queued_at=world.now - HOUR)
    outbox = world.outbox()
    await outbox.upkeep.look_at_the_clock()
    await world.set(Delivery, delivery_id, status=Status.RETRYING, due_at=world.now + dt.timedelta(seconds=5))
    soon = await world.queue(await world.person(), queued_at=world.now - 2 * HOUR)
    world.now -= HOUR
    await world.set(Delivery, soon, status=Status.RETRYING, due_at=world.now + dt.timedelta(minutes=5))

    await outbox.upkeep.look_at_the_clock()
    await outbox.drain_once()

    assert (await world.delivery(delivery_id)).status is Status.SENT
    assert (await world.delivery(soon)).status is Status.RETRYING, "its own patience is not taken from it"


async def test_what_was_on_its_way_when_the_clock_moved_and_came_back_does_not_wait_either(world: World) -> None:
    outbox = world.outbox()
    await outbox.upkeep.look_at_the_clock()
    world.now -= HOUR
    await outbox.upkeep.look_at_the_clock()
    delivery_id = await world.queue(await world.person(), queued_at=world.now + HOUR)

    await outbox.upkeep.look_at_the_clock()
    await outbox.drain_once()

    assert (await world.delivery(delivery_id)).status is Status.SENT


async def test_order_holds_while_the_clock_is_put_right(world: World) -> None:
    person = await world.person()
    await world.queue(person, "un", queued_at=world.now + HOUR)
    await world.queue(person, "deux", queued_at=world.now)
    outbox = world.outbox()
    await outbox.drain_once()
    assert world.telegram.bodies == []

    await outbox.upkeep.look_at_the_clock()
    await outbox.drain_once()

    assert world.telegram.bodies == ["un", "deux"]


async def test_what_is_meant_for_later_still_is(world: World) -> None:
    later = world.now + HOUR
    delivery_id = await world.queue(await world.person(), queued_at=world.now, not_before=later)
    retried = await world.queue(await world.person(), queued_at=world.now)
    await world.set(Delivery, retried, status=Status.RETRYING, due_at=later)
    outbox = world.outbox()
    await outbox.upkeep.look_at_the_clock()
    world.later(minutes=-20)
    world.later(minutes=20)  # there and back between two looks, then adjusted by a second
    world.later(seconds=-1)

    await outbox.upkeep.look_at_the_clock()
    await outbox.drain_once()

    assert {(await world.delivery(one)).due_at for one in (delivery_id, retried)} == {later}
    assert world.telegram.left == []


async def test_a_limit_written_before_the_database_clock_went_back_holds_nobody(postgres: World) -> None:
    async with postgres.db.write() as session:
        await slots.reserve(session, "telegram:1", 1, 0.1, 0.0)
        await session.execute(update(Limiter).values(next_slot_at=dt.datetime.now(dt.UTC) + HOUR))

    async with postgres.db.write() as session:
        grant = await slots.reserve(session, "telegram:1", 1, 0.1, 0.0)

    assert grant.opens_in < 1.0


async def test_a_pause_asked_before_the_database_clock_went_back_holds_nobody(postgres: World) -> None:
    """Five seconds would otherwise last an hour and five seconds."""
    async with postgres.db.write() as session:
        await slots.reserve(session, "telegram:1", 1, 0.1, 0.0)
        await slots.pause_account(session, "telegram:1", 5)
        assert 4 < await slots.paused_for(session, "telegram:1") <= 5
        in_an_hour = dt.datetime.now(dt.UTC) + HOUR
        await session.execute(
            update(Limiter).values(paused_at=in_an_hour, paused_until=in_an_hour + dt.timedelta(seconds=5))
        )

    async with postgres.db.write() as session:
        assert await slots.paused_for(session, "telegram:1") == 0
        assert (await slots.reserve(session, "telegram:1", 1, 0.1, 0.0)).opens_in < 1.0
        await slots.pause_account(session, "telegram:1", 3)
        assert 2 < await slots.paused_for(session, "telegram:1") <= 3


async def test_a_person_written_to_at_an_hour_to_come_may_be_written_to_now(postgres: World) -> None:
    postgres.env |= {"TELEGRAM_RATE": "20"}
    person = await postgres.person()
    first = await postgres.queue(person, "un")
    await postgres.set(Delivery, first, status=Status.SENT, started_at=postgres.now + HOUR)
    second = await postgres.queue(person, "deux")

    await postgres.send()

    assert (await postgres.delivery(second)).status is Status.SENT
