"""What goes wrong under a command, whatever the command: a database that is away, busy, or no database at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from dotenv import dotenv_values
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.cli.acting import language_of_the_house
from bot.faults import where
from db.health import disk_is_full
from messages import Channel, Text, text
from messages.catalogue import Catalogue

CODE = 5  # of a command that could not reach its database
FAULT = 6  # of one that our own code prevented
# Classes and codes of PostgreSQL that say who may enter, where, and what they may do there.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
OF_THE_DOOR = ("08", "28", "3D", "42501", "53", "57")
DEFAULT = "sqlite:///portevoix.sqlite3"


def is_network(error: BaseException) -> bool:
    """A connection that failed, rather than a file that cannot be written."""
    return isinstance(error, OSError) and not (error.filename or isinstance(error, BlockingIOError))


def sentence(error: BaseException, url: str) -> Text | None:
    """What to say of it; None when it is none of these, and thus a fault of ours."""
    file = url.partition("///")[2].partition("?")[0]
    if disk_is_full(error):
        return text("shell-disk-full")
    if isinstance(error, DBAPIError):
        said = str(error.orig).lower()
        if "unable to open" in said or "readonly" in said:
            return text("shell-no-such-file", file=file or url.partition("@")[2])
        if "not a database" in said or "malformed" in said:
            return text("shell-not-a-database", file=file)
        if "locked" in said or "busy" in said:
            return text("shell-database-busy")
        code = getattr(error.orig, "sqlstate", None) or ""
        of_sqlite = not code and isinstance(error, OperationalError) and "no such" not in said
        if of_sqlite or error.connection_invalidated or code.startswith(OF_THE_DOOR):
            return text("shell-database-away", error=type(error.orig).__name__)
        return None
    if isinstance(error, PermissionError | FileNotFoundError | NotADirectoryError | FileExistsError):
        return text("shell-no-such-file", file=str(error.filename or Path(file)))
    if is_network(error) or type(error).__module__.startswith("asyncpg"):
        return text("shell-database-away", error=type(error).__name__)
    return None


def told(error: BaseException) -> int:
    """Say it on the error stream, in the language of the installation; the exit code.

    Never a trace, nor the words of a statement: they would hold what people wrote. Of a fault of ours, where it was.
    """
    kept = {key: value for key, value in dotenv_values(".env").items() if value}
    known = sentence(error, os.environ.get("DATABASE_URL") or kept.get("DATABASE_URL") or DEFAULT)
    words = known or text("shell-fault", place=where(error))
    catalogue = Catalogue.open(only="shell")
    print(catalogue.text(words, language_of_the_house(catalogue), Channel.SMS), file=sys.stderr)
    return CODE if known else FAULT
