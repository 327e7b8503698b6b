"""Messages that perhaps arrived: who may be asked, what leaves once more, what a coordinator decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.deliveries import ANSWERS, Delivery, Status
from db.outbox.fates import QUIETLY
from messages.channels import REPEATING, TRACED

_UNKNOWN: ColumnElement[bool] = literal_column("deliveries.status = 'unknown'")
UNSURE = "unsure"  # the provider was asked and cannot tell
LET_BE = "let-be"  # a coordinator chose not to send it again


def _once_more() -> ColumnElement[bool]:
    waits_for_it = or_(Delivery.priority.in_(ANSWERS), Delivery.expects_answer)
    return Delivery.channel.in_(REPEATING) & waits_for_it & Delivery.sent_again.is_(False)


async def leave_once_more(session: AsyncSession, now: dt.datetime) -> int:
    """Telegram cannot be asked: an answer or a question leaves once more, since silence would strand the person."""
    done = await session.execute(
        update(Delivery)
        .where(_UNKNOWN, _once_more(), Delivery.reason != LET_BE)
        .values(status=Status.RETRYING, sent_again=True, due_at=now, claimed_by=None, started_at=None),
        execution_options=QUIETLY,
    )
    return done.rowcount  # type: ignore[attr-defined, no-any-return]


async def orphans(session: AsyncSession, dead: Sequence[str]) -> list[int]:
    """What the dead had started, outside broadcasts, and that only a coordinator can decide upon."""
    found = await session.scalars(
        select(Delivery.id).where(
            _UNKNOWN, Delivery.claimed_by.in_(dead), Delivery.channel.not_in(TRACED), Delivery.broadcast_id.is_(None)
        )
    )
    return list(found)


async def to_ask_about(session: AsyncSession, channel: str, at_most: int) -> list[int]:
    """Unknown messages of a channel about which the provider was not asked yet, the oldest first."""
    found = await session.scalars(
        select(Delivery.id)
        .where(_UNKNOWN, Delivery.channel == channel)
        .where(Delivery.reason.not_in((UNSURE, LET_BE)))
        .order_by(Delivery.id)
        .limit(at_most)
    )
    return list(found)


async def known_ids(session: AsyncSession, contact_id: int | None) -> set[str]:
    """The provider's ids of this contact's latest messages."""
    found = await session.scalars(
        select(Delivery.provider_id)
        .where(Delivery.contact_id == contact_id, Delivery.provider_id.is_not(None))
        .order_by(Delivery.started_at.desc())
        .limit(100)
    )
    return {provider_id for provider_id in found if provider_id}


async def settle_unknown(session: AsyncSession, delivery_id: int, **values: object) -> bool:
    """Change it only if it is still unknown."""
    done = await session.execute(
        update(Delivery).where(Delivery.id == delivery_id, _UNKNOWN).values(**values), execution_options=QUIETLY
    )
    return done.rowcount == 1  # type: ignore[attr-defined, no-any-return]


async def resend(session: AsyncSession, delivery_id: int, now: dt.datetime) -> bool:
    """A coordinator chose: send it again, at the risk that it arrives twice. False when its fate is known by now."""
    return await settle_unknown(
        session,
        delivery_id,
        status=Status.RETRYING,
        reason="resent",
        sent_again=True,
        due_at=now,
        not_after=None,
        queued_at=now,
        claimed_by=None,
        started_at=None,
    )


async def of_broadcast(session: AsyncSession, broadcast_id: int) -> list[int]:
    """What perhaps arrived of a broadcast, and nobody decided upon."""
    found = await session.scalars(
        select(Delivery.id)
        .where(Delivery.broadcast_id == broadcast_id, _UNKNOWN, Delivery.reason != LET_BE)
        .order_by(Delivery.id)
    )
    return list(found)


async def let_be(session: AsyncSession, delivery_id: int) -> bool:
    """A coordinator chose: leave it. It stays unknown, and is not asked about any more."""
    return await settle_unknown(session, delivery_id, reason=LET_BE)
