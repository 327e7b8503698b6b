"""The demo's clock: it walks through every hour at which something is due, so that nothing on the way is skipped."""

from __future__ import annotations

import asyncio
import datetime as dt

from sqlalchemy import func, select

from bot.app import App
from bot.simulator import ClockControl, Jump, MovableClock
from db.conversations import InboxState, IncomingMessage
from db.deliveries import UNSETTLED, Broadcast, BroadcastState, Delivery
from db.meetings.rules import in_utc
from db.meetings.tables import Meeting, MeetingState, Reminder
from db.session import AsyncSession
from handlers.installation import Installation

MORNING = dt.time(10)
# Local hours of each day at which the walk stops, besides those at which something is planned.
STOPS = (dt.time(10, 1), dt.time(18))
LEAST_STEP = dt.timedelta(minutes=1)
LOOK_SECONDS = 0.01
PATIENCE_SECONDS = 20.0


class DemoClock(ClockControl):
    """The page's clock over a running program."""

    def __init__(self, clock: MovableClock, app: App) -> None:
        self._app = app
        targets = {Jump.NEXT_REMINDER: self._next_reminder, Jump.DAY_AFTER_MEETING: self._day_after}
        super().__init__(clock, targets, app.settings.timezone)

    async def jump(self, to: Jump) -> dt.datetime | None:
        when = await self._targets[to]() if to in self._targets else None
        if when is None or when <= self.clock.now():
            return None
        await self.walk_to(when)
        return when

    async def walk_to(self, when: dt.datetime) -> None:
        """Move to `when` (aware), stopping wherever something is due, until it is done and sent."""
        while self.clock.now() < when:
            await self.clock.move_to(min(when, await self._next_stop()))
            await self.let_it_happen()

    async def let_it_happen(self) -> None:
        """Ask the topics what is due until there is nothing more, and wait until it has left."""
        assert self._app.scheduler is not None
        for _ in range(5):
            done = await self._app.scheduler.tick()
            await self.settled()
            if not done:
                return

    async def settled(self) -> None:
        """Wait until every message that came in is handled, and every one that may leave now has left."""
        waited = 0.0
        while waited < PATIENCE_SECONDS:
            async with self._app.database.read() as session:
                if not await _under_way(session, self.clock.now()):
                    return
            self._wake()
            await asyncio.sleep(LOOK_SECONDS)
            waited += LOOK_SECONDS

    def _wake(self) -> None:
        for part in (self._app.inbox, self._app.outbox):
            if part is not None:
                part.wake()

    async def _next_stop(self) -> dt.datetime:
        now = self.clock.now()
        local = now.astimezone(self.zone)
        days = [local.date(), local.date() + dt.timedelta(days=1)]
        stops = [in_utc(day, hour, self.zone.key) for day in days for hour in STOPS]
        async with self._app.database.read() as session:
            stops += await _planned(session, self._app.installation)
        return min(stop for stop in stops if stop >= now + LEAST_STEP)

    async def _next_reminder(self) -> dt.datetime | None:
        """The first reminder still planned."""
        async with self._app.database.read() as session:
            return await session.scalar(
                select(func.min(Reminder.due_at)).where(Reminder.state == "planned", Reminder.due_at > self.clock.now())
            )

    async def _day_after(self) -> dt.datetime | None:
        """Ten o'clock, the day after the first meeting of which that morning has not come."""
        async with self._app.database.read() as session:
            days = await session.scalars(
                select(Meeting.local_date)
                .where(Meeting.state.in_([MeetingState.ANNOUNCED, MeetingState.HELD, MeetingState.CLOSED]))
                .order_by(Meeting.local_date)
            )
            mornings = [in_utc(day + dt.timedelta(days=1), MORNING, self.zone.key) for day in days]
        return next((morning for morning in mornings if morning > self.clock.now()), None)


async def _planned(session: AsyncSession, installation: Installation) -> list[dt.datetime]:
    """Every hour that is already known: reminders, the start and the end of meetings, what is scheduled."""
    reminders = await session.scalars(select(Reminder.due_at).where(Reminder.state == "planned"))
    meetings = await session.execute(
        select(Meeting.starts_at, Meeting.ends_at).where(Meeting.state == MeetingState.ANNOUNCED)
    )
    scheduled = await session.scalars(select(Broadcast.send_at).where(Broadcast.state == BroadcastState.SCHEDULED))
    return [*reminders, *(hour for row in meetings for hour in row), *(hour for hour in scheduled if hour)]


async def _under_way(session: AsyncSession, now: dt.datetime) -> bool:
    """A message waits to be handled, or one that may leave has not left."""
    new = select(IncomingMessage.id).where(IncomingMessage.state == InboxState.NEW).limit(1)
    held = select(Broadcast.id).where(Broadcast.state == BroadcastState.PAUSED)
    leaving = (
        select(Delivery.id)
        .where(Delivery.status.in_(UNSETTLED), Delivery.due_at <= now)
        .where(Delivery.broadcast_id.is_(None) | Delivery.broadcast_id.not_in(held))
        .limit(1)
    )
    return await session.scalar(new) is not None or await session.scalar(leaving) is not None
