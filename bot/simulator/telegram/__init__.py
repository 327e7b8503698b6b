"""Telegram, played by us: the Bot API over HTTP, and the people on the other side of it."""

from bot.simulator.telegram.api import TelegramServer
from bot.simulator.telegram.things import Button, Group, TelegramAccount, TelegramError, TelegramMessage
from bot.simulator.telegram.world import TelegramWorld

__all__ = ["Button", "Group", "TelegramAccount", "TelegramError", "TelegramMessage", "TelegramServer", "TelegramWorld"]
