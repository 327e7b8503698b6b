"""The doors the providers push: verify, keep the message as it came, answer. Handling comes later.

Telegram repeats an update until it is answered, for a day. Twilio by default repeats only when it cannot connect: give
it the inbound address with the fragment `#rc=3&rp=ct,rt,5xx`, which is not part of what it signs. A database that is
briefly locked is waited for here, so that even without the fragment a message is kept.
https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol
from urllib.parse import parse_qsl

import structlog
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.channels import sms_form, sms_incoming, telegram_incoming
from bot.settings import Settings
from bot.web.health import Ready, health_route
from bot.web.patience import gone
from bot.web.signatures import telegram_secret_matches, twilio_signature_matches
from db.outbox.callbacks import SHAPE

log = structlog.get_logger(__name__)

Clock = Callable[[], dt.datetime]

LARGEST_UPDATE = 1_000_000  # bytes
LARGEST_FORM = 64_000
MOST_FIELDS = 200
# Seconds between tries to keep a message: Twilio waits 15 s in all, and our database up to its own time-out.
PATIENCE = (0.2, 0.8, 2.0)
EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


class IncomingStore(Protocol):
    """Keeps what came. Each returns once it is written; the same id again changes nothing."""

    async def save(
        self, channel: str, provider_id: str, payload: dict[str, Any], sender_key: str, now: dt.datetime
    ) -> None: ...

    async def save_receipt(
        self, provider_id: str, status: str, error_code: str, sealed: str, now: dt.datetime
    ) -> None: ...


class RequestRefused(Exception):
    """A request that goes no further; `status` is the answer, `why` a fixed sentence for the log."""

    def __init__(self, status: int, why: str) -> None:
        self.status = status
        self.why = why
        super().__init__(why)


def create_web(
    settings: Settings,
    inbox: IncomingStore,
    clock: Clock,
    extra_routes: Sequence[BaseRoute] = (),
    *,
    ready: Ready | None = None,
    patience: Sequence[float] = PATIENCE,
    lifespan: Any = None,
) -> Starlette:
    """The whole web door. `ready` raises when the database is away; `extra_routes` guard themselves."""
    door = _Door(settings, inbox, clock, patience)
    routes = [
        Route("/telegram", door.telegram, methods=["POST"]),
        Route("/sms/inbound", door.sms_inbound, methods=["POST"]),
        Route("/sms/status", door.sms_status, methods=["POST"]),
        health_route(ready),
        *extra_routes,
    ]
    app = Starlette(
        routes=routes, lifespan=lifespan, exception_handlers={RequestRefused: _refuse, ClientDisconnect: gone}
    )
    app.router.redirect_slashes = False  # the way would be told by the host that whoever asks names
    return app


async def _refuse(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, RequestRefused)
    log.warning("a request was refused", path=request.url.path, status=refusal.status, why=refusal.why)
    later = {"Retry-After": "5"} if refusal.status == 503 else {}
    return Response(status_code=refusal.status, headers=later)


class _Door:
    def __init__(self, settings: Settings, inbox: IncomingStore, clock: Clock, patience: Sequence[float]) -> None:
        secret, token = settings.telegram_webhook_secret, settings.twilio_auth_token
        webhook = settings.has_telegram and settings.telegram_mode == "webhook"
        self._telegram_secret = secret.get_secret_value() if secret and webhook else None
        self._auth_token = token.get_secret_value() if token and settings.has_sms else None
        self._account_sid = settings.twilio_account_sid
        self._public_url = settings.public_url
        self._inbox = inbox
        self._clock = clock
        self._patience = tuple(patience)

    async def telegram(self, request: Request) -> Response:
        """{"update_id": 7, "message": {"message_id": 3, "from": {"id": 42, ...}, "chat": {...}, "text": "AIDE"}}"""
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        if not telegram_secret_matches(given, self._telegram_secret):
            raise RequestRefused(403, "the secret token is missing or wrong")
        update = _json(await _body(request, LARGEST_UPDATE))
        if telegram_incoming.update_id(update) is None:
            raise RequestRefused(400, "an update without its number")
        # Whatever else its shape, it is kept: refused, it would come back for a day, before those behind it.
        kept = telegram_incoming.filed(update)
        await self._kept(lambda now: self._inbox.save("telegram", *kept, now))
        return Response()

    async def sms_inbound(self, request: Request) -> Response:
        """MessageSid=SM...&AccountSid=AC...&From=%2B1819...&To=%2B1819...&Body=OUI&NumMedia=0"""
        form = await self._signed_form(request)
        if not form.get("MessageSid") or not form.get("From"):
            raise RequestRefused(400, "a message without its number or its sender")
        await self._kept(
            lambda now: self._inbox.save("sms", form["MessageSid"], form, sms_incoming.sender_key(form), now)
        )
        return Response(EMPTY_TWIML, media_type="text/xml")

    async def sms_status(self, request: Request) -> Response:
        """MessageSid=SM...&MessageStatus=undelivered&ErrorCode=30003&AccountSid=AC..., at /sms/status?delivery=..."""
        form = await self._signed_form(request)
        message, status = form.get("MessageSid", ""), form.get("MessageStatus", "")
        if not message or not status:
            raise RequestRefused(400, "a status without its message")
        sealed = request.query_params.get("delivery", "")
        sealed = sealed if SHAPE.fullmatch(sealed) else ""
        await self._kept(lambda now: self._inbox.save_receipt(message, status, form.get("ErrorCode", ""), sealed, now))
        return Response(status_code=204)

    async def _signed_form(self, request: Request) -> dict[str, str]:
        if self._auth_token is None:
            raise RequestRefused(403, "SMS is not set up here")
        fields = _fields(await _body(request, LARGEST_FORM))
        query = f"?{request.url.query}" if request.url.query else ""
        url = f"{self._public_url}{request.url.path}{query}"
        if not twilio_signature_matches(self._auth_token, url, fields, request.headers.get("X-Twilio-Signature")):
            raise RequestRefused(403, "the signature is missing or wrong")
        try:
            form = sms_form.read_form(fields)
        except sms_form.NotTwilios as error:
            raise RequestRefused(400, str(error)) from None
        if form.get("AccountSid") != self._account_sid:
            raise RequestRefused(403, "signed for another account")
        return form

    async def _kept(self, save: Callable[[dt.datetime], Awaitable[None]]) -> None:
        now = self._clock()
        for pause in (*self._patience, None):
            try:
                return await save(now)
            except Exception as error:  # a database locked, away or full: what is not written is asked for again
                log.warning("a message could not be kept", error=type(error).__name__, last=pause is None)
                if pause is None:
                    raise RequestRefused(503, "the database is away") from error
                await asyncio.sleep(pause)
        return None


async def _body(request: Request, limit: int) -> bytes:
    """Read no further than `limit`, whatever the request announces."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise RequestRefused(413, "too large")
    return bytes(body)


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise RequestRefused(400, "not JSON") from None


def _fields(body: bytes) -> list[tuple[str, str]]:
    """Every field, blank ones too: they are signed like the others."""
    try:
        return parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise RequestRefused(400, "not a form") from None
