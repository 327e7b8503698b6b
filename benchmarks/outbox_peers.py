"""The drain against what one would write without an outbox: a loop of python-telegram-bot, tasks of Celery on Redis.

The loop is the library's own: its httpx transport, its AIORateLimiter raised to no limit (none at all where aiolimiter
is not installed), many sends in flight. Celery runs only where REDIS_URL answers; its absence is said aloud.

    python -m benchmarks.outbox_peers --n 3000 --pairs 3
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import os
import subprocess
import sys
import time
from functools import partial

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from benchmarks.harness import CONNECTIONS, TOKEN, Provider, items, machine, medians, provider, run, sqlite_url, table
from benchmarks.outbox_drain import fill, one_drain

REACH = {"PTB loop": 8.0, "Celery on Redis": 5.0}


async def ptb_loop(base_url: str, count: int) -> float:
    """Seconds that python-telegram-bot takes to send the same messages, with the same concurrency."""
    unlimited = None
    if importlib.util.find_spec("aiolimiter"):
        unlimited = AIORateLimiter(1e9, 1, 1e9, 1)
    request = HTTPXRequest(connection_pool_size=CONNECTIONS, pool_timeout=60)
    remaining = iter(items("telegram", count))
    async with ExtBot(TOKEN, base_url=f"{base_url}/bot", request=request, rate_limiter=unlimited) as bot:

        async def send_some() -> None:
            for item in remaining:
                await bot.send_message(item.address, item.body)

        started = time.perf_counter()
        await asyncio.gather(*(send_some() for _ in range(CONNECTIONS)))
        return time.perf_counter() - started


def celery(server: Provider, count: int) -> float:
    """Seconds from the first message to the last, sent by Celery's workers, one task a message."""
    os.environ["BENCH_BASE_URL"] = server.url
    from benchmarks.celery_tasks import send

    server.ask("reset")
    for item in items("telegram", count):
        send.delay(item.address, item.body)
    command = [sys.executable, "-m", "celery", "-A", "benchmarks.celery_tasks", "worker", "-l", "error"]
    worker = subprocess.Popen(command)
    try:
        while server.ask()["count"] < count:
            time.sleep(0.2)
        return float(server.ask()["seconds"])
    finally:
        worker.kill()
        worker.wait()


def celery_is_there() -> bool:
    if "REDIS_URL" in os.environ and importlib.util.find_spec("celery"):
        return True
    print("\nSKIPPED: Celery on Redis. It needs REDIS_URL and `pip install celery redis`.")
    return False


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=3000)
    options.add_argument("--pairs", type=int, default=3)
    given = options.parse_args()
    with provider() as server, sqlite_url() as url:
        asyncio.run(fill(url, "telegram", given.n))
        peers = {"PTB loop": lambda: run(ptb_loop(server.url, given.n))}
        if celery_is_there():
            peers["Celery on Redis"] = lambda: celery(server, given.n)
        *theirs, ours = medians(given.pairs, *peers.values(), partial(_drain, url, server.url, given.n))
    rows = [
        [name, given.n / seconds, given.n / ours, seconds / ours, REACH[name]]
        for name, seconds in zip(peers, theirs, strict=True)
    ]
    head = ["peer", "peer/s", "ours/s", "times", "reach"]
    table(f"Against peers, {given.n} Telegram messages ({machine()})", rows, head)


def _drain(url: str, base_url: str, count: int) -> float:
    return run(one_drain(url, base_url, "telegram", count))


if __name__ == "__main__":
    main()
