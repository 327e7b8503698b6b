"""Who may read the metrics, and what they say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.metrics import Metrics
from bot.settings import Settings
from bot.web.metrics import metrics_route
from db.conversations import IncomingMessage
from db.session import Database

NOW = dt.datetime(2026, 11, 23, 17, 0, tzinfo=dt.UTC)


@pytest.fixture
async def database(sqlite_url: str) -> Any:
    opened = Database(sqlite_url)
    yield opened
    await opened.close()


def door(database: Database, token: str = "", host: str = "127.0.0.1") -> TestClient:
    settings = Settings.load({"METRICS_TOKEN": token})
    app = Starlette(routes=[metrics_route(settings, Metrics(database), lambda: NOW)])
    return TestClient(app, client=(host, 50_000))


@pytest.mark.parametrize(
    ("token", "host", "headers", "status"),
    [
        ("", "127.0.0.1", {}, 200),
        ("", "203.0.113.7", {}, 403),
        ("", "127.0.0.1", {"X-Forwarded-For": "203.0.113.7"}, 403),
        ("secret", "203.0.113.7", {"Authorization": "Bearer secret"}, 200),
        ("secret", "203.0.113.7", {"Authorization": "Bearer other"}, 403),
        ("secret", "127.0.0.1", {}, 403),
    ],
)
async def test_who_may_read(database: Database, token: str, host: str, headers: dict[str, str], status: int) -> None:
    assert door(database, token, host).get("/metrics", headers=headers).status_code == status


async def test_what_waits_and_since_when(database: Database) -> None:
    async with database.write() as session:
        session.add(
            IncomingMessage(
                channel="sms", provider_id="SM1", sender="sms:+18195550101", received_at=NOW - dt.timedelta(seconds=90)
            )
        )
    said = (await Metrics(database).text(NOW)).decode()
    assert 'portevoix_incoming{state="new"} 1.0' in said
    assert "portevoix_oldest_incoming_seconds 90.0" in said


async def test_outcomes_are_counted_by_channel_and_reason(database: Database) -> None:
    metrics = Metrics(database)
    metrics.on_event("outcome", channel="sms", fate="failed", reason="bad_number", seconds=0.2)
    said = (await metrics.text(NOW)).decode()
    assert 'portevoix_outcomes_total{channel="sms",outcome="failed",reason="bad_number"} 1.0' in said
    assert 'portevoix_send_seconds_count{channel="sms"} 1.0' in said
