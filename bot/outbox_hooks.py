"""What the outbox tells people, in the transaction that decided it."""

from __future__ import annotations

import datetime as dt
import math

from sqlalchemy import select

from bot.clock import Clock
from bot.outbox import Hooks
from bot.outbox.hooks import OnEvent
from db import message_kinds
from db.conversations import TaskKind
from db.deliveries import Delivery
from db.journal import write_entry
from db.session import AsyncSession
from db.tasks import add_task
from handlers import sending
from handlers.acting import unattended
from handlers.installation import Installation
from messages import Channel, Text, text


def outbox_hooks(installation: Installation, clock: Clock, on_event: OnEvent) -> Hooks:
    """The words and the tasks that the outbox gives to coordinators, bound to this installation."""

    def explain(language: str, channel: str) -> str:
        return installation.catalogue.text(text("outbox-fallback-why", channel=channel), language, Channel.SMS)

    async def paused(session: AsyncSession, broadcast_id: int, reason: str) -> None:
        # The announcements topic tells coordinators at the next tick; here the journal keeps the moment.
        await write_entry(
            session, "broadcast.paused", now=clock(), thing="broadcast", thing_id=broadcast_id, reason=reason
        )

    async def finished(session: AsyncSession, broadcast_id: int) -> None:
        await write_entry(session, "broadcast.finished", now=clock(), thing="broadcast", thing_id=broadcast_id)

    async def alert(session: AsyncSession, words: Text) -> None:
        now = clock()
        options = sending.SendOptions(message_kinds.ALERT, not_after=now + dt.timedelta(days=1))
        await sending.tell_every_coordinator(unattended(session, installation, now), words, options=options)

    async def budget(session: AsyncSession) -> None:
        await alert(session, text("outbox-budget-reached"))

    async def slowed(session: AsyncSession, channel: str, seconds: float) -> None:
        """A coordinator who waits for an answer learns why it is late."""
        await alert(session, text("outbox-provider-waits", channel=channel, minutes_left=math.ceil(seconds / 60)))

    async def unsure(session: AsyncSession, delivery_id: int) -> None:
        """Perhaps it arrived: a coordinator sees it and chooses."""
        delivery = await session.scalar(select(Delivery).where(Delivery.id == delivery_id))
        if delivery is None:
            return
        await add_task(
            session,
            installation.organisation_id,
            TaskKind.DELIVERY_UNKNOWN,
            now=clock(),
            person_id=delivery.person_id,
            contact_id=delivery.contact_id,
            delivery_id=delivery_id,
        )

    return Hooks(
        on_event=on_event,
        explain_fallback=explain,
        auto_paused=paused,
        finished=finished,
        budget_reached=budget,
        unsure=unsure,
        slowed=slowed,
    )
