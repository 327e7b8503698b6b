"""Digests: one a month, made of the items that members and coordinators proposed."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, EnumText
from db.labels import Label, label


class ItemState(StrEnum):
    PROPOSED = "proposed"
    CHOSEN = "chosen"
    SET_ASIDE = "set_aside"


class Digest(Base):
    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("organisation_id", "month"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    month: Mapped[str]  # "2026-11"
    broadcast_id: Mapped[int | None] = mapped_column(ForeignKey("broadcasts.id"))
    send_day: Mapped[int] = mapped_column(SmallInteger, default=31)  # 31 means the last day
    send_time: Mapped[dt.time] = mapped_column(default=dt.time(10))
    nudged_at: Mapped[dt.datetime | None]
    created_at: Mapped[dt.datetime]


class DigestItem(Base):
    __tablename__ = "digest_items"
    __table_args__ = (Index("ix_digest_items_digest_id", "digest_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    digest_id: Mapped[int] = mapped_column(ForeignKey("digests.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(SmallInteger, default=0)
    state: Mapped[ItemState] = mapped_column(EnumText(ItemState), default=ItemState.PROPOSED)
    language: Mapped[str] = mapped_column(default="fr")
    title: Mapped[str] = mapped_column(Label)  # the short form, a line on a basic phone
    body: Mapped[str]  # the item's text
    # Its other languages, as coordinators wrote them: {"en": ["title", "text"]}. Set whole, never changed in place.
    translations: Mapped[dict[str, Any]] = mapped_column(default=dict)
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    proposed_at: Mapped[dt.datetime]

    @property
    def written(self) -> dict[str, tuple[str, str]]:
        """Language -> (title, text): its own first, then those it was translated into."""
        own = {self.language: (self.title, self.body)}
        return own | {language: (title, body) for language, (title, body) in sorted(self.translations.items())}

    def write(self, language: str, title: str, body: str) -> None:
        """Its words in a language, in the place of those it had there."""
        if language == self.language:
            self.title, self.body = title, body
        else:
            self.translations = {**self.translations, language: [label(title), body]}
