"""One row of every table about one person, each text of it marked: made from the tables themselves, so that a table or
a column added tomorrow is in it."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Integer, Table, Time, insert

from db.base import EnumText, UtcTime
from db.path_key import ReturnAddress
from db.session import AsyncSession, path_key
from db.tables import metadata

NOW = dt.datetime(2026, 12, 8, 19, 0, tzinfo=dt.UTC)
# What must make sense for the program, by table and column.
SENSE: dict[str, dict[str, Any]] = {
    "people": {"language": "fr", "paused_until": None, "channel": "sms", "erased_at": None},
    "person_roles": {"role": "expert"},
    "contacts": {"channel": "sms", "consent": "given", "shared": False, "hold": False},
    "incoming": {"channel": "sms", "state": "handled"},
    "deliveries": {"channel": "sms", "status": "sent", "return_path_id": None, "fallback_of": None},
    "tasks": {"closed_at": NOW, "outcome": "P"},
    "claims": {"state": "paid", "payee": ""},
    "claim_lines": {"media_id": None},
    "comments": {"state": "read", "with_name": True},
    "dialogues": {"state": "done"},
    "questions": {"state": "open"},
    "data_requests": {"state": "open", "kind": "access"},
    "media": {"state": "stored"},
    "meetings": {"carrier": "Denis"},
    "needs_counted": {"need": "transport"},
    "workers": {},
}


async def live_everything(session: AsyncSession, mark: str, first: int) -> dict[str, int | str]:
    """Insert them, with ids from `first` on; the key of each table's row."""
    keys: dict[str, int | str] = {"organisations": 1}
    for table in metadata.sorted_tables:
        if table.name == "organisations":
            continue
        row = {column.name: _value(table, column, mark, keys, first) for column in table.columns}
        if table.name == "return_paths":
            address = ReturnAddress(int(keys["contacts"]), f"{mark}-people-pseudonym", "fr")
            row["sealed"] = path_key(session).seal(int(keys["comments"]), address)
        if table.name == "forgotten_messages":
            row["digest"] = hashlib.sha256(mark.encode()).hexdigest()  # of no person
        await session.execute(insert(table).values(row))
        if len(table.primary_key.columns) == 1:
            keys[table.name] = row[next(iter(table.primary_key.columns)).name]
    return keys


def _value(table: Table, column: Column[Any], mark: str, keys: dict[str, int | str], first: int) -> Any:
    sense = SENSE.get(table.name, {})
    if column.name in sense:
        return _of_type(column, sense[column.name])
    for key in column.foreign_keys:
        return keys[key.column.table.name]
    if column.name == "organisation_id":
        return 1
    if column.name == "address":
        return f"+1819555{first:04}"
    if column.name == "sender":
        return f"sms:+1819555{first:04}"
    if column.name == "name" and table.name == "people":
        return f"{mark} Tremblay"
    return _any(column, f"{mark}-{table.name}-{column.name}", first)


def _of_type(column: Column[Any], value: Any) -> Any:
    return column.type.enum(value) if isinstance(column.type, EnumText) and value is not None else value


def _any(column: Column[Any], mark: str, first: int) -> Any:
    kind = column.type
    if isinstance(kind, EnumText):
        return next(iter(kind.enum))
    if isinstance(kind, JSON):
        return [mark] if column.name in LISTS else {"words": mark}
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer):
        return first
    if isinstance(kind, UtcTime | DateTime):
        return NOW
    if isinstance(kind, Date):
        return NOW.date() + dt.timedelta(days=first)
    if isinstance(kind, Time):
        return dt.time(10)
    return mark


LISTS = {"options", "buttons", "incoming_ids"}
