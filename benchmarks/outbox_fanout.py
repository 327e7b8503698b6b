"""A broadcast to 100,000 people becomes deliveries: against a bare sqlite3 INSERT ... SELECT of the same rows.

The bare one writes to the same table, in a file of its own with the same settings; a second figure takes the indexes
away.

    python -m benchmarks.outbox_fanout --n 100000 --pairs 5
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import time
from pathlib import Path

from sqlalchemy import select

from benchmarks.harness import machine, medians, opened, people, sqlite_url, table, utc_now
from db.contacts import Consent, Contact
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery, Priority
from db.outbox.making import fan_out
from db.people import Person

COLUMNS = (
    "organisation_id, kind, channel, contact_id, person_id, broadcast_id, broadcast_text_id, status, reason, priority,"
    " attempts, expects_answer, any_hour, any_consent, sent_again, segments, cost, queued_at, due_at"
)
BARE = f"""INSERT INTO deliveries ({COLUMNS})
SELECT 1, 'digest', c.channel, c.id, p.id, :broadcast, t.id, 'queued', '', 3, 0, 0, 0, 0, 0, 0, 0, :now, :now
FROM contacts c JOIN people p ON p.id = c.person_id
JOIN broadcast_texts t ON t.broadcast_id = :broadcast AND t.language = p.language AND t.channel = c.channel
WHERE c.consent = 'given'"""


async def fill(url: str, count: int) -> None:
    async with opened(url) as db:
        await people(db, "telegram", count)


async def new_broadcast(url: str) -> int:
    async with opened(url) as db, db.write() as session:
        broadcast = Broadcast(
            organisation_id=1,
            kind="digest",
            state=BroadcastState.APPROVED,
            priority=Priority.BROADCAST,
            created_at=utc_now(),
        )
        session.add(broadcast)
        await session.flush()
        session.add(BroadcastText(broadcast_id=broadcast.id, language="fr", channel="telegram", body="Bonjour {name}"))
        return broadcast.id


async def ours(url: str, count: int) -> float:
    broadcast_id = await new_broadcast(url)
    audience = (
        select(
            Contact.person_id.label("person_id"),
            Contact.id.label("contact_id"),
            Contact.channel.label("channel"),
            Person.language.label("language"),
        )
        .join(Person, Person.id == Contact.person_id)
        .where(Contact.consent == Consent.GIVEN)
    )
    async with opened(url) as db:
        started = time.perf_counter()
        async with db.write() as session:
            broadcast = await session.get(Broadcast, broadcast_id)
            assert broadcast is not None
            made = await fan_out(session, broadcast, audience, utc_now())
        took = time.perf_counter() - started
    assert made == count
    return took


def bare(url: str, count: int, *, indexes: bool) -> float:
    broadcast_id = asyncio.run(new_broadcast(url))
    with sqlite3.connect(Path(url.partition(":///")[2]), isolation_level=None) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA cache_size=-16000")
        if not indexes:
            for index in Delivery.__table__.indexes:  # type: ignore[attr-defined]
                connection.execute(f"DROP INDEX IF EXISTS {index.name}")
        started = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        made = connection.execute(BARE, {"broadcast": broadcast_id, "now": str(utc_now())}).rowcount
        connection.execute("COMMIT")
        took = time.perf_counter() - started
    connection.close()
    assert made == count
    return took


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=100_000)
    options.add_argument("--pairs", type=int, default=5)
    given = options.parse_args()
    with sqlite_url() as mine, sqlite_url() as same, sqlite_url() as naked:
        for url in (mine, same, naked):
            asyncio.run(fill(url, given.n))
        made, with_indexes, without = medians(
            given.pairs,
            lambda: asyncio.run(ours(mine, given.n)),
            lambda: bare(same, given.n, indexes=True),
            lambda: bare(naked, given.n, indexes=False),
        )
    rows = [
        ["bare, same table", with_indexes, made, made / with_indexes, 2.0],
        ["bare, no index", without, made, made / without, ""],
    ]
    head = ["against", "bare (s)", "fan-out (s)", "ratio", "at most"]
    table(f"Fan-out to {given.n} people ({machine()})", rows, head)


if __name__ == "__main__":
    main()
