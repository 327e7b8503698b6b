"""Both simulated providers, started on loopback in the running loop."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.simulator.clock import MovableClock
from bot.simulator.telegram import TelegramServer, TelegramWorld
from bot.simulator.twilio import SmsWorld, TwilioServer


@dataclass(frozen=True, slots=True)
class Providers:
    """Where the two servers listen, what opens them, and the people behind them."""

    clock: MovableClock
    telegram: TelegramWorld
    sms: SmsWorld
    telegram_server: TelegramServer
    twilio_server: TwilioServer

    @property
    def telegram_url(self) -> str:
        """For TELEGRAM_API_BASE_URL: ``http://127.0.0.1:<port>``."""
        return self.telegram_server.url

    @property
    def twilio_url(self) -> str:
        """For TWILIO_API_BASE_URL."""
        return self.twilio_server.url

    @property
    def settings(self) -> dict[str, str]:
        """The program's settings that name these providers, by their environment names."""
        return {
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_API_BASE_URL": self.telegram_url,
            "TWILIO_ACCOUNT_SID": self.sms.account_sid,
            "TWILIO_AUTH_TOKEN": self.sms.auth_token,
            "TWILIO_FROM": self.sms.numbers[0],
            "TWILIO_API_BASE_URL": self.twilio_url,
            "TWILIO_OPT_OUT": self.sms.opt_out.mode.value,
        }


@asynccontextmanager
async def simulated_providers(
    *,
    telegram: TelegramWorld | None = None,
    sms: SmsWorld | None = None,
    clock: MovableClock | None = None,
    telegram_port: int = 0,
    twilio_port: int = 0,
) -> AsyncIterator[Providers]:
    """Start both servers (port 0: any free one) and stop them at the end.

    `clock` is given to the worlds that are made here; a world given keeps its own.
    """
    clock = clock or MovableClock()
    telegram = telegram or TelegramWorld(clock=clock)
    sms = sms or SmsWorld(clock=clock)
    telegram_server = TelegramServer(telegram, port=telegram_port)
    twilio_server = TwilioServer(sms, port=twilio_port)
    try:
        await telegram_server.start()
        await twilio_server.start()
        yield Providers(clock, telegram, sms, telegram_server, twilio_server)
    finally:
        await telegram.close()
        await sms.close()
        await telegram_server.stop()
        await twilio_server.stop()
