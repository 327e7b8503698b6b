"""The reports that were frozen: what each printed, when, by whom, and why one follows another. Rows are never edited,

but for the moment at which a version first left.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
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
    written_at: Mapped[dt.datetime]
    written_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
