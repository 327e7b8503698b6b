"""Status callbacks, in any order, repeated, before our own answer or long after."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from sqlalchemy import select

from bot.channels.contract import Blame, SendError, Verdict
from db.contacts import Consent, Reach
from db.deliveries import Delivery, Receipt, Status
from tests.support.outbox import World

CUT = SendError(Verdict.UNKNOWN, "timeout", Blame.PROVIDER)


async def receipt(world: World, status: str, *, of: int | None = None, sid: str = "sms-1", code: str = "") -> None:
    async with world.db.write() as session:
        session.add(
            Receipt(
                channel="sms", provider_id=sid, status=status, error_code=code, delivery_id=of, received_at=world.now
            )
        )
    await world.outbox().upkeep.once()


async def sent(world: World) -> int:
    delivery_id = await world.queue(await world.person("sms"), channel="sms")
    await world.send()
    return delivery_id


@pytest.mark.parametrize("order", list(itertools.permutations(["queued", "sent", "delivered"])), ids="-".join)
async def test_a_status_never_goes_backwards(world: World, order: tuple[str, ...]) -> None:
    delivery_id = await sent(world)

    for status in order:
        await receipt(world, status)

    kept = await world.delivery(delivery_id)
    assert (kept.status, kept.delivered_at) == (Status.DELIVERED, world.now)


async def test_a_failure_said_after_the_delivery_changes_nothing(world: World) -> None:
    delivery_id = await sent(world)

    await receipt(world, "delivered")
    await receipt(world, "failed", code="30008")

    assert (await world.delivery(delivery_id)).status is Status.DELIVERED


async def test_a_callback_that_comes_before_our_answer_is_not_undone_by_it(world: World) -> None:
    delivery_id = await world.queue(await world.person("sms"), channel="sms")
    world.sms.gate.clear()
    outbox = world.outbox()
    import asyncio

    draining = asyncio.create_task(outbox.drain_once())
    await world.sms.anything.wait()
    await receipt_of(world, delivery_id)
    await outbox.upkeep.apply_receipts()
    world.sms.gate.set()
    await draining

    kept = await world.delivery(delivery_id)
    assert (kept.status, kept.provider_id, kept.segments) == (Status.DELIVERED, "sms-1", 1)


async def receipt_of(world: World, delivery_id: int) -> None:
    async with world.db.write() as session:
        session.add(
            Receipt(
                channel="sms", provider_id="sms-1", status="delivered", delivery_id=delivery_id, received_at=world.now
            )
        )


@pytest.mark.parametrize(
    ("status", "code", "settled"),
    [("sent", "", Status.SENT), ("delivered", "", Status.DELIVERED), ("failed", "30006", Status.FAILED)],
)
async def test_a_callback_settles_an_unknown_by_the_id_in_its_address(
    world: World, status: str, code: str, settled: Status
) -> None:
    world.sms.told = lambda _: CUT
    delivery_id = await sent(world)
    assert (await world.delivery(delivery_id)).status is Status.UNKNOWN

    await receipt(world, status, of=delivery_id, sid="SM-never-seen", code=code)

    assert (await world.delivery(delivery_id)).status is settled


async def test_an_opt_out_known_later_marks_the_contact_and_withdraws(world: World) -> None:
    rose = await world.person("sms")
    delivery_id = await world.queue(rose, channel="sms")
    await world.send()

    await receipt(world, "failed", code="21610")

    contact = await world.contact(rose, "sms")
    assert (contact.reach, contact.consent) == (Reach.BLOCKED, Consent.WITHDRAWN)
    assert (await world.delivery(delivery_id)).reason == "stopped_at_provider"


async def test_a_phone_that_was_off_is_tried_again_a_few_times_and_no_more(world: World) -> None:
    delivery_id = await sent(world)
    for number in range(1, 8):
        await receipt(world, "undelivered", sid=f"sms-{number}", code="30003")
        world.later(hours=8)
        world.now = world.now.replace(hour=16)
        await world.send()

    kept = await world.delivery(delivery_id)
    assert kept.status in (Status.FAILED, Status.MISSED)
    assert 3 <= len(world.sms.left) <= 5


async def test_a_receipt_for_nothing_we_know_goes(world: World) -> None:
    """It may speak of a message that was forgotten: nothing must say at which minute it left."""
    await receipt(world, "delivered", sid="SM-stranger")
    await world.outbox().upkeep.once()
    assert len(await world._all(select(Receipt))) == 1, "it may have come before our own answer was written"
    world.later(minutes=11)
    await world.outbox().upkeep.once()

    assert await world._all(select(Receipt)) == []


async def test_ten_receipts_for_one_message_change_it_once(world: World) -> None:
    delivery_id = await sent(world)
    for _ in range(2):
        await receipt(world, "delivered") if _ == 0 else await world.outbox().upkeep.once()
    first = (await world.delivery(delivery_id)).delivered_at
    world.now += dt.timedelta(minutes=1)
    await receipt(world, "read")

    kept = await world.get(Delivery, delivery_id)
    assert (kept.status, kept.delivered_at) == (Status.DELIVERED, first)
