"""One sending process for the benchmarks: the real outbox through the real Telegram channel, until SIGTERM."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal

from sqlalchemy import func, select

from benchmarks.harness import channel, opened, outbox
from db.deliveries import Delivery, Status


async def work(url: str, base_url: str, rate: str) -> None:
    sender = channel("telegram", base_url)
    async with opened(url) as db:
        sending = outbox(db, base_url, {"telegram": sender}, TELEGRAM_RATE=rate)
        running = asyncio.create_task(sending.run())
        asked = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asked.set)
        await asyncio.wait([running, asyncio.create_task(asked.wait())], return_when=asyncio.FIRST_COMPLETED)
        await sending.stop()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        await sender.close()


async def counted(url: str, *statuses: Status) -> int:
    """How many deliveries are over (or in these states)."""
    wanted = statuses or (Status.SENT, Status.UNKNOWN, Status.FAILED, Status.MISSED, Status.CANCELLED)
    async with opened(url) as db, db.read() as session:
        return await session.scalar(select(func.count(Delivery.id)).where(Delivery.status.in_(wanted))) or 0


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--url", required=True)
    options.add_argument("--base", required=True)
    options.add_argument("--rate", default="30")
    given = options.parse_args()
    asyncio.run(work(given.url, given.base, given.rate))
