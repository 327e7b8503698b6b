"""Deliveries: the outbox. One row is one message to one address, from the transaction that decided it to its fate."""

from __future__ import annotations

import datetime as dt
import secrets
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.numbers import next_number
from db.path_key import CannotOpen, ReturnAddress
from db.session import AsyncSession, path_key

PATHS_BELOW = 2**31 - 2
BigId = BigInteger().with_variant(Integer, "sqlite")


class Status(StrEnum):
    QUEUED = "queued"
    CLAIMED = "claimed"
    STARTED = "started"
    RETRYING = "retrying"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNKNOWN = "unknown"  # it may have arrived: never sent again blindly
    MISSED = "missed"  # too late to be useful
    CANCELLED = "cancelled"


WAITING = (Status.QUEUED, Status.RETRYING)
UNSETTLED = (*WAITING, Status.CLAIMED, Status.STARTED)
FINAL = (Status.DELIVERED, Status.FAILED, Status.UNKNOWN, Status.MISSED, Status.CANCELLED)


class Priority(IntEnum):
    """What leaves first. Order holds within one person and one priority."""

    DANGER = -2  # an answer to someone in distress, and the alerts of it
    CRY = -1  # the same, of somebody whom nobody knows: a number is easily forged, and a thousand may cry at once
    REPLY = 0  # an answer to what the person just wrote
    URGENT = 1  # a meeting moved, a cancelled one
    NORMAL = 2  # reminders, what became of a comment or a claim
    BROADCAST = 3  # digests, announcements
    STRANGER = 4  # an answer to somebody whom nobody knows: there may be a thousand of them


ANSWERS = (Priority.DANGER, Priority.CRY, Priority.REPLY, Priority.STRANGER)


class BroadcastState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    CANCELLED = "cancelled"


class Broadcast(Base):
    """One text to many people: a month's digest, an announcement, a meeting's reminder."""

    __tablename__ = "broadcasts"
    __table_args__ = (Index("ix_broadcasts_state", "state"), Index("ix_broadcasts_meeting_id", "meeting_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    kind: Mapped[str]  # "digest", "announcement", "reminder", "notice"
    # What it was for ("reminder", "moved", "cancelled", "minutes"), about which meeting, and the words that name it.
    purpose: Mapped[str] = mapped_column(default="")
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id", ondelete="SET NULL"))
    title: Mapped[str] = mapped_column(default="")
    # The territory it is of; "" when it is of none; None when it is the whole organisation's.
    territory: Mapped[str | None]
    state: Mapped[BroadcastState] = mapped_column(EnumText(BroadcastState), default=BroadcastState.DRAFT)
    audience: Mapped[dict[str, Any]] = mapped_column(default=dict)
    priority: Mapped[int] = mapped_column(SmallInteger, default=Priority.BROADCAST)
    send_at: Mapped[dt.datetime | None]
    not_after: Mapped[dt.datetime | None]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    approved_count: Mapped[int | None]  # the number of people shown, and retyped, at approval
    # When it left: the messages made, and those to whom nothing was written. None: nobody noted it then.
    written_to: Mapped[int | None]
    left_out: Mapped[int | None]
    pause_reason: Mapped[str] = mapped_column(default="")
    pause_told_at: Mapped[dt.datetime | None]  # coordinators know that it paused
    # How many errors a coordinator had seen when they resumed it: only later ones can pause it again.
    errors_excused: Mapped[int] = mapped_column(default=0)
    # Where progress is shown: the coordinator's contact and the provider's id of the message that is edited.
    progress_contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="SET NULL"))
    progress_message_id: Mapped[str | None]
    progress_shown: Mapped[str] = mapped_column(default="")
    created_at: Mapped[dt.datetime]
    started_at: Mapped[dt.datetime | None]
    finished_at: Mapped[dt.datetime | None]


class BroadcastText(Base):
    """What approval rendered and kept, per language and channel. Only `{name}` is filled at sending."""

    __tablename__ = "broadcast_texts"
    __table_args__ = (UniqueConstraint("broadcast_id", "language", "channel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id", ondelete="CASCADE"))
    language: Mapped[str]
    channel: Mapped[str]
    body: Mapped[str]
    # [[value, label], ...]: numbered lines are already in the SMS body; Telegram shows buttons.
    options: Mapped[list[Any]] = mapped_column(default=list)
    segments: Mapped[int] = mapped_column(default=0)


