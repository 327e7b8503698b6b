"""What this process counts, for Prometheus: names and numbers only, never words nor addresses.

Each process counts what it does itself; what waits is read from the database when it is asked for. `Metrics.on_event`
goes into the outbox's `Hooks`, `Metrics.handled` is called after each message handled.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from db.health import Backlog, Health

SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
STATUSES: Final = ("queued", "retrying", "claimed", "started")


class Metrics:
    """One registry. Two of them in one process (as in tests) do not see each other."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._outcomes = self._counter("deliveries", "Answers of providers", "channel", "kind", "outcome", "reason")
        self._send = Histogram(
            "portevoix_send_seconds",
            "From the request to the provider's answer",
            ["channel"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self._refused = self._counter("account_refused", "A provider refuses our whole account", "channel")
        self._away = self._counter("database_away", "The database did not answer the outbox")
        self._lost = self._counter("taken_over_unknown", "Messages perhaps sent by a worker that died")
        self._handled = self._counter("incoming_handled", "Messages received and handled", "channel", "kind")
        self._wait = Histogram(
            "portevoix_incoming_seconds",
            "From a message's arrival to the end of its handling",
            buckets=SECONDS,
            registry=self.registry,
        )
        self._queue = self._gauge("queue_messages", "Messages that have not left for good", "status")
        self._queue_age = self._gauge("queue_oldest_seconds", "Since the oldest of them could have left", "status")
        self._unknown = self._gauge("unknown_messages", "Messages that perhaps arrived")
        self._incoming = self._gauge("incoming_waiting", "Messages received and not handled yet")
        self._incoming_age = self._gauge("incoming_oldest_seconds", "Since the oldest of them arrived")
        self._aside = self._gauge("set_aside_messages", "Messages on which the code failed")
        self._unsealed = self._gauge("journal_unsealed", "Entries of the journal that wait for their seal")

    def on_event(self, name: str, **fields: object) -> None:
        """An event of the outbox; one that is not known is let go."""
        channel = str(fields.get("channel", ""))
        if name == "outcome":
            self._outcomes.labels(
                channel, str(fields.get("kind", "")), str(fields.get("fate", "")), str(fields.get("reason", ""))
            ).inc()
            seconds = fields.get("seconds")
            if isinstance(seconds, (int, float)):
                self._send.labels(channel).observe(seconds)
        elif name == "account_refused":
            self._refused.labels(channel).inc()
        elif name == "database_away":
            self._away.inc()
        elif name == "taken_over":
            unknown = fields.get("unknown")
            self._lost.inc(unknown if isinstance(unknown, int) else 0)

    def handled(self, channel: str, kind: str, received_at: dt.datetime, now: dt.datetime) -> None:
        """A message was received and handled."""
        self._handled.labels(channel, kind).inc()
        self._wait.observe(max(0.0, (now - received_at).total_seconds()))

    def look(self, health: Health, now: dt.datetime) -> None:
        """What waits now."""
        for status in STATUSES:
            waiting = health.deliveries.get(status, Backlog())
            self._queue.labels(status).set(waiting.number)
            self._queue_age.labels(status).set(waiting.age(now))
        self._unknown.set(health.unknown)
        self._incoming.set(health.incoming.number)
        self._incoming_age.set(health.incoming.age(now))
        self._aside.set(health.set_aside)
        self._unsealed.set(health.unsealed.number)

    def text(self) -> bytes:
        """Prometheus' own format, https://prometheus.io/docs/instrumenting/exposition_formats"""
        return generate_latest(self.registry)

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"portevoix_{name}_total", what, labels, registry=self.registry)

    def _gauge(self, name: str, what: str, *labels: str) -> Gauge:
        return Gauge(f"portevoix_{name}", what, labels, registry=self.registry)
