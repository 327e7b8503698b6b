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
from bot.channels.providers import set_up
from bot.cli.acting import ready, settings_or_stop, sqlite_path, stop
from bot.cli.trouble import FAULT
from bot.collector import calm_collector
from bot.last_resort import LastResort
from bot.parts import PartFailed
from bot.settings import Settings
from db.schema import SchemaBehind
from messages import text
from messages.catalogue import Catalogue
from messages.channels import spec_of

log = structlog.get_logger(__name__)

TELL_SECONDS = 5.0  # during which /health says which, and what still works goes on


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
    if not any(spec_of(channel).answers for channel in set_up(settings)):
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
    except PartFailed as failed:
        stop(catalogue, settings, text("shell-part-failed", part=failed.part, place=failed.place), FAULT)


async def _until_told(settings: Settings, parts: Sequence[str]) -> None:
    await ready(settings)
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    last_resort = LastResort(loop)

    def end(_number: int, _frame: object) -> None:
        """In the main thread, between two of its instructions: even when the loop never comes back to itself."""
        last_resort.ending()
        loop.call_soon_threadsafe(told.set)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    async with App(settings, parts=parts) as app:
        calm_collector()
        if "web" in parts:
            print(f"Porte-voix: http://{settings.http_host}:{app.port}", file=sys.stderr)
        await _told_or_failed(app, told, last_resort)
    log.info("stopped")


async def _told_or_failed(app: App, told: asyncio.Event, last_resort: LastResort) -> None:
    """Returns when told to stop; raises PartFailed when a part failed, once /health has said so for a moment."""
    ending = asyncio.create_task(told.wait())
    failing = asyncio.create_task(app.failed())
    await asyncio.wait({ending, failing}, return_when=asyncio.FIRST_COMPLETED)
    last_resort.ending()
    if not ending.done():
        await asyncio.wait({ending}, timeout=TELL_SECONDS)
    ending.cancel()
    if failing.done():
        failing.result()
    failing.cancel()


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
