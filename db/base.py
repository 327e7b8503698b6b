"""What every table shares: the naming of constraints, aware UTC times, states kept as short text."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "ix": "ix_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcTime(TypeDecorator[dt.datetime]):
    """An aware datetime, kept in UTC. A naive one is refused: it would mean another hour on another machine."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value!r}")
        value = value.astimezone(dt.UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Of each time that is read, straight from SQLite's text: the general way calls three functions."""
        return _read_sqlite_time if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


def _read_sqlite_time(text: str | None) -> dt.datetime | None:
    return None if text is None else dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


class EnumText(TypeDecorator[Any]):
    """An enum kept as its text value, so that a database opened by hand can be read."""

    impl = String(32)
    cache_ok = True

    def __init__(self, enum: type[StrEnum], unknown: StrEnum | None = None) -> None:
        """`unknown`: what a word is read as that only an older or a newer program knows; None: it is a mistake."""
        super().__init__()
        self.enum = enum
        self.unknown = unknown

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return self.result_processor(dialect, None)(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """A table instead of a call: states are read by the thousand."""
        members: dict[str | None, Any] = {None: None, **self.enum._value2member_map_}
        if self.unknown is None:
            return members.__getitem__
        other = self.unknown
        return lambda value: members.get(value, other)


class Base(DeclarativeBase):
    """The base of every table. `Mapped[datetime]` is aware UTC; `Mapped[dict]` and `Mapped[list]` are JSON.

    None in a JSON column is SQL's NULL, not the word `null`: `IS NULL` then finds what was blanked.
    """

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dt.datetime: UtcTime(),
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
    }
