"""An answer is written while a broadcast of 50,000 runs at the limit: how long until it leaves.

python -m benchmarks.outbox_reply --n 50000 --replies 100
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import time
from typing import Any

from sqlalchemy import select

from benchmarks.harness import DATABASES, channel, machine, opened, outbox, people, provider, table, utc_now
from db.contacts import Contact
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery, Priority
from db.outbox.making import fan_out
from db.people import Person
from db.session import Database


async def start_broadcast(db: Database) -> None:
    audience = select(
        Contact.person_id.label("person_id"),
        Contact.id.label("contact_id"),
        Contact.channel.label("channel"),
        Person.language.label("language"),
    ).join(Person, Person.id == Contact.person_id)
    async with db.write() as session:
        broadcast = Broadcast(
            organisation_id=1, kind="digest", state=BroadcastState.APPROVED, priority=3, created_at=utc_now()
        )
        session.add(broadcast)
        await session.flush()
        session.add(BroadcastText(broadcast_id=broadcast.id, language="fr", channel="telegram", body="Nouvelles"))
        await session.flush()
        await fan_out(session, broadcast, audience, utc_now())


async def answer(db: Database, sending: Any, number: int, person: int) -> tuple[str, float]:
    """Commit one answer, as the inbox does, and say so."""
    words = f"answer {number}"
    common = {"channel": "telegram", "queued_at": utc_now(), "priority": Priority.REPLY, "any_consent": True}
    async with db.write() as session:
        session.add(Delivery(kind="reply", contact_id=person, person_id=person, body=words, any_hour=True, **common))
    sending.wake()
    return words, time.time()


async def measure(url: str, base_url: str, count: int, replies: int) -> list[tuple[str, float]]:
    dice = random.Random(1)
    sender = channel("telegram", base_url)
    async with opened(url) as db:
        await people(db, "telegram", count)
        await start_broadcast(db)
        sending = outbox(db, base_url, {"telegram": sender}, TELEGRAM_RATE="30")
        running = asyncio.create_task(sending.run())
        await asyncio.sleep(2)
        written = []
        for number in range(replies):
            written.append(await answer(db, sending, number, dice.randint(count // 2, count)))
            await asyncio.sleep(dice.uniform(0.05, 0.3))
        await asyncio.sleep(2)
        await sending.stop()
        await running
        await sender.close()
    return written


def one_run(database: str, count: int, replies: int) -> list[object]:
    with provider(limit=30) as server, DATABASES[database]() as url:
        written = asyncio.run(measure(url, server.url, count, replies))
        arrived = server.ask("arrivals")
        refused = server.ask()["refused"]
    waits = sorted(arrived[words] - at for words, at in written)
    return [database, replies, statistics.median(waits), 0.3, waits[int(len(waits) * 0.99)], 1.0, refused]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=50_000)
    options.add_argument("--replies", type=int, default=100)
    options.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    given = options.parse_args()
    databases = list(DATABASES) if given.database == "both" else [given.database]
    rows = [one_run(database, given.n, given.replies) for database in databases]
    head = ["database", "answers", "median (s)", "at most", "p99 (s)", "at most", "429s"]
    table(f"Answers during a broadcast of {given.n} at 30/s ({machine()})", rows, head)


if __name__ == "__main__":
    main()
