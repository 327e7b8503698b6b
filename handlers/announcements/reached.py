"""Whom a broadcast did not reach, and why."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from db.deliveries import Broadcast, Delivery, Status
from db.labels import by_name
from db.people import Person
from db.session import AsyncSession
from messages import Text, text

MOST_FAILED = 200
# Reasons of deliveries that have words of their own (`console-why-...`).
SAID = frozenset(
    {
        "blocked",
        "unregistered",
        "landline",
        "bad-address",
        "deactivated",
        "unreachable",
        "carrier",
        "filtered",
        "timeout",
        "cut",
        "stopped",
        "expired",
        "no-channel",
    }
)


@dataclass(frozen=True, slots=True)
class NotReached:
    """Someone whom a broadcast did not reach, and why."""

    number: int | None
    name: str
    why: str
    status: Status


async def not_reached(session: AsyncSession, broadcast: Broadcast) -> list[NotReached]:
    rows = await session.execute(
        select(Delivery.person_id, Person.name, Delivery.reason, Delivery.status)
        .outerjoin(Person, Person.id == Delivery.person_id)
        .where(
            Delivery.broadcast_id == broadcast.id,
            Delivery.status.in_([Status.FAILED, Status.UNKNOWN, Status.MISSED]),
        )
        .order_by(by_name(Person.name), Delivery.id)
        .limit(MOST_FAILED)
    )
    return [NotReached(number, name or "?", reason, status) for number, name, reason, status in rows]


def why_words(reason: str) -> Text:
    """ "no_channel" -> "aucun moyen de la joindre"."""
    name = reason.replace("_", "-")
    return text(f"console-why-{name}" if name in SAID else "console-why-other")
