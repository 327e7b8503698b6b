"""Faults of ours: where one happened, and whether a part of the program waits it out, or ends with it.

A database that is away comes back: whoever needs it waits. One that refuses what is asked of it (a column that is not
there, a value that it does not take) is a fault of ours, however it is worded: after a while the process ends, since a
part that tries the same thing for ever is neither alive nor dead.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.exc import SQLAlchemyError

from db.transient_errors import is_transient

BEARABLE_SECONDS = 20.0


def where(error: BaseException) -> str:
    """The kind of error and the places it went through, without the values: they could be a person's words."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " < ".join(f"{'/'.join(f.filename.split('/')[-2:])}:{f.lineno} {f.name}" for f in reversed(frames))
    return f"{type(error).__name__} at {places}"[:1000]


@dataclass(slots=True)
class Outage:
    """One part's patience with its database. Tell it each error, and each time that all went well."""

    monotonic: Callable[[], float] = time.monotonic
    _since: float | None = field(default=None)

    def over(self) -> None:
        self._since = None

    def bearable(self, error: BaseException) -> bool:
        """Wait and try again; False: it is a fault, not an outage, or it has lasted too long to be one."""
        if is_transient(error):
            self.over()
            return True
        if not isinstance(error, SQLAlchemyError | OSError):
            return False
        if self._since is None:
            self._since = self.monotonic()
        return self.monotonic() - self._since < BEARABLE_SECONDS
