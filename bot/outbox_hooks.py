"""What the outbox tells people, in the transaction that decided it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from bot.clock import Clock
from bot.outbox import Hooks
from bot.outbox.hooks import OnEvent
from db.conversations import Task
from db.deliveries import Delivery
from db.journal import write_entry
from db.people import coordinators
from db.session import AsyncSession
from handlers import sending
from handlers.turn import House
from messages import Channel, text


def outbox_hooks(house: House, clock: Clock, on_event: OnEvent) -> Hooks:
    """The words and the tasks that the outbox gives to coordinators, bound to this house."""

    def explain(language: str) -> str:
        return house.catalogue.text(text("outbox-fallback-why"), language, Channel.SMS)

    async def paused(session: AsyncSession, broadcast_id: int, reason: str) -> None:
        # The announcements topic tells coordinators at the next tick; here the journal keeps the moment.
        await write_entry(
            session, "broadcast.paused", now=clock(), thing="broadcast", thing_id=broadcast_id, reason=reason
        )

    async def finished(session: AsyncSession, broadcast_id: int) -> None:
        await write_entry(session, "broadcast.finished", now=clock(), thing="broadcast", thing_id=broadcast_id)

    async def budget(session: AsyncSession) -> None:
        now = clock()
        for person in await coordinators(session, house.organisation_id):
            how = sending.How(kind="alert", not_after=now + dt.timedelta(days=1))
            await sending.tell(session, house, person, text("outbox-budget-reached"), now=now, how=how)

    async def unsure(session: AsyncSession, delivery_id: int) -> None:
        """Perhaps it arrived: a coordinator sees it and chooses."""
        delivery = await session.scalar(select(Delivery).where(Delivery.id == delivery_id))
        if delivery is None:
            return
        session.add(
            Task(
                organisation_id=house.organisation_id,
                kind="delivery_unknown",
                person_id=delivery.person_id,
                contact_id=delivery.contact_id,
                delivery_id=delivery_id,
                created_at=clock(),
            )
        )

    return Hooks(
        on_event=on_event,
        explain_fallback=explain,
        auto_paused=paused,
        finished=finished,
        budget_reached=budget,
        unsure=unsure,
    )
