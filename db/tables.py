"""Every table, imported once: what migrations compare with, and what `create_all` makes in tests."""

from db import consent, contacts, conversations, deliveries, digests, journal, organisations, people
from db.base import Base
from db.claims import tables as claims
from db.comments import tables as comments
from db.meetings import tables as meetings

metadata = Base.metadata

__all__ = [
    "claims",
    "comments",
    "consent",
    "contacts",
    "conversations",
    "deliveries",
    "digests",
    "journal",
    "meetings",
    "metadata",
    "organisations",
    "people",
]
