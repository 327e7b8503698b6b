"""Announcements that are written and not sent."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class Draft(Base):
    """One announcement kept for later. Nothing of it leaves before it is sent, its check page first."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    territory: Mapped[str | None]  # as of a broadcast: None is the whole organisation's
    audience: Mapped[str] = mapped_column(default="")  # as a coordinator writes it: "table COCO"
    words: Mapped[dict[str, Any]] = mapped_column(default=dict)  # language -> words
    send_at: Mapped[dt.datetime | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    written_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    changed_at: Mapped[dt.datetime]
