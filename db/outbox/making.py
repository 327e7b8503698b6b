"""The only maker of deliveries: one row, the row that takes another's place, or all the rows of a broadcast."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import BigInteger, Select, and_, func, insert, literal, null, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.base import UtcTime
from db.contacts import Contact
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery, Status
from db.message_kinds import MessageKind
from db.numbers import STEP, numbers_for
from db.outbox.fates import QUIETLY
from db.sqlite import short_statements

MOST_AT_ONCE = 200_000  # people of one broadcast, in as many microseconds


async def add_delivery(
    session: AsyncSession, organisation_id: int, kind: MessageKind, channel: str, *, queued_at: dt.datetime, **more: Any
) -> Delivery:
    """One row of the outbox. `more`: its other columns; what is not given is as its kind says."""
    values = {"priority": int(kind.priority), "any_hour": kind.any_hour} | more
    delivery = Delivery(
        organisation_id=organisation_id, kind=kind.name, channel=str(channel), queued_at=queued_at, **values
    )
    session.add(delivery)
    await session.flush()
    return delivery


async def add_instead(
    session: AsyncSession,
    failed: Delivery,
    contact: Contact,
    now: dt.datetime,
    *,
    body: str | None,
    text_id: int | None,
) -> Delivery:
    """The same message once more, to another address of the same person: `fallback_of` names the one that failed."""
    made = Delivery(
        organisation_id=failed.organisation_id,
        kind=failed.kind,
        channel=contact.channel,
        contact_id=contact.id,
        person_id=failed.person_id,
        broadcast_id=failed.broadcast_id,
        broadcast_text_id=text_id,
        body=body,
        priority=failed.priority,
        expects_answer=failed.expects_answer,
        any_hour=failed.any_hour,
        queued_at=now,
        not_before=failed.not_before,
        not_after=failed.not_after if failed.not_after and failed.not_after > now else None,
        fallback_of=failed.id,
        question_id=failed.question_id,
    )
    session.add(made)
    await session.flush()
    return made


async def fan_out(
    session: AsyncSession, broadcast: Broadcast, people: Select[*tuple[Any, ...]], now: dt.datetime
) -> int:
    """One delivery per row of `people`, by a single INSERT ... SELECT; the broadcast is then SENDING.

    `people` selects person_id, contact_id, channel and language. A language or channel without a kept text is left
    out: compare the count returned with the count approved.
    """
    who = people.subquery("who")
    words = (
        select(BroadcastText.id, BroadcastText.language, BroadcastText.channel, BroadcastText.segments)
        .where(BroadcastText.broadcast_id == broadcast.id)
        .subquery("words")
    )
    match = and_(words.c.language == who.c.language, words.c.channel == who.c.channel)
    values: dict[str, Any] = {
        "organisation_id": literal(broadcast.organisation_id),
        "kind": literal(broadcast.kind),
        "channel": who.c.channel,
        "contact_id": who.c.contact_id,
        "person_id": who.c.person_id,
        "id": literal(numbers_for(MOST_AT_ONCE), BigInteger()) + func.row_number().over() * STEP,
        "broadcast_id": literal(broadcast.id),
        "broadcast_text_id": words.c.id,
        "status": literal(Status.QUEUED.value),
        "reason": literal(""),
        "priority": literal(int(broadcast.priority)),
        "attempts": literal(0),
        "expects_answer": literal(False),
        "any_hour": literal(False),
        "any_consent": literal(False),
        "sent_again": literal(False),
        "segments": literal(0),
        "cost": literal(0),
        "queued_at": literal(now, UtcTime()),
        "due_at": literal(now, UtcTime()),
        "not_after": literal(broadcast.not_after, UtcTime()) if broadcast.not_after else null(),
    }
    chosen = select(*values.values()).select_from(who.join(words, match))
    with short_statements(False):  # it takes as long as there are people
        done = await session.execute(
            insert(Delivery).from_select(list(values), chosen, include_defaults=False), execution_options=QUIETLY
        )
    broadcast.state, broadcast.started_at = BroadcastState.SENDING, now
    await session.flush()
    return done.rowcount  # type: ignore[attr-defined, no-any-return]
