"""What a monitor reads: what waits and since when, from the database; what went out and how fast, from this process."""

from __future__ import annotations

import datetime as dt

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlalchemy import func, select

from db.conversations import InboxState, IncomingMessage
from db.deliveries import Delivery, Status
from db.session import Database

OPEN = (Status.QUEUED, Status.RETRYING, Status.CLAIMED, Status.STARTED, Status.UNKNOWN)
SECONDS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15)


class Metrics:
    """One registry per process. `on_event` is given to the outbox; `text` is what `/metrics` answers."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.registry = CollectorRegistry()
        self._waiting = self._gauge("portevoix_deliveries", "Deliveries that are not settled, by status.", "status")
        self._delivery_age = self._gauge("portevoix_oldest_delivery_seconds", "Age of the oldest waiting delivery.")
        self._incoming = self._gauge("portevoix_incoming", "Messages received, by state of handling.", "state")
        self._incoming_age = self._gauge("portevoix_oldest_incoming_seconds", "Age of the oldest message not handled.")
        self._outcomes = Counter(
            "portevoix_outcomes",
            "Answers of providers, by channel, verdict and reason.",
            ["channel", "outcome", "reason"],
            registry=self.registry,
        )
        self._latency = Histogram(
            "portevoix_send_seconds",
            "From the hand-off to the provider's answer.",
            ["channel"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self._events = Counter("portevoix_events", "What happened to the outbox.", ["event"], registry=self.registry)

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(name, about, labels, registry=self.registry)

    def on_event(self, name: str, **fields: object) -> None:
        """The outbox tells: a fixed name and its fields, never words nor addresses."""
        channel = str(fields.get("channel", ""))
        if name == "outcome":
            outcome, reason = str(fields.get("fate", "")), str(fields.get("reason", ""))
            self._outcomes.labels(channel, outcome, reason).inc()
            if isinstance(seconds := fields.get("seconds"), float):
                self._latency.labels(channel).observe(seconds)
        else:
            self._events.labels(name).inc()

    async def text(self, now: dt.datetime) -> bytes:
        """Everything, in Prometheus' text format."""
        async with self._database.read() as session:
            rows = await session.execute(
                select(Delivery.status, func.count()).where(Delivery.status.in_(OPEN)).group_by(Delivery.status)
            )
            waiting = {status.value: count for status, count in rows}
            oldest = await session.scalar(
                select(func.min(Delivery.queued_at)).where(Delivery.status.in_((Status.QUEUED, Status.RETRYING)))
            )
            states = await session.execute(
                select(IncomingMessage.state, func.count())
                .where(IncomingMessage.state.in_((InboxState.NEW, InboxState.SET_ASIDE)))
                .group_by(IncomingMessage.state)
            )
            incoming = {state.value: count for state, count in states}
            unheard = await session.scalar(
                select(func.min(IncomingMessage.received_at)).where(IncomingMessage.state == InboxState.NEW)
            )
        for status in OPEN:
            self._waiting.labels(status.value).set(waiting.get(status.value, 0))
        for state in (InboxState.NEW, InboxState.SET_ASIDE):
            self._incoming.labels(state.value).set(incoming.get(state.value, 0))
        self._delivery_age.set(_age(oldest, now))
        self._incoming_age.set(_age(unheard, now))
        return generate_latest(self.registry)


def _age(since: dt.datetime | None, now: dt.datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since is not None else 0.0
