"""What both simulated providers share as HTTP servers: a port on loopback, and the ways to fail a request."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Awaitable, Callable
from typing import Any, Self

import aiohttp
from aiohttp import web

from bot.simulator.faults import DELIVERED, Faults, Misfortune
from bot.simulator.truth import GroundTruth

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]
Answer = tuple[int, bytes]

_LARGEST_BODY = 52 * 1024 * 1024  # Telegram takes uploads of 50 MB
_LINGER_ZERO = struct.pack("ii", 1, 0)


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_json(payload: Any) -> bytes:
    return _encoder.encode(payload).encode()


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    """aiohttp's own request, but with room for a photo."""
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=_LARGEST_BODY)


class LoopbackServer:
    """An aiohttp server without router nor middleware: one handler, since the hot path must stay tiny."""

    def __init__(self, handler: Handler, *, port: int = 0) -> None:
        self._handler = handler
        self._port = port
        self._runner: web.ServerRunner | None = None
        self.url = ""

    async def start(self) -> Self:
        server = web.Server(self._handler, request_factory=_request, access_log=None)
        self._runner = web.ServerRunner(server, handle_signals=False, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=4096, reuse_address=True)
        await site.start()
        self._port = int(self._runner.addresses[0][1])
        self.url = f"http://127.0.0.1:{self._port}"
        return self

    async def stop(self) -> None:
        """Close the port; `start` opens the same one again, as a provider that was away comes back."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None


async def answer_with_faults(
    request: web.BaseRequest,
    faults: Faults,
    truth: GroundTruth,
    *,
    sends: bool,
    refuse: Callable[[Misfortune, int], Answer],
    answer: Callable[[], Awaitable[Answer]],
) -> web.StreamResponse:
    """Answer a request, or let it meet the fault that the seed dealt to it."""
    if faults.plan.latency:
        await asyncio.sleep(faults.plan.latency)
    dealt = faults.for_request(sends)
    if dealt is None:
        return _respond(truth, await answer())
    fault, retry_after = dealt
    if fault in (Misfortune.TOO_MANY, Misfortune.ERROR):
        return _respond(truth, refuse(fault, retry_after), retry_after)
    if fault in DELIVERED:
        await answer()
    if fault in (Misfortune.HANG, Misfortune.LATE):
        await asyncio.sleep(faults.plan.hang_seconds)
    truth.answers[fault.value] += 1
    _drop(request, hard=fault is Misfortune.RESET)
    return web.Response()


def _respond(truth: GroundTruth, answer: Answer, retry_after: int = 0) -> web.Response:
    status, body = answer
    truth.answers[str(status)] += 1
    response = web.Response(status=status, body=body, content_type="application/json")
    if status == 429 and retry_after:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _drop(request: web.BaseRequest, *, hard: bool) -> None:
    """Close without a word; `hard` sends a TCP reset."""
    transport = request.transport
    if transport is None:
        return
    if hard and (sock := transport.get_extra_info("socket")) is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_ZERO)
    transport.abort()


class Poster:
    """The provider as an HTTP client: what it posts to the program's webhooks."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def post(
        self, url: str, body: bytes, headers: dict[str, str], *, connect: float = 5.0, total: float = 15.0
    ) -> tuple[int | None, str]:
        """(status, text of the answer); (None, "ct") when no connection was made, (None, "rt") when no answer came."""
        session = self._session or self._open()
        limits = aiohttp.ClientTimeout(total=total, sock_connect=connect)
        try:
            async with session.post(url, data=body, headers=headers, timeout=limits, allow_redirects=False) as response:
                return response.status, await response.text()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            return None, "ct"
        except (aiohttp.ClientError, TimeoutError, OSError):
            return None, "rt"

    async def close(self) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    def _open(self) -> aiohttp.ClientSession:
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=60))
        return self._session
