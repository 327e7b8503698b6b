"""The door at rest: it wakes once a second, its answers keep their date, and it ends when it is told, not later."""

from __future__ import annotations

import asyncio
import email.utils

from starlette.applications import Starlette
from uvicorn import Config

from bot.web.door import QuietServer, WebServer
from bot.web.health import health_route

HEALTH = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


async def date_said(port: int) -> float:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(HEALTH)
    answer = (await reader.read()).decode()
    writer.close()
    said = next(line for line in answer.splitlines() if line.lower().startswith("date:"))
    return email.utils.parsedate_to_datetime(said.partition(":")[2].strip()).timestamp()


async def test_answers_keep_their_date_and_the_door_ends_from_another_thread() -> None:
    door = WebServer(lambda: Starlette(routes=[health_route()]), "127.0.0.1", 0)
    serving = asyncio.create_task(door.serve_apart())
    while not door.opened:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    first = await date_said(door.port)
    while await date_said(door.port) == first:  # noqa: ASYNC110
        await asyncio.sleep(0.1)
    door.close()
    await serving


async def test_told_to_end_it_does_not_wait_for_its_next_second() -> None:
    class Counted(QuietServer):
        ticks = 0

        async def on_tick(self, counter: int) -> bool:
            assert counter == 0, "each tick says the date"
            self.ticks += 1
            if self.ticks == 1:
                self.end()
                return False  # asked before it was told
            return await super().on_tick(counter)

    server = Counted(Config(Starlette(), log_config=None))
    server.config.load()
    loop = asyncio.get_running_loop()
    began = loop.time()
    loop.time = lambda: began  # type: ignore[method-assign]
    await server.main_loop()
    assert server.ticks == 2
