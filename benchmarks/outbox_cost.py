"""What a message costs: memory while many go against few, CPU per message with a long history against a short one.

Each drain runs in a process of its own, which says its peak memory and its CPU.

    python -m benchmarks.outbox_cost --many 1000000 --history 1000000
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import statistics
import subprocess
import sys
from typing import Any

from benchmarks.harness import DATABASES, drained, history, machine, opened, people, provider, queue, table

PEOPLE = 10_000


async def fill(url: str, waiting: int, past: int) -> None:
    async with opened(url) as db:
        await people(db, "telegram", PEOPLE)
        if past:
            await history(db, "telegram", past, PEOPLE)
        for _ in range(max(1, waiting // PEOPLE)):
            await queue(db, "telegram", min(waiting, PEOPLE))


async def refill(url: str, waiting: int) -> None:
    async with opened(url) as db:
        await queue(db, "telegram", waiting)


async def one_drain(url: str, base_url: str) -> dict[str, float]:
    before = resource.getrusage(resource.RUSAGE_SELF)
    async with opened(url) as db:
        seconds = await drained(db, base_url, "telegram")
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": seconds, "cpu": cpu, "peak_mb": after.ru_maxrss / 1024}


def in_a_process(url: str, base_url: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.outbox_cost", "--url", url, "--base", base_url]
    answer: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


def memory(database: str, many: int) -> list[object]:
    peaks = []
    for count in (1_000, many):
        with provider() as server, DATABASES[database]() as url:
            asyncio.run(fill(url, count, 0))
            peaks.append(in_a_process(url, server.url)["peak_mb"])
    few, lots = peaks
    return [database, f"peak MB, {many} against 1000", lots, few, lots / few, 1.2]


def cpu(database: str, past: int, waiting: int, pairs: int) -> list[object]:
    short, long = 10_000, past
    with provider() as server, DATABASES[database]() as young, DATABASES[database]() as old:
        asyncio.run(fill(young, waiting, short))
        asyncio.run(fill(old, waiting, long))
        figures: dict[str, list[float]] = {young: [], old: []}
        for pair in range(pairs):
            for url in (young, old):
                if pair:
                    asyncio.run(refill(url, waiting))
                figures[url].append(in_a_process(url, server.url)["cpu"] / waiting * 1e6)
    after, before = statistics.median(figures[old]), statistics.median(figures[young])
    return [database, f"CPU us a message, history of {long} against {short}", after, before, after / before, 1.2]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--many", type=int, default=1_000_000)
    options.add_argument("--history", type=int, default=1_000_000)
    options.add_argument("--waiting", type=int, default=10_000)
    options.add_argument("--pairs", type=int, default=5)
    options.add_argument("--database", choices=[*DATABASES], default="sqlite")
    options.add_argument("--url")
    options.add_argument("--base")
    given = options.parse_args()
    if given.url:
        print(json.dumps(asyncio.run(one_drain(given.url, given.base))))
        return
    rows = [
        memory(given.database, given.many),
        cpu(given.database, given.history, given.waiting, given.pairs),
    ]
    table(f"What a message costs ({machine()})", rows, ["database", "what", "many", "few", "ratio", "at most"])


if __name__ == "__main__":
    main()
