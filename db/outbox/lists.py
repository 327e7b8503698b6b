"""The lists of digits before a person: two of them never leave together, since a "1" would be for either."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.contacts import Contact
from db.conversations import Question, QuestionState
from db.deliveries import BroadcastText, Delivery, Status

APART = dt.timedelta(hours=1)
GONE = (Status.CANCELLED, Status.MISSED, Status.FAILED)


async def after_lists(session: AsyncSession, contact: Contact, now: dt.datetime) -> dt.datetime | None:
    """When another list may leave to this contact; None: now. They are heard from: what stood was answered, or left."""
    left_at = func.coalesce(Delivery.sent_at, Delivery.started_at, Delivery.not_before, Delivery.queued_at)
    since = max(now - APART, contact.last_heard_at or now - APART)
    rows = await session.execute(
        select(left_at, Question.options, Question.state, BroadcastText.options)
        .select_from(Delivery)
        .outerjoin(Question, Question.id == Delivery.question_id)
        .outerjoin(BroadcastText, BroadcastText.id == Delivery.broadcast_text_id)
        .where(Delivery.contact_id == contact.id, Delivery.status.not_in(GONE), left_at > since)
        .where(Delivery.question_id.is_not(None) | Delivery.broadcast_text_id.is_not(None))
    )
    standing = [at for at, own, state, many in rows if (own and state is QuestionState.OPEN) or many]
    return max(standing) + APART if standing else None
