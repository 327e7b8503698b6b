"""The road between one process and its PostgreSQL, that can be cut: hung up, or silent as a pulled cable."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine
from typing import Any, Literal

Cut = Literal["hung up", "silent"]
BUFFER = 65_536


class Line:
    """Listens on a port of this machine and carries bytes to PostgreSQL's Unix socket. Lives in its own thread."""

    def __init__(self, socket_path: str) -> None:
        self._socket_path = socket_path
        self._loop = asyncio.new_event_loop()
        self._open = asyncio.Event()
        self._open.set()
        self._hung_up = False
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._do(self._listen)

    def cut(self, how: Cut) -> None:
        """Until `mend`: silent keeps the connections and carries nothing; hung up ends them and refuses others."""
        self._do(self._cut, how)

    def mend(self) -> None:
        self._do(self._mend)

    def close(self) -> None:
        self._do(self._close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, act: Callable[..., Coroutine[Any, Any, None]], *given: Any) -> None:
        asyncio.run_coroutine_threadsafe(act(*given), self._loop).result(timeout=30)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _cut(self, how: Cut) -> None:
        self._open.clear()
        self._hung_up = how == "hung up"
        if self._hung_up:
            for writer in self._writers:
                writer.transport.abort()

    async def _mend(self) -> None:
        self._hung_up = False
        self._open.set()

    async def _close(self) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mine = {writer}
        self._writers.add(writer)
        try:
            if self._hung_up:
                return
            there_reader, there_writer = await asyncio.open_unix_connection(self._socket_path)
            mine.add(there_writer)
            self._writers.add(there_writer)
            ways = [
                asyncio.create_task(self._carry(reader, there_writer)),
                asyncio.create_task(self._carry(there_reader, writer)),
            ]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        except OSError:
            return  # PostgreSQL is away: whoever asked sees the line drop
        finally:
            self._writers -= mine
            for one in mine:
                one.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(BUFFER):
                await self._open.wait()
                writer.write(data)
                await writer.drain()
