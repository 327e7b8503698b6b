"""The pauses that providers ask for: shared by every worker, and said to people when they are long."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from bot.outbox.account_queue import AccountQueue
from bot.outbox.hooks import Hooks
from bot.outbox.limit import SharedPace
from db.outbox import slots

TOLD_BEYOND = 300.0  # seconds: a pause that lasts longer is told to people
TOLD_EVERY = 6 * 3600.0  # seconds, at most


@dataclass(slots=True)
class Pauses:
    hooks: Hooks
    monotonic: Callable[[], float]
    _told_until: dict[str, float] = field(default_factory=dict)

    async def hear(self, session: AsyncSession, queues: Iterable[AccountQueue]) -> None:
        """Tell the other workers of a 429, and hear of theirs."""
        for queue in queues:
            slowed, queue.slowed = queue.slowed, []
            seconds, news = max(slowed, default=0.0), True
            if isinstance(queue.pace, SharedPace):
                if seconds:
                    news = await slots.pause_account(session, queue.account, seconds)
                queue.pace.pause(await slots.paused_for(session, queue.account))
            if news and seconds > TOLD_BEYOND:
                await self._tell(session, queue.name, seconds)

    async def _tell(self, session: AsyncSession, channel: str, seconds: float) -> None:
        now = self.monotonic()
        if self.hooks.slowed is not None and now >= self._told_until.get(channel, now):
            self._told_until[channel] = now + TOLD_EVERY
            await self.hooks.slowed(session, channel, seconds)
