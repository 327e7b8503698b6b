"""How fast the outbox empties: against a bare client posting the same bodies, and our channel without a database.

python -m benchmarks.outbox_drain --n 20000 --pairs 5
"""

from __future__ import annotations

import argparse
import asyncio
from functools import partial

from benchmarks.harness import (
    DATABASES,
    bare_client,
    channel_alone,
    drained,
    items,
    machine,
    medians,
    opened,
    people,
    provider,
    queue,
    run,
    table,
)

WARM_UP = 200
REACH = {"telegram": 0.75, "sms": 0.6}


async def fill(url: str, name: str, count: int) -> None:
    async with opened(url) as db:
        await people(db, name, count)


async def one_drain(url: str, base_url: str, name: str, count: int) -> float:
    async with opened(url) as db:
        await queue(db, name, WARM_UP)  # a program that runs has read its statements once
        await drained(db, base_url, name)
        await queue(db, name, count)
        return await drained(db, base_url, name)


def compare(database: str, name: str, count: int, pairs: int) -> list[object]:
    to_send = items(name, count)
    with provider() as server, DATABASES[database]() as url:
        asyncio.run(fill(url, name, count))
        ceiling, alone, ours = medians(
            pairs,
            lambda: run(bare_client(name, server.url, to_send)),
            lambda: run(channel_alone(name, server.url, to_send)),
            partial(_timed, url, server.url, name, count),
        )
    return [
        database,
        name,
        count / ceiling,
        count / alone,
        count / ours,
        ceiling / ours,
        REACH[name],
        alone / ours,
        0.9,
    ]


def _timed(url: str, base_url: str, name: str, count: int) -> float:
    return run(one_drain(url, base_url, name, count))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=20_000)
    options.add_argument("--pairs", type=int, default=5)
    options.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    options.add_argument("--channel", choices=["telegram", "sms", "both"], default="both")
    given = options.parse_args()
    databases = list(DATABASES) if given.database == "both" else [given.database]
    channels = ["telegram", "sms"] if given.channel == "both" else [given.channel]
    rows = [compare(database, name, given.n, given.pairs) for database in databases for name in channels]
    head = ["database", "channel", "ceiling/s", "channel/s", "outbox/s", "of ceiling", "reach", "of channel", "reach"]
    table(f"Drain of {given.n} deliveries ({machine()})", rows, head)


if __name__ == "__main__":
    main()
