"""What the providers say of us: token, webhook, account, and what time it is there."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

import aiohttp

from bot.channels.contract import SendError
from bot.channels.pool import open_session
from bot.channels.providers import open_email, open_sms, open_telegram
from bot.channels.telegram import Telegram
from bot.clock import system_clock
from bot.doctor.finding import Finding, bad, good
from bot.installation import build_installation
from bot.settings import Settings
from bot.together import is_loopback
from messages.catalogue import Catalogue

SECONDS = 5.0
CLOCK_OFF = 60  # seconds: above, codes expire early and Telegram's dates make no sense
RECENT = dt.timedelta(hours=1)


async def telegram(settings: Settings, now: dt.datetime) -> list[Finding]:
    quick = settings.model_copy(update={"provider_timeout": SECONDS, "provider_connections": 2})
    bot = open_telegram(quick)
    if bot is None:
        return []
    try:
        _, name = await bot.me()
        return [good("telegram", name=name), *await _webhook(bot, settings, now)]
    except SendError as error:
        if error.reason == "auth":
            return [bad("telegram-token")]
        return [bad("telegram-away", {"address": settings.telegram_url}, reason=error.reason)]
    finally:
        await bot.close()


async def _webhook(bot: Telegram, settings: Settings, now: dt.datetime) -> list[Finding]:
    """Polling removes a webhook by itself; in webhook mode Telegram must write to our address, and manage to."""
    if settings.telegram_mode == "polling":
        return []
    state = await bot.webhook()
    wanted = f"{settings.public_url}/telegram"
    if state.url != wanted:
        return [bad("webhook-elsewhere", {"address": wanted}, found=state.url or "-")]
    if state.last_error and state.last_error_at and now - state.last_error_at < RECENT:
        return [bad("webhook-failing", {"address": wanted}, error=state.last_error, count=state.waiting)]
    return [good("webhook", address=wanted)]


async def sms(settings: Settings) -> list[Finding]:
    quick = settings.model_copy(update={"provider_timeout": SECONDS, "provider_connections": 2})
    account = open_sms(quick)
    if account is None:
        return []
    try:
        status = await account.check()
    except SendError as error:
        if error.reason == "auth":
            return [bad("twilio-token")]
        return [bad("twilio-away", {"address": settings.twilio_url}, reason=error.reason)]
    finally:
        await account.close()
    if status != "active":
        return [bad("twilio-account", status=status)]
    found = [good("twilio", sender=settings.twilio_from or settings.twilio_messaging_service_sid or "")]
    return found if settings.twilio_from else [*found, bad("number")]


async def email(settings: Settings) -> list[Finding]:
    if not settings.has_email:
        return []
    quick = settings.model_copy(update={"provider_timeout": SECONDS})
    account = open_email(quick, build_installation(quick, Catalogue.open()), system_clock)
    assert account is not None
    try:
        await account.check()
    except SendError as error:
        if error.reason == "auth":
            return [bad("email-password")]
        return [bad("email-away", {"address": f"{settings.email_host}:{settings.email_port}"}, reason=error.reason)]
    return [good("email", sender=settings.email_from)]


async def public_address(settings: Settings) -> list[Finding]:
    """Whoever must write to us finds us. Asked from here, which proves most of it."""
    needs = settings.has_sms or settings.has_email or (settings.has_telegram and settings.telegram_mode == "webhook")
    if not needs or not settings.public_base_url:
        return []
    address = f"{settings.public_url}/health"
    try:
        async with open_session(2, SECONDS) as session, session.get(address) as answer:
            status = answer.status
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return [bad("public-away", {"address": address}, address=address, reason=type(error).__name__)]
    if status != 200:
        return [bad("public-away", {"address": address}, address=address, reason=str(status))]
    return [good("public", address=settings.public_url)]


async def clock(settings: Settings, now: dt.datetime) -> list[Finding]:
    """This machine's hour beside the one in a provider's answer. A provider on this machine has the same clock."""
    named = [(settings.has_telegram, settings.telegram_url), (settings.has_sms, settings.twilio_url)]
    for wanted, url in named:
        if wanted and not is_loopback(url):
            there = await _hour_at(url)
            if there is not None:
                return [_compared(now, there)]
    return []


def _compared(now: dt.datetime, there: dt.datetime) -> Finding:
    off = int(abs((now - there).total_seconds()))
    return bad("clock", seconds=off) if off > CLOCK_OFF else good("clock")


async def _hour_at(url: str) -> dt.datetime | None:
    try:
        async with open_session(2, SECONDS) as session, session.head(url, allow_redirects=False) as answer:
            return parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, OSError, KeyError, ValueError):
        return None  # that it is away is said elsewhere
