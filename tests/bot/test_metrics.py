"""What Prometheus is given, and to whom."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import update
from starlette.applications import Starlette
from starlette.routing import Route

from bot.metrics import Metrics
from bot.settings import Settings
from bot.web.metrics import metrics_page
from db.conversations import IncomingMessage
from db.deliveries import Delivery
from db.health import Backlog, Health
from db.session import Database
from tests.support.filled import NOW, fill
from tests.support.sources import ROOT

LATER = NOW + dt.timedelta(hours=2)


def values(text: bytes) -> dict[str, float]:
    """`name{label,label}` -> value."""
    return {
        f"{sample.name}{{{','.join(sample.labels.values())}}}": sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


def test_each_answer_of_a_provider_is_counted_by_its_outcome_and_reason() -> None:
    metrics = Metrics()
    for fate, reason in (("sent", ""), ("sent", ""), ("for_good", "blocked")):
        metrics.on_event("outcome", channel="telegram", kind="reply", fate=fate, reason=reason, seconds=0.02)
    metrics.on_event("account_refused", channel="sms")
    metrics.on_event("taken_over", unknown=3)
    metrics.on_event("something new", channel="sms")
    found = values(metrics.text())
    assert found["portevoix_deliveries_total{telegram,reply,sent,}"] == 2
    assert found["portevoix_deliveries_total{telegram,reply,for_good,blocked}"] == 1
    assert found["portevoix_send_seconds_count{telegram}"] == 3
    assert found["portevoix_account_refused_total{sms}"] == 1
    assert found["portevoix_taken_over_unknown_total{}"] == 3


def test_a_message_handled_is_counted_with_the_time_it_took() -> None:
    metrics = Metrics()
    metrics.handled("sms", "text", NOW, NOW + dt.timedelta(seconds=0.3))
    metrics.handled("sms", "text", NOW, NOW - dt.timedelta(seconds=1))
    found = values(metrics.text())
    assert found["portevoix_incoming_handled_total{sms,text}"] == 2
    assert found["portevoix_incoming_seconds_sum{}"] == pytest.approx(0.3)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    await fill(opened)
    yield opened
    await opened.close()


async def test_what_waits_is_read_from_the_database(database: Database) -> None:
    async with database.write() as session:
        await session.execute(update(Delivery).where(Delivery.id == 5).values(due_at=NOW))
        await session.execute(update(Delivery).where(Delivery.id == 4).values(status="unknown"))
        await session.execute(update(IncomingMessage).where(IncomingMessage.id == 2).values(state="new"))
    answer = await asked(database)
    found = values(answer.content)
    assert found["portevoix_queue_messages{queued}"] == 1
    assert found["portevoix_queue_messages{started}"] == 0
    assert found["portevoix_queue_oldest_seconds{queued}"] == 7200
    assert found["portevoix_unknown_messages{}"] == 1
    assert (found["portevoix_incoming_waiting{}"], found["portevoix_incoming_oldest_seconds{}"]) == (1, 7200)
    assert found["portevoix_set_aside_messages{}"] == 1


async def asked(
    database: Database, *, client: str = "127.0.0.1", token: str = "", own_door: bool = True, **headers: str
) -> httpx.Response:
    settings = Settings.load({"METRICS_TOKEN": token})
    page = metrics_page(database, settings, Metrics(), lambda: LATER, own_door=own_door)
    app = Starlette(routes=[Route("/metrics", page)])
    transport = httpx.ASGITransport(app, client=(client, 4242))
    async with httpx.AsyncClient(transport=transport, base_url="http://portevoix") as browser:
        return await browser.get("/metrics", headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize(
    ("client", "token", "headers", "status"),
    [
        ("127.0.0.1", "", {}, 200),
        ("::1", "", {}, 200),
        ("192.0.2.7", "", {}, 403),
        ("192.0.2.7", "", {"authorization": "Bearer "}, 403),
        ("192.0.2.7", "secret", {"authorization": "Bearer secret"}, 200),
        ("192.0.2.7", "secret", {"authorization": "Bearer other"}, 403),
        ("192.0.2.7", "secret", {"authorization": "secret"}, 403),
        ("127.0.0.1", "secret", {"x_forwarded_for": "192.0.2.7"}, 403),
        ("127.0.0.1", "secret", {"x_forwarded_for": "192.0.2.7", "authorization": "Bearer secret"}, 200),
        ("testclient", "secret", {}, 403),
    ],
)
async def test_at_a_door_of_their_own_only_this_machine_or_the_token_sees_them(
    sqlite_url: str, client: str, token: str, headers: dict[str, str], status: int
) -> None:
    database = Database(sqlite_url)
    assert (await asked(database, client=client, token=token, **headers)).status_code == status
    await database.close()


@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        ("", {}, 403),
        ("", {"authorization": "Bearer "}, 403),
        ("secret", {}, 403),
        ("secret", {"authorization": "Bearer secre"}, 403),
        ("secret", {"authorization": "Bearer secret"}, 200),
        ("secret", {"authorization": "Bearer secret", "x_forwarded_for": "192.0.2.7"}, 200),
    ],
)
async def test_at_the_door_of_the_webhooks_the_token_is_always_asked(
    sqlite_url: str, token: str, headers: dict[str, str], status: int
) -> None:
    """A proxy that adds no header makes everyone look like this machine."""
    database = Database(sqlite_url)
    assert (await asked(database, token=token, own_door=False, **headers)).status_code == status
    await database.close()


async def test_without_its_database_a_process_still_says_what_it_counted(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/empty.sqlite3")
    answer = await asked(database)
    await database.close()
    assert answer.status_code == 200
    assert values(answer.content)["portevoix_database_away_total{}"] == 1


def test_every_alert_of_the_example_names_a_metric_that_exists() -> None:
    metrics = Metrics()
    metrics.look(Health({}, 0, Backlog(), 0, Backlog()), NOW)
    metrics.on_event("outcome", channel="sms", kind="reply", fate="sent", reason="", seconds=0.1)
    metrics.on_event("account_refused", channel="sms")
    known = {name.partition("{")[0] for name in values(metrics.text())}
    rules = yaml.safe_load((ROOT / "docs/alerts.example.yml").read_text(encoding="utf-8"))
    alerts = [rule for group in rules["groups"] for rule in group["rules"]]
    assert len(alerts) >= 8
    for alert in alerts:
        named = set(re.findall(r"portevoix_\w+", alert["expr"]))
        assert named <= known, alert["alert"]
        assert named or "up{" in alert["expr"]
        assert set(alert["annotations"]) == {"summary", "action"}
