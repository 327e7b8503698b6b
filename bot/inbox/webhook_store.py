"""What keeps messages on the web door's own loop: a spool beside SQLite, a few connections to PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.inbox.save import Saver
from bot.inbox.spool import SpoolDrain, SpoolSaver
from db.session import Database
from db.spool import spool_path


@dataclass(slots=True)
class WebhookStore:
    """`saver` and `close` are for the door's loop; `beside`, if there is one, runs on the loop that asked."""

    saver: Saver
    close: Callable[[], Awaitable[None]]
    beside: Callable[[], Awaitable[None]] | None = None


def webhook_store(
    database: Database, url: str, on_saved: Callable[[], None], on_receipts: Callable[[], None]
) -> WebhookStore:
    """Call it on the loop where messages are handled: it is there that `on_saved` and `on_receipts` will be called."""
    path = spool_path(database.url)
    if path is None:
        loop = asyncio.get_running_loop()
        own = Database(url, key=database.key, pool_size=4, brief=True)
        saver = Saver(own, on_saved=_there(loop, on_saved), on_receipts=_there(loop, on_receipts))
        return WebhookStore(saver, own.close)
    spooling: SpoolSaver

    def on_lines() -> None:
        on_saved()
        on_receipts()

    take_in = SpoolDrain(path, database, on_taken=lambda last: spooling.taken(last), on_lines=on_lines)
    spooling = SpoolSaver(database, path, take_in.wake)
    return WebhookStore(spooling, spooling.close, take_in.run)


def _there(loop: asyncio.AbstractEventLoop, wake: Callable[[], None]) -> Callable[[], None]:
    def call() -> None:
        loop.call_soon_threadsafe(wake)

    return call
