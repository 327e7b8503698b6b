"""SIGKILL in the middle of a broadcast at 30/s, then a restart: what is lost, what is sent twice, what is said unknown.

python -m benchmarks.outbox_kill --n 300 --rounds 5
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import time

from benchmarks.harness import DATABASES, Provider, machine, opened, people, provider, queue, table
from benchmarks.outbox_worker import counted
from db.deliveries import Status

PATIENCE = 60.0  # seconds


def start(url: str, server: Provider) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "benchmarks.outbox_worker", "--url", url, "--base", server.url]
    return subprocess.Popen(command)


async def fill(url: str, count: int) -> None:
    async with opened(url) as db:
        await people(db, "telegram", count)
        await queue(db, "telegram", count, priority=3)


def one_round(database: str, count: int, dice: random.Random) -> list[int]:
    """[lost, sent twice, sent twice and not said unknown, unknown]"""
    with provider(delay=0.02) as server, DATABASES[database]() as url:
        asyncio.run(fill(url, count))
        worker = start(url, server)
        while server.ask()["count"] < count // 3:
            time.sleep(0.05)
        time.sleep(dice.random())
        worker.kill()
        worker.wait()
        worker = start(url, server)
        deadline = time.monotonic() + count / 30 + PATIENCE
        while asyncio.run(counted(url)) < count and time.monotonic() < deadline:
            time.sleep(0.5)
        worker.terminate()
        worker.wait()
        stats = server.ask()
        unknown = asyncio.run(counted(url, Status.UNKNOWN))
    lost = count - stats["distinct"] - unknown
    return [max(0, lost), len(stats["twice"]), unknown]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=300)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    given = options.parse_args()
    databases = list(DATABASES) if given.database == "both" else [given.database]
    rows = []
    for database in databases:
        dice = random.Random(given.seed)
        rounds = [one_round(database, given.n, dice) for _ in range(given.rounds)]
        worst = [max(column) for column in zip(*rounds, strict=True)]
        rows.append([database, given.rounds, *worst])
    head = ["database", "rounds", "lost (0)", "sent twice (at most 2)", "said unknown"]
    table(f"SIGKILL during a broadcast of {given.n} at 30/s, worst round ({machine()})", rows, head)


if __name__ == "__main__":
    main()
