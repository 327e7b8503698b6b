"""Two sending processes on PostgreSQL against one, the provider answering after 20 ms.

python -m benchmarks.outbox_workers --n 20000 --pairs 3
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import time

from benchmarks.harness import (
    NO_LIMIT,
    Provider,
    machine,
    medians,
    opened,
    people,
    postgres_url,
    provider,
    queue,
    table,
)


async def refill(url: str, count: int) -> None:
    async with opened(url) as db:
        await queue(db, "telegram", count)


async def fill(url: str, count: int) -> None:
    async with opened(url) as db:
        await people(db, "telegram", count)


def send(url: str, server: Provider, count: int, workers: int) -> float:
    """Seconds from the first message to the last, as the provider saw them."""
    asyncio.run(refill(url, count))
    command = [sys.executable, "-m", "benchmarks.outbox_worker", "--url", url, "--base", server.url, "--rate", NO_LIMIT]
    processes = [subprocess.Popen(command) for _ in range(workers)]
    try:
        while server.ask()["count"] < count:
            time.sleep(0.2)
        return float(server.ask()["seconds"])
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
        server.ask("reset")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=20_000)
    options.add_argument("--pairs", type=int, default=3)
    given = options.parse_args()
    with provider(delay=0.02) as server, postgres_url() as url:
        asyncio.run(fill(url, given.n))
        one, two = medians(
            given.pairs,
            lambda: send(url, server, given.n, 1),
            lambda: send(url, server, given.n, 2),
        )
    rows = [[given.n / one, given.n / two, one / two, 1.15]]
    table(f"Workers on PostgreSQL, {given.n} deliveries ({machine()})", rows, ["one/s", "two/s", "ratio", "reach"])


if __name__ == "__main__":
    main()
