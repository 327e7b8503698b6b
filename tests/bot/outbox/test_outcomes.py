"""What each answer of a provider means: try again, mark the contact, find another way, or say that nobody knows."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, update

from bot.channels.contract import Blame, SendError, ToSend, Trace, Verdict
from bot.outbox.settle import LONGEST_RETRY, retry_delay
from db.consent import ConsentEntry
from db.contacts import Consent, Reach
from db.deliveries import Broadcast, BroadcastState, Delivery, Priority, Status
from db.outbox import broadcasts, unknowns, workers
from tests.support.outbox import Hands, Provider, World

SERVER = SendError(Verdict.LATER, "server", Blame.PROVIDER)
BLOCKED = SendError(Verdict.FOR_GOOD, "blocked", Blame.CONTACT)
CUT = SendError(Verdict.UNKNOWN, "cut", Blame.PROVIDER)


def once(error: SendError) -> Provider:
    """A Telegram that answers so the first time, then yes."""
    provider = Provider("telegram")
    provider.told = lambda _: error if not provider.left else None
    return provider


def always(error: SendError, name: str = "telegram") -> Provider:
    return Provider(name, lambda _: error)


async def test_a_passing_failure_is_tried_again_later_and_says_why(world: World) -> None:
    world.telegram = once(SERVER)
    delivery_id = await world.queue(await world.person())

    await world.send()
    waiting = await world.delivery(delivery_id)
    assert (waiting.status, waiting.reason, waiting.attempts) == (Status.RETRYING, "server", 1)
    assert world.now + dt.timedelta(seconds=3) < waiting.due_at < world.now + dt.timedelta(seconds=7)
    world.later(seconds=10)
    await world.send()

    kept = await world.delivery(delivery_id)
    assert (kept.status, kept.reason, kept.attempts, len(world.telegram.left)) == (Status.SENT, "", 2, 2)


def test_retries_wait_longer_each_time_and_never_all_together() -> None:
    delays = [[retry_delay(attempt) for _ in range(50)] for attempt in range(1, 14)]

    middles = [sum(some) / len(some) for some in delays]
    assert middles == sorted(middles[:8]) + middles[8:]
    assert all(len(set(some)) > 40 for some in delays)
    assert max(map(max, delays)) <= LONGEST_RETRY * 1.3


async def test_a_message_being_retried_holds_back_its_own_conversation_only(world: World) -> None:
    rose, jean = await world.person(), await world.person()
    world.telegram = once(SERVER)
    await world.queue(rose, "rose 1")
    await world.send()
    await world.queue(rose, "rose 2")
    await world.queue(jean, "jean 1")
    await world.queue(rose, "rose urgent", priority=Priority.URGENT)

    await world.send()
    assert world.telegram.bodies[1:] == ["rose urgent", "jean 1"]
    world.later(seconds=10)
    await world.send()

    assert world.telegram.bodies[3:] == ["rose 1", "rose 2"]


async def test_retries_end_with_the_time_the_message_was_useful(world: World) -> None:
    world.telegram = always(SERVER)
    delivery_id = await world.queue(await world.person(), not_after=world.now + dt.timedelta(minutes=1))
    for _ in range(8):
        await world.send()
        world.later(seconds=30)

    kept = await world.delivery(delivery_id)
    assert kept.status is Status.MISSED
    assert 2 <= len(world.telegram.left) <= 4


@pytest.mark.parametrize(
    ("reason", "reach"),
    [("blocked", Reach.BLOCKED), ("deactivated", Reach.INVALID), ("not_started", Reach.NOT_STARTED)],
)
async def test_a_failure_for_good_marks_the_contact(world: World, reason: str, reach: Reach) -> None:
    world.telegram = always(SendError(Verdict.FOR_GOOD, reason, Blame.CONTACT))
    rose = await world.person()
    first, second = await world.queue(rose), await world.queue(rose)

    await world.send()

    contact = await world.contact(rose)
    assert (contact.reach, contact.reach_reason) == (reach, reason)
    assert (await world.delivery(first)).reason == reason
    assert (await world.delivery(second)).status is Status.FAILED
    assert len(world.telegram.left) == 1


async def test_words_that_are_refused_leave_the_contact_alone(world: World) -> None:
    world.telegram = always(SendError(Verdict.FOR_GOOD, "too_long", Blame.CONTENT))
    rose = await world.person("telegram", "sms")
    delivery_id = await world.queue(rose)

    await world.send()

    assert (await world.contact(rose)).reach is Reach.OK
    assert (await world.delivery(delivery_id)).status is Status.FAILED
    assert world.sms.left == []


async def test_a_stop_known_by_twilio_alone_is_a_withdrawal_in_the_ledger(world: World) -> None:
    world.sms = always(SendError(Verdict.FOR_GOOD, "stopped_at_provider", Blame.CONTACT), "sms")
    rose = await world.person("sms")
    await world.queue(rose, channel="sms")

    await world.send()

    contact = await world.contact(rose, "sms")
    assert (contact.reach, contact.consent) == (Reach.BLOCKED, Consent.WITHDRAWN)
    async with world.db.read() as session:
        entry = (await session.scalars(select(ConsentEntry))).one()
        assert (entry.given, entry.source, entry.contact_id) == (False, "provider", contact.id)


async def test_a_chat_that_moved_is_followed_at_once(world: World) -> None:
    world.telegram = once(SendError(Verdict.LATER, "migrated", Blame.CONTACT, retry_after=0, new_address="-100777"))
    rose = await world.person()
    delivery_id = await world.queue(rose)

    await world.send()

    assert world.telegram.addresses[-1] == "-100777"
    assert (await world.contact(rose)).address == "-100777"
    assert (await world.delivery(delivery_id)).status is Status.SENT


async def test_a_429_pauses_the_account_and_loses_nothing(world: World) -> None:
    people = [await world.person() for _ in range(5)]
    world.telegram = once(SendError(Verdict.SLOW_DOWN, "rate_limited", Blame.PROVIDER, retry_after=1.0))
    for rose in people:
        await world.queue(rose)
    outbox = world.outbox()

    await outbox.drain_once()
    paused = outbox.queues["telegram"].pace.paused_for
    assert 0 < paused <= 1.0
    while outbox.queues["telegram"].pace.paused_for:
        await outbox.drain_once()
    await outbox.drain_once()

    kept = await world.deliveries()
    assert [d.status for d in kept] == [Status.SENT] * 5
    assert {d.attempts for d in kept} == {1}


async def test_an_account_that_is_refused_spoils_no_message(world: World) -> None:
    world.telegram = always(SendError(Verdict.LATER, "auth", Blame.SENDER, retry_after=60))
    delivery_id = await world.queue(await world.person())
    outbox = world.outbox()

    await outbox.drain_once()

    kept = await world.delivery(delivery_id)
    assert (kept.status, kept.attempts) == (Status.QUEUED, 0)
    assert outbox.queues["telegram"].pace.paused_for > 50


async def test_an_unknown_is_not_sent_again(world: World) -> None:
    world.telegram = always(CUT)
    delivery_id = await world.queue(await world.person("telegram", "sms"))
    for _ in range(3):
        await world.send()
        world.later(days=1)

    kept = await world.delivery(delivery_id)
    assert (kept.status, kept.reason, len(world.telegram.left), world.sms.left) == (Status.UNKNOWN, "cut", 1, [])


@pytest.mark.parametrize(
    "message", [{"priority": Priority.REPLY}, {"expects_answer": True}], ids=["answer", "question"]
)
async def test_an_answer_or_a_question_lost_on_telegram_leaves_once_more_and_only_once(
    world: World, message: dict[str, object]
) -> None:
    world.telegram = always(CUT)
    delivery_id = await world.queue(await world.person(), **message)
    for _ in range(4):
        await world.send()
        world.later(seconds=30)

    assert len(world.telegram.left) == 2
    assert (await world.delivery(delivery_id)).status is Status.UNKNOWN


async def test_a_coordinator_may_send_an_unknown_again_or_let_it_be(world: World) -> None:
    world.telegram = always(CUT)
    first, second = await world.queue(await world.person()), await world.queue(await world.person())
    await world.send()
    world.telegram = Provider("telegram")

    async with world.db.write() as session:
        assert await unknowns.resend(session, first, world.now)
        assert await unknowns.let_be(session, second)
        assert not await unknowns.resend(session, first, world.now)
    await world.send()

    assert [(await world.delivery(i)).status for i in (first, second)] == [Status.SENT, Status.UNKNOWN]


@pytest.mark.parametrize(
    ("trace", "status", "sent"),
    [
        (Trace("yes", "SM1", "delivered"), Status.SENT, 1),
        (Trace("no"), Status.SENT, 2),
        (Trace("unsure"), Status.UNKNOWN, 1),
    ],
    ids=["it is there", "it never arrived there", "Twilio cannot tell"],
)
async def test_twilio_is_asked_about_an_unknown(world: World, trace: Trace, status: Status, sent: int) -> None:
    delivery_id = await world.queue(await world.person("sms"), channel="sms")
    world.sms.told = lambda _: CUT if not world.sms.left else None
    await world.send()
    world.sms.traces[delivery_id] = trace
    hands = Hands()
    outbox = world.outbox(monotonic=hands)
    world.later(hours=1)  # a clock that is wrong does not make it ask too early
    await outbox.upkeep.once()
    await outbox.drain_once()
    assert len(world.sms.left) == 1

    hands.forward(61)
    await outbox.upkeep.once()
    await outbox.drain_once()

    assert (await world.delivery(delivery_id)).status is status
    assert len(world.sms.left) == sent


async def test_a_broadcast_that_fails_too_often_stops_and_loses_nothing(world: World) -> None:
    people = [await world.person() for _ in range(60)]
    broadcast_id = await world.broadcast(*people)
    ids = [delivery.id for delivery in await world.deliveries()]

    def refuse(item: ToSend) -> SendError | None:
        return SendError(Verdict.FOR_GOOD, "refused", Blame.CONTENT) if item.delivery_id in ids[:20] else None

    world.telegram.told = refuse
    async with world.db.write() as session:
        await session.execute(
            update(Delivery).where(Delivery.id.in_(ids[24:])).values(due_at=world.now + dt.timedelta(hours=1))
        )
    outbox = world.outbox()
    await outbox.drain_once()
    await outbox.upkeep.once()
    world.later(hours=1)
    await outbox.drain_once()

    broadcast = await world.get(Broadcast, broadcast_id)
    assert (broadcast.state, broadcast.pause_reason) == (BroadcastState.PAUSED, "errors")
    async with world.db.write() as session:
        seen = await broadcasts.counts(session, broadcast_id)
        assert (seen["failed"], seen["queued"], seen["total"]) == (20, 36, 60)
        assert await broadcasts.resume(session, broadcast_id)
    await outbox.upkeep.once()
    await outbox.drain_once()

    async with world.db.read() as session:
        assert (await broadcasts.counts(session, broadcast_id))["sent"] == 40


async def test_a_worker_that_died_does_not_stop_the_broadcast(world: World) -> None:
    """What it had started may have arrived and is listed; the provider is not to blame, the others go on."""
    people = [await world.person() for _ in range(60)]
    broadcast_id = await world.broadcast(*people)
    ids = [delivery.id for delivery in await world.deliveries()]
    async with world.db.write() as session:
        died = {"status": Status.STARTED, "claimed_by": "dead", "started_at": world.now, "attempts": 1}
        await session.execute(update(Delivery).where(Delivery.id.in_(ids[:40])).values(died))
        await workers.take_over(session, ["dead"])
    outbox = world.outbox()

    await outbox.upkeep.once()
    await outbox.drain_once()

    assert (await world.get(Broadcast, broadcast_id)).pause_reason == ""
    async with world.db.read() as session:
        seen = await broadcasts.counts(session, broadcast_id)
    assert (seen["unknown"], seen["sent"]) == (40, 20)
