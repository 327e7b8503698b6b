"""The Telegram and Twilio servers, played by us, with the people behind them, faults, and a movable clock."""

from bot.simulator.clock import ClockControl, Jump, MovableClock
from bot.simulator.faults import FaultPlan, Faults, Misfortune
from bot.simulator.limits import TELEGRAM_RATES, Rates
from bot.simulator.phones import Phone
from bot.simulator.providers import Providers, simulated_providers
from bot.simulator.telegram import TelegramServer, TelegramWorld
from bot.simulator.twilio import OptOut, OptOutMode, SmsWorld, TwilioServer

__all__ = [
    "TELEGRAM_RATES",
    "ClockControl",
    "FaultPlan",
    "Faults",
    "Jump",
    "Misfortune",
    "MovableClock",
    "OptOut",
    "OptOutMode",
    "Phone",
    "Providers",
    "Rates",
    "SmsWorld",
    "TelegramServer",
    "TelegramWorld",
    "TwilioServer",
    "simulated_providers",
]
