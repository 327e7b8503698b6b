"""A session that reads and refuses to write: who only asks what there is to do is stopped where it would be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session


class WouldWriteError(Exception):
    """Something would have been written here."""


class ReadingSession(Session):
    """Its changed objects and its INSERT, UPDATE, DELETE are refused; raw SQL is for the database itself to refuse."""

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        if self.would_write:
            raise WouldWriteError

    @property
    def would_write(self) -> bool:
        return bool(self.new or self.deleted or any(self.is_modified(changed) for changed in self.dirty))


@event.listens_for(ReadingSession, "do_orm_execute")
def refuse_to_write(statement: ORMExecuteState) -> None:
    if statement.is_insert or statement.is_update or statement.is_delete:
        raise WouldWriteError
