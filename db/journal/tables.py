"""The journal: who did what to what, when, through which channel. Append-only, and nobody's once a person is erased.

Entries hold pseudonyms and salted digests, never a text nor a number. `db/journal/chain.py` seals them by hash.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.deliveries import BigId

# What happens to a comment is shown by its day alone, the named ones too: two named minutes would frame a nameless one.
DAY_ALONE = ("comments.confirmed", "comments.withdrawn")


class Entry(Base):
    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_subject", "subject", "id"),
        Index("ix_journal_thing", "thing", "thing_id", "id"),
        Index("ix_journal_at", "at"),
        Index("ix_journal_place", "place", unique=True),
        Index(
            "ix_journal_unsealed",
            "id",
            postgresql_where=text("place IS NULL"),
            sqlite_where=text("place IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[dt.datetime]  # the day alone (midnight UTC) where the minute would name someone
    actor: Mapped[str]  # "person:<pseudonym>", "system", "shell:<pseudonym>"
    subject: Mapped[str | None]  # the pseudonym of the person it is about
    act: Mapped[str]  # "people.joined": its words are the catalogue's message journal-people-joined
    thing: Mapped[str]  # "meeting", "claim", "comment", "broadcast"...
    thing_id: Mapped[int | None] = mapped_column(BigId)
    channel: Mapped[str]
    details: Mapped[dict[str, Any]]  # numbers, states, dates, digests
    # Given by the sealer once the entry is committed: its place in the chain (1, 2, 3... without holes), and the seal,
    # a sha256 over the previous seal, this place and this entry.
    place: Mapped[int | None] = mapped_column(BigId)
    chain: Mapped[str | None]


def hash_of_value(pseudonym: str, value: str) -> str:
    """A salted digest of a value about a person: proves sameness, and nothing else once the pseudonym is gone."""
    return hmac.new(pseudonym.encode(), value.encode(), hashlib.sha256).hexdigest()[:24]


async def write_entry(
    session: AsyncSession,
    act: str,
    *,
    now: dt.datetime,
    actor: str = "system",
    subject: str | None = None,
    thing: str = "",
    thing_id: int | None = None,
    channel: str = "",
    **details: Any,
) -> Entry:
    """Add one line. `act` names a message of the topic's .ftl file ("people.joined" -> journal-people-joined).

    `details` hold what JSON holds: numbers, states, dates as ISO text, digests. Never a text, a name nor a number of
    someone: the seal would keep it for ever.
    """
    entry = Entry(
        at=now,
        actor=actor,
        subject=subject,
        act=act,
        thing=thing,
        thing_id=thing_id,
        channel=channel,
        details=details,
        place=None,
        chain=None,
    )
    session.add(entry)
    return entry
