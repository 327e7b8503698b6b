"""Both simulated providers on loopback, fresh for each test, and the page of phones over them with an echo bot."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

import aiohttp
import pytest
import uvicorn
from aiohttp import web

from bot.simulator import ClockControl, Jump, MovableClock, Phone, Providers, simulated_providers
from bot.simulator.page import phones_app
from bot.simulator.twilio.rest import create_message

ROSE, LUC, GINETTE, MAUDE = "+18195550123", "+18195550124", "501", "502"
PHONES = [
    Phone("rose", "sms", "Rose", "expert", ROSE),
    Phone("luc", "sms", "Luc", "member", LUC),
    Phone("ginette", "telegram", "Ginette", "member", GINETTE, number="+18195550125"),
    Phone("maude", "telegram", "Maude", "coordinator", MAUDE, start_payload="abc123"),
]
MORNING = dt.datetime(2026, 2, 9, 14, 0, tzinfo=dt.UTC)


@pytest.fixture
async def sim() -> AsyncIterator[Providers]:
    async with simulated_providers() as providers:
        yield providers


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@dataclass
class Page:
    """The page served over worlds where a small bot says again what it hears."""

    url: str
    sim: Providers


@pytest.fixture
async def page(http: aiohttp.ClientSession) -> AsyncIterator[Page]:
    clock = MovableClock(MORNING)
    async with simulated_providers(clock=clock) as sim:
        runner = web.ServerRunner(web.Server(EchoBot(sim, http).hear_sms))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        sim.sms.sms_url = f"http://127.0.0.1:{runner.addresses[0][1]}/sms"
        polling = asyncio.create_task(EchoBot(sim, http).poll())
        app = phones_app(sim.telegram, sim.sms, ClockControl(clock, {Jump.NEXT_REMINDER: _tuesday}), PHONES)
        async with serving(app) as url:
            yield Page(url, sim)
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        await runner.cleanup()


async def _tuesday() -> dt.datetime:
    return MORNING + dt.timedelta(days=1)


class serving:
    """`async with serving(app) as url`: uvicorn on a free port of loopback, which listens already."""

    def __init__(self, app: Any) -> None:
        self._server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none"))
        self._socket = socket.create_server(("127.0.0.1", 0))

    async def __aenter__(self) -> str:
        self._task = asyncio.create_task(self._server.serve(sockets=[self._socket]))
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    async def __aexit__(self, *_: object) -> None:
        self._server.should_exit = True
        await self._task


class EchoBot:
    def __init__(self, sim: Providers, http: aiohttp.ClientSession) -> None:
        self._sim, self._http = sim, http

    async def hear_sms(self, request: web.BaseRequest) -> web.Response:
        params = parse_qs((await request.read()).decode(), keep_blank_values=True)
        heard = params["Body"][0] or f"{params['NumMedia'][0]} photo"
        reply = {"To": params["From"], "From": params["To"], "Body": [f"Vous avez dit: {heard}"]}
        create_message(self._sim.sms, reply)
        return web.Response(text="<Response/>", content_type="text/xml")

    async def poll(self) -> None:
        offset = 0
        while True:
            for update in await self._call("getUpdates", offset=offset, timeout=5):
                offset = update["update_id"] + 1
                await self._answer(update)

    async def _answer(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            await self._call("answerCallbackQuery", callback_query_id=query["id"], text="Noté")
            where = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
            await self._call("editMessageText", **where, text=f"Votre choix: {query['data']}")
        elif message := update.get("message"):
            row = [{"text": "Oui", "callback_data": "oui"}, {"text": "Non", "callback_data": "non"}]
            heard = message.get("text") or message.get("contact", {}).get("phone_number") or "photo"
            await self._call(
                "sendMessage",
                chat_id=message["chat"]["id"],
                text=f"Vous avez dit: {heard}",
                reply_markup={"inline_keyboard": [row]},
            )

    async def _call(self, method: str, **params: Any) -> Any:
        url = f"{self._sim.telegram_url}/bot{self._sim.telegram.token}/{method}"
        async with self._http.post(url, json=params) as response:
            return (await response.json()).get("result")
