"""`GET /metrics`, for Prometheus: to whoever gives METRICS_TOKEN.

At HTTP_PORT a proxy may stand before us, and everyone then seems to come from this machine: the token is always asked
there. METRICS_PORT is a door of its own: this machine needs none.
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import Response

from bot.clock import Clock, system_clock
from bot.metrics import Metrics
from bot.settings import Settings
from db.health import health_of
from db.session import Database

log = structlog.get_logger(__name__)

# What a proxy adds: whoever stands behind it is not of this machine.
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


Page = Callable[[Request], Coroutine[Any, Any, Response]]


def metrics_page(
    database: Database, settings: Settings, metrics: Metrics, clock: Clock = system_clock, *, own_door: bool = False
) -> Page:
    """403 to anyone else. When the database is away, what this process counted is still given. `own_door`: nothing but
    the counters is behind the door.
    """
    token = settings.metrics_token.get_secret_value() if settings.metrics_token else ""

    async def answer(request: Request) -> Response:
        if not (_knows(token, request) or (own_door and _from_here(request))):
            log.warning("a request was refused", path=request.url.path, status=403, why="metrics without the token")
            return Response(status_code=403)
        try:
            async with database.read() as session:
                metrics.look(await health_of(session), clock())
        except Exception as error:  # whichever driver's: the alert on this counter says it
            metrics.on_event("database_away")
            log.warning("metrics without the database", error=type(error).__name__)
        return Response(metrics.text(), media_type=CONTENT_TYPE_LATEST)

    return answer


def _from_here(request: Request) -> bool:
    if request.client is None or any(header in request.headers for header in FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _knows(token: str, request: Request) -> bool:
    given = request.headers.get("authorization", "")
    return bool(token) and hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
