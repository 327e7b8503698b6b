"""The journal: who did what to what, when, through which channel. Append-only, chained, nobody's once erased."""

from db.journal.tables import DAY_ALONE, Entry, hash_of_value, write_entry

__all__ = ["DAY_ALONE", "Entry", "hash_of_value", "write_entry"]
