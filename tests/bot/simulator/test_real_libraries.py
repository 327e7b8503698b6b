"""The libraries that real programs use find nothing to complain about: python-telegram-bot, twilio."""

from __future__ import annotations

import asyncio
import datetime as dt

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TimedOut
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters
from twilio.base.exceptions import TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

from bot.simulator import FaultPlan, Misfortune, Providers

ROSE, PHONE = 501, "+18195550123"


def bot_of(sim: Providers) -> Bot:
    return Bot(sim.telegram.token, f"{sim.telegram_url}/bot", f"{sim.telegram_url}/file/bot")


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_chat
    yes = InlineKeyboardMarkup([[InlineKeyboardButton("Oui", callback_data="yes")]])
    if update.callback_query:
        await update.callback_query.answer("Noté")
        await update.callback_query.edit_message_text("C'est noté.")
    elif update.message and update.message.photo:
        file = await update.message.photo[-1].get_file()
        content = await file.download_as_bytearray()
        await update.effective_chat.send_message(f"{len(content)} octets")
    elif update.message:
        await update.effective_chat.send_message(f"Vous avez dit: {update.message.text}", reply_markup=yes)


async def test_an_echo_bot_of_python_telegram_bot_converses_by_long_polling(sim: Providers) -> None:
    builder = Application.builder().token(sim.telegram.token)
    application = builder.base_url(f"{sim.telegram_url}/bot").base_file_url(f"{sim.telegram_url}/file/bot").build()
    application.add_handler(CommandHandler("start", echo))
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.add_handler(CallbackQueryHandler(echo))
    rose = sim.telegram
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling(timeout=5, poll_interval=0)
        rose.press_start(ROSE, "abc")
        asked = await rose.expect(ROSE, "vous avez dit: /start abc", "[oui]")
        rose.press(ROSE, asked.message_id, "Oui")
        edited = await rose.expect(ROSE, "c'est noté")
        assert (edited.message_id, edited.buttons) == (asked.message_id, [])
        rose.send_photo(ROSE, b"\xff\xd8" * 50)
        await rose.expect(ROSE, "100 octets")
        await application.updater.stop()
        await application.stop()
    assert [said["text"] for said in rose.acknowledged.values()] == ["Noté"]
    assert rose.ignored == set()


async def test_python_telegram_bot_reads_every_method_and_error(sim: Providers) -> None:
    world = sim.telegram
    world.press_start(ROSE)
    async with bot_of(sim) as bot:
        assert (await bot.get_me()).username == "PorteVoixBot"
        assert await bot.set_my_commands([("aide", "Menu")], language_code="fr")
        assert (await bot.get_my_commands(language_code="fr"))[0].command == "aide"
        assert await bot.send_chat_action(ROSE, "typing")
        photo = await bot.send_photo(ROSE, InputFile(b"\xff\xd8picture"), caption="Plan")
        assert isinstance(photo, Message)
        again = await bot.send_photo(ROSE, photo.photo[-1].file_id)
        assert await bot.delete_message(ROSE, again.message_id)
        assert (await bot.get_webhook_info()).pending_update_count == 1
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(999, "x")
        world.block(ROSE)
        with pytest.raises(Forbidden, match="blocked"):
            await bot.send_message(ROSE, "x")
        world.press_start(ROSE)
        world.add_bot_to_group(ROSE, -5)
        world.upgrade_group(-5, -1_000_000_000_005)
        with pytest.raises(ChatMigrated):
            await bot.send_message(-5, "x")
        world.faults.force(Misfortune.TOO_MANY, retry_after=5)
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(ROSE, "x")
        assert refused.value.retry_after == 5
    with pytest.raises(InvalidToken):
        await Bot("1:wrong", f"{sim.telegram_url}/bot").initialize()
    assert world.ignored == set()


async def test_a_late_answer_is_timed_out_though_delivered(sim: Providers) -> None:
    sim.telegram.press_start(ROSE)
    sim.telegram.faults.plan = FaultPlan(hang_seconds=2.0)
    sim.telegram.faults.force(Misfortune.LATE)
    async with bot_of(sim) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(ROSE, "arrivé quand même", read_timeout=0.2)
    assert [m.text for m in sim.telegram.received(ROSE)] == ["arrivé quand même"]


async def test_twilios_async_client_sends_lists_redacts_and_deletes(sim: Providers) -> None:
    transport = AsyncTwilioHttpClient()
    client = Client(sim.sms.account_sid, sim.sms.auth_token, http_client=transport)
    client.api.base_url = sim.twilio_url
    sender = sim.sms.numbers[0]
    try:
        sent = await client.messages.create_async(to=PHONE, from_=sender, body="Bonjour", validity_period=600)
        await client.messages.create_async(to="+18195550124", from_=sender, body="Autre")
        sim.sms.text(PHONE, "ma photo", [("image/png", b"\x89PNG")])
        await asyncio.sleep(0)
        today = sim.clock.now().date()
        found = await client.messages.list_async(to=PHONE, date_sent=today, page_size=1)
        assert [m.sid for m in found] == [sent.sid]
        assert (found[0].status, found[0].num_segments, found[0].error_code) == ("delivered", "1", None)
        assert isinstance(found[0].date_sent, dt.datetime)
        assert len(await client.messages.list_async(page_size=1)) == 3
        assert await client.messages.list_async(date_sent_before=today - dt.timedelta(days=1)) == []
        inbound = (await client.messages.list_async(from_=PHONE))[0]
        media = await client.messages(str(inbound.sid)).media.list_async()
        assert [m.content_type for m in media] == ["image/png"]
        assert await client.messages(str(inbound.sid)).media(str(media[0].sid)).delete_async()
        assert await client.messages(str(inbound.sid)).media.list_async() == []
        assert (await client.messages(str(sent.sid)).update_async(body="")).body == ""
        assert await client.messages(str(sent.sid)).delete_async()
        with pytest.raises(TwilioRestException) as gone:
            await client.messages(str(sent.sid)).fetch_async()
        assert gone.value.code == 20404
        account = await client.api.accounts(sim.sms.account_sid).fetch_async()
        assert account.status == "active"
        with pytest.raises(TwilioRestException) as wrong:
            await client.messages.create_async(to="819", from_=sender, body="x")
        assert wrong.value.code == 21211
    finally:
        await transport.close()
