"""The only place that builds things: database, installation, channels, inbox, outbox, scheduler, web."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import socket
from collections.abc import Sequence
from typing import Any, TypeVar

import structlog
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from bot.channels.contract import ChannelAccount as Sender
from bot.channels.contract import SendError
from bot.channels.providers import PROVIDERS
from bot.channels.sms import Sms
from bot.channels.sms_incoming import incoming_from_form
from bot.channels.telegram import Telegram, filed, incoming_from_update
from bot.clock import Clock, system_clock
from bot.erasing import Broom
from bot.inbox import Inbox, Saver
from bot.inbox.catch_up import CatchUp
from bot.inbox.spool import drain_what_waits
from bot.inbox.webhook_store import webhook_store
from bot.installation import build_installation, ensure_organisation
from bot.levelling import Leveller
from bot.media_job import MediaJob
from bot.menus import Menus
from bot.metrics import Metrics
from bot.outbox import Outbox
from bot.outbox_hooks import outbox_hooks
from bot.parts import ProcessParts
from bot.path_key import path_key
from bot.progress import Progress
from bot.readiness import Readiness
from bot.scheduler import Scheduler
from bot.seals import seals_of
from bot.settings import Settings
from bot.web.door import WebServer, across
from bot.web.email import email_routes
from bot.web.health import Ready, health_route
from bot.web.main_loop import MainLoop
from bot.web.metrics import metrics_page
from bot.web.privacy import privacy_route
from bot.web.webhooks import create_web
from db.schema import check_schema
from db.session import Database
from handlers.installation import Installation
from handlers.router import Router
from handlers.routes import ROUTES
from messages import Channel, Incoming
from messages.catalogue import Catalogue

log = structlog.get_logger(__name__)
S = TypeVar("S")

PARTS = ("web", "worker", "scheduler")
STOP_SECONDS = 20  # for what is in flight; what is still there then is written as perhaps arrived
LISTEN_AGAIN_SECONDS = 15.0


class App:
    """The program, or some of its `parts`. `async with App(...)` starts it; leaving the block stops it cleanly."""

    def __init__(
        self,
        settings: Settings,
        *,
        parts: Sequence[str] = PARTS,
        clock: Clock = system_clock,
        extra_routes: Sequence[BaseRoute] = (),
        tick_seconds: float | None = None,
    ) -> None:
        self.settings = settings
        self.parts = tuple(parts)
        self.clock = clock
        self.database = Database(settings.database_url, key=path_key(settings), brief=True)
        self._parts = ProcessParts()
        self._readiness = Readiness(self.database, fault=self._fault)
        self.catalogue = Catalogue.open(zone=settings.timezone)
        self.metrics = Metrics()
        self._extra_routes = extra_routes
        self._tick_seconds = tick_seconds
        self._door: WebServer | None = None
        self._door_task: asyncio.Task[Any] | None = None
        self.installation: Installation = build_installation(settings, self.catalogue)
        self.senders: dict[str, Sender] = {}
        self.telegram: Telegram | None = None
        self.sms: Sms | None = None
        self.outbox: Outbox | None = None
        self.inbox: Inbox | None = None
        self.scheduler: Scheduler | None = None
        self.saver: Saver | None = None
        self.door_saver: Saver | None = None

    async def __aenter__(self) -> App:
        try:
            await self.start()
        except BaseException:  # what began is ended, or its thread would keep the process
            await self.stop()
            raise
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    async def start(self) -> None:
        await check_schema(self.settings.database_url)
        await ensure_organisation(self.database, self.installation.organisation)
        await drain_what_waits(self.database)
        await self._open_channels()
        self.saver = Saver(self.database, on_saved=self._wake_inbox, on_receipts=self._wake_outbox)
        if "worker" in self.parts:
            self._start_worker()
        if "scheduler" in self.parts:
            self._start_scheduler()
        if "web" in self.parts:
            await self._start_web()
        else:
            await self._start_counters()
        await self._start_telegram()
        if self.sms is not None and self.parts != ("scheduler",):  # a web door that was away asks at once too
            self._parts.run(CatchUp(self.database, self.sms, self.saver, self.clock).run(), "catch up")

    async def stop(self) -> None:
        """Stop taking, finish what is in flight, close. Whatever is not finished is in the database."""
        if self.scheduler is not None:
            await self.scheduler.stop()
        if self._door is not None:
            self._door.close()
        if self.inbox is not None:
            self.inbox.stop()
        if self.outbox is not None:
            await self.outbox.stop(timeout=STOP_SECONDS)
        if self._door_task is not None:
            await asyncio.wait({self._door_task}, timeout=STOP_SECONDS)
        await self._parts.stop()
        for sender in self.senders.values():
            await sender.close()
        with contextlib.suppress(Exception):  # else at the next start
            await drain_what_waits(self.database)
        await self.database.close()

    @property
    def port(self) -> int:
        """The port really listened on (HTTP_PORT=0 lets the machine choose)."""
        assert self._door is not None
        return self._door.port

    async def failed(self) -> None:
        """Returns only by raising PartFailed, once a part ended by an error."""
        await self._parts.failed()

    def _fault(self) -> str:
        """Why this process is not well, for /health; empty when it is."""
        if self._parts.fault is not None:
            return str(self._parts.fault)
        failing = self.scheduler.failing if self.scheduler is not None else {}
        return "; ".join(f"{due} could not be done: {place}" for due, place in failing.items())

    # -- parts ---------------------------------------------------------------------------------------------------

    async def _open_channels(self) -> None:
        opened = {
            provider.channel: provider.open(self.settings, self.installation, self.clock) for provider in PROVIDERS
        }
        self.senders = {channel.value: sender for channel, sender in opened.items() if sender is not None}
        self.telegram = self._sender(Channel.TELEGRAM, Telegram)
        self.sms = self._sender(Channel.SMS, Sms)
        if self.telegram is not None and {"worker", "web"} & set(self.parts):
            self.installation = build_installation(self.settings, self.catalogue, telegram_bot=await self._bot_name())

    def _sender(self, channel: Channel, kind: type[S]) -> S | None:
        """What the program does with an account besides sending needs it by its own type."""
        sender = self.senders.get(channel)
        return sender if isinstance(sender, kind) else None

    async def _bot_name(self) -> str:
        assert self.telegram is not None
        try:
            async with asyncio.timeout(5):
                return (await self.telegram.me())[1]
        except (SendError, TimeoutError) as error:
            log.warning("Telegram did not say the bot's name", error=type(error).__name__)
            return ""

    def _start_worker(self) -> None:
        translate: dict[str, Any] = {Channel.TELEGRAM: incoming_from_update, Channel.SMS: incoming_from_form}
        self.inbox = Inbox(
            self.database, self.installation, Router(ROUTES), translate, self.clock, self._handled, self._crowded
        )
        hooks = outbox_hooks(self.installation, self.clock, self.metrics.on_event)
        self.outbox = Outbox(
            self.database, self.senders, self.settings, self.clock, worker_name(), hooks=hooks, catalogue=self.catalogue
        )
        self._parts.run(self.inbox.run(), "inbox")
        self._parts.run(self.outbox.run(), "outbox")
        if self.telegram is not None:
            shared = self.database, self.installation, self.telegram
            self._parts.run(Progress(*shared, self.clock).run(), "progress")
            self._parts.run(Menus(*shared).run(), "menus")
        media = MediaJob(
            self.database, self.settings, self.clock, self.telegram, self.sms, self.installation, self._wake_outbox
        )
        self._parts.run(media.run(), "media")
        broom = Broom(self.database, self.settings.media_folder, self.clock, self.telegram, self.sms)
        self._parts.run(broom.run(), "broom")
        if not self.database.sqlite:
            self._parts.run(Leveller(self.database, self.clock).run(), "leveller")

    def _start_scheduler(self) -> None:
        ticks = {} if self._tick_seconds is None else {"tick_seconds": self._tick_seconds}
        seals = seals_of(self.settings, self.database.key)
        self.scheduler = Scheduler(
            self.database, self.installation, ROUTES.due(), self.clock, on_done=self._wake_outbox, seals=seals, **ticks
        )
        self.scheduler.start()
        self._parts.run(self.scheduler.run(), "scheduler")

    async def _start_web(self) -> None:
        """Alone, or with pages of its own (the demo's), the door shares this loop; beside a worker it has its own."""
        assert self.saver is not None
        apart, saver, after = "worker" in self.parts and not self._extra_routes, self.saver, None
        if apart:
            own = webhook_store(self.database, self.settings.database_url, self._wake_inbox, self._wake_outbox)
            saver, after = own.saver, own.close
            if own.beside is not None:
                self._parts.run(own.beside(), "spool")
        self.door_saver = saver
        loop, key = asyncio.get_running_loop(), self.database.key
        reader = Database(self.settings.database_url, key=key, brief=True) if apart else self.database

        def make() -> Starlette:
            page = metrics_page(self.database, self.settings, self.metrics, self.clock)
            metrics = across(loop, page) if apart else page
            ready: Ready = across(loop, self._readiness) if apart else self._readiness
            routes = [
                Route("/metrics", metrics, methods=["GET"]),
                privacy_route(self.installation),
                *self._console(reader, loop),
                *self._email_pages(loop),
                *self._extra_routes,
            ]
            return create_web(self.settings, saver, self.clock, routes, ready=ready)

        async def closed() -> None:
            if after is not None:
                await after()
            if apart:
                await reader.close()

        await self._open(WebServer(make, self.settings.http_host, self.settings.http_port, closed), apart=apart)

    def _console(self, reader: Database, loop: asyncio.AbstractEventLoop) -> Sequence[BaseRoute]:
        """The coordinators' web pages: read on the door's own loop, written here."""
        if not self.settings.console_url:
            return ()
        from bot.web.console.mount import open_console  # only then: templates take a tenth of a second

        write = MainLoop(self.database, loop, self._wake_outbox)
        return (open_console(self.settings, lambda: self.installation, reader, write, self.clock),)

    def _email_pages(self, loop: asyncio.AbstractEventLoop) -> Sequence[BaseRoute]:
        """What the links of e-mails open, even once the account is closed: those that were sent say how to stop."""
        write = MainLoop(self.database, loop, self._wake_outbox)
        return email_routes(lambda: self.installation.on(self.clock()), write, self.clock)

    async def _start_counters(self) -> None:
        """A worker or a scheduler by itself has its own counters: METRICS_PORT opens a door to them, and to /health."""
        if self.settings.metrics_port is None:
            return
        page = metrics_page(self.database, self.settings, self.metrics, self.clock, own_door=True)
        routes = [Route("/metrics", page, methods=["GET"]), health_route(self._readiness)]
        await self._open(
            WebServer(lambda: Starlette(routes=routes), self.settings.http_host, self.settings.metrics_port)
        )

    async def _open(self, door: WebServer, *, apart: bool = False) -> None:
        self._door = door
        self._door_task = self._parts.run(door.serve_apart() if apart else door.serve(), "web")
        while not door.opened:
            self._parts.check()
            await asyncio.sleep(0.01)

    async def _start_telegram(self) -> None:
        if self.telegram is None or self.saver is None:
            return
        if self.settings.telegram_mode == "webhook":
            if "web" in self.parts:
                secret = self.settings.telegram_webhook_secret
                self._parts.run(self._listen(secret.get_secret_value() if secret else ""), "webhook")
        elif "worker" in self.parts:
            self._parts.run(self.telegram.poll(self._save_updates), "telegram polling")

    async def _listen(self, secret: str) -> None:
        """Ask Telegram to write to us, again and again while it is away: the web door is open meanwhile."""
        assert self.telegram is not None
        while True:
            try:
                await self.telegram.listen(self.settings.public_url, secret)
                return
            except SendError as error:
                log.warning("Telegram did not take our address", reason=error.reason)
                await asyncio.sleep(LISTEN_AGAIN_SECONDS)

    async def _save_updates(self, updates: list[Any]) -> None:
        assert self.saver is not None
        now = self.clock()
        await asyncio.gather(*(self.saver.save("telegram", *filed(update), now) for update in updates))

    async def _handled(self, incoming: Incoming | None) -> None:
        self._wake_outbox()
        if incoming is not None:
            self.metrics.handled(incoming.channel.value, incoming.kind.value, incoming.received_at, self.clock())
        if incoming is not None and incoming.callback_id and self.telegram is not None:
            courtesy = asyncio.create_task(self.telegram.acknowledge(incoming.callback_id))
            _passing.add(courtesy)
            courtesy.add_done_callback(_forget)

    def _crowded(self) -> bool:
        return any(saver is not None and saver.crowded for saver in (self.saver, self.door_saver))

    def _wake_inbox(self) -> None:
        if self.inbox is not None:
            self.inbox.wake()

    def _wake_outbox(self) -> None:
        if self.outbox is not None:
            self.outbox.wake()


_passing: set[asyncio.Future[Any]] = set()


def _forget(task: asyncio.Future[Any]) -> None:
    _passing.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        log.warning("a courtesy to the provider failed", error=type(error).__name__)


def worker_name() -> str:
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}"
