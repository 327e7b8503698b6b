"""The outbox at work.

One *turn* after the other settles what came back and starts what may leave, in one transaction.

Sending goes on beside the turns. No transaction is open during a network call; what a turn started leaves after its
commit. A turn begins when something was queued (`wake`), when a queue has room, when outcomes wait, and a few times a
second for what another process queued.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
import socket
import time
from collections.abc import Callable, Mapping

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import ChannelAccount
from bot.channels.providers import prices
from bot.clock import heard
from bot.faults import Outage, where
from bot.outbox.account_queue import AccountQueue, AttemptOutcome, StartedDelivery
from bot.outbox.account_queues import open_queue
from bot.outbox.failures import after_failure, follow_chat
from bot.outbox.hooks import Hooks, explaining
from bot.outbox.idle_turns import IdleTurns
from bot.outbox.limit import LEAD, SharedPace
from bot.outbox.pauses import Pauses
from bot.outbox.settle import Books, Settled, sort_out, write
from bot.outbox.start import Starter
from bot.outbox.upkeep import Upkeep
from bot.settings import Settings
from db.outbox import callbacks, slots, workers
from db.outbox.quiet_hours import local_day
from db.session import Database
from db.transient_errors import is_transient
from messages.catalogue import Catalogue

log = structlog.get_logger(__name__)

POLL = 0.2  # seconds between two looks at the table when nothing calls
GATHER = 0.02  # seconds during which outcomes gather before they are written
AWAY = 1.0  # seconds before trying again a database that did not answer


class Outbox:
    """Sends what waits in `deliveries` through `channels` (channel name -> provider account).

    `catalogue` has the words that say why a text message comes instead of Telegram. `clock` gives aware UTC times and
    may be moved (the demo); limits and patience count on `monotonic`. One `Outbox` per process; on PostgreSQL any
    number of processes, each with its own `worker_id`.
    """

    def __init__(
        self,
        db: Database,
        channels: Mapping[str, ChannelAccount],
        settings: Settings,
        clock: Callable[[], dt.datetime],
        worker_id: str = "",
        hooks: Hooks | None = None,
        catalogue: Catalogue | None = None,
        callback_url: Callable[[int], str] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        # Never the same twice: what an earlier process of this name left behind is not ours.
        self.worker_id = f"{worker_id or socket.gethostname()}-{secrets.token_hex(4)}"
        self.hooks = explaining(hooks or Hooks(), catalogue)
        self._db, self._settings, self._clock, self._monotonic = db, settings, clock, monotonic
        self._called = asyncio.Event()
        self._due = asyncio.Event()
        self._running = self._stopping = False
        self._doubtful = False
        self._outage = Outage(monotonic)
        self._pauses = Pauses(self.hooks, monotonic)
        self._in_hand: set[int] = set()  # started, and not settled yet
        self._lead = LEAD
        self._ended = asyncio.Event()
        shared = not db.sqlite  # SQLite serves one process
        self.queues = {
            name: open_queue(name, channel, settings, clock, self._due.set, shared=shared, monotonic=monotonic)
            for name, channel in channels.items()
        }
        url = callback_url or callbacks.addresses(settings.public_url, db.key)
        self._idle = IdleTurns(db, clock, self.queues)
        self._starter = Starter(settings, self.worker_id, url, self.hooks.explain_fallback, monotonic)
        zone = settings.zone
        self._books = Books(prices(settings), lambda now: local_day(now, zone))
        self.upkeep = Upkeep(db, channels, settings, clock, self.worker_id, self.hooks, monotonic)

    def wake(self) -> None:
        """Something was just committed: look at once. Call it from the event loop's own thread."""
        self._called.set()

    async def run(self) -> None:
        """Send until `stop`. Errors of the database are waited out; those of the code are raised."""
        self._running = True
        try:
            await self._first_look()
            await self._work()
        finally:  # whatever failed, who waits for the end is told
            self._running = False
            self._ended.set()

    async def _work(self) -> None:
        beside = [asyncio.create_task(queue.run()) for queue in self.queues.values()]
        upkeep = asyncio.create_task(self.upkeep.run())
        try:
            while not self._stopping:
                await self._turn_or_wait_out()
                await self._until_due()
                for task in (*beside, upkeep):
                    if task.done():
                        task.result()
        finally:
            self.upkeep.stop()
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, upkeep, return_exceptions=True)
            await self._last_turn()

    async def _last_turn(self) -> None:
        for queue in self.queues.values():
            await queue.close(0.0)
        try:
            await self.turn()
            await self.upkeep.leave()
        except Exception as error:  # what is not written now is taken over by a successor
            log.warning("the last turn could not be written", error=type(error).__name__)

    async def stop(self, timeout: float = 30.0) -> None:  # noqa: ASYNC109
        """Start nothing more, wait at most `timeout` seconds for what is on its way, write what came of it."""
        await asyncio.gather(*(queue.close(timeout) for queue in self.queues.values()))
        self._stopping = True
        self._called.set()
        if self._running:
            await self._ended.wait()

    async def drain_once(self) -> int:
        """Send all that may leave now, and come back when none of it is left. The number of messages that left."""
        beside = [asyncio.create_task(queue.run()) for queue in self.queues.values()]
        left = 0
        try:
            while True:
                started = await self.turn()
                left += started
                if not started and not self._in_hand:
                    return left
                self._due.clear()
                await heard(self._due, GATHER)
        finally:
            await self._cancel(beside)

    async def turn(self) -> int:
        """Settle, then start: one transaction. The number of messages started."""
        if self._idle.needless(self._knows_more):
            return 0
        taken = {name: self._take_outcomes(queue) for name, queue in self.queues.items()}
        outcomes = [outcome for some in taken.values() for outcome in some]
        for name, some in taken.items():
            self.queues[name].measure(len(some))
        now = self._clock()
        try:
            async with self._db.write() as session:
                if self._doubtful:
                    await self._reclaim(session)
                settled = await self._settle(session, outcomes, now)
                await self._pauses.hear(session, self.queues.values())
                items = await self._starter.start(session, list(self.queues.values()), now)
                reserved_at = await self._reserve(session, items)
                if not (self._knows_more or outcomes or any(items.values())):
                    await self._idle.look(session, now)
        except BaseException:
            self._doubtful = True
            for name, some in taken.items():
                self.queues[name].outcomes[:0] = some
            raise
        self._doubtful = False
        self._idle.committed()
        if reserved_at is not None:  # the commit takes as long as it takes: the first slot must not be over before it
            self._lead = min(1.0, max(LEAD, self._lead / 2, 2 * (self._monotonic() - reserved_at)))
        self._after(settled, outcomes, items)
        return sum(len(some) for some in items.values())

    async def _settle(self, session: AsyncSession, outcomes: list[AttemptOutcome], now: dt.datetime) -> Settled:
        settled = sort_out(outcomes, self._books)
        await write(session, self.worker_id, settled)
        for row, error in settled.lost:
            await after_failure(session, row, error, now, self.hooks.explain_fallback)
        if self.hooks.unsure is not None:
            for delivery_id in settled.unsure:
                await self.hooks.unsure(session, delivery_id)
        for row, address in settled.moved:
            await follow_chat(session, row.to_contact_id, address)
        return settled

    def _after(self, settled: Settled, outcomes: list[AttemptOutcome], items: dict[str, list[StartedDelivery]]) -> None:
        """The transaction is committed: let go what it started, tell what it settled."""
        self._in_hand.difference_update(outcome.item.row.id for outcome in outcomes)
        for name, seconds in settled.refused.items():
            log.error("the provider refuses our account", channel=name, again_in=seconds)
            self.hooks.on_event("account_refused", channel=name)
            self.queues[name].slow_down(seconds)
        for name, some in items.items():
            self._in_hand.update(item.row.id for item in some)
            self.queues[name].put(some)
        for outcome in outcomes:
            self._tell(outcome, self._monotonic())
        for queue in self.queues.values():
            queue.poke()
        if settled.again or settled.back or settled.lost:
            self._due.set()

    def _tell(self, outcome: AttemptOutcome, now: float) -> None:
        error, row = outcome.error, outcome.item.row
        fate = "sent" if outcome.receipt else str(error.verdict) if error else "not_started"
        reason = error.reason if error else ""
        self.hooks.on_event(
            "outcome",
            channel=row.channel,
            fate=fate,
            reason=reason,
            kind=row.kind,
            seconds=now - outcome.item.started,
        )
        if error is not None:
            # No number: a talk without a name is forgotten, and what is missing from the outbox would stand here.
            log.info(
                "a message did not leave as hoped",
                channel=row.channel,
                verdict=fate,
                reason=reason,
                code=error.provider_code,
                attempt=outcome.item.attempt,
            )

    async def _reserve(self, session: AsyncSession, items: dict[str, list[StartedDelivery]]) -> float | None:
        """Slots of the shared limit for what is about to leave, last of all: the account's row is locked until commit.
        When they were granted (monotonic), or None."""
        granted_at = None
        for name, queue in sorted(self.queues.items()):
            if not isinstance(queue.pace, SharedPace) or queue.pace.at_rest:
                continue
            missing = queue.pace.missing(queue.slots_waiting + sum(item.slots for item in items.get(name, ())))
            if missing:
                grant = await slots.reserve(session, queue.account, missing, queue.pace.apart, self._lead)
                granted_at = self._monotonic()
                queue.pace.granted(grant, granted_at)
        return granted_at

    async def _reclaim(self, session: AsyncSession) -> None:
        """A turn that failed may have been committed all the same: what it started never left, and goes back."""
        await workers.give_back_own(session, self.worker_id, sorted(self._in_hand))

    @property
    def _knows_more(self) -> bool:
        return bool(self._in_hand or self._doubtful or any(q.outcomes or q.slowed for q in self.queues.values()))

    def _take_outcomes(self, queue: AccountQueue) -> list[AttemptOutcome]:
        taken, queue.outcomes = queue.outcomes, []
        return taken

    async def _turn_or_wait_out(self) -> None:
        try:
            await self.turn()
            self._outage.over()
        except Exception as error:
            if not is_transient(error) and await self._settled_each():
                return  # one row was at fault, and has its fate
            if not self._outage.bearable(error):
                raise
            log.warning("the database does not answer, nothing new leaves", error=type(error).__name__)
            self.hooks.on_event("database_away")
            await asyncio.sleep(AWAY)

    async def _settled_each(self) -> int:
        """A turn failed on something of ours: what came back is written row by row, so that one row alone pays for it.

        The number of rows at fault; 0 when none is, and the fault lies elsewhere.
        """
        faults = 0
        for queue in self.queues.values():
            for outcome in self._take_outcomes(queue):
                try:
                    async with self._db.write() as session:
                        settled = await self._settle(session, [outcome], self._clock())
                except Exception as error:
                    if is_transient(error):
                        queue.outcomes.append(outcome)
                        continue
                    faults += 1
                    row_id = outcome.item.row.id
                    log.error("the fate of a message could not be written", delivery=row_id, error=where(error))
                    settled = await self._write_fault(outcome)
                self._after(settled, [outcome], {})
        return faults

    async def _write_fault(self, outcome: AttemptOutcome) -> Settled:
        async with self._db.write() as session:
            settled = Settled(faults=[outcome])
            await write(session, self.worker_id, settled)
            return settled

    async def _until_due(self) -> None:
        """Wait for a call, for room, for outcomes, or for the next look."""
        if not self._called.is_set():
            await self._either()
        self._called.clear()
        self._due.clear()

    async def _either(self) -> None:
        if not (self._knows_more or self._due.is_set()):  # nothing of ours can come back
            await heard(self._called, POLL)
            return
        waits = [asyncio.ensure_future(self._called.wait()), asyncio.ensure_future(self._due_for_a_while())]
        try:
            await asyncio.wait(waits, timeout=POLL, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def _due_for_a_while(self) -> None:
        await self._due.wait()
        if not any(queue.wanting for queue in self.queues.values()):
            await asyncio.sleep(GATHER)

    async def _first_look(self) -> None:
        """What the process before us left behind, before anything leaves."""
        while not self._stopping:
            try:
                await self.upkeep.look_at_workers()
                self._outage.over()
                return
            except Exception as error:
                if not self._outage.bearable(error):
                    raise
                log.warning("the database does not answer", error=type(error).__name__)
                await asyncio.sleep(AWAY)

    async def _cancel(self, tasks: list[asyncio.Task[None]]) -> None:
        for task in tasks:
            task.cancel()
        for result in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(result, Exception):
                raise result
