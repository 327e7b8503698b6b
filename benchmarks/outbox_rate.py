"""1,800 messages at 30/s against a strict server, which answers 429 beyond 30 in any second; and with a 429 midway.

python -m benchmarks.outbox_rate --n 1800
python -m benchmarks.outbox_rate --n 300 --workers 2 --database postgresql --pause-at 150
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import time

from benchmarks.harness import DATABASES, Provider, machine, opened, people, provider, queue, table
from benchmarks.outbox_worker import counted

RATE = 30
RETRY_AFTER = 5


async def fill(url: str, count: int) -> None:
    async with opened(url) as db:
        await people(db, "telegram", count)
        await queue(db, "telegram", count)


def send(url: str, server: Provider, count: int, workers: int) -> float:
    """Seconds from the first message to the last, sent by so many processes."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.outbox_worker",
        "--url",
        url,
        "--base",
        server.url,
        "--rate",
        str(RATE),
    ]
    processes = [subprocess.Popen(command) for _ in range(workers)]
    try:
        while asyncio.run(counted(url)) < count:
            time.sleep(0.5)
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
    return float(server.ask()["seconds"])


def one_run(database: str, count: int, workers: int, pause_at: int) -> list[object]:
    with (
        provider(limit=RATE, pause_at=pause_at, retry_after=RETRY_AFTER) as server,
        DATABASES[database]() as url,
    ):
        asyncio.run(fill(url, count))
        seconds = send(url, server, count, workers)
        stats = server.ask()
    ideal = (count - 1) / RATE + (RETRY_AFTER if pause_at else 0)
    expected = "a pause" if pause_at else "none"
    return [
        database, workers, count, seconds, ideal, seconds / ideal, stats["refused"], expected,
        stats["busiest_second"], count - stats["distinct"], len(stats["twice"]),
    ]  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=1800)
    options.add_argument("--database", choices=[*DATABASES], help="without it: each case of the issue in turn")
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--pause-at", type=int, default=0)
    given = options.parse_args()
    half = given.n // 2
    cases = [("sqlite", 1, 0), ("sqlite", 1, half), ("postgresql", 2, 0), ("postgresql", 2, half)]
    if given.database:
        cases = [(given.database, given.workers, given.pause_at)]
    rows = [one_run(database, given.n, workers, pause_at) for database, workers, pause_at in cases]
    head = [
        "database",
        "workers",
        "n",
        "seconds",
        "ideal",
        "ratio",
        "429s",
        "expected",
        "busiest second",
        "lost",
        "twice",
    ]
    table(f"At {RATE}/s against a strict server ({machine()})", rows, head)


if __name__ == "__main__":
    main()
