"""The page of phones: what the demo shows in a browser. This machine only, whatever the browser was told.

`GET /` the page; `GET /sim/state` everything on the phones; `POST /sim/send`, `/sim/start`, `/sim/press`,
`/sim/contact`, `/sim/photo` a person's act; `POST /sim/clock` moves the hour; `GET /sim/media/...` pictures;
`POST /sim/bureau` opens the coordinators' pages, when there are some.
"""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.simulator.clock import ClockControl, Jump
from bot.simulator.local import is_from_here, is_loopback
from bot.simulator.phones import Phone, picture_type, sms_state, telegram_state
from bot.simulator.telegram import TelegramWorld
from bot.simulator.twilio import SmsWorld
from bot.simulator.twilio.rest import find_media

STATIC = Path(__file__).parent / "static"
LONGEST_TEXT = 20_000  # characters
LARGEST_PHOTO = 10 * 1024 * 1024  # bytes, as Telegram takes

_POLICY = "default-src 'self'; img-src 'self' http://127.0.0.1:* http://localhost:* blob:; frame-ancestors 'none'"
_HEADERS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
]


Desk = Callable[[Request], Awaitable[Response]]


def phones_app(
    telegram: TelegramWorld,
    sms: SmsWorld,
    clock: ClockControl,
    phones: Sequence[Phone],
    *,
    desk: Desk | None = None,
) -> Starlette:
    """The page over these two worlds, with one device per `Phone`, in order.

    `desk`: what the button « Le bureau » asks for; without it there is no such button.
    """
    page = PhonesPage(telegram, sms, clock, phones, with_desk=desk is not None)
    app = Starlette(
        routes=[
            Route("/", page.show),
            Route("/sim/state", page.state),
            Route("/sim/send", page.send, methods=["POST"]),
            Route("/sim/start", page.start, methods=["POST"]),
            Route("/sim/press", page.press, methods=["POST"]),
            Route("/sim/contact", page.share_contact, methods=["POST"]),
            Route("/sim/photo", page.photo, methods=["POST"]),
            Route("/sim/clock", page.move_clock, methods=["POST"]),
            Route("/sim/media/{channel}/{sid}", page.media),
            *([Route("/sim/bureau", desk, methods=["POST"])] if desk is not None else []),
            Mount("/static", StaticFiles(directory=STATIC)),
        ]
    )
    app.add_middleware(ThisMachineOnly)
    return app


