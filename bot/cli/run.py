"""`portevoix run` is everything in one process; `web`, `worker` and `scheduler` split it over machines."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import structlog

from bot.app import PARTS, App
from bot.cli.acting import ready, settings_or_stop, sqlite_path, stop
from bot.settings import Settings
from db.schema import SchemaBehind
from messages import text
from messages.catalogue import Catalogue

log = structlog.get_logger(__name__)


def run() -> None:
    """Start Porte-voix: it receives, answers, sends and keeps the hour, until Ctrl-C."""
    _serve(PARTS)


def web() -> None:
    """Only the web door: webhooks, health, metrics. Needs PostgreSQL beside the workers."""
    _serve(("web",))


def worker() -> None:
    """Only a worker: handles what came in and sends. As many as you like, anywhere, on PostgreSQL."""
    _serve(("worker",))


def scheduler() -> None:
    """Only the hour. One acts; another, if there is one, takes over when it stops."""
    _serve(("scheduler",))


def _serve(parts: Sequence[str]) -> None:
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone, only="shell")
    if not settings.has_telegram and not settings.has_sms:
        stop(catalogue, settings, text("shell-no-channel"), 2)
    path = sqlite_path(settings.database_url)
    if path is not None and tuple(parts) != PARTS:
        stop(catalogue, settings, text("shell-one-process"), 2)
    try:
        with only_one(path):
            asyncio.run(_until_told(settings, parts))
    except BlockingIOError:
        stop(catalogue, settings, text("shell-already-running"), 3)
    except SchemaBehind:
        stop(catalogue, settings, text("shell-schema-behind"), 4)


async def _until_told(settings: Settings, parts: Sequence[str]) -> None:
    await ready(settings)
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told.set)
    async with App(settings, parts=parts) as app:
        if "web" in parts:
            print(f"Porte-voix: http://{settings.http_host}:{app.port}", file=sys.stderr)
        ending = asyncio.create_task(told.wait())
        failing = asyncio.create_task(app.failed())
        await asyncio.wait({ending, failing}, return_when=asyncio.FIRST_COMPLETED)
        if failing.done():
            failing.result()
        failing.cancel()
    log.info("stopped")


@contextlib.contextmanager
def only_one(database: Path | None) -> Iterator[None]:
    """On one SQLite file, one `run` at a time: two would each believe the other's messages to be their own."""
    if database is None:
        yield
        return
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(database.name + "-running").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
