"""A small world for the outbox: people with phones, and a channel that does as it is told."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from bot.channels.contract import Accepted, OnWire, SendError, ToSend, Trace
from bot.outbox import Hooks, Outbox
from bot.settings import Settings
from db.contacts import Consent, Contact, ContactPerson, Reach
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery, Priority, Status
from db.organisations import Organisation
from db.outbox.making import fan_out
from db.people import Person, PersonRole, Role
from db.session import AsyncSession, Database

NOON = dt.datetime(2026, 3, 10, 16, 0, tzinfo=dt.UTC)  # 12:00 in Montreal
TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "TWILIO_AUTH_TOKEN": "secret",
    "TWILIO_FROM": "+18195550100",
    "PUBLIC_BASE_URL": "https://table.example",
}
NO_LIMIT = {"TELEGRAM_RATE": "100000", "SMS_RATE": "100000", "EMAIL_RATE": "100000"}

Answer = Accepted | SendError | None
Told = Callable[[ToSend], Answer]


class Provider:
    """A provider account played in memory: keeps what left, and answers as `told` says (None: yes)."""

    def __init__(self, name: str, told: Told | None = None) -> None:
        self.name = name
        self.told = told
        self.left: list[ToSend] = []
        self.left_at: list[float] = []
        self.anything = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()
        self.traces: dict[int, Trace] = {}

    async def send(self, item: ToSend, on_wire: OnWire | None = None) -> Accepted:
        answer = self.told(item) if self.told is not None else None
        if on_wire is not None:
            on_wire()
        self.left.append(item)
        self.anything.set()
        self.left_at.append(asyncio.get_running_loop().time())
        await self.gate.wait()
        if isinstance(answer, SendError):
            raise answer
        return answer or Accepted(f"{self.name}-{len(self.left)}")

    async def was_sent(self, item: ToSend, since: dt.datetime, known: Collection[str] = ()) -> Trace:
        return self.traces.get(item.delivery_id, Trace("unsure"))

    async def close(self) -> None: ...

    @property
    def when(self) -> list[tuple[ToSend, float]]:
        return list(zip(self.left, self.left_at, strict=True))

    @property
    def bodies(self) -> list[str]:
        return [item.body for item in self.left]

    @property
    def addresses(self) -> list[str]:
        return [item.address for item in self.left]


class Hands:
    """A monotonic clock moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def forward(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass
class World:
    """One organisation, its people, its outbox. `clock` stands still until moved."""

    db: Database
    now: dt.datetime = NOON
    telegram: Provider = field(default_factory=lambda: Provider("telegram"))
    sms: Provider = field(default_factory=lambda: Provider("sms"))
    email: Provider = field(default_factory=lambda: Provider("email"))
    env: dict[str, str] = field(default_factory=dict)
    hooks: Hooks = field(default_factory=Hooks)
    _count: int = 0

    @property
    def settings(self) -> Settings:
        return Settings.load(env={"TELEGRAM_TOKEN": "1:a", **TWILIO, **NO_LIMIT, **self.env})

    def outbox(self, **given: Any) -> Outbox:
        channels = {"telegram": self.telegram, "sms": self.sms, "email": self.email}
        clock = given.pop("clock", lambda: self.now)
        return Outbox(self.db, channels, self.settings, clock, hooks=self.hooks, **given)

    async def send(self) -> int:
        """One outbox sends all that may leave now."""
        return await self.outbox().drain_once()

    def later(self, **time: float) -> None:
        self.now += dt.timedelta(**time)

    async def lay(self) -> None:
        async with self.db.write() as session:
            session.add(Organisation(id=1, name="Alliance"))

    async def person(self, *channels: str, name: str = "Rose", language: str = "fr", **values: Any) -> Person:
        """A person who agreed to be written to on these channels."""
        of_contact = {key: values.pop(key) for key in ("consent", "reach", "hold", "stopped_kinds") if key in values}
        async with self.db.write() as session:
            person = Person(organisation_id=1, name=name, language=language, created_at=self.now, **values)
            session.add(person)
            await session.flush()
            session.add(PersonRole(person_id=person.id, role=Role.MEMBER))
            for channel in channels or ("telegram",):
                self._count += 1
                address = {"sms": f"+1819555{self._count:04}", "email": f"p{self._count}@example.org"}.get(
                    channel, str(1000 + self._count)
                )
                await _contact(session, person, channel, address, self.now, of_contact)
        return person

    async def contact(self, person: Person, channel: str = "telegram") -> Contact:
        wanted = select(Contact).where(Contact.person_id == person.id, Contact.channel == channel)
        return (await self._all(wanted))[0]  # type: ignore[no-any-return]

    async def _all(self, wanted: Any) -> list[Any]:
        async with self.db.read() as session:
            found = list(await session.scalars(wanted))
            session.expunge_all()
        return found

    async def queue(self, person: Person, body: str = "Bonjour", channel: str = "telegram", **values: Any) -> int:
        contact = await self.contact(person, channel)
        filled = {"kind": "notice", "priority": Priority.NORMAL, "queued_at": self.now, **values}
        async with self.db.write() as session:
            delivery = Delivery(channel=channel, contact_id=contact.id, person_id=person.id, body=body, **filled)
            session.add(delivery)
            await session.flush()
            return delivery.id

    async def broadcast(self, *people: Person, body: str = "Bonjour {name}", **values: Any) -> int:
        """A digest, fanned out to these people on their first channel."""
        filled = {"kind": "digest", "priority": Priority.BROADCAST, **values}
        async with self.db.write() as session:
            broadcast = Broadcast(organisation_id=1, state=BroadcastState.APPROVED, created_at=self.now, **filled)
            session.add(broadcast)
            await session.flush()
            for channel in ("telegram", "sms", "email"):
                session.add(BroadcastText(broadcast_id=broadcast.id, language="fr", channel=channel, body=body))
            await session.flush()
            first = (
                select(
                    Contact.person_id.label("person_id"),
                    Contact.id.label("contact_id"),
                    Contact.channel.label("channel"),
                    Person.language.label("language"),
                )
                .join(Person, Person.id == Contact.person_id)
                .where(Person.id.in_([person.id for person in people]))
                .where(~select(_other.id).where(_other.person_id == Person.id, _other.id < Contact.id).exists())
                .order_by(Contact.id)
            )
            await fan_out(session, broadcast, first, self.now)
            return broadcast.id

    async def delivery(self, delivery_id: int) -> Delivery:
        return (await self._all(select(Delivery).where(Delivery.id == delivery_id)))[0]  # type: ignore[no-any-return]

    async def deliveries(self, *status: Status) -> list[Delivery]:
        wanted = select(Delivery).order_by(Delivery.id)
        return await self._all(wanted.where(Delivery.status.in_(status)) if status else wanted)

    async def set(self, kind: type[Any], key: int, **values: Any) -> None:
        async with self.db.write() as session:
            row = await session.get(kind, key)
            for name, value in values.items():
                setattr(row, name, value)

    async def get(self, kind: type[Any], key: int) -> Any:
        return (await self._all(select(kind).where(kind.id == key)))[0]


async def _contact(
    session: AsyncSession, person: Person, channel: str, address: str, now: dt.datetime, values: dict[str, Any]
) -> None:
    filled = {"consent": Consent.GIVEN, "reach": Reach.OK, **values}
    contact = Contact(
        organisation_id=1, channel=channel, address=address, person_id=person.id, created_at=now, **filled
    )
    session.add(contact)
    await session.flush()
    session.add(ContactPerson(contact_id=contact.id, person_id=person.id))


_other = Contact.__table__.alias("other_contacts").c
