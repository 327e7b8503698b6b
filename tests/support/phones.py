"""Stories as phones see them: text, expect, move the clock.

The inbox, the router, the topics and the database are the real ones; what would leave is read from the outbox table
and marked as sent, so that a story needs no network. Stories through the real providers are in tests/outside.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import itertools
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import inspect, select

from bot.inbox import Inbox, Saver
from bot.installation import build_installation, ensure_organisation
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.still import Stillness
from db.contacts import Contact, contact_at
from db.deliveries import BroadcastText, Delivery, ReturnPath, Status, opened_path
from db.people import Person
from db.session import Database
from db.tables import metadata
from handlers.router import Router
from handlers.routes import ROUTES
from handlers.turn import Turn
from messages import Channel, Incoming, Kind, Media, SharedContact
from tests.support.env import catalogue

ENV = {
    "ORGANISATION_NAME": "Alliance de la Vallée-des-Rives",
    "CONTACT_NAME": "Maude",
    "CONTACT_PHONE": "+18195550142",
    "REGION_HELP_LINE": "819 555-0199",
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "TWILIO_AUTH_TOKEN": "secret",
    "TWILIO_FROM": "+18195550100",
    "TWILIO_API_BASE_URL": "http://127.0.0.1:9",
    "TELEGRAM_TOKEN": "123:abc",
    "TELEGRAM_API_BASE_URL": "http://127.0.0.1:9",
}
TORONTO = ZoneInfo("America/Toronto")
CONFIRM = ("envoyer", "send", "oui, le faire", "yes, do it")  # the first button of a check page
SLOWEST_MACHINE = 600.0  # seconds a story may stand still before PostgreSQL takes its scheduler for a dead one


@dataclass
class Said:
    """One message as the phone shows it."""

    text: str
    buttons: list[tuple[str, str]]
    delivery_id: int
    kind: str
    segments: int = 0


def folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"\s+", " ", plain).casefold()


@dataclass
class Phone:
    """A phone or a Telegram account. `expect` takes the next message and checks that it holds these words."""

    town: Town
    channel: Channel
    address: str
    unread: list[Said] = field(default_factory=list)
    all: list[Said] = field(default_factory=list)

    async def text(self, words: str, **more: Any) -> None:
        await self.town.receive(self, Kind.TEXT, text=words, **more)

    async def tell(self, words: str) -> None:
        """Write a command, and confirm what its check page shows, when it shows one."""
        start = len(self.unread)
        await self.text(words)
        await self.town.settle()
        asked = self.unread[-1] if self.unread else None
        if asked is not None and asked.buttons and asked.buttons[0][0] in CONFIRM:
            before_the_page = 1 if words.startswith(("/commentaires", "/comments")) else 0
            del self.unread[start + before_the_page :]
            await self.press(asked.buttons[0][0])

    async def photo(self, caption: str = "", mime: str = "image/jpeg") -> None:
        media = (Media(f"https://media.invalid/{next(self.town.ids)}", mime, 1000),)
        await self.town.receive(self, Kind.PHOTO, text=caption, media=media)

    async def voice(self) -> None:
        media = (Media(f"https://media.invalid/{next(self.town.ids)}", "audio/ogg", 1000),)
        await self.town.receive(self, Kind.VOICE, media=media)

    async def share_contact(self, phone: str, user_id: str | None = None) -> None:
        shared = SharedContact(phone, user_id if user_id is not None else self.address)
        await self.town.receive(self, Kind.CONTACT, contact=shared)

    async def press(self, label: str) -> None:
        """Press the button of the latest message that has one with this label, once everything sent has arrived."""
        await self.town.settle()
        for said in reversed(self.all):
            for shown, data in said.buttons:
                if folded(shown).startswith(folded(label)):
                    await self.town.receive(self, Kind.BUTTON, button=data)
                    return
        raise AssertionError(f"no button {label!r} on {self.address}: {[s.buttons for s in self.all]}")

    async def expect(self, *words: str) -> Said:
        """The next message this phone received holds all of `words` (whatever the case and the accents)."""
        await self.town.settle()
        assert self.unread, f"{self.address} expected {words!r} and received nothing"
        said = self.unread.pop(0)
        for word in words:
            assert folded(word) in folded(said.text), f"expected {word!r} in: {said.text!r}"
        return said

    async def expect_any(self, *words: str) -> Said:
        """One of the unread messages holds all of `words`; those before it are passed over."""
        await self.town.settle()
        for position, said in enumerate(self.unread):
            if all(folded(word) in folded(said.text) for word in words):
                del self.unread[: position + 1]
                return said
        raise AssertionError(f"expected {words!r} among {[s.text for s in self.unread]!r}")

    async def expect_nothing(self) -> None:
        await self.town.settle()
        assert not self.unread, f"expected silence, received {[s.text for s in self.unread]!r}"

    async def forget(self) -> None:
        """Pass over everything received so far."""
        await self.town.settle()
        self.unread.clear()

    async def person(self) -> Person | None:
        async with self.town.database.read() as session:
            contact = await contact_at(session, self.channel.value, self.address)
            return await session.get(Person, contact.person_id) if contact and contact.person_id else None


class _Dying(Router):
    async def handle(self, turn: Turn) -> None:
        await super().handle(turn)
        raise asyncio.CancelledError


class Town:
    """The whole program but for the network: phones write to it, the clock moves when told."""

    def __init__(self, database: Database, now: dt.datetime, **env: str) -> None:
        self.settings = Settings.load({**ENV, **env})
        self.now = now
        self.ids = itertools.count(1)
        self.phones: dict[tuple[str, str], Phone] = {}
        self.seen = 0
        self._incoming: dict[str, Incoming] = {}
        self._start(database)

    def _start(self, database: Database) -> None:
        """What a process holds in memory."""
        self.database = database
        self.installation = build_installation(self.settings, catalogue(), telegram_bot="porte_voix_bot")
        self.saver = Saver(database)
        self._nothing_waits = Stillness(database, lambda: self.now)
        self.inbox = self.heard_by(Router(ROUTES))
        self.scheduler = Scheduler(
            database, self.installation, ROUTES.due(), lambda: self.now, silent_seconds=SLOWEST_MACHINE
        )

    def heard_by(self, router: Router) -> Inbox:
        """An inbox whose messages this router handles."""
        translate = {Channel.SMS: self._translate, Channel.TELEGRAM: self._translate}
        return Inbox(self.database, self.installation, router, translate, lambda: self.now)

    async def restart(self) -> None:
        """Another process takes over: of the one before, the database stays, and what phones show."""
        await self.close()
        self._start(Database(self.database.url, key=self.database.key))

    async def dies_on(self, phone: Phone, words: str) -> None:
        """A text that was kept, and on which the process dies before what it did is committed."""
        self.inbox = self.heard_by(_Dying(ROUTES))
        with contextlib.suppress(asyncio.CancelledError):
            await self.receive(phone, Kind.TEXT, text=words)

    async def open(self) -> Town:
        async with self.database.engine.begin() as connection:
            if not await connection.run_sync(lambda found: inspect(found).has_table("organisations")):
                await connection.run_sync(metadata.create_all)
        await ensure_organisation(self.database, self.installation.organisation)
        return self

    async def close(self) -> None:
        await self.scheduler.stop()
        await self.database.close()

    def sms(self, address: str = "+18195550101") -> Phone:
        return self._phone(Channel.SMS, address)

    def telegram(self, address: str = "1001") -> Phone:
        return self._phone(Channel.TELEGRAM, address)

    def email(self, address: str = "rose@example.org") -> Phone:
        """A mailbox: it only receives."""
        return self._phone(Channel.EMAIL, address)

    def _phone(self, channel: Channel, address: str) -> Phone:
        return self.phones.setdefault((channel.value, address), Phone(self, channel, address))

    async def receive(self, phone: Phone, kind: Kind, **more: Any) -> None:
        provider_id = f"in{next(self.ids)}"
        incoming = Incoming(phone.channel, phone.address, provider_id, kind, self.now, **more)
        self._incoming[provider_id] = incoming
        sender = f"{phone.channel.value}:{phone.address}"
        await self.saver.save(phone.channel.value, provider_id, {"id": provider_id}, sender, self.now)
        await self.settle()

    def _translate(self, payload: dict[str, Any], now: dt.datetime) -> Incoming:
        return self._incoming[payload["id"]]

    async def settle(self) -> None:
        """Handle what came in, and let everything that may leave now reach its phone."""
        while await self.inbox.sweep():
            pass
        await self._deliver()

    async def move(self, *, to: dt.datetime | None = None, **delta: float) -> None:
        """Move the clock, in steps, so that what falls due on the way happens at its time."""
        end = to or self.now + dt.timedelta(**delta)
        step = max((end - self.now) / 16, dt.timedelta(minutes=10))
        while self.now < end:
            self.now = min(self.now + step, end)
            await self.tick()

    async def tick(self) -> None:
        await self.scheduler.tick()
        await self.settle()

    def local(self, year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> dt.datetime:
        return dt.datetime(year, month, day, hour, minute, tzinfo=TORONTO).astimezone(dt.UTC)

    async def _deliver(self) -> None:
        if self._nothing_waits.holds:
            return
        self._nothing_waits.begin()
        async with self.database.write(short=True) as session:
            rows = list(
                await session.scalars(
                    select(Delivery).where(Delivery.status == Status.QUEUED).order_by(Delivery.priority, Delivery.id)
                )
            )
            if not rows:
                self._nothing_waits.found_nothing()
            for row in rows:
                if row.not_before is not None and row.not_before > self.now:
                    continue
                await self._hand_over(session, row)

    async def _hand_over(self, session: Any, row: Delivery) -> None:
        contact_id = row.contact_id
        if row.return_path_id is not None:
            path = await session.get(ReturnPath, row.return_path_id)
            address = opened_path(session, path.comment_id, path.sealed) if path else None
            contact_id = address.contact_id if address else None
        contact = await session.get(Contact, contact_id)
        body, buttons = row.body, [(str(label), str(data)) for label, data in row.buttons or []]
        if row.broadcast_text_id is not None and row.body is None:
            kept = await session.get(BroadcastText, row.broadcast_text_id)
            person = await session.get(Person, row.person_id)
            body = kept.body.replace("{name}", person.name if person else "")
            if row.channel == Channel.TELEGRAM:
                buttons = [(str(label), f"b{row.broadcast_id}.{i}") for i, (_v, label) in enumerate(kept.options)]
        row.status, row.sent_at, row.provider_id = Status.SENT, self.now, f"out{row.id}"
        said = Said(body or "", buttons, row.id, row.kind, row.segments)
        phone = self._phone(Channel(contact.channel), contact.address)
        phone.unread.append(said)
        phone.all.append(said)
