"""A small installation for tests of the frame: a few topics of our own, an in-memory translation, no network."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from sqlalchemy import select

from bot.inbox import Inbox, Saver
from bot.installation import build_installation, ensure_organisation
from bot.settings import Settings
from db.contacts import Consent, ContactPerson, add_contact
from db.deliveries import Delivery, Status
from db.people import Person
from db.session import Database
from handlers.installation import Installation
from handlers.router import Router
from handlers.topics import Routes, Topic
from handlers.turn import Reply, Turn
from messages import Channel, Incoming, Kind, text
from tests.support.env import ENV, catalogue

NOON = dt.datetime(2026, 11, 23, 17, 0, tzinfo=dt.UTC)


async def heard(turn: Turn) -> Reply:
    """Whatever comes is answered once."""
    return text("comments-kept-as-is")


async def nothing(turn: Turn) -> Reply:
    return None


def small_routes(*topics: Topic, **hooks: Any) -> Routes:
    names = (
        "stranger",
        "who_is_it",
        "shared_contact",
        "provider_stop",
        "in_care",
        "asked_in_care",
        "media",
        "not_understood",
    )
    asked = {name: hooks.get(name, heard) for name in names}
    return Routes(topics=topics, own_words=hooks.get("own_words", nothing), **asked)


async def small_installation(database: Database, **env: str) -> Installation:
    installation = build_installation(Settings.load({**ENV, **env}), catalogue())
    await ensure_organisation(database, installation.organisation)
    return installation


def plain_text(payload: dict[str, Any], now: dt.datetime) -> Incoming:
    """The payload {"from": ..., "text": ..., "id": ...} as an SMS."""
    return Incoming(Channel.SMS, payload["from"], payload["id"], Kind.TEXT, now, text=payload["text"])


class Chat:
    """One agreed contact, a basic phone, and a router: `await chat.say("OUI")` gives what is answered."""

    def __init__(
        self, database: Database, installation: Installation, routes: Routes, address: str = "+18195550101"
    ) -> None:
        self.database = database
        self.installation = installation
        self.address = address
        self.now = NOON
        self._seen = 0
        self._ids = itertools.count(1)
        self._saver = Saver(database)
        self._inbox = Inbox(database, installation, Router(routes), {"sms": plain_text}, lambda: self.now)

    @classmethod
    async def open(cls, database: Database, *topics: Topic, language: str = "fr") -> Chat:
        chat = cls(database, await small_installation(database), small_routes(*topics))
        async with database.write() as session:
            person = Person(organisation_id=1, name="Lise", language=language, created_at=NOON)
            session.add(person)
            await session.flush()
            contact = await add_contact(session, 1, "sms", chat.address, NOON)
            contact.person_id, contact.consent = person.id, Consent.GIVEN
            session.add(ContactPerson(contact_id=contact.id, person_id=person.id))
        return chat

    async def say(self, words: str) -> list[str]:
        id = f"SM{next(self._ids)}"
        payload = {"from": self.address, "text": words, "id": id}
        await self._saver.save("sms", id, payload, f"sms:{self.address}", self.now)
        while await self._inbox.sweep():
            pass
        return await self.heard()

    async def heard(self) -> list[str]:
        """What was said since the last time."""
        async with self.database.write() as session:
            rows = list(await session.scalars(select(Delivery).where(Delivery.id > self._seen).order_by(Delivery.id)))
            for row in rows:
                row.status, row.sent_at = Status.SENT, self.now
        if rows:
            self._seen = rows[-1].id
        return [row.body or "" for row in rows]
