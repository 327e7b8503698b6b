"""`GET /health`: is this process able to keep what it is given?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.able import Unable

log = structlog.get_logger(__name__)

Ready = Callable[[], Awaitable[None]]


async def _always() -> None:
    """For a process without anything to check."""


def health_route(ready: Ready | None = None) -> Route:
    """`ready` raises when something needed (the database) is away. 200 `{"status": "ok"}`, else 503 with why."""
    check = ready or _always

    async def health(_request: Request) -> JSONResponse:
        try:
            await check()
        except Exception as error:  # whatever it is, the answer is the same and the log says which
            why = str(error) if isinstance(error, Unable) else type(error).__name__
            log.warning("not healthy", why=why)
            return JSONResponse({"status": "unavailable", "why": why}, status_code=503)
        return JSONResponse({"status": "ok"})

    return Route("/health", health, methods=["GET"])
