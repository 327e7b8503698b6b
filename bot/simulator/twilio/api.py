"""Twilio's REST API over HTTP, and the links from which an MMS's pictures are fetched."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Callable
from functools import partial
from typing import Self
from urllib.parse import unquote_plus

from aiohttp import web

from bot.simulator.faults import Misfortune
from bot.simulator.server import Answer, LoopbackServer, answer_with_faults, as_json
from bot.simulator.twilio import rest
from bot.simulator.twilio.signing import media_ticket
from bot.simulator.twilio.things import VERSION, Json, TwilioError
from bot.simulator.twilio.world import SmsWorld

_CONTENT = "/content/"

Operation = Callable[[SmsWorld, list[str], rest.Form], Json | None]

# (method, what follows /Accounts/{sid}, each sid as *) -> the operation. Held against Twilio's description by a test.
OPERATIONS: dict[tuple[str, str], Operation] = {
    ("POST", "Messages"): lambda world, sids, form: rest.create_message(world, form),
    ("GET", "Messages"): lambda world, sids, query: rest.list_messages(world, query),
    ("GET", "Messages/*"): lambda world, sids, _: rest.fetch_message(world, *sids),
    ("POST", "Messages/*"): lambda world, sids, form: rest.update_message(world, sids[0], form),
    ("DELETE", "Messages/*"): lambda world, sids, _: rest.delete_message(world, *sids),
    ("GET", "Messages/*/Media"): lambda world, sids, _: rest.list_media(world, *sids),
    ("GET", "Messages/*/Media/*"): lambda world, sids, _: rest.fetch_media(world, *sids),
    ("DELETE", "Messages/*/Media/*"): lambda world, sids, _: rest.delete_media(world, *sids),
    ("GET", ""): lambda world, sids, _: rest.fetch_account(world),
}


def shape_of(parts: list[str]) -> str:
    """``["Messages", "SM1", "Media"]`` -> ``"Messages/*/Media"``"""
    return "/".join("*" if i % 2 else part for i, part in enumerate(parts))


class TwilioServer:
    """Serves one `SmsWorld` on loopback. `url` is what TWILIO_API_BASE_URL names."""

    def __init__(self, world: SmsWorld, *, port: int = 0) -> None:
        self.world = world
        self._http = LoopbackServer(self._handle, port=port)
        self._store = LoopbackServer(self._content)  # where pictures lie is another host than the API's
        credentials = f"{world.account_sid}:{world.auth_token}".encode()
        self._basic = f"Basic {base64.b64encode(credentials).decode()}"
        self._account = f"/{VERSION}/Accounts/{world.account_sid}"
        self._create = f"{self._account}/Messages.json"

    @property
    def url(self) -> str:
        return self._http.url

    async def start(self) -> Self:
        await self._http.start()
        await self._store.start()
        self.world.root = self._http.url
        return self

    async def stop(self) -> None:
        """Close the port; the world stays as it is."""
        await self._http.stop()
        await self._store.stop()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if not hmac.compare_digest(request.headers.get("Authorization", "").encode(), self._basic.encode()):
            return _refused(TwilioError(20003))
        if "/Media/" in path and not path.endswith(".json"):
            return self._redirect(path)
        creates = request.method == "POST" and path == self._create
        return await answer_with_faults(
            request,
            self.world.faults,
            self.world.truth,
            sends=creates,
            refuse=_refuse,
            answer=partial(self._answer, request, creates),
        )

    async def _answer(self, request: web.BaseRequest, creates: bool) -> Answer:
        try:
            result = await self._result(request)
        except TwilioError as error:
            return error.status, as_json(error.as_json())
        if result is None:
            return 204, b""
        return 201 if creates else 200, as_json(result)

    async def _result(self, request: web.BaseRequest) -> Json | None:
        path = request.path
        if not path.startswith(self._account) or not path.endswith(".json"):
            raise TwilioError(20404, path)
        parts = path[len(self._account) : -len(".json")].strip("/").split("/")
        operation = OPERATIONS.get((request.method, shape_of(parts)))
        if operation is None:
            raise TwilioError(20404, path)
        given = (await request.read()).decode() if request.method == "POST" else request.rel_url.raw_query_string
        return operation(self.world, parts[1::2], _form(given))

    def _redirect(self, path: str) -> web.Response:
        """A media link wants credentials and leads to a signed one that refuses them."""
        sid = path.rpartition("/")[2]
        if rest.find_media(self.world, sid) is None:
            return _refused(TwilioError(20404, path))
        ticket = media_ticket(self.world.auth_token, sid)
        return web.Response(status=307, headers={"Location": f"{self._store.url}{_CONTENT}{sid}?ticket={ticket}"})

    async def _content(self, request: web.BaseRequest) -> web.Response:
        sid = request.path.removeprefix(_CONTENT)
        if "Authorization" in request.headers:
            self.world.leaked += 1
            return web.Response(status=400)
        media = rest.find_media(self.world, sid)
        if media is None or request.query.get("ticket") != media_ticket(self.world.auth_token, sid):
            return web.Response(status=403)
        return web.Response(body=media.content, content_type=media.mime)


def _form(text: str) -> rest.Form:
    """As urllib's parse_qs, blanks kept, at half its cost."""
    form: rest.Form = {}
    for pair in text.split("&") if text else ():
        name, _, value = pair.partition("=")
        form.setdefault(unquote_plus(name), []).append(unquote_plus(value) if "%" in value or "+" in value else value)
    return form


def _refuse(fault: Misfortune, retry_after: int) -> Answer:
    error = TwilioError(20429 if fault is Misfortune.TOO_MANY else 20500)
    return error.status, as_json(error.as_json())


def _refused(error: TwilioError) -> web.Response:
    return web.Response(status=error.status, body=as_json(error.as_json()), content_type="application/json")
