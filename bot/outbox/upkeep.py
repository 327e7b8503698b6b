"""What the outbox does beside sending, once a second: heartbeat, taking over, receipts, unknowns, broadcasts' progress.

Every worker does it. Each act is a conditional write, so that the one who comes second changes nothing.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from decimal import Decimal

import structlog
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import ChannelAccount
from bot.channels.providers import PROVIDERS
from bot.clock import heard
from bot.faults import Outage
from bot.outbox.clock_jump import ClockJump
from bot.outbox.dead_workers import DeadWorkers
from bot.outbox.gate import PATIENCE
from bot.outbox.hooks import Hooks
from bot.outbox.receipts import apply_receipts
from bot.outbox.unknown import Settling, ask_provider, can_ask
from bot.settings import Settings
from bot.still import Stillness
from db.deliveries import Spending
from db.outbox import broadcasts, due, fates, unknowns, workers
from db.outbox.quiet_hours import local_day
from db.session import Database

log = structlog.get_logger(__name__)

EVERY = 1.0  # seconds
BEAT = 2.0  # seconds between two heartbeats
SILENT = 8.0  # seconds; past them a worker is dead; it lets nothing leave so long after starting it
ASK_EVERY = 10.0  # seconds between two questions to the provider about unknown messages
MISSED_EVERY = 60.0  # seconds
ENOUGH_ERRORS = 10  # fewer errors than this never pause a broadcast


class Upkeep:
    """Runs beside the turns of one `Outbox`."""

    def __init__(
        self,
        db: Database,
        channels: Mapping[str, ChannelAccount],
        settings: Settings,
        clock: Callable[[], dt.datetime],
        worker_id: str,
        hooks: Hooks,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._db, self._channels, self._settings, self._clock = db, channels, settings, clock
        self._worker, self._hooks, self._monotonic = worker_id, hooks, monotonic
        self._next: dict[str, float] = {}
        self._still = Stillness(db, clock, dt.timedelta(seconds=ASK_EVERY))
        self._said = self._stumbled = False
        self._clock_jump = ClockJump()
        self._outages: dict[str, Outage] = defaultdict(lambda: Outage(monotonic))
        self._settling = {name: Settling(monotonic) for name in channels}
        self._stopping = asyncio.Event()
        # SQLite serves one process: whoever else holds a row is gone, however short ago.
        self._dead_workers = DeadWorkers(0.0 if db.sqlite else SILENT, 2 * BEAT, monotonic)

    async def run(self) -> None:
        """Until `stop`. Never cancelled: a transaction cut in the middle would keep SQLite's only pen."""
        while not self._stopping.is_set():
            await self.once()
            await heard(self._stopping, EVERY)

    def stop(self) -> None:
        self._stopping.set()

    async def once(self) -> None:
        """Everything that is due by now. One act that fails does not keep the others from being done."""
        await self._try("clock", 0.0, self.look_at_the_clock)
        if self._still.holds:
            return
        self._still.begin()
        self._stumbled = False
        await self._try("workers", 0.0 if self._db.sqlite else BEAT, self.look_at_workers)
        await self._try("receipts", 0.0, self.apply_receipts)
        await self._try("unknowns", ASK_EVERY, self.ask_about_unknowns)
        await self._try("broadcasts", 0.0, self.look_at_broadcasts)
        await self._try("too late", MISSED_EVERY, self.miss_what_nothing_sends)
        if not self._stumbled:
            self._still.found_nothing()

    async def look_at_workers(self) -> None:
        """Say that we live; take over what the dead held."""
        lost = 0
        async with self._db.write() as session:
            if not (self._db.sqlite and self._said):  # where one process serves, nobody counts its heartbeats
                await workers.beat(session, self._worker)
            dead = self._dead_workers.dead(await workers.heartbeats(session, self._worker))
            if dead:
                back, lost = await workers.take_over(session, dead)
                log.warning("a worker stopped without a word", back=back, perhaps_arrived=lost)
            await unknowns.leave_once_more(session, self._clock())
            for delivery_id in await unknowns.orphans(session, dead) if dead else ():
                await self._tell_unsure(session, delivery_id)
        self._said = True
        if lost:
            self._hooks.on_event("taken_over", unknown=lost)

    async def look_at_the_clock(self) -> None:
        """Set back while we were at work, or before we came: nothing waits for the hour that will come twice."""
        step = self._clock_jump.set_back(self._clock(), self._monotonic())
        if step is None:
            return
        async with self._db.write() as session:
            number = await due.due_again(session, self._clock(), step)
        if number:
            log.warning("the clock was set back: what waited for it is due", messages=number)

    async def apply_receipts(self) -> None:
        while await apply_receipts(self._db, self._clock()):
            pass

    async def ask_about_unknowns(self) -> None:
        now = self._clock()
        for name, channel in self._channels.items():
            if can_ask(channel):
                for delivery_id in await ask_provider(self._db, name, channel, self._settling[name], now):
                    async with self._db.write() as session:
                        await self._tell_unsure(session, delivery_id)

    async def look_at_broadcasts(self) -> None:
        """Those that are done are SENT; those that fail too often stop and wait for a coordinator."""
        now = self._clock()
        async with self._db.read() as session:
            going = [broadcast.id for broadcast in await broadcasts.sending_broadcasts(session)]
            stragglers = await broadcasts.any_cancelled_lately(session, now)
        if not going and not stragglers:
            return
        async with self._db.write() as session:
            await broadcasts.cancel_stragglers(session, now)
            for broadcast_id in await broadcasts.finish(session, now):
                going.remove(broadcast_id) if broadcast_id in going else None
                if self._hooks.finished is not None:
                    await self._hooks.finished(session, broadcast_id)
            for broadcast_id in going:
                await self._pause_if_failing(session, broadcast_id)
            await self._tell_budget(session, now)

    async def miss_what_nothing_sends(self) -> None:
        """Messages of a channel that this installation does not have: too late, they are missed, visibly."""
        async with self._db.write() as session:
            await fates.miss_others(session, list(self._channels), self._clock(), PATIENCE)

    async def leave(self) -> None:
        async with self._db.write() as session:
            await workers.leave(session, self._worker)

    async def _pause_if_failing(self, session: AsyncSession, broadcast_id: int) -> None:
        seen = await broadcasts.counts(session, broadcast_id)
        excused = await broadcasts.errors_excused(session, broadcast_id)
        failing = broadcasts.errors(seen) - excused
        answers = seen["sent"] + broadcasts.errors(seen) - excused
        if failing < ENOUGH_ERRORS or failing < self._settings.error_threshold * answers:
            return
        if await broadcasts.pause(session, broadcast_id, "errors"):
            log.warning("a broadcast fails too often and was paused", broadcast=broadcast_id, errors=failing)
            if self._hooks.auto_paused is not None:
                await self._hooks.auto_paused(session, broadcast_id, "errors")

    async def _tell_budget(self, session: AsyncSession, now: dt.datetime) -> None:
        for provider in PROVIDERS:
            if (budget := provider.budget(self._settings)) is not None:
                await self._tell_budget_of(session, provider.channel, budget, now)

    async def _tell_budget_of(self, session: AsyncSession, channel: str, budget: Decimal, now: dt.datetime) -> None:
        reached = await session.execute(
            update(Spending)
            .where(Spending.day == local_day(now, self._settings.zone), Spending.channel == channel)
            .where(Spending.cost >= int(budget * 1_000_000), Spending.told.is_(False))
            .values(told=True),
            execution_options={"synchronize_session": False},
        )
        if reached.rowcount and self._hooks.budget_reached is not None:  # type: ignore[attr-defined]
            await self._hooks.budget_reached(session)

    async def _tell_unsure(self, session: AsyncSession, delivery_id: int) -> None:
        if self._hooks.unsure is not None:
            await self._hooks.unsure(session, delivery_id)

    async def _try(self, name: str, every: float, act: Callable[[], Awaitable[None]]) -> None:
        now = self._monotonic()
        if self._next.get(name, 0.0) > now:
            return
        self._next[name] = now + every
        try:
            await act()
            self._outages[name].over()
        except Exception as error:
            if not self._outages[name].bearable(error):
                raise
            self._stumbled = True
            log.warning("the database does not answer", act=name, error=type(error).__name__)
