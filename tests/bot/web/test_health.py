"""Health says whether what people write can be kept."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.web.health import STILL, health_route


async def fine() -> None:
    """All is well."""


async def away() -> None:
    raise OSError("no database")


def test_a_program_that_stands_still_is_not_well() -> None:
    async def still() -> None:
        await asyncio.sleep(3600)

    client = TestClient(Starlette(routes=[health_route(still, patience=0.05)]))  # type: ignore[arg-type]
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["why"]) == (503, STILL)


@pytest.mark.parametrize(("ready", "status"), [(None, 200), (fine, 200), (away, 503)])
def test_health_follows_the_database(ready: object, status: int) -> None:
    client = TestClient(Starlette(routes=[health_route(ready)]))  # type: ignore[arg-type]
    assert client.get("/health").status_code == status
    assert client.post("/health").status_code == 405
