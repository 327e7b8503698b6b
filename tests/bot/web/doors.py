"""A web door with an inbox that remembers, and requests signed as the providers sign them."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from starlette.testclient import TestClient
from twilio.request_validator import RequestValidator

from bot.settings import Settings
from bot.web.webhooks import create_web

NOW = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)
SID = "AC" + "a" * 32
SECRET = "a-secret_1"
AUTH_TOKEN = "0123456789abcdef"
PUBLIC = "https://porte.example.org/bot"
ENV = {
    "TELEGRAM_TOKEN": "12345:abc",
    "TELEGRAM_MODE": "webhook",
    "TELEGRAM_WEBHOOK_SECRET": SECRET,
    "TWILIO_ACCOUNT_SID": SID,
    "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
    "TWILIO_FROM": "+18195550100",
    "PUBLIC_BASE_URL": PUBLIC,
}


class KeptInbox:
    """An inbox that remembers. `away` times, keeping fails first, as with a locked database."""

    def __init__(self, away: int = 0) -> None:
        self.away = away
        self.messages: dict[tuple[str, str], tuple[dict[str, Any], str]] = {}
        self.receipts: list[tuple[str, str, str, str]] = []

    async def save(
        self, channel: str, provider_id: str, payload: dict[str, Any], sender_key: str, now: dt.datetime
    ) -> None:
        self._written(now)
        self.messages.setdefault((channel, provider_id), (payload, sender_key))

    async def save_receipt(self, provider_id: str, status: str, error_code: str, sealed: str, now: dt.datetime) -> None:
        self._written(now)
        self.receipts.append((provider_id, status, error_code, sealed))

    def _written(self, now: dt.datetime) -> None:
        assert now == NOW
        if self.away:
            self.away -= 1
            raise OSError("the database is locked")


def door(inbox: KeptInbox, env: dict[str, str] = ENV) -> TestClient:
    web = create_web(Settings.load(env=env), inbox, lambda: NOW, patience=(0, 0))
    return TestClient(web, base_url="http://inside:8080")


def form_of(**fields: str) -> dict[str, str]:
    return {"MessageSid": "SM1", "AccountSid": SID, "From": "+18195550123", "To": "+18195550100", "Body": ""} | fields


def signed(path: str, form: dict[str, str], token: str = AUTH_TOKEN) -> dict[str, str]:
    """Headers of a form posted by Twilio to PUBLIC + path, signed by Twilio's own library."""
    signature = RequestValidator(token).compute_signature(PUBLIC + path, form)
    return {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"}


def post_sms(client: TestClient, form: dict[str, str], path: str = "/sms/inbound", **headers: str) -> Any:
    return client.post(path, content=urlencode(form), headers=signed(path, form) | headers)
