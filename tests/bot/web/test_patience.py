"""Requests that are never finished give their place; a real question is answered, and the log stays short."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
import structlog
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.log import MINUTE, MOST_A_MINUTE, Seldom, configure
from bot.settings import Settings
from bot.web.door import WebServer
from bot.web.health import health_route
from bot.web.patience import Crowd, gone

HALF_HEAD = b"POST /post HTTP/1.1\r\nHost: x\r\nContent-Le"
HALF_BODY = b"POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc"
HEALTH = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def door(crowd: Crowd) -> AsyncIterator[int]:
    async def post(request: Request) -> Response:
        return Response(str(len(await request.body())))

    def make() -> Starlette:
        routes = [health_route(), Route("/post", post, methods=["POST"])]
        return Starlette(routes=routes, exception_handlers={ClientDisconnect: gone})

    opened = WebServer(make, "127.0.0.1", 0, crowd=crowd)
    serving = asyncio.create_task(opened.serve())
    await until(lambda: opened.opened)
    try:
        yield opened.port
    finally:
        opened.close()
        await serving


async def ask(port: int, words: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(words)
    answer = await reader.read()
    writer.close()
    return answer


async def begun(port: int, words: bytes) -> Connection:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(words)
    return reader, writer


async def is_closed(connection: Connection) -> bool:
    try:
        return await connection[0].read() == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("words", [b"", HALF_HEAD, HALF_BODY], ids=["nothing", "half the headers", "half the body"])
async def test_five_hundred_unfinished_requests_leave_room_for_a_real_one(words: bytes) -> None:
    log = io.StringIO()
    configure(Settings.load(env={}), log)
    async with door(Crowd(most=50)) as port:
        held = [await begun(port, words) for _ in range(500)]
        assert (await ask(port, HEALTH)).startswith(b"HTTP/1.1 200")
        assert (await ask(port, HEALTH)).endswith(b'{"status":"ok"}')
        assert await is_closed(held[0])
        for _reader, writer in held:
            writer.close()
    assert len(log.getvalue().splitlines()) < 100
    assert "Traceback" not in log.getvalue()


@pytest.mark.parametrize("words", [b"", HALF_HEAD, HALF_BODY], ids=["nothing", "half the headers", "half the body"])
async def test_what_is_not_finished_in_time_is_closed_whatever_trickles_in(words: bytes) -> None:
    async with door(Crowd(most=50, head=0.2, body=0.2)) as port:
        connection = await begun(port, words)
        trickling = asyncio.create_task(trickle(connection[1], "x: y\r\n" if words is HALF_HEAD else "x"))
        assert await is_closed(connection)
        trickling.cancel()


async def trickle(writer: asyncio.StreamWriter, words: str) -> None:
    while True:
        writer.write(words.encode())
        await asyncio.sleep(0.05)


async def test_a_connection_that_asks_again_is_kept_while_it_asks_whole_questions() -> None:
    async with door(Crowd(most=50, head=60, body=60)) as port:
        reader, writer = await begun(port, b"")
        for _ in range(3):
            writer.write(b"POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")
            assert (await reader.readuntil(b"\r\n\r\n3")).startswith(b"HTTP/1.1 200")
        writer.close()


async def test_a_door_full_of_whole_requests_turns_the_next_away_and_ends_none_of_them() -> None:
    waiting = asyncio.Event()

    async def slow(_request: Request) -> Response:
        await waiting.wait()
        return Response("done")

    opened = WebServer(lambda: Starlette(routes=[Route("/", slow)]), "127.0.0.1", 0, crowd=Crowd(most=3))
    serving = asyncio.create_task(opened.serve())
    await until(lambda: opened.opened)
    asked = [asyncio.create_task(ask(opened.port, HEALTH.replace(b"/health", b"/"))) for _ in range(3)]
    assert opened._server is not None
    tasks = opened._server.server_state.tasks
    await until(lambda: len(tasks) == 3)
    assert await is_closed(await begun(opened.port, b""))
    waiting.set()
    assert all(answer.endswith(b"done") for answer in await asyncio.gather(*asked))
    opened.close()
    await serving


async def until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 (another library's state, which tells nobody)
        await asyncio.sleep(0.01)


def test_a_thousand_requests_refused_are_a_few_lines_of_log() -> None:
    log = io.StringIO()
    configure(Settings.load(env={}), log)
    for _ in range(1000):
        structlog.get_logger("bot.web.webhooks").warning("a request was refused", status=403)
        logging.getLogger("uvicorn.error").warning("Invalid HTTP request received.")
    assert len(log.getvalue().splitlines()) == 2 * MOST_A_MINUTE


def test_lines_that_anybody_may_cause_are_so_many_a_minute_then_counted() -> None:
    now = 0.0
    seldom = Seldom(lambda: now)

    def line(sentence: str) -> logging.LogRecord:
        return logging.LogRecord("x", logging.WARNING, "", 0, {"event": sentence}, None, None)  # type: ignore[arg-type]

    refused = [seldom.filter(line("a request was refused")) for _ in range(1000)]
    others = [seldom.filter(line("a message was set aside")) for _ in range(1000)]
    assert (sum(refused), sum(others)) == (MOST_A_MINUTE, 1000)
    now = MINUTE
    first = line("a request was refused")
    assert seldom.filter(first)
    assert first.msg == {"event": "a request was refused", "left_out": 1000 - MOST_A_MINUTE}  # type: ignore[comparison-overlap]
