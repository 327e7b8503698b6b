"""How long the web door waits for a request that does not come to its end, and how many connections it holds.

Headers and body have each a deadline, whatever trickles in meanwhile. When there are too many connections, the one that
has been unfinished for the longest gives its place to who comes: those who ask a real question are always answered.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Any, Final

import h11
import structlog
from starlette.requests import Request
from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol

log = structlog.get_logger(__name__)

HEAD_SECONDS: Final = 10.0
BODY_SECONDS: Final = 60.0  # a list of people, from a phone far from its tower
LOOK_SECONDS: Final = 1.0
TOLD_SECONDS: Final = 60.0
MOST: Final = 1000  # connections
FEWEST: Final = 32
WANTED_FILES: Final = 4096
GONE: Final = 499  # nobody is there to read the answer
BACKLOG: Final = 128  # accepted in a row, before the loop does anything else


def most_connections() -> int:
    """As many as the files that this process may open allow, half of them being for the rest of the program."""
    try:
        import resource
    except ImportError:
        return MOST
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < WANTED_FILES:
        wanted = WANTED_FILES if hard == resource.RLIM_INFINITY else min(WANTED_FILES, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
        soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return MOST if soft == resource.RLIM_INFINITY else min(MOST, max(FEWEST, soft // 2))


class Crowd:
    """Who stands at one door. `unfinished` are those whose request is not whole, the oldest first."""

    def __init__(
        self,
        most: int,
        head: float = HEAD_SECONDS,
        body: float = BODY_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.most = most
        self.head, self.body = head, body
        self._monotonic = monotonic
        self._unfinished: dict[Patient, tuple[float, float]] = {}  # since, until
        self._standing = 0
        self._timer: asyncio.TimerHandle | None = None
        self._left_out = 0
        self._told_at = float("-inf")

    def arrived(self, one: Patient) -> None:
        self._standing += 1
        if self._standing > self.most:
            oldest = next(iter(self._unfinished), one)
            self._close(oldest)
        if not one.transport.is_closing():
            self.waits(one, self.head)

    def waits(self, one: Patient, seconds: float) -> None:
        """The deadline of its headers, or of its body, begins."""
        now = self._monotonic()
        self._unfinished.pop(one, None)
        self._unfinished[one] = (now, now + seconds)
        if self._timer is None:
            self._timer = one.loop.call_later(LOOK_SECONDS, self._look, one.loop)

    def whole(self, one: Patient) -> None:
        self._unfinished.pop(one, None)

    def left(self, one: Patient) -> None:
        self._standing -= 1
        self._unfinished.pop(one, None)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        now = self._monotonic()
        for one in [one for one, (_since, until) in self._unfinished.items() if until <= now]:
            self._close(one)
        if self._left_out and now - self._told_at >= TOLD_SECONDS:
            log.warning("requests were never finished, and closed", count=self._left_out, standing=self._standing)
            self._left_out, self._told_at = 0, now
        going_on = self._unfinished or self._left_out
        self._timer = loop.call_later(LOOK_SECONDS, self._look, loop) if going_on else None

    def _close(self, one: Patient) -> None:
        self._unfinished.pop(one, None)
        self._left_out += 1
        one.transport.abort()


class Patient(H11Protocol):
    """One connection, which tells the crowd where its request stands."""

    def __init__(self, *args: Any, crowd: Crowd, **named: Any) -> None:
        super().__init__(*args, **named)
        self._crowd = crowd
        self._stage: Any = h11.IDLE

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._crowd.arrived(self)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._moved()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._moved()

    def connection_lost(self, exc: Exception | None) -> None:
        self._crowd.left(self)
        super().connection_lost(exc)

    def _moved(self) -> None:
        stage = self.conn.their_state
        if stage is self._stage or self.transport.is_closing():
            return
        self._stage = stage
        if stage is h11.IDLE:
            self._crowd.waits(self, self._crowd.head)
        elif stage is h11.SEND_BODY:
            self._crowd.waits(self, self._crowd.body)
        else:
            self._crowd.whole(self)


async def gone(_request: Request, _left: Exception) -> Response:
    """Whoever asked left, or was shown the door, before the end of their request: nobody reads this."""
    return Response(status_code=GONE)
