"""`GET /metrics`: for a monitor on this machine, or one that holds the token."""

from __future__ import annotations

import hmac

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.clock import Clock
from bot.metrics import Metrics
from bot.settings import Settings

LOOPBACK = {"127.0.0.1", "::1"}


def metrics_route(settings: Settings, metrics: Metrics, clock: Clock) -> Route:
    """With METRICS_TOKEN, only its bearer may read; without it, only this machine, asked directly."""
    token = settings.metrics_token.get_secret_value() if settings.metrics_token else ""

    async def show(request: Request) -> Response:
        if not _may_read(request, token):
            return PlainTextResponse("", status_code=403)
        return Response(await metrics.text(clock()), media_type=CONTENT_TYPE_LATEST)

    return Route("/metrics", show, methods=["GET"])


def _may_read(request: Request, token: str) -> bool:
    if token:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(given.encode(), token.encode())
    # Behind a proxy everyone seems to come from this machine: what a proxy adds is refused.
    forwarded = "x-forwarded-for" in request.headers or "forwarded" in request.headers
    return request.client is not None and request.client.host in LOOPBACK and not forwarded
