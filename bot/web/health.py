"""`GET /health`: is this process able to keep what it is given?"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.readiness import NotReady

log = structlog.get_logger(__name__)

ANSWER_SECONDS = 10.0
STILL = "the program does not answer"

Ready = Callable[[], Awaitable[None]]


async def _always() -> None:
    """For a process without anything to check."""


def health_route(ready: Ready | None = None, patience: float = ANSWER_SECONDS) -> Route:
    """`ready` raises when something needed (the database) is away. 200 `{"status": "ok"}`, else 503 with why."""
    check = ready or _always

    async def health(_request: Request) -> JSONResponse:
        try:
            async with asyncio.timeout(patience):
                await check()
        except TimeoutError:
            log.warning("not healthy", why=STILL)
            return JSONResponse({"status": "unavailable", "why": STILL}, status_code=503)
        except Exception as error:  # whatever it is, the answer is the same and the log says which
            why = str(error) if isinstance(error, NotReady) else type(error).__name__
            log.warning("not healthy", why=why)
            return JSONResponse({"status": "unavailable", "why": why}, status_code=503)
        return JSONResponse({"status": "ok"})

    return Route("/health", health, methods=["GET"])
