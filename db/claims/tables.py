"""Claims, their lines, the rates by date, and the batches in which they are paid."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.claims.rules import ClaimState, LineKind, Mode, Payee

__all__ = ["Claim", "ClaimLine", "ClaimState", "LineKind", "Mode", "Payee", "Payment", "Rate"]


class Rate(Base):
    """What a unit pays from a date on. `cents` None: at the price paid, up to `max_cents` per meeting."""

    __tablename__ = "rates"
    __table_args__ = (UniqueConstraint("organisation_id", "payee", "kind", "from_date"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    payee: Mapped[Payee] = mapped_column(EnumText(Payee), default=Payee.PERSON, server_default=Payee.PERSON.value)
    kind: Mapped[LineKind] = mapped_column(EnumText(LineKind))
    from_date: Mapped[dt.date]
    cents: Mapped[int | None]
    max_cents: Mapped[int | None]
    receipt: Mapped[bool] = mapped_column(default=False)  # whether the region asks for a receipt


class Claim(Base):
    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("organisation_id", "number"),
        Index("ix_claims_person_id", "person_id"),
        Index("ix_claims_state", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    number: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    # The name that the accounts keep for their years, once the person is erased and `person_id` is nobody's.
    payee: Mapped[str] = mapped_column(default="")
    payee_kind: Mapped[Payee] = mapped_column(EnumText(Payee), default=Payee.PERSON, server_default=Payee.PERSON.value)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    activity_date: Mapped[dt.date]
    state: Mapped[ClaimState] = mapped_column(EnumText(ClaimState), default=ClaimState.SUBMITTED)
    total_cents: Mapped[int]
    note: Mapped[str] = mapped_column(default="")  # the person's own words, and why an exception is asked
    question: Mapped[str] = mapped_column(default="")  # sent back with
    answer: Mapped[str] = mapped_column(default="")  # what the person answered to it
    reason: Mapped[str] = mapped_column(default="")  # refused because
    submitted_at: Mapped[dt.datetime]  # the last time: it may have been sent back
    first_submitted_at: Mapped[dt.datetime | None]
    # Written down by a coordinator for somebody who told it by voice or on paper; by whom, while they are known.
    entered: Mapped[bool] = mapped_column(default=False, server_default=false())
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    decided_at: Mapped[dt.datetime | None]
    payment_id: Mapped[int | None] = mapped_column(ForeignKey("payments.id"))
    received_at: Mapped[dt.datetime | None]


class ClaimLine(Base):
    __tablename__ = "claim_lines"
    __table_args__ = (Index("ix_claim_lines_claim_id", "claim_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id", ondelete="CASCADE"))
    kind: Mapped[LineKind] = mapped_column(EnumText(LineKind))
    day: Mapped[dt.date | None]  # the day of this line, when the claim covers several meetings
    quantity: Mapped[int] = mapped_column(default=1)  # half-days, kilometres, meals
    cents: Mapped[int]  # the line's amount
    asked_cents: Mapped[int | None]  # what was asked, when it goes beyond the table: an exception
    limit_cents: Mapped[int | None]  # what the table pays for it then; None when it says nothing
    rate_id: Mapped[int | None] = mapped_column(ForeignKey("rates.id"))
    receipt: Mapped[str] = mapped_column(default="")  # "", "none", "photo"
    media_id: Mapped[int | None] = mapped_column(ForeignKey("media.id"))
    note: Mapped[str] = mapped_column(default="")


class Payment(Base):
    """A batch of claims paid together: how, and on what date."""

    __tablename__ = "payments"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    mode: Mapped[Mode] = mapped_column(EnumText(Mode))
    paid_on: Mapped[dt.date]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    made_at: Mapped[dt.datetime]
    asked_at: Mapped[dt.datetime | None]  # when people were asked whether it arrived
    cancelled_at: Mapped[dt.datetime | None]  # marked paid by mistake
