"""A Twilio server for tests: it takes messages, keeps media, and signs webhooks as Twilio's security page says."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import itertools
import time
from collections.abc import Mapping
from typing import Any

import aiohttp
from aiohttp import web

ACCOUNT = "AC" + "0" * 31 + "9"
AUTH_TOKEN = "outside-tests-only"
NUMBER = "+18195550100"


def signature(url: str, params: Mapping[str, str], token: str = AUTH_TOKEN) -> str:
    """The address, then each parameter's name and value in the order of the names; HMAC-SHA1, base64."""
    signed = url + "".join(name + params[name] for name in sorted(params))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


class TwilioApi:
    """`sent` holds what each phone received, in order. `inbound` posts a text to the program, signed."""

    def __init__(self) -> None:
        self.url = ""
        self.sent: dict[str, list[str]] = {}
        self.arrived = asyncio.Event()
        self.program = ""  # where the program listens
        self._ids = itertools.count(1)
        self._media: dict[str, bytes] = {}
        self._messages: dict[str, dict[str, Any]] = {}
        self._runner: web.AppRunner | None = None
        self._callbacks: set[asyncio.Task[None]] = set()

    async def start(self) -> TwilioApi:
        app = web.Application()
        root = f"/2010-04-01/Accounts/{ACCOUNT}"
        app.router.add_post(f"{root}/Messages.json", self._create)
        app.router.add_get(f"{root}/Messages.json", self._list)
        app.router.add_get(f"{root}/Media/{{sid}}", self._give_media)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def stop(self) -> None:
        for task in self._callbacks:
            task.cancel()
        if self._runner is not None:
            await self._runner.cleanup()

    def new_sid(self, prefix: str = "SM") -> str:
        return f"{prefix}{next(self._ids):032x}"

    def params(
        self, phone: str, body: str, sid: str, photo: bytes | None = None, mime: str = "image/jpeg"
    ) -> dict[str, str]:
        given = {
            "AccountSid": ACCOUNT,
            "ApiVersion": "2010-04-01",
            "Body": body,
            "From": phone,
            "MessageSid": sid,
            "NumMedia": "0" if photo is None else "1",
            "NumSegments": "1",
            "SmsMessageSid": sid,
            "SmsSid": sid,
            "SmsStatus": "received",
            "To": NUMBER,
        }
        if photo is not None:
            media = self.new_sid("ME")
            self._media[media] = photo
            root = f"{self.url}/2010-04-01/Accounts/{ACCOUNT}/Media"
            given |= {"MediaUrl0": f"{root}/{media}", "MediaContentType0": mime}
        return given

    async def inbound(
        self, phone: str, body: str, *, sid: str = "", photo: bytes | None = None, mime: str = "image/jpeg"
    ) -> int:
        """A text from a phone; the program's HTTP status, 0 when nobody answered."""
        url = f"{self.program}/sms/inbound"
        params = self.params(phone, body, sid or self.new_sid(), photo, mime)
        return await post(url, params, {"X-Twilio-Signature": signature(url, params)})

    async def _create(self, request: web.Request) -> web.Response:
        given = dict((await request.post()).items())
        wanted = "Basic " + base64.b64encode(f"{ACCOUNT}:{AUTH_TOKEN}".encode()).decode()
        if request.headers.get("Authorization") != wanted:
            return web.json_response({"code": 20003, "message": "Authenticate", "status": 401}, status=401)
        sid, to, body = self.new_sid(), str(given["To"]), str(given["Body"])
        self._messages[sid] = self._resource(sid, to, body)
        self.sent.setdefault(to, []).append(body)
        self.arrived.set()
        if callback := str(given.get("StatusCallback", "")):
            task = asyncio.create_task(self._call_back(callback, sid, to))
            self._callbacks.add(task)
            task.add_done_callback(self._callbacks.discard)
        return web.json_response(self._messages[sid], status=201)

    def _resource(self, sid: str, to: str, body: str) -> dict[str, Any]:
        now = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())
        return {
            "sid": sid,
            "account_sid": ACCOUNT,
            "to": to,
            "from": NUMBER,
            "body": body,
            "status": "queued",
            "direction": "outbound-api",
            "num_segments": "1",
            "num_media": "0",
            "error_code": None,
            "error_message": None,
            "date_created": now,
            "date_sent": None,
            "date_updated": now,
            "price": None,
            "price_unit": "USD",
            "api_version": "2010-04-01",
            "messaging_service_sid": None,
            "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sid}.json",
            "subresource_uris": {},
        }

    async def _call_back(self, callback: str, sid: str, to: str) -> None:
        for status in ("sent", "delivered"):
            params = {
                "AccountSid": ACCOUNT,
                "ApiVersion": "2010-04-01",
                "From": NUMBER,
                "MessageSid": sid,
                "MessageStatus": status,
                "SmsSid": sid,
                "SmsStatus": status,
                "To": to,
            }
            url = callback.partition("#")[0]
            await post(url, params, {"X-Twilio-Signature": signature(url, params)})

    async def _list(self, request: web.Request) -> web.Response:
        to = request.query.get("To")
        found = [message for message in reversed(self._messages.values()) if to in (None, message["to"])]
        page = {"messages": found[:20], "next_page_uri": None, "page": 0, "page_size": 20, "start": 0, "end": 0}
        return web.json_response(page)

    async def _give_media(self, request: web.Request) -> web.Response:
        return web.Response(body=self._media[request.match_info["sid"]], content_type="image/jpeg")


async def post(url: str, params: Mapping[str, str], headers: Mapping[str, str]) -> int:
    """The status of the answer; 0 when there was none."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session,
            session.post(url, data=params, headers=headers) as answer,
        ):
            await answer.read()
            return answer.status
    except (aiohttp.ClientError, TimeoutError, OSError):
        return 0