def _where(condition: str) -> dict[str, Any]:
    """A partial index stays as small as what it is for, whatever the history."""
    return {"postgresql_where": text(condition), "sqlite_where": text(condition)}


def _due(context: Any) -> dt.datetime:
    """A delivery is due from `not_before`, else from the moment it is queued."""
    row: dict[str, Any] = context.get_current_parameters()
    due: dt.datetime = row.get("not_before") or row["queued_at"]
    return due


WAITS = "status IN ('queued', 'retrying')"
IN_FLIGHT = "status IN ('claimed', 'started')"
UNKEPT = "kind = 'words' AND body != ''"  # other people's words, shown to a coordinator
PATHS_NEWS = "return_path_id IS NOT NULL AND body != ''"
TO_STRANGERS = "priority = 4"
CHAT_NUMBERS = "channel = 'telegram' AND length(provider_id) < 24"  # in a chat, they count its messages: later, sealed


class Delivery(Base):
    __tablename__ = "deliveries"
    __table_args__ = (
        # The hot questions. What is due outside broadcasts, and in one broadcast: a paused one is never walked over.
        Index(
            "ix_deliveries_due", "channel", "priority", "due_at", "id", **_where(f"{WAITS} AND broadcast_id IS NULL")
        ),
        Index(
            "ix_deliveries_due_in_broadcast",
            "broadcast_id",
            "channel",
            "due_at",
            "id",
            **_where(f"{WAITS} AND broadcast_id IS NOT NULL"),
        ),
        # What of this conversation stands before a message.
        Index(
            "ix_deliveries_conversation",
            "contact_id",
            "priority",
            "id",
            **_where("status IN ('queued', 'retrying', 'claimed', 'started')"),
        ),
        # When this contact was last written to, for the limits of one chat; and its rows, when it is erased.
        Index("ix_deliveries_contact_id", "contact_id", "started_at"),
        Index("ix_deliveries_in_flight", "claimed_by", **_where(IN_FLIGHT)),
        Index("ix_deliveries_unknown", "id", **_where("status = 'unknown'")),
        Index("ix_deliveries_broadcast_id", "broadcast_id", "status", **_where("broadcast_id IS NOT NULL")),
        Index("ix_deliveries_person_id", "person_id", "id"),
        # What is looked at at each tick, to be forgotten.
        Index("ix_deliveries_unkept", "id", **_where(UNKEPT)),
        Index("ix_deliveries_paths_news", "id", **_where(PATHS_NEWS)),
        Index("ix_deliveries_chat_numbers", "id", **_where(CHAT_NUMBERS)),
        # How many answers strangers had lately.
        Index("ix_deliveries_to_strangers", "channel", "queued_at", **_where(TO_STRANGERS)),
        Index("ix_deliveries_incoming_id", "incoming_id", **_where("incoming_id IS NOT NULL")),
        Index("ix_deliveries_provider_id", "provider_id", **_where("provider_id IS NOT NULL")),
        Index("ix_deliveries_fallback_of", "fallback_of", unique=True, **_where("fallback_of IS NOT NULL")),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, default=next_number, autoincrement=True)
    organisation_id: Mapped[int] = mapped_column(SmallInteger, default=1)
    kind: Mapped[str]  # "reply", "reminder", "digest", "announcement", "notice", "consent", "alert"
    channel: Mapped[str]
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="SET NULL"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    # A nameless comment's news: the address stands in return_paths, which only the outbox reads.
    return_path_id: Mapped[int | None] = mapped_column(ForeignKey("return_paths.id", ondelete="SET NULL"))
    broadcast_id: Mapped[int | None] = mapped_column(ForeignKey("broadcasts.id"))
    broadcast_text_id: Mapped[int | None] = mapped_column(ForeignKey("broadcast_texts.id"))
    body: Mapped[str | None]  # None when the words are the broadcast's
    buttons: Mapped[list[Any] | None]
    image: Mapped[str | None]
    status: Mapped[Status] = mapped_column(EnumText(Status), default=Status.QUEUED)
    reason: Mapped[str] = mapped_column(default="")
    priority: Mapped[int] = mapped_column(SmallInteger, default=Priority.NORMAL)
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    expects_answer: Mapped[bool] = mapped_column(default=False)  # an unknown one leaves once more
    any_hour: Mapped[bool] = mapped_column(default=False)  # quiet hours do not hold it back
    any_consent: Mapped[bool] = mapped_column(default=False)  # a stop's own confirmation, a distress answer
    queued_at: Mapped[dt.datetime]
    not_before: Mapped[dt.datetime | None]
    not_after: Mapped[dt.datetime | None]
    # When it may leave: `not_before` at first, then the next retry, the end of the quiet hours...
    due_at: Mapped[dt.datetime] = mapped_column(default=_due)
    claimed_by: Mapped[str | None]  # the worker that has it, or had it last
    started_at: Mapped[dt.datetime | None]
    sent_at: Mapped[dt.datetime | None]
    delivered_at: Mapped[dt.datetime | None]
    provider_id: Mapped[str | None]
    segments: Mapped[int] = mapped_column(SmallInteger, default=0)
    cost: Mapped[int] = mapped_column(Integer, default=0)  # millionths of a dollar
    fallback_of: Mapped[int | None] = mapped_column(BigId)  # the one that could not arrive by the other channel
    sent_again: Mapped[bool] = mapped_column(default=False)  # it was unknown, and left once more
    question_id: Mapped[int | None] = mapped_column(BigId)
    incoming_id: Mapped[int | None] = mapped_column(BigId)  # the message this one answers


