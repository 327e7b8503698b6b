"""The whole demo in one process: simulated providers, the program itself, and the page of phones."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.routing import BaseRoute, Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.app import App
from bot.clock import say_moved
from bot.demo.clock import MORNING, DemoClock
from bot.demo.console import demo_door
from bot.demo.folder import database_of, demo_settings
from bot.demo.region import PHONES
from bot.log import configure
from bot.path_key import path_key
from bot.simulator import MovableClock, Providers, simulated_providers
from bot.simulator.page import phones_app
from db.schema import upgrade


@dataclass(frozen=True, slots=True)
class Demo:
    app: App
    providers: Providers
    clock: DemoClock

    @property
    def url(self) -> str:
        return f"http://{self.app.settings.http_host}:{self.app.port}/"


@contextlib.asynccontextmanager
async def open_demo(
    folder: Path,
    *,
    port: int,
    start: dt.datetime | None = None,
    tick_seconds: float | None = None,
    load: Callable[[App, Providers, DemoClock], Awaitable[None]] | None = None,
) -> AsyncIterator[Demo]:
    """Everything running on `port` of this machine; stopped at the end. `start` (aware): the hour on the clock,

    ten o'clock today when absent. `load` fills it before the page answers.
    """
    clock = MovableClock(start)
    async with simulated_providers(clock=clock) as providers:
        settings = demo_settings(providers, folder, port)
        configure(settings)
        if start is None:
            await clock.move_to(this_morning(clock.now(), settings.zone))
        providers.sms.sms_url = f"{settings.public_url}/sms/inbound"
        await upgrade(settings.database_url, key=path_key(settings))
        file = database_of(folder)
        say_moved(file, clock.now())

        async def moved(now: dt.datetime) -> None:
            say_moved(file, now)

        clock.on_move(moved)
        page = _LaterApp()
        async with App(settings, clock=clock.now, extra_routes=page.routes(), tick_seconds=tick_seconds) as app:
            demo = Demo(app, providers, DemoClock(clock, app))
            if load is not None:
                await load(app, providers, demo.clock)
            page.app = phones_app(providers.telegram, providers.sms, demo.clock, PHONES, desk=demo_door(app))
            yield demo


def this_morning(now: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """Ten o'clock, local time: the quiet hours of the night would make the demo mute."""
    return dt.datetime.combine(now.astimezone(zone).date(), MORNING, zone).astimezone(dt.UTC)


class _LaterApp:
    """The page needs the program's clock, and the program its routes: the page comes once both are there."""

    app: ASGIApp | None = None

    def routes(self) -> Sequence[BaseRoute]:
        return [Mount("/", app=self)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.app is None:
            await send({"type": "http.response.start", "status": 503, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await self.app(scope, receive, send)
