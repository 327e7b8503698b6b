"""What the settings want of each other: each problem names its key before a sign =."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from bot.settings import Settings


def problems_of(given: Settings) -> list[str]:
    return [*_telegram_problems(given), *_twilio_problems(given), *_email_problems(given)]


def _telegram_problems(given: Settings) -> list[str]:
    if given.telegram_mode == "polling" or given.telegram_token is None:
        return []
    problems = []
    if given.telegram_webhook_secret is None:
        problems.append("TELEGRAM_WEBHOOK_SECRET=needed when TELEGRAM_MODE is webhook")
    if not given.public_base_url and not is_loopback(given.telegram_url):
        problems.append("PUBLIC_BASE_URL=needed when TELEGRAM_MODE is webhook: Telegram writes to it")
    return problems


def _twilio_problems(given: Settings) -> list[str]:
    if given.twilio_account_sid is None:
        told = given.twilio_auth_token or given.twilio_from or given.twilio_messaging_service_sid
        return ["TWILIO_ACCOUNT_SID=needed with the other TWILIO keys"] if told else []
    problems = []
    if given.twilio_auth_token is None:
        problems.append("TWILIO_AUTH_TOKEN=needed with TWILIO_ACCOUNT_SID")
    if not given.twilio_from and not given.twilio_messaging_service_sid:
        problems.append("TWILIO_FROM=needed with TWILIO_ACCOUNT_SID (or TWILIO_MESSAGING_SERVICE_SID)")
    if not given.public_base_url and not is_loopback(given.twilio_url):
        problems.append("PUBLIC_BASE_URL=needed with Twilio: it is what Twilio signs and writes to")
    return problems


def _email_problems(given: Settings) -> list[str]:
    if not given.email_host:
        told = given.email_user or given.email_password or given.email_from
        return ["EMAIL_HOST=needed with the other EMAIL keys"] if told else []
    problems = []
    here = is_loopback(f"smtp://{given.email_host}")
    if not given.email_from:
        problems.append("EMAIL_FROM=needed with EMAIL_HOST: whom each e-mail comes from")
    if bool(given.email_user) != bool(given.email_password):
        problems.append("EMAIL_USER=given with EMAIL_PASSWORD, or neither")
    if given.email_security == "none" and not here:
        problems.append("EMAIL_SECURITY=none is for a server on this machine: the words would travel in the open")
    if not given.public_base_url and not here:
        problems.append("PUBLIC_BASE_URL=needed with EMAIL_HOST: each e-mail has a link that stops them")
    return problems


def is_loopback(url: str) -> bool:
    """True when the address is this machine. A name other than localhost is never looked up."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
