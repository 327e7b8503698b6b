"""A clock that can be moved forward: what the demo and the stories give to the program in place of the machine's."""

from __future__ import annotations

import calendar
import datetime as dt
import time
from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from zoneinfo import ZoneInfo

Listener = Callable[[dt.datetime], Awaitable[None]]
Target = Callable[[], Awaitable[dt.datetime | None]]


class MovableClock:
    """Starts at `start` (aware; the machine's time when absent) and runs at the machine's pace, or stands still.

    `move_to` jumps and awaits each listener in the order they were added, so that when it returns the program has
    seen the new hour.
    """

    def __init__(self, start: dt.datetime | None = None, *, running: bool = True) -> None:
        self._base = _in_utc(start) if start is not None else dt.datetime.now(dt.UTC)
        self._running = running
        self._started = time.monotonic()
        self._listeners: list[Listener] = []

    def now(self) -> dt.datetime:
        """The hour it is, aware, in UTC."""
        if not self._running:
            return self._base
        return self._base + dt.timedelta(seconds=time.monotonic() - self._started)

    def on_move(self, listener: Listener) -> None:
        """Call and await `listener(now)` after each jump."""
        self._listeners.append(listener)

    async def move_to(self, when: dt.datetime) -> None:
        """Jump to `when` (aware), backward too: a wall clock that goes back is one of the faults to survive."""
        self._base = _in_utc(when)
        self._started = time.monotonic()
        for listener in self._listeners:
            await listener(self.now())

    async def move_by(self, step: dt.timedelta) -> None:
        await self.move_to(self.now() + step)


class Jump(StrEnum):
    """The buttons under the clock of the phones page."""

    NEXT_REMINDER = "next_reminder"
    DAY_AFTER_MEETING = "day_after_meeting"
    END_OF_MONTH = "end_of_month"
    HOUR = "hour"
    DAY = "day"


class ClockControl:
    """The page's clock. `targets` says where a jump leads (None: nowhere, there is nothing to jump to).

    The hour, the day and the end of the month are known here; the next reminder and the meeting are known to the
    program, which gives a target for each and may replace any other.
    """

    def __init__(
        self, clock: MovableClock, targets: Mapping[Jump, Target] | None = None, zone: str = "America/Toronto"
    ) -> None:
        self.clock = clock
        self.zone = ZoneInfo(zone)
        self._targets: dict[Jump, Target] = {
            Jump.HOUR: self._in_an_hour,
            Jump.DAY: self._tomorrow,
            Jump.END_OF_MONTH: self._end_of_month,
            **(targets or {}),
        }

    async def jump(self, to: Jump) -> dt.datetime | None:
        """Move forward to the target; None when there is none, or when it is not in the future."""
        target = self._targets.get(to)
        when = await target() if target else None
        if when is None or when <= self.clock.now():
            return None
        await self.clock.move_to(when)
        return when

    async def _in_an_hour(self) -> dt.datetime:
        return self.clock.now() + dt.timedelta(hours=1)

    async def _tomorrow(self) -> dt.datetime:
        """The same local hour the day after, also on the nights when the clock changes."""
        local = self.clock.now().astimezone(self.zone)
        return (local + dt.timedelta(days=1)).astimezone(dt.UTC)

    async def _end_of_month(self) -> dt.datetime:
        """The last local day of the month at 18:00; of the next month once that hour is past."""
        local = self.clock.now().astimezone(self.zone)
        end = _last_evening(local)
        if end <= local:
            end = _last_evening(end + dt.timedelta(days=1))
        return end.astimezone(dt.UTC)


def _last_evening(local: dt.datetime) -> dt.datetime:
    last = calendar.monthrange(local.year, local.month)[1]
    return local.replace(day=last, hour=18, minute=0, second=0, microsecond=0)


def _in_utc(when: dt.datetime) -> dt.datetime:
    if when.tzinfo is None:
        raise ValueError("the clock only takes aware times")
    return when.astimezone(dt.UTC)
