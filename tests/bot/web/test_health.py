"""Health says whether what people write can be kept."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.web.health import health_route


async def fine() -> None:
    """All is well."""


async def away() -> None:
    raise OSError("no database")


@pytest.mark.parametrize(("ready", "status"), [(None, 200), (fine, 200), (away, 503)])
def test_health_follows_the_database(ready: object, status: int) -> None:
    client = TestClient(Starlette(routes=[health_route(ready)]))  # type: ignore[arg-type]
    assert client.get("/health").status_code == status
    assert client.post("/health").status_code == 405
