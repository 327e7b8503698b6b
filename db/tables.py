"""Every table, imported once: what migrations compare with, and what `create_all` makes in tests."""

from db import (
    consent,
    contacts,
    contributions,
    conversations,
    deliveries,
    digests,
    drafts,
    forgotten,
    imports,
    journal,
    merges,
    organisations,
    people,
    todo,
)
from db.base import Base
from db.claims import tables as claims
from db.comments import tables as comments
from db.console import tables as console
from db.meetings import tables as meetings
from db.outbox import left_out
from db.privacy import tables as privacy
from db.report import tables as report

metadata = Base.metadata

__all__ = [
    "claims",
    "comments",
    "consent",
    "console",
    "contacts",
    "contributions",
    "conversations",
    "deliveries",
    "digests",
    "drafts",
    "forgotten",
    "imports",
    "journal",
    "left_out",
    "meetings",
    "merges",
    "metadata",
    "organisations",
    "people",
    "privacy",
    "report",
    "todo",
]
