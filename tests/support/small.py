"""A small house for tests of the frame: a few topics of our own, an in-memory translation, no network."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bot.house import build_house, ensure_organisation
from bot.settings import Settings
from db.session import Database
from handlers.topics import Routes, Topic
from handlers.turn import House, Said, Turn
from messages import Channel, Incoming, Kind, text
from tests.support.env import ENV, catalogue

NOON = dt.datetime(2026, 11, 23, 17, 0, tzinfo=dt.UTC)


async def heard(turn: Turn) -> Said:
    """Whatever comes is answered once."""
    return text("comments-kept-as-is")


def small_routes(*topics: Topic, **hooks: Any) -> Routes:
    names = ("stranger", "who_is_it", "shared_contact", "provider_stop", "distress", "media", "unknown_word")
    return Routes(topics=topics, **{name: hooks.get(name, heard) for name in names})


async def small_house(database: Database, **env: str) -> House:
    house = build_house(Settings.load({**ENV, **env}), catalogue())
    await ensure_organisation(database, house.organisation)
    return house


def plain_text(payload: dict[str, Any], now: dt.datetime) -> Incoming:
    """The payload {"from": ..., "text": ..., "id": ...} as an SMS."""
    return Incoming(Channel.SMS, payload["from"], payload["id"], Kind.TEXT, now, text=payload["text"])
