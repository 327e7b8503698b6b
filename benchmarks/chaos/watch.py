"""What is looked at while things go wrong: counts at every moment, stops as they are handled, what /health says."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field

from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from benchmarks.chaos.stage import Stage
from benchmarks.chaos.town import ASKED, STOP, Town
from db.conversations import InboxState, IncomingMessage
from db.deliveries import UNSETTLED, Broadcast, BroadcastState, Delivery, Status, Worker
from db.outbox.broadcasts import GROUPS, counts
from db.running import LEADER_LOCK
from db.session import Database

EVERY = 0.2  # seconds
PARTS_OF_TOTAL = tuple(GROUPS)


@dataclass(slots=True)
class Watch:
    """Runs beside a round. Times are monotonic seconds, as those of the simulator."""

    stage: Stage
    database: Database
    broadcast_id: int
    who: Town
    sums: set[str] = field(default_factory=set)  # counts that did not add up
    looks: int = 0
    stopped_at: dict[str, float] = field(default_factory=dict)  # sender -> when its stop was seen handled
    unknown_once: set[int] = field(default_factory=set)  # deliveries seen unknown, even if they were settled since
    disk: list[str] = field(default_factory=list)  # what was wrong with what was said of a full disk
    _total: int = 0

    async def run(self) -> None:
        while True:
            with contextlib.suppress(SQLAlchemyError, OSError):
                await self._look()
            await asyncio.sleep(EVERY)

    async def all_at_work(self) -> bool:
        """Every worker has said that it lives; on PostgreSQL, a scheduler leads."""
        wanted = sum(name.startswith("worker") for name in self.stage.installation.processes)
        async with self.database.read() as session:
            at_work = await session.scalar(select(func.count()).select_from(Worker)) or 0
            if self.database.sqlite:
                return at_work > 0
            leads = await session.scalar(
                text("SELECT count(*) FROM pg_locks WHERE objid = :lock"), {"lock": LEADER_LOCK}
            )
        return at_work >= wanted and bool(leads)

    async def settled(self) -> bool:
        """Nothing is to be sent nor handled, and everyone who wrote was heard."""
        try:
            async with self.database.read() as session:
                state = await session.scalar(select(Broadcast.state).where(Broadcast.id == self.broadcast_id))
                waiting = await session.scalar(select(func.count()).where(Delivery.status.in_(UNSETTLED)))
                new = await session.scalar(select(func.count()).where(IncomingMessage.state == InboxState.NEW))
                heard = await session.scalar(select(func.count()).select_from(IncomingMessage))
        except (SQLAlchemyError, OSError):
            return False
        expected = len(self.who.writers) * len(ASKED) + len(self.who.stopping)
        return state is BroadcastState.SENT and not waiting and not new and (heard or 0) >= expected

    async def look_at_full_disk(self) -> bool:
        """While nothing more fits, /health and doctor say so. True when both could be asked."""
        status, words = await asyncio.to_thread(self.stage.installation.health)
        found = await asyncio.to_thread(self.stage.installation.doctor, "run")
        if status not in (503, 0) or (status == 503 and "disk" not in words):
            self.disk.append(f"/health said {status} {words}")
        if "disk-full" not in found:
            self.disk.append(f"doctor said {sorted(found)}")
        return status == 503

    async def _look(self) -> None:
        async with self.database.read() as session:
            counted = await counts(session, self.broadcast_id)
            handled = await session.scalars(
                select(IncomingMessage.sender).where(
                    IncomingMessage.text == STOP, IncomingMessage.state == InboxState.HANDLED
                )
            )
            self.unknown_once |= set(
                await session.scalars(select(Delivery.id).where(Delivery.status == Status.UNKNOWN))
            )
            for sender in handled:
                self.stopped_at.setdefault(sender, time.monotonic())
        self.looks += 1
        self._total = self._total or counted["total"]
        if counted["total"] != self._total or sum(counted[part] for part in PARTS_OF_TOTAL) != counted["total"]:
            self.sums.add(str(counted))
