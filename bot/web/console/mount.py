"""Where the web door takes the console in: what it reads with, how it writes, and when it is there at all."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.clock import Clock
from bot.settings import Settings
from bot.web.console.app import ConsoleRoute
from bot.web.console.console import Console
from bot.web.console.templates import Templates
from db.session import AsyncSession, Database
from handlers.installation import Installation

T = TypeVar("T")
Work = Callable[[AsyncSession], Awaitable[T]]


class MainLoop:
    """Writes on the loop of the program, where the one writer of SQLite is, for pages served on another."""

    def __init__(self, database: Database, loop: asyncio.AbstractEventLoop, done: Callable[[], None]) -> None:
        self._database = database
        self._loop = loop
        self._done = done

    async def __call__(self, work: Work[T], /) -> T:
        if asyncio.get_running_loop() is self._loop:
            return await self._write(work)
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._write(work), self._loop))

    async def _write(self, work: Work[T]) -> T:
        async with self._database.write() as session:
            result = await work(session)
        self._done()
        return result


def open_console(
    settings: Settings,
    installation: Callable[[], Installation],
    reader: Database,
    write: MainLoop,
    clock: Clock,
) -> ConsoleRoute:
    """The route of the console."""

    def today() -> Installation:
        return installation().on(clock())  # a date of another year is shown with its year

    return ConsoleRoute(Console(settings, today, reader, write, clock, Templates(lambda: today().catalogue)))
