"""Procrastinate jobs of about 200 deliveries, against the workers' own loop: how fast, how soon, at what cost.

Both send with the same functions. In jobs, a worker may start only what its jobs allow; a job is over when its share is
settled. The figures are those of docs/decisions (the engine between machines).

    python -m benchmarks.outbox_engine --n 10000 --pairs 3
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import signal
import statistics
import subprocess
import sys
import time
from typing import Any

import procrastinate
from sqlalchemy import func, select
from sqlalchemy.engine import make_url

from benchmarks.harness import (
    NO_LIMIT,
    Provider,
    channel,
    machine,
    opened,
    outbox,
    people,
    postgres_url,
    provider,
    queue,
    table,
    utc_now,
)
from benchmarks.outbox_reply import start_broadcast
from bot.outbox.account_queue import AccountQueue
from db.deliveries import Delivery, Priority, Status

SHARE = 200
STUCK = 60.0  # seconds
MODES = ("loop", "jobs")


def conninfo(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def application(url: str) -> procrastinate.App:
    return procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=conninfo(url)))


class Allowed(AccountQueue):
    """A queue that starts no more than its jobs allow."""

    __slots__ = ("share",)
    share: int

    def room(self) -> int:
        return min(AccountQueue.room(self), self.share)

    def put(self, items: list[Any]) -> None:
        self.share -= len(items)
        AccountQueue.put(self, items)


async def work(url: str, base_url: str, rate: str, mode: str) -> None:
    sender = channel("telegram", base_url)
    asked = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked.set)
    async with opened(url) as db:
        sending = outbox(db, base_url, {"telegram": sender}, TELEGRAM_RATE=rate)
        jobs = None
        if mode == "jobs":
            queue: Any = sending.queues["telegram"]
            given = (queue.name, queue.account, queue.channel, queue.pace, queue.clock, queue.changed, queue.chats)
            allowed = Allowed(*given, queue.connections)
            allowed.share = 0
            sending.queues["telegram"] = allowed
            jobs = asyncio.create_task(_run_jobs(url, sending, allowed))
        running = asyncio.create_task(sending.run())
        await asked.wait()
        if jobs is not None:
            jobs.cancel()
            await asyncio.gather(jobs, return_exceptions=True)
        await sending.stop()
        await running
        await sender.close()
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(usage.ru_utime + usage.ru_stime, flush=True)


async def _run_jobs(url: str, sending: Any, queue: Allowed) -> None:
    app = application(url)

    @app.task(name="send_some", queue="outbox")
    async def send_some() -> None:
        queue.share += SHARE
        sending.wake()
        idle = 0
        while queue.share > 0 and idle < 50:
            before = queue.share
            await asyncio.sleep(0.01)
            busy = queue.share != before or queue.in_flight or queue.slots_waiting
            idle = 0 if busy else idle + 1
        queue.share = max(0, queue.share - SHARE) if idle else queue.share

    async with app.open_async():
        await app.run_worker_async(queues=["outbox"], concurrency=4, install_signal_handlers=False)


async def defer(url: str, jobs: int, priority: int = 0) -> None:
    app = application(url)
    async with app.open_async():
        await app.configure_task("send_some", queue="outbox", priority=priority).batch_defer_async(
            *({} for _ in range(jobs))
        )


async def lay(url: str, count: int) -> None:
    async with opened(url) as db:
        await people(db, "telegram", count)
    app = application(url)
    async with app.open_async():
        await app.schema_manager.apply_schema_async()


async def refill(url: str, count: int) -> None:
    async with opened(url) as db:
        await queue(db, "telegram", count)


def start(url: str, server: Provider, rate: str, mode: str) -> subprocess.Popen[str]:
    given = ["--url", url, "--base", server.url, "--rate", rate, "--mode", mode]
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.outbox_engine", *given], stdout=subprocess.PIPE, text=True
    )


def drain(url: str, server: Provider, count: int, workers: int, mode: str) -> tuple[float, float]:
    """Messages a second as the provider saw them, and CPU of all workers per message in microseconds."""
    asyncio.run(refill(url, count))
    if mode == "jobs":
        asyncio.run(defer(url, -(-count // SHARE) + 4 * workers))
    processes = [start(url, server, NO_LIMIT, mode) for _ in range(workers)]
    deadline = time.monotonic() + STUCK
    while server.ask()["count"] < count:
        time.sleep(0.2)
        if time.monotonic() > deadline:
            raise SystemExit(f"{mode} with {workers} workers: stuck at {server.ask()['count']} of {count}")
    speed = count / float(server.ask()["seconds"])
    cpu = sum(_ended(process) for process in processes) / count * 1e6
    server.ask("reset")
    return speed, cpu


def _ended(process: subprocess.Popen[str]) -> float:
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=60)
    return float(said.strip().splitlines()[-1])


async def answers(url: str, count: int, mode: str) -> list[tuple[str, float]]:
    """Answers written by another process than the one that sends, as a web process does."""
    written = []
    async with opened(url) as db:
        for number in range(count):
            common = {"channel": "telegram", "queued_at": utc_now(), "priority": Priority.REPLY, "any_consent": True}
            words = f"answer {number}"
            async with db.write() as session:
                session.add(Delivery(kind="reply", contact_id=number + 1, person_id=number + 1, body=words, **common))
            if mode == "jobs":
                await defer(url, 1, priority=10)
            written.append((words, time.time()))
            await asyncio.sleep(0.4)
    return written


async def waiting(url: str) -> int:
    async with opened(url) as db, db.read() as session:
        return await session.scalar(select(func.count(Delivery.id)).where(Delivery.status == Status.QUEUED)) or 0


async def broadcast(url: str) -> None:
    async with opened(url) as db:
        await start_broadcast(db)


def reply(url: str, server: Provider, mode: str, count: int) -> list[float]:
    asyncio.run(broadcast(url))
    if mode == "jobs":
        asyncio.run(defer(url, asyncio.run(waiting(url)) // SHARE + 4))
    process = start(url, server, "30", mode)
    time.sleep(4)
    written = asyncio.run(answers(url, count, mode))
    time.sleep(3)
    arrived = server.ask("arrivals")
    _ended(process)
    return sorted(arrived.get(words, time.time()) - at for words, at in written)


def drains(count: int, pairs: int) -> list[list[object]]:
    rows: list[list[object]] = []
    with provider() as server, postgres_url() as url:
        asyncio.run(lay(url, count))
        for workers in (1, 2):
            runs = [[drain(url, server, count, workers, mode) for mode in MODES] for _ in range(pairs)]
            loop, jobs = ([statistics.median(run[i][part] for run in runs) for part in (0, 1)] for i in (0, 1))
            rows.append([workers, loop[0], jobs[0], jobs[0] / loop[0], loop[1], jobs[1]])
    return rows


def replies(count: int) -> list[list[object]]:
    rows: list[list[object]] = []
    for mode in MODES:
        with provider(limit=30) as server, postgres_url() as url:
            asyncio.run(lay(url, 5000))
            waits = reply(url, server, mode, count)
            rows.append([mode, statistics.median(waits), waits[-1], server.ask()["refused"]])
    return rows


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=10_000)
    options.add_argument("--pairs", type=int, default=3)
    options.add_argument("--replies", type=int, default=40)
    for name in ("--url", "--base", "--rate", "--mode"):
        options.add_argument(name)
    given = options.parse_args()
    if given.url:
        asyncio.run(work(given.url, given.base, given.rate, given.mode))
        return
    head = ["workers", "loop/s", "jobs/s", "ratio", "loop CPU us", "jobs CPU us"]
    table(f"Drain of {given.n} on PostgreSQL ({machine()})", drains(given.n, given.pairs), head)
    head = ["mode", "median (s)", "longest (s)", "429s"]
    table("Answers written by another process during a broadcast at 30/s", replies(given.replies), head)


if __name__ == "__main__":
    main()
