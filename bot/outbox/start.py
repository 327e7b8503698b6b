"""Starting messages.

Due rows are read, asked whether they may leave, and marked started, in the caller's transaction.
"""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.contract import ToSend
from bot.channels.providers import provider_of
from bot.faults import where
from bot.outbox.account_queue import AccountQueue, StartedDelivery
from bot.outbox.failures import Explain, fall_back
from bot.outbox.gate import Gate, Later, Never
from bot.outbox.limit import SharedPace
from bot.outbox.settle import FAULT
from bot.outbox.words import ApprovedTexts, OutgoingWords, words_of
from bot.settings import Settings
from db.deliveries import Delivery, Priority, Spending, Status
from db.outbox import fates
from db.outbox.due import DueRequest, DueSource, Ready, mark_started, sources, take
from db.outbox.quiet_hours import local_day
from db.transient_errors import is_transient

log = structlog.get_logger(__name__)

LOOKED_AT = 50  # rows read at once at least: what may not leave is put aside by the handful
ROUNDS = 8  # and so many times in one transaction, so that it stays short
CHAT_SECOND = dt.timedelta(seconds=1)
HURRIED = DueSource(Priority.DANGER)


@dataclass(slots=True)
class Sorted:
    """Due rows by what happens to them now."""

    leaving: list[tuple[Ready, OutgoingWords]] = field(default_factory=list)
    later: dict[dt.datetime, list[int]] = field(default_factory=lambda: defaultdict(list))
    never: dict[tuple[Status, str], list[int]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class Starter:
    """Starts rows for every queue. `callback_url(delivery_id)` is where the provider reports."""

    settings: Settings
    worker: str
    callback_url: Callable[[int], str]
    explain: Explain | None = None
    monotonic: Callable[[], float] = time.monotonic
    texts: ApprovedTexts = field(default_factory=ApprovedTexts)

    async def start(
        self, session: AsyncSession, queues: Sequence[AccountQueue], now: dt.datetime
    ) -> dict[str, list[StartedDelivery]]:
        """What each queue may send next, marked started. It leaves only after the transaction is committed."""
        started = {}
        for queue in queues:
            if (room := queue.room()) > 0:
                started[queue.name] = await self._for_queue(session, queue, room, now)
            elif (room := queue.room_for_danger()) > 0:
                started[queue.name] = await self._for_queue(session, queue, room, now, (HURRIED,))
        return started

    async def _for_queue(
        self, session: AsyncSession, queue: AccountQueue, room: int, now: dt.datetime, places: Sequence[DueSource] = ()
    ) -> list[StartedDelivery]:
        shared = isinstance(queue.pace, SharedPace) and bool(queue.chats.apart)
        wanted = DueRequest(queue.name, now, max(room, LOOKED_AT), now - CHAT_SECOND if shared else None)
        items: list[StartedDelivery] = []
        for place in places or await self._open_to(session, queue, now):
            for _ in range(ROUNDS):
                left = room - sum(item.slots for item in items)
                if left <= 0:
                    return items
                rows = await take(session, place, wanted)
                items += await self._start_rows(session, rows, left, now)
                if len(rows) < wanted.at_most:
                    break
        return items

    async def _open_to(self, session: AsyncSession, queue: AccountQueue, now: dt.datetime) -> list[DueSource]:
        """Where something is due. The day's budget stops broadcasts that are not urgent; never an answer."""
        places = await sources(session, queue.name, now)
        budget = provider_of(queue.name).budget(self.settings)
        if budget is None:
            return places
        spent = await session.scalar(
            select(Spending.cost).where(
                Spending.day == local_day(now, self.settings.zone), Spending.channel == queue.name
            )
        )
        if (spent or 0) < budget * 1_000_000:
            return places
        return [place for place in places if place.broadcast_id is None or place.priority <= Priority.URGENT]

    async def _start_rows(
        self, session: AsyncSession, rows: list[Ready], slots: int, now: dt.datetime
    ) -> list[StartedDelivery]:
        await self.texts.load(session, rows)
        sorted_out = await self._sorted(session, rows, now)
        for (fate, why), ids in sorted(sorted_out.never.items()):
            await fates.write_not_started(session, ids, fate, why)
            for delivery_id in ids if fate is Status.FAILED else ():
                await self._try_another_way(session, delivery_id, now)
        for at, ids in sorted(sorted_out.later.items()):
            await fates.write_later(session, ids, at)
        items = self._items(sorted_out.leaving, slots)
        if items:
            await mark_started(session, sorted(item.row.id for item in items), self.worker, now)
        return items

    async def _try_another_way(self, session: AsyncSession, delivery_id: int, now: dt.datetime) -> None:
        """By text, when that can be; a row on which our code fails stays failed, and is no one else's trouble."""
        try:
            async with session.begin_nested():
                await fall_back(session, delivery_id, now, self.explain)
        except Exception as error:
            if is_transient(error):
                raise
            log.error("another way could not be tried", delivery=delivery_id, error=where(error))

    async def _sorted(self, session: AsyncSession, rows: list[Ready], now: dt.datetime) -> Sorted:
        found = Sorted()
        gate = Gate(now, self.settings)
        recovered = await _originals_recovered(session, rows)
        for row in rows:
            try:
                self._sort_one(found, row, gate, row.id in recovered)
            except Exception as error:  # of this row alone: those behind it leave
                log.error("a message could not be made ready", delivery=row.id, error=where(error))
                found.never[(Status.FAILED, FAULT)].append(row.id)
        return found

    def _sort_one(self, found: Sorted, row: Ready, gate: Gate, recovered: bool) -> None:
        verdict = Never(Status.CANCELLED, "arrived-otherwise") if recovered else gate.verdict(row)
        words = words_of(row, self.texts.of(row)) if verdict is None else None
        if isinstance(verdict, Later):
            found.later[verdict.at].append(row.id)
        elif isinstance(verdict, Never):
            found.never[(verdict.fate, verdict.why)].append(row.id)
        elif words is None:
            found.never[(Status.CANCELLED, "no-words")].append(row.id)
        else:
            found.leaving.append((row, words))

    def _items(self, leaving: list[tuple[Ready, OutgoingWords]], slots: int) -> list[StartedDelivery]:
        """As many as there is room for; the first always, however long it is."""
        started = self.monotonic()
        items: list[StartedDelivery] = []
        for row, words in leaving:
            if slots <= 0:
                break
            takes = max(1, words.segments)
            slots -= takes
            items.append(StartedDelivery(row, self._to_send(row, words), takes, words.segments, started))
        return items

    def _to_send(self, row: Ready, words: OutgoingWords) -> ToSend:
        callback = self.callback_url(row.id) if provider_of(row.channel).reports else None
        assert row.address is not None
        return ToSend(row.id, row.address, words.body, words.buttons, row.image, callback, language=row.language or "")


async def _originals_recovered(session: AsyncSession, rows: list[Ready]) -> set[int]:
    """Fallbacks whose first message did not stay failed: it was sent again meanwhile. Never both."""
    fallbacks = {row.fallback_of: row.id for row in rows if row.fallback_of is not None}
    if not fallbacks:
        return set()
    failed = await session.scalars(
        select(Delivery.id).where(Delivery.id.in_(fallbacks), Delivery.status == Status.FAILED)
    )
    return {fallbacks[original] for original in fallbacks.keys() - set(failed)}
