"""The reports that were frozen: what each printed, when, by whom, and why one follows another. Rows are never edited,

but for the moment at which a version first left.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class ReportRun(Base):
    """A version of the report of a year. What was hidden is kept nowhere: the facts make it again."""

    __tablename__ = "report_runs"
    __table_args__ = (UniqueConstraint("organisation_id", "year", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    year: Mapped[int]  # the one in which the fiscal year begins
    version: Mapped[int]
    cut_at: Mapped[dt.datetime]
    frozen_at: Mapped[dt.datetime]
    frozen_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(default="")  # of a correction
    definitions: Mapped[int]
    journal_place: Mapped[int]  # the last entry sealed when it was frozen
    printed: Mapped[str]  # canonical JSON
    digest: Mapped[str]  # SHA-256 of `printed`
    left_at: Mapped[dt.datetime | None]  # when its files were first made: later versions are measured against it


class ReportText(Base):
    """What a coordinator wrote of the year: learned, hard, changed, next."""

    __tablename__ = "report_texts"
    __table_args__ = (UniqueConstraint("organisation_id", "year", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    year: Mapped[int]
    name: Mapped[str]
    words: Mapped[str]
    replaced: Mapped[str | None]  # the words before these; None: there were none
    written_at: Mapped[dt.datetime]
    written_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))


class ReportReading(Base):
    """The weeks in which the people whom the report is about read their chapter, before it is frozen."""

    __tablename__ = "report_readings"
    __table_args__ = (UniqueConstraint("organisation_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    year: Mapped[int]
    begun_at: Mapped[dt.datetime]
    begun_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    until: Mapped[dt.date]  # the last day on which they may say something
    reminded_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    stopped_at: Mapped[dt.datetime | None]  # taken back: nobody is asked any more, until it is begun or taken up again


class ReportReader(Base):
    """Someone who was sent the chapter. `right`: they said that it is so; None: nothing said."""

    __tablename__ = "report_readers"
    __table_args__ = (Index("ix_report_readers_person_id", "person_id"),)

    reading_id: Mapped[int] = mapped_column(ForeignKey("report_readings.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    by_post: Mapped[bool]  # on paper: by their choice, or because no address works
    right: Mapped[bool | None]
    answered_at: Mapped[dt.datetime | None]


class ReportRemark(Base):
    """What someone who read the chapter said of it, in their words."""

    __tablename__ = "report_remarks"
    __table_args__ = (Index("ix_report_remarks_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    reading_id: Mapped[int] = mapped_column(ForeignKey("report_readings.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    words: Mapped[str]
    said_at: Mapped[dt.datetime]
    settled_at: Mapped[dt.datetime | None]  # a coordinator read it and did what it takes; until then it waits


class SurveyCount(Base):
    """How many people gave an answer to a question of the yearly survey, of the sheets that were noted on a day."""

    __tablename__ = "survey_counts"
    __table_args__ = (UniqueConstraint("organisation_id", "year", "question", "answer", "noted_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    year: Mapped[int]
    question: Mapped[str]
    answer: Mapped[int]
    noted_on: Mapped[dt.date]
    people: Mapped[int]


class SurveyRound(Base):
    """The survey of a year, put to people on their phones. What each answered is nowhere but in counts."""

    __tablename__ = "survey_rounds"
    __table_args__ = (UniqueConstraint("organisation_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    year: Mapped[int]
    begun_at: Mapped[dt.datetime]
    begun_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    until: Mapped[dt.date]  # the last day to answer; every answer is counted on that day
    stopped_at: Mapped[dt.datetime | None]


class ReportTemplate(Base):
    """The coordinators' own document, in place of the house's, as it was checked."""

    __tablename__ = "report_templates"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    name: Mapped[str]
    content: Mapped[str]  # base64: it travels in copies as text
    digest: Mapped[str]  # SHA-256
    kept_at: Mapped[dt.datetime]
    kept_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
