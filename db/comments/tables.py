"""Comments in their author's own words. A nameless one holds no author: its return path stands apart."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, UniqueConstraint, or_
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText


class CommentState(StrEnum):
    RECEIVED = "received"
    CONFIRMED = "confirmed"
    CARRIED = "carried"
    READ = "read"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Decision(StrEnum):
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    TO_FOLLOW = "to_follow"


class Comment(Base):
    __tablename__ = "comments"
    __table_args__ = (
        UniqueConstraint("organisation_id", "number"),
        Index("ix_comments_meeting_id", "meeting_id", "state"),
        Index("ix_comments_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    number: Mapped[int]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    agenda_point_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_points.id", ondelete="SET NULL"))
    # Empty when the author asked for no name.
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    with_name: Mapped[bool] = mapped_column(default=True)
    words: Mapped[str]
    flags: Mapped[str] = mapped_column(default="")  # ",third_person,private,leaving," : for a human to look at
    state: Mapped[CommentState] = mapped_column(EnumText(CommentState), default=CommentState.RECEIVED)
    # The day only for a nameless comment: the minute would name its author.
    confirmed_on: Mapped[dt.date | None]
    confirmed_at: Mapped[dt.datetime | None]
    carried_on: Mapped[dt.date | None]
    read_on: Mapped[dt.date | None]
    decision: Mapped[Decision | None] = mapped_column(EnumText(Decision))
    reason: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[dt.date | None]
    withdrawn_on: Mapped[dt.date | None]
    # The inbound messages of a named comment, blanked if its author takes their name back.
    incoming_ids: Mapped[list[Any]] = mapped_column(default=list)
    # Whether the journal knows it: a nameless one is noted the next day, in any order, never at its minute.
    noted: Mapped[bool] = mapped_column(default=False)


# In what is written for everybody to keep: what is nobody's is there from the day after on, as in the journal.
SEEN: ColumnElement[bool] = or_(Comment.person_id.is_not(None), Comment.noted)


class RemoteParticipation(Base):
    """This person took part from afar: written at the reading, for those who gave their name."""

    __tablename__ = "remote_participations"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    released_on: Mapped[dt.date | None]
