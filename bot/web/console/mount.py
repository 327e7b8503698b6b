"""Where the web door takes the console in: what it reads with, how it writes, and when it is there at all."""

from __future__ import annotations

from collections.abc import Callable

from bot.clock import Clock
from bot.settings import Settings
from bot.web.console.app import ConsoleRoute
from bot.web.console.console import Console
from bot.web.console.templates import Templates
from bot.web.main_loop import MainLoop
from db.session import Database
from handlers.installation import Installation


def open_console(
    settings: Settings,
    installation: Callable[[], Installation],
    reader: Database,
    write: MainLoop,
    clock: Clock,
) -> ConsoleRoute:
    """The route of the console."""

    def today() -> Installation:
        return installation().on(clock())  # a date of another year is shown with its year

    return ConsoleRoute(Console(settings, today, reader, write, clock, Templates(lambda: today().catalogue)))
