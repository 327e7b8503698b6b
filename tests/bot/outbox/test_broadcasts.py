"""Broadcasts: counted, held, let go, stopped, within the day's budget."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import Blame, SendError, Verdict
from bot.outbox import Hooks, Outbox
from db.deliveries import Broadcast, BroadcastState, Delivery, Priority, Status
from db.outbox import broadcasts
from tests.support.outbox import World

PARTS = ("queued", "started", "sent", "failed", "unknown", "missed", "cancelled")


async def counted(world: World, broadcast_id: int) -> dict[str, int]:
    async with world.db.read() as session:
        seen = await broadcasts.counts(session, broadcast_id)
        rows = await session.scalar(select(func.count()).where(Delivery.broadcast_id == broadcast_id))
    assert sum(seen[part] for part in PARTS) == seen["total"] == rows
    return seen


async def test_counts_add_up_whatever_the_states(world: World) -> None:
    people = [await world.person() for _ in Status]
    broadcast_id = await world.broadcast(*people)
    for delivery, status in zip(await world.deliveries(), Status, strict=True):
        await world.set(Delivery, delivery.id, status=status)

    seen = await counted(world, broadcast_id)

    assert seen["total"] == len(Status)
    assert (seen["queued"], seen["sent"], seen["retrying"], seen["delivered"]) == (3, 2, 1, 1)


async def test_a_paused_broadcast_does_not_leave_and_holds_nothing_back(world: World) -> None:
    rose, jean = await world.person(), await world.person()
    held = await world.broadcast(rose, jean, body="retenue")
    async with world.db.write() as session:
        assert await broadcasts.pause(session, held, "coordinator")
    await world.broadcast(rose, body="suivante")

    await world.send()
    assert world.telegram.bodies == ["suivante"]
    async with world.db.write() as session:
        assert await broadcasts.resume(session, held)
    await world.send()

    assert sorted(world.telegram.bodies) == ["retenue", "retenue", "suivante"]


async def test_cancelling_stops_what_has_not_left(world: World) -> None:
    people = [await world.person() for _ in range(5)]
    broadcast_id = await world.broadcast(*people)
    first = (await world.deliveries())[0]
    await world.set(Delivery, first.id, status=Status.SENT)

    async with world.db.write() as session:
        assert await broadcasts.cancel(session, broadcast_id, world.now) == 4
    await world.send()

    assert world.telegram.left == []
    seen = await counted(world, broadcast_id)
    assert (seen["sent"], seen["cancelled"]) == (1, 4)
    assert (await world.get(Broadcast, broadcast_id)).state is BroadcastState.CANCELLED


async def test_urgent_broadcasts_leave_before_monthly_ones(world: World) -> None:
    rose, jean = await world.person(), await world.person()
    await world.broadcast(rose, jean, body="mensuelle")
    await world.broadcast(rose, jean, body="urgente", kind="notice", priority=Priority.URGENT)

    await world.send()

    assert world.telegram.bodies == ["urgente", "urgente", "mensuelle", "mensuelle"]


async def test_a_finished_broadcast_is_told_once(world: World) -> None:
    told: list[int] = []

    async def finished(_: AsyncSession, broadcast_id: int) -> None:
        told.append(broadcast_id)

    world.hooks = Hooks(finished=finished)
    broadcast_id = await world.broadcast(await world.person())
    await world.outbox().upkeep.once()
    assert told == []
    await world.send()

    await world.outbox().upkeep.once()
    await world.outbox().upkeep.once()

    assert told == [broadcast_id]


async def test_the_days_budget_stops_broadcasts_by_text_and_nothing_else(world: World) -> None:
    told: list[str] = []

    async def reached(_: AsyncSession) -> None:
        told.append("budget")

    world.hooks = Hooks(budget_reached=reached)
    world.env["SMS_DAILY_BUDGET"] = "0.03"  # two segments, and a little
    first = [await world.person("sms") for _ in range(3)]
    await world.broadcast(*first)
    await world.send()
    later = [await world.person("sms"), await world.person("telegram")]
    await world.broadcast(*later, body="encore")
    await world.queue(later[0], "réponse", channel="sms", kind="reply", priority=Priority.REPLY)

    outbox = world.outbox()
    await outbox.drain_once()
    await outbox.upkeep.once()
    await outbox.upkeep.once()

    assert world.sms.bodies[3:] == ["réponse"]
    assert world.telegram.bodies == ["encore"]
    assert told == ["budget"]
    world.later(days=1)
    await world.send()
    assert world.sms.bodies[4:] == ["encore"]


@pytest.mark.parametrize("language", ["en"])
async def test_a_person_without_a_kept_text_is_left_out_of_the_count(world: World, language: str) -> None:
    rose, jean = await world.person(), await world.person(language=language)

    broadcast_id = await world.broadcast(rose, jean)

    assert (await counted(world, broadcast_id))["total"] == 1


async def test_what_comes_back_from_a_cancelled_broadcast_does_not_leave_again(world: World) -> None:
    broadcast_id = await world.broadcast(await world.person())
    outbox = world.outbox()

    async def cancelled_meanwhile() -> None:
        async with world.db.write() as session:
            await broadcasts.cancel(session, broadcast_id, world.now)

    world.telegram.told = lambda _: SendError(Verdict.LATER, "server", Blame.PROVIDER)
    world.telegram.gate.clear()
    draining = asyncio.create_task(outbox.drain_once())
    await world.telegram.anything.wait()
    await cancelled_meanwhile()
    world.telegram.gate.set()
    await draining
    await outbox.upkeep.once()

    assert (await counted(world, broadcast_id))["cancelled"] == 1


async def test_a_straggler_of_a_broadcast_that_was_sent_still_leaves(world: World) -> None:
    rose = await world.person("sms")
    broadcast_id = await world.broadcast(rose, body="nouvelles")
    outbox = world.outbox()
    await outbox.drain_once()
    await outbox.upkeep.once()
    assert (await world.get(Broadcast, broadcast_id)).state is BroadcastState.SENT

    await world.set(Delivery, (await world.deliveries())[0].id, status=Status.RETRYING)
    await outbox.drain_once()

    assert world.sms.bodies == ["nouvelles", "nouvelles"]


async def test_what_no_channel_can_send_is_missed_when_it_is_too_late(world: World) -> None:
    delivery_id = await world.queue(await world.person("sms"), channel="sms")
    outbox = Outbox(world.db, {"telegram": world.telegram}, world.settings, lambda: world.now)
    await outbox.upkeep.miss_what_nothing_sends()
    assert (await world.delivery(delivery_id)).status is Status.QUEUED
    world.later(days=4)

    await outbox.upkeep.miss_what_nothing_sends()

    assert (await world.delivery(delivery_id)).reason == "no-channel"
