"""The providers' accounts, one record for each channel that the program writes to: how it is opened, limited and paid.

What the words and the memory ask of the same channels is in `messages/channels.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bot.channels.contract import ChannelAccount as Sender
from bot.channels.email import Email
from bot.channels.sms import Sms
from bot.channels.telegram import Telegram
from bot.clock import Clock
from bot.path_key import path_key
from bot.settings import Settings
from handlers.installation import Installation
from messages import Channel

Open = Callable[[Settings, Installation, Clock], Sender | None]


def _nothing(_settings: Settings) -> Decimal | None:
    return None


def _together(_settings: Settings) -> tuple[float, float]:
    return 0.0, 0.0


@dataclass(frozen=True, slots=True)
class Provider:
    """One account. `set_up`: whether the settings give what it takes; `rate`: what leaves in a second; `price`: dollars
    for one segment; `budget`: dollars a day.
    """

    channel: Channel
    set_up: Callable[[Settings], bool]
    open: Open
    account: Callable[[Settings], str]  # whose limit every worker shares, without a secret
    rate: Callable[[Settings], float]
    price: Callable[[Settings], Decimal | None] = _nothing
    budget: Callable[[Settings], Decimal | None] = _nothing
    apart: Callable[[Settings], tuple[float, float]] = _together  # seconds between two messages to one chat, one group
    connections: int | None = None  # at most so many at once, whatever PROVIDER_CONNECTIONS says
    reports: bool = False  # it tells at an address of ours what became of a message


def open_telegram(settings: Settings) -> Telegram | None:
    if settings.telegram_token is None:
        return None
    return Telegram(
        settings.telegram_token.get_secret_value(),
        settings.telegram_url,
        timeout=settings.provider_timeout,
        connections=settings.provider_connections,
        folder=settings.media_folder,
    )


def open_sms(settings: Settings) -> Sms | None:
    if settings.twilio_account_sid is None or settings.twilio_auth_token is None:
        return None
    return Sms(
        settings.twilio_account_sid,
        settings.twilio_auth_token.get_secret_value(),
        settings.twilio_url,
        sender=settings.twilio_from,
        service_sid=settings.twilio_messaging_service_sid,
        timeout=settings.provider_timeout,
        connections=settings.provider_connections,
    )


def open_email(settings: Settings, installation: Installation, clock: Clock) -> Email | None:
    return Email(settings, installation, path_key(settings), clock) if settings.has_email else None


PROVIDERS = (
    Provider(
        Channel.TELEGRAM,
        set_up=lambda settings: settings.has_telegram,
        open=lambda settings, *_: open_telegram(settings),
        account=lambda settings: settings.telegram_account,
        rate=lambda settings: settings.telegram_rate,
        apart=lambda settings: (1.0 / settings.telegram_chat_rate, 60.0 / settings.telegram_group_rate),
    ),
    Provider(
        Channel.SMS,
        set_up=lambda settings: settings.has_sms,
        open=lambda settings, *_: open_sms(settings),
        account=lambda settings: settings.sms_account,
        rate=lambda settings: settings.sms_rate,
        price=lambda settings: settings.sms_price,
        budget=lambda settings: settings.sms_daily_budget,
        reports=True,
    ),
    Provider(
        Channel.EMAIL,
        set_up=lambda settings: settings.has_email,
        open=open_email,
        account=lambda settings: f"email:{settings.email_from}",
        rate=lambda settings: settings.email_rate,
        connections=4,
    ),
)
_BY_NAME = {provider.channel.value: provider for provider in PROVIDERS}


def provider_of(channel: str) -> Provider:
    """Raises KeyError for a channel that the program does not write to."""
    return _BY_NAME[channel]


def set_up(settings: Settings) -> tuple[Channel, ...]:
    """The channels whose account these settings set up."""
    return tuple(provider.channel for provider in PROVIDERS if provider.set_up(settings))


def prices(settings: Settings) -> dict[str, int]:
    """What one segment of each channel costs, in millionths of a dollar; free ones are not there."""
    found = {provider.channel.value: provider.price(settings) for provider in PROVIDERS}
    return {channel: round(price * 1_000_000) for channel, price in found.items() if price is not None}
