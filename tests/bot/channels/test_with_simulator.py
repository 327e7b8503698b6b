"""The channels against the servers that the program ships: what people do arrives, what leaves is read."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.channels.contract import SendError, ToSend, Verdict
from bot.channels.sms import Sms
from bot.channels.telegram import Telegram, incoming_from_update
from bot.media import fetch
from bot.simulator import Providers, simulated_providers
from messages.types import Incoming, Kind

ROSE, PHONE = 501, "+18195550123"
NOW = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)


@pytest.fixture
async def sim() -> AsyncIterator[Providers]:
    async with simulated_providers() as providers:
        yield providers


@pytest.fixture
async def telegram(sim: Providers) -> AsyncIterator[Telegram]:
    channel = Telegram(sim.telegram.token, sim.telegram_url)
    yield channel
    await channel.close()


@pytest.fixture
async def sms(sim: Providers) -> AsyncIterator[Sms]:
    channel = Sms(sim.sms.account_sid, sim.sms.auth_token, sim.twilio_url, sender=sim.sms.numbers[0])
    yield channel
    await channel.close()


@contextlib.asynccontextmanager
async def polled(telegram: Telegram) -> AsyncIterator[asyncio.Queue[Incoming | None]]:
    came: asyncio.Queue[Incoming | None] = asyncio.Queue()

    async def save(updates: list[dict[str, Any]]) -> None:
        for update in updates:
            came.put_nowait(incoming_from_update(update, NOW))

    task = asyncio.create_task(telegram.poll(save, wait=5))
    try:
        yield came
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), (10, 90, 10)).save(out, "JPEG")
    return out.getvalue()


async def next_of(came: asyncio.Queue[Incoming | None]) -> Incoming:
    found = await asyncio.wait_for(came.get(), 10)
    assert found is not None
    return found


async def test_a_conversation_on_telegram_with_a_button_and_a_photo(
    sim: Providers, telegram: Telegram, tmp_path: Path
) -> None:
    person = sim.telegram
    async with polled(telegram) as came:
        person.press_start(ROSE, "lien-1")
        started = await next_of(came)
        assert (started.kind, started.text, started.address) == (Kind.TEXT, "/start lien-1", str(ROSE))
        receipt = await telegram.send(ToSend(1, started.address, "Venez-vous?", (("Oui", "oui"), ("Non", "non"))))
        asked = await person.expect(ROSE, "venez-vous?", "[oui]")
        assert str(asked.message_id) == receipt.provider_id
        person.press(ROSE, asked.message_id, "Oui")
        pressed = await next_of(came)
        assert (pressed.kind, pressed.button, pressed.message_id) == (Kind.BUTTON, "oui", receipt.provider_id)
        await telegram.acknowledge(str(pressed.callback_id))
        await telegram.send(ToSend(2, started.address, "C'est noté.", edit_message_id=pressed.message_id))
        assert (await person.expect(ROSE, "c'est noté")).buttons == []
        person.send_photo(ROSE, photo(), "le reçu")
        sent = await next_of(came)
        assert (sent.kind, sent.text) == (Kind.PHOTO, "le reçu")
        assert (await fetch(telegram, sent.media[0].reference, tmp_path)).mime == "image/jpeg"
        person.block(ROSE)
        assert (await next_of(came)).opt_out_type == "STOP"
        with pytest.raises(SendError) as refused:
            await telegram.send(ToSend(3, started.address, "Encore"))
        assert refused.value.reason == "blocked"


async def test_a_person_who_never_started_and_a_group_that_moved(sim: Providers, telegram: Telegram) -> None:
    with pytest.raises(SendError) as refused:
        await telegram.send(ToSend(1, "999", "Bonjour"))
    assert refused.value.reason == "not_started"
    sim.telegram.press_start(ROSE)
    sim.telegram.add_bot_to_group(ROSE, -77)
    sim.telegram.upgrade_group(-77, -10077)
    with pytest.raises(SendError) as moved:
        await telegram.send(ToSend(2, "-77", "Bonjour"))
    assert (moved.value.reason, moved.value.new_address) == ("migrated", "-10077")


async def test_a_text_message_arrives_and_twilio_remembers_it(sim: Providers, sms: Sms) -> None:
    item = ToSend(1, PHONE, "Réunion mardi à 13 h")
    since = sim.clock.now()
    receipt = await sms.send(item)
    assert receipt.segments == 1
    await sim.sms.expect(PHONE, "réunion mardi")
    trace = await sms.was_sent(item, since)
    assert (trace.answer, trace.provider_id) == ("yes", receipt.provider_id)
    assert (await sms.was_sent(item, since, [receipt.provider_id])).answer == "no"
    assert (await sms.was_sent(ToSend(2, PHONE, "autre"), since)).answer == "no"


@pytest.mark.parametrize(("code", "reason"), [(21211, "bad_number"), (21614, "landline")])
async def test_a_number_twilio_refuses_says_why(sim: Providers, sms: Sms, code: int, reason: str) -> None:
    sim.sms.set_fate(PHONE, code)
    with pytest.raises(SendError) as refused:
        await sms.send(ToSend(1, PHONE, "Bonjour"))
    assert refused.value.reason == reason


async def test_the_account_is_open_and_another_token_is_refused(sim: Providers, sms: Sms) -> None:
    assert await sms.check() == "active"
    stranger = Sms(sim.sms.account_sid, "wrong", sim.twilio_url, sender=sim.sms.numbers[0])
    with pytest.raises(SendError) as refused:
        await stranger.check()
    await stranger.close()
    assert refused.value.reason == "auth"


async def test_a_person_who_texted_stop_is_left_alone_by_twilio(sim: Providers, sms: Sms) -> None:
    sim.sms.text(PHONE, "STOP")
    with pytest.raises(SendError) as refused:
        await sms.send(ToSend(1, PHONE, "Bonjour"))
    assert refused.value.reason == "stopped_at_provider"


async def test_both_erase_a_message_that_is_asked_to_be_and_one_that_is_gone_is_done(
    sim: Providers, sms: Sms, telegram: Telegram
) -> None:
    text = await sms.send(ToSend(1, PHONE, "Bonjour Rose"))
    await sms.erase("", text.provider_id)
    assert text.provider_id not in sim.sms.messages
    await sms.erase("", text.provider_id)
    sim.telegram.press_start(ROSE)
    sent = await telegram.send(ToSend(2, str(ROSE), "Bonjour Rose"))
    await telegram.erase(str(ROSE), sent.provider_id)
    with pytest.raises(SendError) as refused:
        await telegram.erase(str(ROSE), "999999")
    assert refused.value.verdict is Verdict.FOR_GOOD
