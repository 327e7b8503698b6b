"""Which errors of a database pass by themselves: nothing is wrong with what was asked, the same again will do."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from db.health import disk_is_full

# Classes and codes of PostgreSQL: connection lost, beaten by another, no room, locked, stopping or starting, cut off.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
OF_POSTGRES = ("08", "40", "53", "55P03", "57P", "25P03")
# https://www.sqlite.org/rescode.html; SQLITE_ERROR (no such column...) is a fault of ours, and does not pass.
OF_SQLITE = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PROTOCOL")


def is_transient(error: BaseException) -> bool:
    """Also when the error that shows is only the consequence of such a one."""
    return any(_passes(one) for one in _with_its_causes(error))


def _passes(error: BaseException) -> bool:
    if isinstance(error, ConnectionError | TimeoutError | NoFreeConnection) or disk_is_full(error):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(cause, "sqlstate", None) or ""
    return state.startswith(OF_POSTGRES) or getattr(cause, "sqlite_errorname", "").startswith(OF_SQLITE)


def _with_its_causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        if (cause := error.__cause__ or error.__context__) is None:
            return
        error = cause
