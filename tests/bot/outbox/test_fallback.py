"""When Telegram does not pass: a text message instead, with that consent, once, told why once, never both."""

from __future__ import annotations

import pytest

from bot.channels.contract import Blame, SendError, Verdict
from bot.outbox import Hooks
from bot.outbox.failures import fall_back
from db.contacts import Consent, Contact, Reach
from db.conversations import Question
from db.deliveries import Delivery, Priority, Status
from db.outbox import broadcasts
from tests.support.outbox import Provider, World

SERVER = SendError(Verdict.LATER, "server", Blame.PROVIDER)
BLOCKED = SendError(Verdict.FOR_GOOD, "blocked", Blame.CONTACT)


def always(error: SendError, name: str = "telegram") -> Provider:
    return Provider(name, lambda _: error)


async def test_a_blocked_bot_is_replaced_by_a_text_message_told_why_once(world: World) -> None:
    world.telegram = always(BLOCKED)
    world.hooks = Hooks(explain_fallback=lambda language, channel: "pourquoi")
    rose = await world.person("telegram", "sms", name="Rose")
    first = await world.broadcast(rose, body="Bonjour {name}")

    await world.send()
    assert world.sms.bodies == ["pourquoi", "Bonjour Rose"]

    contact = await world.contact(rose)
    await world.set(Contact, contact.id, reach=Reach.OK)
    await world.broadcast(rose, body="Encore")
    await world.send()

    assert world.sms.bodies == ["pourquoi", "Bonjour Rose", "Encore"]
    async with world.db.read() as session:
        counted = await broadcasts.counts(session, first)
    assert (counted["failed"], counted["sent"], counted["total"]) == (1, 1, 2)


async def test_nothing_announces_a_text_message_that_the_person_stopped(world: World) -> None:
    world.telegram = always(BLOCKED)
    world.hooks = Hooks(explain_fallback=lambda language, channel: "pourquoi")
    rose = await world.person("telegram", "sms")
    await world.set(Contact, (await world.contact(rose, "sms")).id, stopped_kinds=",reminders,")
    await world.queue(rose, "rappel", kind="reminder")

    await world.send()

    assert world.sms.bodies == []


async def test_an_e_mail_that_cannot_arrive_is_replaced_by_a_text_message(world: World) -> None:
    told: list[str] = []
    world.hooks = Hooks(explain_fallback=lambda language, channel: told.append(channel) or "pourquoi")
    world.email = always(SendError(Verdict.FOR_GOOD, "bad_address", Blame.CONTACT), "email")
    rose = await world.person("email", "sms")
    await world.queue(rose, "La rencontre est mardi.", channel="email")

    await world.send()

    assert world.sms.bodies == ["pourquoi", "La rencontre est mardi."]
    assert told == ["email"]
    assert (await world.contact(rose, "email")).reach is Reach.INVALID


async def test_what_was_queued_before_the_bot_was_blocked_comes_by_text_too(world: World) -> None:
    rose = await world.person("telegram", "sms")
    await world.set(Contact, (await world.contact(rose)).id, reach=Reach.BLOCKED)
    await world.queue(rose, "rappel", kind="reminder")

    await world.send()

    assert (world.telegram.left, world.sms.bodies) == ([], ["rappel"])


async def test_three_days_of_failures_also_end_in_a_text_message(world: World) -> None:
    world.telegram = always(SERVER)
    await world.queue(await world.person("telegram", "sms"), "Important", expects_answer=False)
    for _ in range(80):
        await world.send()
        world.later(hours=1)

    assert world.sms.bodies == ["Important"]
    assert len(world.telegram.left) > 10


@pytest.mark.parametrize("phone", [{"consent": Consent.WITHDRAWN}, {"reach": Reach.INVALID}, {"hold": True}])
async def test_no_text_message_replaces_telegram_without_that_consent(world: World, phone: dict[str, object]) -> None:
    world.telegram = always(BLOCKED)
    rose = await world.person("telegram", "sms")
    await world.set(Contact, (await world.contact(rose, "sms")).id, **phone)
    await world.queue(rose)

    await world.send()

    assert world.sms.left == []


async def test_the_consent_of_the_phone_is_asked_again_just_before_the_text_message(world: World) -> None:
    rose = await world.person("telegram", "sms")
    phone = await world.contact(rose, "sms")
    world.telegram = always(BLOCKED)
    queued = await world.queue(rose)
    world.now = world.now.replace(hour=4)  # at night: the text message waits
    await world.set(Delivery, queued, any_hour=False, priority=Priority.NORMAL)
    async with world.db.write() as session:
        row = await session.get(Delivery, queued)
        assert row is not None
        row.status, row.reason = Status.FAILED, "blocked"
    await _fall_back(world)
    await world.set(Contact, phone.id, consent=Consent.WITHDRAWN)
    world.later(hours=12)

    await world.send()

    assert world.sms.left == []


async def test_a_message_sent_again_on_telegram_does_not_also_come_by_text(world: World) -> None:
    rose = await world.person("telegram", "sms")
    first = await world.queue(rose)
    await world.set(Delivery, first, status=Status.FAILED, reason="blocked")
    await _fall_back(world)
    await world.set(Delivery, first, status=Status.SENT)

    await world.send()

    assert world.sms.left == []
    assert [d.reason for d in await world.deliveries(Status.CANCELLED)] == ["arrived-otherwise"]


async def test_a_message_falls_back_once(world: World) -> None:
    rose = await world.person("telegram", "sms")
    first = await world.queue(rose)
    await world.set(Delivery, first, status=Status.FAILED, reason="blocked")

    await _fall_back(world)
    await _fall_back(world)

    assert len(await world.deliveries()) == 2


async def test_the_buttons_of_a_question_become_lines_and_its_answer_is_awaited_from_the_phone(world: World) -> None:
    world.telegram = always(BLOCKED)
    rose = await world.person("telegram", "sms")
    telegram, phone = await world.contact(rose), await world.contact(rose, "sms")
    async with world.db.write() as session:
        question = Question(contact_id=telegram.id, kind="x", asked_at=world.now, lapses_at=world.now)
        session.add(question)
        await session.flush()
        question_id = question.id
    await world.queue(rose, "Venez-vous?", buttons=[["Oui", "q1.0"], ["Non", "q1.1"]], question_id=question_id)

    await world.send()

    assert world.sms.bodies == ["Venez-vous?\n1 = Oui\n2 = Non"]
    assert (await world.get(Question, question_id)).contact_id == phone.id


async def _fall_back(world: World) -> None:
    first = (await world.deliveries())[0].id
    async with world.db.write() as session:
        await fall_back(session, first, world.now, None)
