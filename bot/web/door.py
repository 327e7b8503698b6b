"""The web door as a server: on the program's own event loop, or apart, on a thread with a loop of its own.

Apart, it answers while the rest of the program is busy with a message.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, ParamSpec, TypeVar

import uvicorn
from starlette.applications import Starlette

from bot.web.patience import BACKLOG, Crowd, Patient, most_connections

# Seconds after which a busy thread lets the other one run; Python's own 5 ms would be most of an answer.
SWITCH_SECONDS = 0.0005

Loop = asyncio.AbstractEventLoop
P = ParamSpec("P")
T = TypeVar("T")


class QuietServer(uvicorn.Server):
    """Without uvicorn's clock, which wakes ten times a second: once is enough for the date of answers."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._told = asyncio.Event()
        self._loop: Loop | None = None

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1.0):
                    await self._told.wait()

    def end(self) -> None:
        """From any thread. Before the loop began, or once it ended, `should_exit` is enough."""
        self.should_exit = True
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._told.set)


class WebServer:
    """`serve` until `close`. `make` builds the application on the loop that will serve it; `after` runs there last."""

    def __init__(
        self,
        make: Callable[[], Starlette],
        host: str,
        port: int,
        after: Callable[[], Awaitable[None]] | None = None,
        crowd: Crowd | None = None,
    ) -> None:
        self._make = make
        self._host = host
        self._port = port
        self._after = after
        self._crowd = crowd or Crowd(most_connections())
        self._server: QuietServer | None = None
        self._ended: asyncio.Future[None] | None = None

    @property
    def opened(self) -> bool:
        return self._server is not None and self._server.started

    @property
    def port(self) -> int:
        """The port really listened on (0 lets the machine choose)."""
        assert self._server is not None
        return int(self._server.servers[0].sockets[0].getsockname()[1])

    async def serve(self) -> None:
        config = uvicorn.Config(
            self._make(),
            host=self._host,
            port=self._port,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=5,
            http=partial(Patient, crowd=self._crowd),  # type: ignore[arg-type]
            ws="none",
            backlog=BACKLOG,
        )
        server = QuietServer(config)
        server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
        with contextlib.suppress(AttributeError):
            server.capture_signals = contextlib.nullcontext  # type: ignore[assignment, method-assign]
        self._server = server
        try:
            await server.serve()
        finally:
            if self._after is not None:
                await self._after()

    async def serve_apart(self) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        await asyncio.to_thread(asyncio.run, self.serve())

    def close(self) -> None:
        """Take nothing more; what is being answered is answered."""
        if self._server is not None:
            self._server.end()


def across(loop: Loop, call: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """The same coroutine function, run on another thread's loop."""

    async def there(*args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(call(*args, **kwargs), loop))

    return there