class ThisMachineOnly:
    """Refuses what did not come from a page of this machine, and sends the headers that keep it so."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if not is_from_here(headers):
            return await JSONResponse({"error": "elsewhere"}, status_code=403)(scope, receive, send)

        async def send_with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        return await self.app(scope, receive, send_with_headers)


class PhonesPage:
    """The page's requests. Errors answer 400 with a word that the page puts into the reader's language."""

    def __init__(
        self,
        telegram: TelegramWorld,
        sms: SmsWorld,
        clock: ClockControl,
        phones: Sequence[Phone],
        *,
        with_desk: bool = False,
    ) -> None:
        self._telegram = telegram
        self._with_desk = with_desk
        self._sms = sms
        self._clock = clock
        self._phones = {phone.id: phone for phone in phones}

    async def show(self, request: Request) -> Response:
        return FileResponse(STATIC / "index.html")

    async def state(self, request: Request) -> Response:
        """``{"version", "now", "zone", "phones": [...]}``; without phones when `version` is the caller's."""
        version = f"{self._telegram.inbox.version}.{self._sms.inbox.version}"
        answer: dict[str, Any] = {
            "version": version,
            "now": self._clock.clock.now().isoformat(timespec="seconds"),
            "zone": self._clock.zone.key,
            "desk": self._with_desk,
        }
        if request.query_params.get("version") != version:
            answer["phones"] = [self._on_screen(phone) for phone in self._phones.values()]
        return JSONResponse(answer)

    async def send(self, request: Request) -> Response:
        """``{"phone": "rose", "text": "ABSENT"}``"""
        phone, given = await self._asked(request)
        text = str(given.get("text", ""))
        if not text.strip() or len(text) > LONGEST_TEXT:
            raise _bad("text")
        if phone.kind == "sms":
            self._sms.text(phone.address, text)
        else:
            self._telegram.write(int(phone.address), text)
        return JSONResponse({"ok": True})

    async def start(self, request: Request) -> Response:
        """``{"phone": "maude"}``: the Start button of a Telegram chat."""
        phone, _ = await self._asked(request)
        self._telegram.press_start(int(phone.address), phone.start_payload)
        return JSONResponse({"ok": True})

    async def press(self, request: Request) -> Response:
        """``{"phone": "maude", "message": 12, "button": "a:yes"}``"""
        phone, given = await self._asked(request)
        try:
            self._telegram.press(int(phone.address), int(given.get("message", 0)), str(given.get("button", "")))
        except (LookupError, ValueError):
            raise _bad("button") from None
        return JSONResponse({"ok": True})

    async def share_contact(self, request: Request) -> Response:
        """``{"phone": "maude"}``: the person shares their own number with the bot."""
        phone, _ = await self._asked(request)
        if not phone.number:
            raise _bad("contact")
        self._telegram.share_contact(int(phone.address), phone.number)
        return JSONResponse({"ok": True})

    async def photo(self, request: Request) -> Response:
        """The picture's bytes as the body, `phone` and perhaps `text` in the query; on Telegram, with a `name`, any
        file."""
        phone = self._phone(request.query_params.get("phone"))
        content = await _body(request, LARGEST_PHOTO)
        mime = picture_type(content)
        text, name = request.query_params.get("text", ""), request.query_params.get("name", "")
        if mime is None and phone.kind == "telegram" and name and content:
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            self._telegram.send_document(int(phone.address), content, name[-100:], kind, text)
            return JSONResponse({"ok": True})
        if mime is None:
            raise _bad("photo")
        if phone.kind == "sms":
            self._sms.text(phone.address, text, [(mime, content)])
        else:
            self._telegram.send_photo(int(phone.address), content, text)
        return JSONResponse({"ok": True})

    async def move_clock(self, request: Request) -> Response:
        """``{"to": "next_reminder"}``; `moved` is false when there is nothing to go to."""
        given = await _json(request)
        try:
            jump = Jump(given.get("to", ""))
        except ValueError:
            raise _bad("jump") from None
        moved = await self._clock.jump(jump)
        return JSONResponse({"moved": moved is not None, "now": self._clock.clock.now().isoformat(timespec="seconds")})

    async def media(self, request: Request) -> Response:
        sid = request.path_params["sid"]
        if request.path_params["channel"] == "telegram":
            return _picture(self._telegram.files.get(sid))
        found = find_media(self._sms, sid)
        if found and is_loopback(found.url):
            return RedirectResponse(found.url)
        return _picture(found.content if found else None)

    def _on_screen(self, phone: Phone) -> dict[str, Any]:
        return sms_state(phone, self._sms) if phone.kind == "sms" else telegram_state(phone, self._telegram)

    async def _asked(self, request: Request) -> tuple[Phone, dict[str, Any]]:
        given = await _json(request)
        return self._phone(given.get("phone")), given

    def _phone(self, phone_id: object) -> Phone:
        phone = self._phones.get(str(phone_id))
        if phone is None:
            raise _bad("phone")
        return phone


def _bad(word: str) -> HTTPException:
    return HTTPException(400, word)


def _picture(content: bytes | None) -> Response:
    if content is None:
        raise HTTPException(404)
    return Response(content, media_type=picture_type(content) or "application/octet-stream")


async def _body(request: Request, most: int) -> bytes:
    """The body, refused as soon as it is too long."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > most:
            raise _bad("large")
    return content


async def _json(request: Request) -> dict[str, Any]:
    """A JSON object sent as such: a form posted by another site cannot look like one."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise _bad("json")
    try:
        given = json.loads(await _body(request, 4 * LONGEST_TEXT))
    except ValueError:
        raise _bad("json") from None
    if not isinstance(given, dict):
        raise _bad("json")
    return given
