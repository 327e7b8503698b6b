"""`portevoix move`: from the SQLite file of DATABASE_URL to a PostgreSQL database."""

from __future__ import annotations

import asyncio

import typer

from bot.cli.acting import JSON, say, settings_or_stop, sqlite_path, stop
from bot.cli.run import only_one
from bot.cli.trouble import sentence
from bot.clock import system_clock
from bot.moving import Moved, MoveRefused
from bot.moving import move as carry
from bot.path_key import path_key
from db.schema import SchemaBehind
from db.session import async_url, is_sqlite
from handlers.acting import ActResult
from messages import Text, text
from messages.catalogue import Catalogue


def move(
    to: str = typer.Option(..., "--to", help="The PostgreSQL database, such as postgresql://user:password@host/base"),
    as_json: bool = JSON,
) -> None:
    """Copy a stopped SQLite installation to PostgreSQL, counts and journal verified: all of it, or nothing."""
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    path = sqlite_path(settings.database_url)
    if path is None:
        stop(catalogue, settings, text("move-only-sqlite"), 2)
    if not path.exists():
        stop(catalogue, settings, text("move-no-file", file=str(path)), 2)
    if not _is_postgres(to):
        stop(catalogue, settings, text("move-bad-address"), 2)
    try:
        with only_one(path):
            done = asyncio.run(carry(settings.database_url, to, system_clock(), key=path_key(settings)))
    except BlockingIOError:
        stop(catalogue, settings, text("move-running"), 3)
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"), 4)
    except MoveRefused as refused:
        stop(catalogue, settings, _why(refused))
    except Exception as error:  # the network, the password, the base's name: the driver has a class for each
        if sentence(error, to) is None:  # what it says is no trouble of the door: the address is right
            raise
        stop(catalogue, settings, text("move-unreachable", error=type(error).__name__))
    _say_counts(done, as_json)
    data = {"tables": done.counts, "rows": done.rows, "seal": str(done.journal.seal)}
    say(catalogue, settings, ActResult(text("move-done", rows=done.rows, checked=done.journal.checked), data), as_json)


def _is_postgres(url: str) -> bool:
    try:
        return not is_sqlite(async_url(url))
    except Exception:  # whatever is wrong with it, it is not an address of PostgreSQL
        return False


def _why(refused: MoveRefused) -> Text:
    if refused.why in ("counts", "fault"):
        return text(f"move-{refused.why}", table=str(refused.what))
    if refused.why == "journal-broken":
        return text("move-journal-broken", number=str(refused.what))
    return text("move-not-empty")


def _say_counts(done: Moved, as_json: bool) -> None:
    if not as_json:
        for name, number in done.counts.items():
            if number:
                print(f"{name:24}{number:>10}")
