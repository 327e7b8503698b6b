"""The registers of personal information: who asked for what, who looked at whom, what was erased, what went wrong."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.deliveries import BigId
from db.numbers import next_number


class RequestKind(StrEnum):
    """What a person asks about their own information."""

    ACCESS = "access"  # to have a copy of it
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    NOTICE = "notice"  # the page about privacy, on paper


class RequestState(StrEnum):
    OPEN = "open"
    COOLING = "cooling"  # an erasure that can still be undone
    DONE = "done"
    WITHDRAWN = "withdrawn"


STANDING = (RequestState.OPEN, RequestState.COOLING)


class How(StrEnum):
    """How a person wants their information."""

    TELEGRAM = "telegram"
    POST = "post"
    HAND = "hand"


class DataRequest(Base):
    """What a person asked about their own information, by when it is owed, and what came of it."""

    __tablename__ = "data_requests"
    __table_args__ = (Index("ix_data_requests_state", "state", "due_at"), Index("ix_data_requests_person", "person_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    kind: Mapped[RequestKind] = mapped_column(EnumText(RequestKind))
    state: Mapped[RequestState] = mapped_column(EnumText(RequestState), default=RequestState.OPEN)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    # The address it was asked from, or none when a coordinator wrote it down.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id", ondelete="SET NULL"))
    how: Mapped[How | None] = mapped_column(EnumText(How))
    note: Mapped[str] = mapped_column(default="")  # why, in a coordinator's words
    asked_at: Mapped[dt.datetime]
    due_at: Mapped[dt.datetime]
    told_on: Mapped[dt.date | None]  # the last day coordinators were told that it is owed
    done_at: Mapped[dt.datetime | None]
    done_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))


class Look(Base):
    """Somebody looked at a person's information: who, when, from where, by which act. `person_id` None: at a file of
    everybody."""

    __tablename__ = "looks"
    __table_args__ = (Index("ix_looks_person_id", "person_id", "at"), Index("ix_looks_at", "at"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True, default=next_number, autoincrement=True)
    at: Mapped[dt.datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    via: Mapped[str]  # "telegram", "shell", "web"
    act: Mapped[str]  # "people.list": its words are the catalogue's message look-people-list
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))


class Erasure(Base):
    """One person erased, by a digest of the pseudonym that an older backup still knows them by."""

    __tablename__ = "erasures"

    digest: Mapped[str] = mapped_column(primary_key=True)
    erased_on: Mapped[dt.date]


class ProviderCopy(Base):
    """A message that a provider still holds and must erase. The row goes once that is done."""

    __tablename__ = "provider_copies"
    __table_args__ = (
        UniqueConstraint("channel", "chat", "provider_id"),
        Index("ix_provider_copies_next_at", "next_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    channel: Mapped[str]
    chat: Mapped[str] = mapped_column(default="")  # Telegram numbers messages within a chat
    provider_id: Mapped[str]
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    next_at: Mapped[dt.datetime]


class Risk(StrEnum):
    """Whether an incident may do serious harm to the people concerned."""

    UNKNOWN = "unknown"
    LOW = "low"
    SERIOUS = "serious"


class Incident(Base):
    """Personal information seen, used, lost or given without right; kept at least five years."""

    __tablename__ = "incidents"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    what: Mapped[str]  # what happened, in plain words, without a name
    happened_on: Mapped[dt.date | None]
    found_on: Mapped[dt.date]
    information: Mapped[str] = mapped_column(default="")  # which information
    people: Mapped[int | None]  # how many people
    risk: Mapped[Risk] = mapped_column(EnumText(Risk), default=Risk.UNKNOWN)
    risk_why: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")  # what was decided and done
    commission_told_on: Mapped[dt.date | None]
    people_told_on: Mapped[dt.date | None]
    closed_on: Mapped[dt.date | None]
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    noted_at: Mapped[dt.datetime]
