"""One queue per provider account: messages that are started wait here for their slot, leave, and tell what came of it.

The best message leaves first whenever a slot opens, so that an answer never waits behind a broadcast that was started
before it. Nothing here touches the database: `Outbox` starts rows and settles outcomes, in batches, beside the sending.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import heapq
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from bot.channels.contract import Accepted, Blame, ChannelAccount, SendError, ToSend, Verdict
from bot.clock import heard
from bot.outbox.chats import Chats
from bot.outbox.limit import SlotRate
from db.outbox.due import Ready

log = structlog.get_logger(__name__)

LEAVE_WITHIN = 5.0  # seconds a started message may wait; beyond, it goes back: a successor may think us dead
LOOK_AGAIN = 1.0
AHEAD_UNLIMITED = 0.5  # seconds of work started ahead where there is no limit
MOST_STARTED = 2000  # and never more than this
DANGER_AHEAD = 4  # slots
GRACE = 5.0  # seconds given to a channel past its own time-out


@dataclass(slots=True)
class StartedDelivery:
    """A started delivery on its way: what leaves, and how many slots it takes."""

    row: Ready
    to_send: ToSend
    slots: int
    segments: int
    started: float  # monotonic

    @property
    def attempt(self) -> int:
        return self.row.attempts + 1


@dataclass(slots=True)
class AttemptOutcome:
    """What came of one attempt. Neither receipt nor error: it never left, and goes back untouched."""

    item: StartedDelivery
    at: dt.datetime
    receipt: Accepted | None = None
    error: SendError | None = None


@dataclass(slots=True)
class AccountQueue:
    """`name` is the deliveries' channel; `account` is whose limit it is."""

    name: str
    account: str
    channel: ChannelAccount
    pace: SlotRate
    clock: Callable[[], dt.datetime]
    changed: Callable[[], None]  # something to settle, or room to start more
    chats: Chats
    connections: int = 256
    timeout: float = 15.0  # seconds
    monotonic: Callable[[], float] = time.monotonic
    outcomes: list[AttemptOutcome] = field(default_factory=list)
    in_flight: int = 0
    slowed: list[float] = field(default_factory=list)  # pauses the provider asked for, to be told to other workers
    _waiting: list[tuple[int, int, StartedDelivery]] = field(default_factory=list)
    _tasks: dict[asyncio.Task[None], float] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _aside: dict[int, StartedDelivery] = field(default_factory=dict)  # their chat was written to a moment ago
    _broken: BaseException | None = None
    _closing: bool = False
    _measured_at: float = 0.0
    _most_started: int = MOST_STARTED // 2

    def room(self) -> int:
        """How many more rows may be started now."""
        if self._closing or self.pace.at_rest:
            return 0
        if self.pace.unlimited:
            return max(0, self._most_started - self.in_flight - len(self._waiting))
        return max(0, min(self.pace.ahead() - self.slots_waiting, self.connections - self.in_flight))

    def room_before(self, priority: int) -> int:
        """The same, of what may not wait behind what is started already and matters less: it leaves before it."""
        if self._closing or self.pace.at_rest:
            return 0
        hurried = sum(item.slots for waiting, _, item in self._waiting if waiting <= priority)
        return max(0, max(self.pace.ahead(), DANGER_AHEAD) - hurried)

    def measure(self, settled: int) -> None:
        """So many came back since the last time: how much may be started ahead follows from it."""
        now = self.monotonic()
        lately = settled / max(now - self._measured_at, 0.001)
        self._measured_at = now
        if settled:
            wanted = max(2.0 * self.connections, lately * AHEAD_UNLIMITED, 0.7 * self._most_started)
            self._most_started = int(min(MOST_STARTED, wanted))

    @property
    def wanting(self) -> bool:
        """A good part of what may be started is gone: time to start more, while the rest leaves."""
        whole = self._most_started if self.pace.unlimited else self.pace.ahead()
        return self.room() * 4 >= whole

    @property
    def slots_waiting(self) -> int:
        return sum(item.slots for _, _, item in self._waiting)

    def put(self, items: list[StartedDelivery]) -> None:
        for item in items:
            heapq.heappush(self._waiting, (item.row.priority, item.row.id, item))
        self._news.set()

    def poke(self) -> None:
        """Slots were granted: look again."""
        self._news.set()

    async def run(self) -> None:
        """Let messages go, the best first, as fast as the limit allows."""
        while True:
            if self._broken is not None:
                raise self._broken
            delay = self._delay()
            if delay == 0:
                self._let_go(heapq.heappop(self._waiting)[2])
                continue
            self._give_back_stale()
            self._cut_stuck()
            self._news.clear()
            if delay is None and self._waiting and self.in_flight < self.connections:
                self.changed()  # slots are wanted
            await heard(self._news, min(delay or LOOK_AGAIN, LOOK_AGAIN))

    async def close(self, patience: float) -> None:
        """Start nothing more; wait for what is on its way, at most so many seconds."""
        self._closing = True
        self.put([self._aside.pop(delivery_id) for delivery_id in list(self._aside)])
        self._give_back(lambda _: True)
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _delay(self) -> float | None:
        """Seconds until the best message may go; None: until something happens."""
        if not self._waiting or self.in_flight >= self.connections:
            return None
        item = self._waiting[0][2]
        return self.pace.delay(item.slots)

    def _let_go(self, item: StartedDelivery) -> None:
        if self._stale(item):
            self._came_back(AttemptOutcome(item, self.clock()))
            return
        wait = self.chats.wait(item.to_send.address)
        if wait > 0:
            self._put_aside(item, wait)
            return
        self.pace.release(item.slots)
        self.in_flight += 1
        task = asyncio.create_task(self._carry(item))
        self._tasks[task] = self.monotonic()
        task.add_done_callback(self._done)
        if self.wanting:
            self.changed()

    async def _carry(self, item: StartedDelivery | None) -> None:
        """Send this one, then whichever may leave at once: a task for each would cost as much as its database."""
        task = asyncio.current_task()
        assert task is not None
        while item is not None:
            self._tasks[task] = self.monotonic()
            await self._send(item)
            item = self._next_at_once()

    def _next_at_once(self) -> StartedDelivery | None:
        if not self.pace.unlimited or not self._waiting or self.in_flight >= self.connections:
            return None
        if self._waiting[0][2].started < self.monotonic() - LEAVE_WITHIN or self.pace.paused_for > 0:
            return None
        self.in_flight += 1
        if self.wanting:
            self.changed()
        return heapq.heappop(self._waiting)[2]

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._tasks[task]
        if not task.cancelled() and task.exception() is not None:  # ours: what a channel raises was caught
            self._broken = task.exception()
            self._news.set()

    async def _send(self, item: StartedDelivery) -> None:
        left = False

        def on_wire() -> None:
            nonlocal left
            if not left:
                left = True
                self.pace.left(item.slots)
                self.chats.wrote_to(item.to_send.address)

        receipt, error = None, None
        try:
            receipt = await self.channel.send(item.to_send, on_wire)
        except SendError as failed:
            error = failed
        except asyncio.CancelledError:
            error = _broken("timeout", left)
            raise
        except Exception:
            log.exception("a channel broke its promise", channel=self.name, delivery=item.row.id)
            error = _broken("refused", left)
        finally:
            if not left:
                self.pace.kept(item.slots)
            self.in_flight -= 1
            self._came_back(AttemptOutcome(item, self.clock(), receipt, error))

    def _came_back(self, outcome: AttemptOutcome) -> None:
        self.outcomes.append(outcome)
        if outcome.error is not None and outcome.error.verdict is Verdict.SLOW_DOWN:
            seconds = outcome.error.retry_after or 1.0
            if self.pace.paused_for < seconds / 2:  # news, not the echo of what left at the same moment
                self.slowed.append(seconds)
            self.slow_down(seconds)
        if not self.pace.unlimited or not self._waiting:
            self._news.set()
        self.changed()

    def _cut_stuck(self) -> None:
        """Channels have their own time-out: one that hangs all the same must not hang the queue."""
        oldest = self.monotonic() - self.timeout - GRACE
        for task, since in list(self._tasks.items()):
            if since < oldest:
                task.cancel()

    def slow_down(self, seconds: float) -> None:
        """The whole account waits: what has not left goes back, and nothing is lost."""
        self.pace.pause(seconds)
        self._give_back(lambda _: True)

    def _put_aside(self, item: StartedDelivery, wait: float) -> None:
        """Its chat was written to a moment ago: come back in line then, unless it is too long to stay started."""
        if wait > LEAVE_WITHIN / 2:
            self._came_back(AttemptOutcome(item, self.clock(), None, _later("rate_limited", wait)))
            return
        self._aside[item.row.id] = item
        asyncio.get_running_loop().call_later(wait, self._back_in_line, item.row.id)

    def _back_in_line(self, delivery_id: int) -> None:
        item = self._aside.pop(delivery_id, None)
        if item is not None and self.pace.paused_for > 0:
            self._came_back(AttemptOutcome(item, self.clock()))
        elif item is not None:
            self.put([item])

    def _give_back_stale(self) -> None:
        if any(self._stale(item) for _, _, item in self._waiting):
            self._give_back(self._stale)

    def _stale(self, item: StartedDelivery) -> bool:
        return item.started < self.monotonic() - LEAVE_WITHIN

    def _give_back(self, which: Callable[[StartedDelivery], bool]) -> None:
        back = [item for _, _, item in self._waiting if which(item)]
        if back:
            self._waiting = [entry for entry in self._waiting if not which(entry[2])]
            heapq.heapify(self._waiting)
            self.outcomes.extend(AttemptOutcome(item, self.clock()) for item in back)
            self.changed()


def _broken(reason: str, left: bool) -> SendError:
    verdict = Verdict.UNKNOWN if left else Verdict.LATER
    return SendError(verdict, reason, Blame.PROVIDER, provider_code="channel")


def _later(reason: str, seconds: float) -> SendError:
    return SendError(Verdict.LATER, reason, Blame.SENDER, retry_after=seconds, provider_code="own-limit")
