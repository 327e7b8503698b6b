"""How pages served on another loop write: on the loop of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from db.session import AsyncSession, Database

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
