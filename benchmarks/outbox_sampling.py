"""Where the main thread is while the outbox empties: sampled a thousand times a second, by part of the program.

python -m benchmarks.outbox_sampling --n 20000 --database sqlite --channel telegram
"""

from __future__ import annotations

import argparse
import asyncio
import signal
from collections import Counter
from types import FrameType

from benchmarks.harness import DATABASES, drained, machine, opened, provider, queue, run, table
from benchmarks.outbox_drain import WARM_UP, fill

EVERY = 0.001  # seconds
# The innermost of these that is being run, by a part of its path, is where the thread is.
PARTS = {
    "/bot/channels/": "the request: channel and aiohttp",
    "/bot/outbox/account_queue.py": "the queue",
    "/bot/outbox/": "starting and settling",
    "/db/": "starting and settling",
}
OTHERWISE = "the event loop"


def part_of(frame: FrameType | None) -> str:
    while frame is not None:
        name = frame.f_code.co_filename
        if "site-packages" not in name:
            for path, part in PARTS.items():
                if path in name:
                    return part
        frame = frame.f_back
    return OTHERWISE


async def sampled(url: str, base_url: str, name: str, count: int, seen: Counter[str]) -> float:
    async with opened(url) as db:
        await queue(db, name, WARM_UP)
        await drained(db, base_url, name)
        await queue(db, name, count)
        signal.signal(signal.SIGALRM, lambda _signal, frame: seen.update([part_of(frame)]))
        signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
        try:
            return await drained(db, base_url, name)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=20_000)
    options.add_argument("--database", choices=[*DATABASES], default="sqlite")
    options.add_argument("--channel", choices=["telegram", "sms"], default="telegram")
    given = options.parse_args()
    seen: Counter[str] = Counter()
    with provider() as server, DATABASES[given.database]() as url:
        asyncio.run(fill(url, given.channel, given.n))
        took = run(sampled(url, server.url, given.channel, given.n, seen))
    whole = sum(seen.values())
    rows = [[part, count / whole, took / given.n * 1e6 * count / whole] for part, count in seen.most_common()]
    title = f"Where the time goes, {given.database}, {given.channel} ({machine()})"
    table(title, rows, ["part", "share", "us a message"])


if __name__ == "__main__":
    main()
