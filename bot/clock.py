"""The hour, in the one place that asks the machine for it. Everything else receives it as `now`."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from collections.abc import Callable
from pathlib import Path

Clock = Callable[[], dt.datetime]


def system_clock() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


async def heard(event: asyncio.Event, seconds: float) -> None:
    """Wait for this event, so long at most; `asyncio.wait_for` would make a task each time."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


MOVED = "-clock"  # beside a database: by how many seconds the demo that keeps it moved its clock


def moved_clock(database: Path | None) -> Clock:
    """The clock of what runs on this SQLite file: the machine's, or the demo's, which says beside it how far it is."""
    if database is None:
        return system_clock
    try:
        seconds = float(database.with_name(f"{database.name}{MOVED}").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return system_clock
    return lambda: system_clock() + dt.timedelta(seconds=seconds)


def say_moved(database: Path, now: dt.datetime) -> None:
    """Say beside the demo's database what hour it is there."""
    seconds = (now - system_clock()).total_seconds()
    database.with_name(f"{database.name}{MOVED}").write_text(f"{seconds:.3f}", encoding="utf-8")
