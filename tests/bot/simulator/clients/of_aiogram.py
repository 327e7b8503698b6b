"""A bot of aiogram: it answers as its guide says a first bot does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat, TelegramRetryAfter
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.simulator import Providers

__all__ = [
    "BotCommand",
    "Dispatcher",
    "TelegramBadRequest",
    "TelegramForbiddenError",
    "TelegramMigrateToChat",
    "TelegramRetryAfter",
    "aiogram_bot",
    "echo",
]
OUI = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Oui", callback_data="yes")]])


@asynccontextmanager
async def aiogram_bot(sim: Providers) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.telegram_url))
    bot = Bot(sim.telegram.token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    try:
        yield bot
    finally:
        await session.close()


def echo(dispatcher: Dispatcher) -> None:
    @dispatcher.message(CommandStart())
    async def start(message: Message) -> None:
        await message.answer("<b>Bonjour</b> &amp; bienvenue")

    @dispatcher.message(Command("carte"))
    async def picture(message: Message) -> None:
        await message.answer_photo(BufferedInputFile(b"a picture", "carte.png"), caption="<b>la salle</b>")

    @dispatcher.message(Command("salon"))
    async def room(message: Message, bot: Bot) -> None:
        await message.answer((await bot.get_chat(message.chat.id)).type)

    @dispatcher.message(F.photo)
    async def photo(message: Message, bot: Bot) -> None:
        assert message.photo
        content = await bot.download(message.photo[-1])
        assert content
        await message.answer(f"{len(content.read())} octets")

    @dispatcher.message(F.text)
    async def words(message: Message) -> None:
        await message.answer(f"Vous avez dit: {message.text}", reply_markup=OUI)

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("Noté")
        assert isinstance(query.message, Message)
        await query.message.edit_text("C'est noté.")
