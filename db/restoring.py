"""After a backup is put back, days may have passed since it was made: what waited then has perhaps left since.

Nothing is sent twice unawares: what waited is held back until a coordinator chooses.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from db.deliveries import UNSETTLED, Broadcast, BroadcastState, Delivery, Status
from db.meetings.tables import Reminder

RESTORED = "restored"


async def hold_back(connection: AsyncConnection, now: dt.datetime) -> dict[str, int]:
    """Messages that waited are *unknown*, sendings stop, past ones want a new approval, past reminders are missed."""
    messages = await connection.execute(
        update(Delivery)
        .where(Delivery.status.in_(UNSETTLED))
        .values(status=Status.UNKNOWN, reason=RESTORED, sent_again=True, claimed_by=None)
    )
    paused = await connection.execute(
        update(Broadcast)
        .where(Broadcast.state == BroadcastState.SENDING)
        .values(state=BroadcastState.PAUSED, pause_reason=RESTORED)
    )
    approve_again = await connection.execute(
        update(Broadcast)
        .where(Broadcast.state == BroadcastState.SCHEDULED, Broadcast.send_at <= now)
        .values(state=BroadcastState.APPROVED)
    )
    reminders = await connection.execute(
        update(Reminder).where(Reminder.state == "planned", Reminder.due_at <= now).values(state="missed", done_at=now)
    )
    return {
        "messages": messages.rowcount,
        "broadcasts": paused.rowcount + approve_again.rowcount,
        "reminders": reminders.rowcount,
    }
