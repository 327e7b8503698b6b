"""What our own code stumbles over costs one row its fate, or the process its life: it never works half."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import Accepted, Blame, SendError, ToSend, Verdict
from bot.faults import BEARABLE_SECONDS, Outage
from bot.outbox import Hooks
from bot.outbox.receipts import apply_receipts
from bot.outbox.settle import FAULT
from db.contacts import Reach
from db.deliveries import Delivery, Priority, Status
from db.deliveries import Receipt as Word
from db.outbox import slots
from tests.support.outbox import Hands, Provider, World

SERVER = SendError(Verdict.LATER, "server", Blame.PROVIDER)


def strange(segments: Any) -> Accepted:
    """A receipt that no channel of ours gives any more."""
    return Accepted("odd", "sent", segments)


@pytest.mark.parametrize("segments", [object(), 10**30], ids=["to our code", "to the database"])
async def test_a_receipt_that_makes_no_sense_is_the_fate_of_its_own_row(world: World, segments: Any) -> None:
    odd = await world.queue(await world.person("sms"), channel="sms")
    others = [await world.queue(await world.person("sms"), channel="sms") for _ in range(5)]
    world.sms = Provider("sms", lambda item: strange(segments) if item.delivery_id == odd else None)
    outbox = world.outbox()
    running = asyncio.create_task(outbox.run())
    async with asyncio.timeout(60):
        while {row.status for row in await world.deliveries()} & {Status.QUEUED, Status.STARTED}:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert not running.done()
    await outbox.stop(5)
    await running

    assert [(await world.delivery(i)).status for i in others] == [Status.SENT] * 5
    kept = await world.delivery(odd)
    assert (kept.status, kept.reason) == (Status.UNKNOWN, FAULT)
    assert len(world.sms.left) == 6, "none twice"


async def test_words_that_cannot_be_made_ready_are_the_fate_of_their_own_row(world: World) -> None:
    odd, fine = await world.queue(await world.person()), await world.queue(await world.person())
    async with world.db.write() as session:
        await session.execute(update(Delivery).where(Delivery.id == odd).values(buttons=[5]))

    await world.send()

    kept = await world.delivery(odd)
    assert (kept.status, kept.reason) == (Status.FAILED, FAULT)
    assert (await world.delivery(fine)).status is Status.SENT


@pytest.mark.parametrize("reach", [Reach.OK, Reach.BLOCKED])
async def test_a_row_that_makes_no_sense_is_no_trouble_to_another_way_nor_to_who_asks_about_it(
    world: World, reach: Reach
) -> None:
    odd = await world.queue(await world.person("telegram", "sms", reach=reach))
    asked, fine = [await world.queue(await world.person("sms"), channel="sms") for _ in range(2)]
    async with world.db.write() as session:
        await session.execute(update(Delivery).where(Delivery.id.in_([odd, asked])).values(buttons=[5]))
        unknown = {"status": Status.UNKNOWN, "reason": "cut", "started_at": world.now}
        await session.execute(update(Delivery).where(Delivery.id == asked).values(**unknown))
    hands = Hands()
    outbox = world.outbox(monotonic=hands)
    await outbox.drain_once()
    await outbox.upkeep.once()
    hands.forward(61)
    await outbox.upkeep.once()

    assert (await world.delivery(odd)).status is Status.FAILED
    assert (await world.delivery(fine)).status is Status.SENT
    assert ((await world.delivery(asked)).status, (await world.delivery(asked)).reason) == (Status.UNKNOWN, "unsure")


async def test_any_other_fault_ends_the_outbox_with_its_reason_and_who_stops_it_does_not_wait(world: World) -> None:
    def event(name: str, **fields: object) -> None:
        raise ZeroDivisionError

    await world.queue(await world.person())
    world.hooks = Hooks(on_event=event)
    outbox = world.outbox()
    running = asyncio.create_task(outbox.run())
    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(running, 30)
    await asyncio.wait_for(outbox.stop(5), 10)


async def test_a_table_that_is_gone_is_waited_for_a_while_and_then_ends_the_outbox(world: World) -> None:
    hands = Hands()
    outbox = world.outbox(monotonic=hands)
    async with world.db.write() as session:
        await session.execute(text("ALTER TABLE workers RENAME TO gone"))
    running = asyncio.create_task(outbox.run())
    await asyncio.sleep(0.5)
    assert not running.done()
    hands.forward(BEARABLE_SECONDS + 1)
    done, _ = await asyncio.wait({running}, timeout=30)
    assert done
    assert running.exception() is not None
    await asyncio.wait_for(outbox.stop(5), 10)


def test_an_outage_is_borne_for_ever_and_a_refusal_for_a_while() -> None:
    hands = Hands()
    outage = Outage(hands)
    assert outage.bearable(ConnectionResetError())
    assert not outage.bearable(KeyError())
    assert outage.bearable(OSError())
    hands.forward(BEARABLE_SECONDS - 1)
    assert outage.bearable(OSError())
    hands.forward(2)
    assert not outage.bearable(OSError())
    outage.over()
    assert outage.bearable(OSError())
    hands.forward(1e9)
    assert outage.bearable(ConnectionResetError())


async def test_a_receipt_on_which_the_code_fails_is_put_away_and_those_around_it_are_applied(world: World) -> None:
    ids = [await world.queue(await world.person("sms"), channel="sms") for _ in range(3)]
    await world.send()
    async with world.db.write() as session:
        for number, delivery_id in enumerate(ids, start=1):
            word = {"provider_id": f"sms-{number}", "status": "undelivered", "error_code": "30005"}
            session.add(Word(channel="sms", delivery_id=delivery_id, received_at=world.now, **word))
        # An hour that no calendar knows once the wait before another attempt is added to it.
        far = dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC)
        await session.execute(update(Delivery).where(Delivery.id == ids[1]).values(attempts=32_000, not_after=far))

    await apply_receipts(world.db, world.now)

    async with world.db.read() as session:
        left = await session.scalar(select(func.count()).select_from(Word).where(Word.applied_at.is_(None)))
    assert left == 0
    assert [(await world.delivery(i)).status for i in (ids[0], ids[2])] == [Status.FAILED] * 2
    assert (await world.delivery(ids[1])).status is Status.SENT


async def test_a_message_that_always_fails_holds_its_chat_back_for_some_seconds_only(world: World) -> None:
    rose = await world.person()

    def refuse(item: ToSend) -> SendError | None:
        return SERVER if item.body == "poison" else None

    world.telegram = Provider("telegram", refuse)
    poison = await world.queue(rose, "poison")
    await world.send()
    await world.queue(rose, "next")
    await world.send()
    assert world.telegram.bodies == ["poison"]

    waited = 0
    while "next" not in world.telegram.bodies:
        world.later(seconds=5)
        waited += 5
        assert waited <= 60
        await world.send()

    assert (await world.delivery(poison)).status is Status.RETRYING
    await world.queue(rose, "and the next")
    await world.send()
    assert world.telegram.bodies[-1] == "and the next"


async def test_a_group_that_always_says_it_moved_is_not_asked_again_and_again_at_once(world: World) -> None:
    moved = SendError(Verdict.LATER, "migrated", Blame.CONTACT, retry_after=0, new_address="-100777")
    world.telegram = Provider("telegram", lambda _: moved)
    delivery_id = await world.queue(await world.person())

    await world.send()

    assert len(world.telegram.left) == 2
    kept = await world.delivery(delivery_id)
    assert (kept.status, kept.reason) == (Status.RETRYING, "migrated")
    assert kept.due_at > world.now + dt.timedelta(seconds=3)


class Told:
    def __init__(self) -> None:
        self.said: list[tuple[str, float]] = []

    async def __call__(self, session: AsyncSession, channel: str, seconds: float) -> None:
        self.said.append((channel, seconds))


@pytest.mark.parametrize(("asked", "told"), [(30, []), (300, []), (1200, [("telegram", 1200)])])
async def test_a_long_pause_is_told_to_people_once(world: World, asked: float, told: list[tuple[str, float]]) -> None:
    said = Told()
    world.hooks = Hooks(slowed=said)
    slow = SendError(Verdict.SLOW_DOWN, "rate_limited", Blame.PROVIDER, retry_after=asked)
    world.telegram = Provider("telegram", lambda _: slow)
    for _ in range(5):
        await world.queue(await world.person(), priority=Priority.NORMAL)
    hands = Hands()
    outbox = world.outbox(monotonic=hands)
    await outbox.drain_once()
    await outbox.drain_once()
    assert said.said == told
    assert outbox.queues["telegram"].pace.paused_for == pytest.approx(asked, abs=5)


async def test_a_pause_of_an_hour_is_the_longest_whatever_was_written(world: World) -> None:
    async with world.db.write() as session:
        await slots.pause_account(session, "telegram:1", 3600)
        far = "2999-01-01 00:00:00+00" if not world.db.sqlite else "2999-01-01 00:00:00.000000"
        await session.execute(text(f"UPDATE limiters SET paused_until = '{far}'"))
        assert await slots.paused_for(session, "telegram:1") == 3600