class Receipt(Base):
    """A provider's word on a delivery, as it came. The key includes the status: repeats change nothing."""

    __tablename__ = "receipts"
    __table_args__ = (
        UniqueConstraint("channel", "provider_id", "status"),
        Index(
            "ix_receipts_unapplied",
            "id",
            postgresql_where=text("applied_at IS NULL"),
            sqlite_where=text("applied_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True, default=next_number, autoincrement=True)
    channel: Mapped[str]
    provider_id: Mapped[str]
    status: Mapped[str]
    error_code: Mapped[str] = mapped_column(default="")
    delivery_id: Mapped[int | None] = mapped_column(BigId)
    received_at: Mapped[dt.datetime]
    applied_at: Mapped[dt.datetime | None]


class Limiter(Base):
    """One row per provider account: the next free slot. Every worker pushes it forward before it sends."""

    __tablename__ = "limiters"

    account: Mapped[str] = mapped_column(primary_key=True)  # "telegram:12345", "sms:+18195550100"
    next_slot_at: Mapped[dt.datetime]
    paused_until: Mapped[dt.datetime | None]
    paused_at: Mapped[dt.datetime | None]  # when that was said, by the same clock


class Worker(Base):
    """One row per process that sends. A heartbeat that stopped lets a successor take over what was only claimed."""

    __tablename__ = "workers"

    id: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[dt.datetime]
    heartbeat_at: Mapped[dt.datetime]


class Spending(Base):
    """What one local day of one channel cost: settled with the deliveries it counts, so that nothing is summed."""

    __tablename__ = "spending"

    day: Mapped[dt.date] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    segments: Mapped[int] = mapped_column(default=0)
    cost: Mapped[int] = mapped_column(BigInteger, default=0)  # millionths of a dollar
    told: Mapped[bool] = mapped_column(default=False)  # the coordinator knows that the day's budget is reached


class ReturnPath(Base):
    """Where the news of a nameless comment goes. Nothing but the outbox, and the author's own message, opens it."""

    __tablename__ = "return_paths"

    id: Mapped[int] = mapped_column(primary_key=True, default=lambda: 1 + secrets.randbelow(PATHS_BELOW))
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"), unique=True)
    sealed: Mapped[str]  # a `ReturnAddress`, which only the key opens (db/path_key.py)


def opened_path(session: AsyncSession, comment_id: int, sealed: str) -> ReturnAddress | None:
    """Whose this comment is; None when another key sealed it."""
    try:
        return path_key(session).open(comment_id, sealed)
    except CannotOpen:
        return None
