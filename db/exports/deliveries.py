"""Each message that left or should have: its fate, its cost, its hours; and each person for whom none was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.engine import Row as Record
from sqlalchemy.ext.asyncio import AsyncSession

from db.contacts import Contact, masked
from db.deliveries import Broadcast, Delivery
from db.exports.frame import Export, Row, Span, days_last, lots
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.outbox.left_out import LeftOut
from db.people import Person

COLUMNS = (
    "id",
    "kind",
    "person",
    "channel",
    "address",
    "status",
    "reason",
    "attempts",
    "segments",
    "cost",
    "queued_at",
    "sent_at",
    "delivered_at",
    "broadcast",
    "purpose",
    "title",
    "date",
)
HIDDEN, LEFT_OUT = "***", "left_out"
# By a return path, or whose person and address were erased: it is nobody's.
NOBODYS: ColumnElement[bool] = Delivery.contact_id.is_(None) & Delivery.person_id.is_(None)


def _query(span: Span) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Delivery.id,
            Delivery.kind,
            Person.name,
            Delivery.channel,
            Contact.address,
            Delivery.status,
            Delivery.reason,
            Delivery.attempts,
            Delivery.segments,
            Delivery.cost,
            Delivery.queued_at,
            Delivery.sent_at,
            Delivery.delivered_at,
            Delivery.broadcast_id,
            Broadcast.purpose,
            func.coalesce(func.nullif(Broadcast.title, ""), Roundtable.name).label("title"),
            Broadcast.started_at,
            Meeting.local_date,
        )
        .outerjoin(Person, Person.id == Delivery.person_id)
        .outerjoin(Contact, Contact.id == Delivery.contact_id)
        .outerjoin(Broadcast, Broadcast.id == Delivery.broadcast_id)
        .outerjoin(Meeting, Meeting.id == Broadcast.meeting_id)
        .outerjoin(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(span.holds_moment(Delivery.queued_at))
    )


async def rows(session: AsyncSession, span: Span) -> AsyncIterator[Row]:
    nobodys = await session.execute(_query(span).where(NOBODYS))
    later = [(span.day(one.queued_at), _nameless(one, span)) for one in nobodys]
    for one in await session.execute(_left_out(span)):
        later.append((span.day(one.started_at), _unwritten(one, span)))
    async for row in days_last(_named(session, span), later):
        yield row


async def _named(session: AsyncSession, span: Span) -> AsyncIterator[tuple[dt.date, Row]]:
    async for lot in lots(session, _query(span).where(~NOBODYS), Delivery.id):
        for one in lot:
            yield span.day(one.queued_at), _row(one, span)


def _row(one: Record[Any], span: Span) -> Row:
    """`date`: the meeting's day when it is about one, else the day when the broadcast left."""
    left = span.day(one.started_at) if one.started_at is not None else None
    return (
        str(one.id),  # wider than what a spreadsheet counts exactly
        one.kind,
        one.name or "",
        one.channel,
        masked(one.address) if one.address else "",
        str(one.status),
        one.reason,
        one.attempts,
        one.segments,
        Decimal(one.cost) / 1_000_000,
        one.queued_at,
        one.sent_at,
        one.delivered_at,
        one.broadcast_id,
        one.purpose or "",
        one.title or "",
        one.local_date or left,
    )


def _left_out(span: Span) -> Select[*tuple[Any, ...]]:
    """Those to whom a broadcast wrote nothing, as it was when it left."""
    return (
        select(
            LeftOut.why,
            Person.name,
            Broadcast.id,
            Broadcast.kind,
            Broadcast.purpose,
            func.coalesce(func.nullif(Broadcast.title, ""), Roundtable.name).label("title"),
            Broadcast.started_at,
            Meeting.local_date,
        )
        .join(Broadcast, Broadcast.id == LeftOut.broadcast_id)
        .outerjoin(Person, Person.id == LeftOut.person_id)
        .outerjoin(Meeting, Meeting.id == Broadcast.meeting_id)
        .outerjoin(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(Broadcast.started_at.is_not(None), span.holds_moment(Broadcast.started_at))
    )


def _unwritten(one: Record[Any], span: Span) -> Row:
    """No message: neither number, channel, address nor hours; with the others, what was meant adds up."""
    day = span.day(one.started_at)
    return (
        None,
        one.kind,
        one.name or "",
        "",
        "",
        LEFT_OUT,
        one.why,
        0,
        0,
        Decimal(0),
        day,
        None,
        None,
        one.id,
        one.purpose or "",
        one.title or "",
        one.local_date or day,
    )


def _nameless(one: Record[Any], span: Span) -> Row:
    """No number, since it would say between which others it left; no channel nor cost, since few may share them."""

    def day(moment: dt.datetime | None) -> dt.date | None:
        return None if moment is None else span.day(moment)

    return (
        None,
        one.kind,
        "",
        HIDDEN,
        HIDDEN,
        str(one.status),
        one.reason,
        one.attempts,
        None,
        None,
        day(one.queued_at),
        day(one.sent_at),
        day(one.delivered_at),
        None,
        "",
        "",
        None,
    )


DELIVERIES = Export("deliveries", COLUMNS, rows)
