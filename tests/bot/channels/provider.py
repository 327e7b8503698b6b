"""A provider played by a few lines of real HTTP: it keeps what it is asked, and answers what the test chose."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web


@dataclass
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    raw: bytes

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.raw.decode(), keep_blank_values=True, strict_parsing=True))


Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Provider:
    """`answers` are given in turn, the last one for ever."""

    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        self.asked.append(Asked(request.method, request.path, dict(request.query), dict(request.headers), raw))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return await answer(request)

    def answer(self, *answers: Answer) -> None:
        self.answers = list(answers)


def says(body: Any, status: int = 200, **headers: str) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.json_response(body, status=status, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return answer


def raw(body: bytes, status: int = 200, content_type: str = "text/html", **headers: str) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        kept = {k.replace("_", "-"): v for k, v in headers.items()}
        return web.Response(body=body, status=status, content_type=content_type, headers=kept)

    return answer


async def cuts(request: web.Request) -> web.StreamResponse:
    """Take the request, then hang up without a word."""
    assert request.transport is not None
    request.transport.abort()
    await asyncio.sleep(0)
    return web.Response()


async def hangs(_request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(3600)
    return web.Response()


@contextlib.asynccontextmanager
async def provider(*answers: Answer) -> AsyncIterator[Provider]:
    played = Provider(answers=list(answers))
    app = web.Application(client_max_size=20_000_000)
    app.router.add_route("*", "/{path:.*}", played.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.01)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    played.url = f"http://127.0.0.1:{port}"
    try:
        yield played
    finally:
        await runner.cleanup()


async def closed_port() -> str:
    """An address of this machine where nobody listens."""
    server = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return f"http://127.0.0.1:{port}"
