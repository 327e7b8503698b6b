"""From a row to a phone, and what is kept of it."""

from __future__ import annotations

import asyncio

from structlog.testing import capture_logs

from bot.channels.contract import Blame, SendError, Verdict
from db.contacts import Contact, ContactPerson
from db.deliveries import Broadcast, BroadcastState, Priority, Status
from db.outbox.callbacks import opened_delivery
from db.privacy.messages import opened_number
from tests.support.outbox import Hands, World


async def test_a_queued_message_leaves_once_and_is_kept_as_sent(world: World) -> None:
    rose = await world.person("telegram")
    delivery_id = await world.queue(rose, "Bonjour")

    await world.send()
    await world.send()

    assert world.telegram.bodies == ["Bonjour"]
    kept = await world.delivery(delivery_id)
    assert (kept.status, kept.attempts) == (Status.SENT, 1)
    assert kept.sent_at == world.now


async def test_the_number_of_a_message_in_a_chat_is_sealed_as_it_is_written(world: World) -> None:
    rose = await world.person("telegram")
    delivery_id = await world.queue(rose, "Bonjour")
    await world.send()
    number = (await world.delivery(delivery_id)).provider_id
    assert number is not None
    assert "telegram-1" not in number
    async with world.db.read() as session:
        assert opened_number(session, number) == "telegram-1"


async def test_the_log_of_what_did_not_leave_bears_no_number(world: World) -> None:
    rose = await world.person("sms")
    delivery_id = await world.queue(rose, "Bonjour", channel="sms")
    world.sms.told = lambda _: SendError(Verdict.LATER, "server", Blame.PROVIDER)
    with capture_logs() as logs:
        await world.send()
    [said] = [line for line in logs if line["event"] == "a message did not leave as hoped"]
    assert str(delivery_id) not in str(said)


async def test_a_text_message_is_counted_and_priced_when_it_leaves(world: World) -> None:
    rose = await world.person("sms")
    delivery_id = await world.queue(rose, "é" * 200, channel="sms")

    await world.send()

    kept = await world.delivery(delivery_id)
    assert (kept.segments, kept.cost) == (2, 29_400)
    address, _, sealed = str(world.sms.left[0].status_callback).partition("?delivery=")
    assert address == "https://table.example/sms/status"
    assert opened_delivery(world.db.key, sealed) == delivery_id
    assert str(delivery_id) not in sealed


async def test_a_broadcast_fills_the_name_and_ends_when_all_of_it_left(world: World) -> None:
    people = [await world.person(channel, name=name) for channel, name in (("telegram", "Rose"), ("sms", ""))]
    broadcast_id = await world.broadcast(*people, body="Bonjour {name}, voici les nouvelles.")
    outbox = world.outbox()

    await outbox.drain_once()
    await outbox.upkeep.once()

    assert world.telegram.bodies == ["Bonjour Rose, voici les nouvelles."]
    assert world.sms.bodies == ["Bonjour, voici les nouvelles."]
    broadcast = await world.get(Broadcast, broadcast_id)
    assert (broadcast.state, broadcast.finished_at) == (BroadcastState.SENT, world.now)


async def test_the_options_of_a_broadcast_are_buttons_on_telegram(world: World) -> None:
    rose = await world.person("telegram")
    broadcast_id = await world.broadcast(rose)
    async with world.db.write() as session:
        from sqlalchemy import update

        from db.deliveries import BroadcastText

        await session.execute(update(BroadcastText).values(options=[["yes", "Oui"], ["no", "Non"]]))

    await world.send()

    assert world.telegram.left[0].buttons == (("Oui", f"b{broadcast_id}.0"), ("Non", f"b{broadcast_id}.1"))


async def test_answers_leave_before_news_and_news_before_digests(world: World) -> None:
    for priority in (Priority.STRANGER, Priority.BROADCAST, Priority.NORMAL, Priority.REPLY, Priority.URGENT):
        await world.queue(await world.person(), priority.name, priority=priority)
    await world.queue(await world.person(), "DANGER", priority=Priority.DANGER)

    await world.send()

    assert world.telegram.bodies == ["DANGER", "REPLY", "URGENT", "NORMAL", "BROADCAST", "STRANGER"]


async def test_what_is_for_someone_in_danger_leaves_before_what_is_started_already(sqlite_world: World) -> None:
    """At one segment a second, an answer of three was started and waits for its turn: it goes on waiting."""
    world = sqlite_world
    world.env = {"SMS_RATE": "1"}
    hands = Hands()
    outbox = world.outbox(monotonic=hands)
    for number in range(3):
        body = f"stranger {number} " + "x" * 320
        await world.queue(
            await world.person("sms"), body, channel="sms", priority=Priority.STRANGER, kind="reply", segments=3
        )
    queue = outbox.queues["sms"]
    running = asyncio.create_task(queue.run())
    assert await outbox.turn() == 1
    await world.sms.anything.wait()
    assert await outbox.turn() == 1  # started, and waiting for the three seconds of the first to pass
    assert queue.room() == 0
    await world.queue(await world.person("sms"), "danger", channel="sms", priority=Priority.DANGER, kind="reply")

    assert await outbox.turn() == 1
    hands.forward(3.1)
    queue.poke()
    while len(world.sms.left) < 2:  # noqa: ASYNC110 (what left tells nobody but the first time)
        await asyncio.sleep(0.01)

    assert [body[:6] for body in world.sms.bodies] == ["strang", "danger"]
    running.cancel()


async def test_messages_to_one_person_leave_in_order_one_after_the_other(world: World) -> None:
    rose, jean = await world.person(), await world.person()
    for number in range(3):
        await world.queue(rose, f"rose {number}")
        await world.queue(jean, f"jean {number}")

    await world.send()

    assert [b for b in world.telegram.bodies if "rose" in b] == ["rose 0", "rose 1", "rose 2"]
    assert world.telegram.bodies[:2] == ["rose 0", "jean 0"]


async def test_a_running_outbox_sends_what_is_committed_at_once_and_stops_when_asked(world: World) -> None:
    outbox = world.outbox()
    running = asyncio.create_task(outbox.run())
    rose = await world.person()
    delivery_id = await world.queue(rose)
    outbox.wake()
    await world.telegram.anything.wait()

    await outbox.stop()
    await running

    assert (await world.delivery(delivery_id)).status is Status.SENT


async def test_stopping_waits_for_what_is_on_its_way_and_keeps_what_came_of_it(world: World) -> None:
    world.telegram.gate.clear()
    outbox = world.outbox()
    running = asyncio.create_task(outbox.run())
    first = await world.queue(await world.person())
    outbox.wake()
    await world.telegram.anything.wait()

    stopping = asyncio.create_task(outbox.stop())
    await asyncio.sleep(0.05)
    after = await world.queue(await world.person())
    world.telegram.gate.set()
    await stopping
    await running

    assert (await world.delivery(first)).status is Status.SENT
    assert (await world.delivery(after)).status is Status.QUEUED


async def test_a_phone_that_two_people_share_is_written_to_with_both_names(world: World) -> None:
    rose, luc = await world.person("sms", name="Rose"), await world.person("telegram", name="Luc")
    phone = await world.contact(rose, "sms")
    async with world.db.write() as session:
        session.add(ContactPerson(contact_id=phone.id, person_id=luc.id))
    await world.set(Contact, phone.id, shared=True)
    await world.broadcast(rose, body="Bonjour {name}, voici les nouvelles.")

    await world.send()

    assert world.sms.bodies == ["Bonjour Rose & Luc, voici les nouvelles."]
