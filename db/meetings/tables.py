"""Meetings, their agenda, their reminders, who comes and who came."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.labels import Label


class MeetingState(StrEnum):
    DRAFT = "draft"
    ANNOUNCED = "announced"
    HELD = "held"
    CLOSED = "closed"  # the plain minutes were sent
    CANCELLED = "cancelled"


class Answer(StrEnum):
    NONE = "none"
    COMING = "coming"
    ABSENT = "absent"
    MAYBE = "maybe"


class Presence(StrEnum):
    UNKNOWN = "unknown"
    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    COMMENT = "comment"
    NONE = "none"


class WorkStep(StrEnum):
    """The step of the work that an agenda point belongs to."""

    PORTRAIT = "portrait"
    ISSUES = "issues"
    PRIORITIES = "priorities"
    PLAN = "plan"
    SELECTION = "selection"
    ACTION = "action"
    FOLLOW_UP = "follow_up"


class Outcome(StrEnum):
    """What became of an agenda point at its meeting."""

    OPINION = "opinion"  # an opinion was given
    DECIDED = "decided"
    POSTPONED = "postponed"


class Meeting(Base):
    """A meeting of a roundtable. People plan in local time: it is kept as chosen, and UTC is derived from it."""

    __tablename__ = "meetings"
    __table_args__ = (Index("ix_meetings_starts_at", "starts_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    roundtable_id: Mapped[int] = mapped_column(ForeignKey("roundtables.id"))
    state: Mapped[MeetingState] = mapped_column(EnumText(MeetingState), default=MeetingState.DRAFT)
    local_date: Mapped[dt.date]
    local_start: Mapped[dt.time]
    local_end: Mapped[dt.time]
    zone: Mapped[str]
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]
    place: Mapped[str] = mapped_column(Label, default="")
    dial_in: Mapped[str] = mapped_column(Label, default="")
    access: Mapped[str] = mapped_column(Label, default="")  # steps, lift, meal served...
    meal_served: Mapped[bool] = mapped_column(default=False)
    # No window for comments opens without a named person who carries them and a date for the answer.
    carrier: Mapped[str] = mapped_column(Label, default="")
    answer_by: Mapped[dt.date | None]
    version: Mapped[int] = mapped_column(default=1)  # moves with the date: reminders of an older version are void
    minutes: Mapped[str] = mapped_column(default="")  # the plain minutes
    minutes_sent_at: Mapped[dt.datetime | None]
    read_on: Mapped[dt.date | None]  # when the comments were read at the table
    told_to_read_at: Mapped[dt.datetime | None]  # coordinators know which comments wait
    overdue_told_on: Mapped[dt.date | None]  # the last day they were told that answers are owed
    created_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    created_at: Mapped[dt.datetime]
    announced_at: Mapped[dt.datetime | None]
    advice_left: Mapped[int | None] = mapped_column(SmallInteger)  # hard words left when it was announced
    cancelled_reason: Mapped[str] = mapped_column(default="")


class AgendaPoint(Base):
    __tablename__ = "agenda_points"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(SmallInteger)
    title: Mapped[str] = mapped_column(Label)
    plain: Mapped[str] = mapped_column(default="")  # one plain sentence
    changes: Mapped[str] = mapped_column(default="")  # "what it changes for you"
    step: Mapped[WorkStep | None] = mapped_column(EnumText(WorkStep))
    outcome: Mapped[Outcome | None] = mapped_column(EnumText(Outcome))


class Attendance(Base):
    """One person and one meeting: what they answered before, how they took part after."""

    __tablename__ = "attendances"
    __table_args__ = (
        UniqueConstraint("meeting_id", "person_id"),
        Index("ix_attendances_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    answer: Mapped[Answer] = mapped_column(EnumText(Answer), default=Answer.NONE)
    answered_at: Mapped[dt.datetime | None]
    answer_version: Mapped[int | None]  # the version of the meeting they answered for
    presence: Mapped[Presence] = mapped_column(EnumText(Presence), default=Presence.UNKNOWN)
    noted_at: Mapped[dt.datetime | None]  # when and by whom the presence was noted last: each time is a PresenceNote
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    # Whether they had the role of expert, as written down with the presence: it does not change when the role does.
    as_expert: Mapped[bool | None]
    needs: Mapped[str] = mapped_column(default="")  # ",transport,childcare,meal,"
    settled: Mapped[str] = mapped_column(
        default="", server_default=""
    )  # those of `needs` that were seen to, as written there
    taken_back_at: Mapped[dt.datetime | None]  # invited by mistake: to this meeting they are not, since then
    offered_claim_at: Mapped[dt.datetime | None]
    offered_comment_at: Mapped[dt.datetime | None]
    minutes_sent_at: Mapped[dt.datetime | None]


class NeedCounted(Base):
    """How many experts named a need for a meeting, and how many of these were seen to: nobody's, once erased."""

    __tablename__ = "needs_counted"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True)
    need: Mapped[str] = mapped_column(primary_key=True)  # one of `Attendance.needs`
    times: Mapped[int]
    met: Mapped[int]


class PresenceNote(Base):
    """One presence as it was noted, once: what a later one corrects is still there, for a year already reported."""

    __tablename__ = "presence_notes"
    __table_args__ = (Index("ix_presence_notes_attendance_id", "attendance_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attendance_id: Mapped[int] = mapped_column(ForeignKey("attendances.id", ondelete="CASCADE"))
    presence: Mapped[Presence] = mapped_column(EnumText(Presence))
    noted_at: Mapped[dt.datetime]
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))


class Reminder(Base):
    """One reminder planned for a meeting; it goes out once, or is missed."""

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("meeting_id", "version", "days_before"),
        Index("ix_reminders_due", "state", "due_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"))
    version: Mapped[int]
    days_before: Mapped[int] = mapped_column(SmallInteger)
    due_at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(default="planned")  # planned, sent, missed, cancelled
    done_at: Mapped[dt.datetime | None]
