"""A provider that asks for a long pause: coordinators learn it, in their language."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.outbox_hooks import outbox_hooks
from db.deliveries import Delivery
from db.session import Database
from tests.stories.conftest import MONDAY
from tests.support.people import coordinator
from tests.support.phones import Town


@pytest.mark.parametrize(
    ("channel", "seconds", "words"),
    [
        ("telegram", 1170, "Telegram nous demande d'attendre 20 minutes"),
        ("sms", 3600, "Le service de textos nous demande"),
    ],
)
async def test_a_long_pause_is_told_to_coordinators(sqlite_url: str, channel: str, seconds: float, words: str) -> None:
    database = Database(sqlite_url)
    town = await Town(database, MONDAY).open()
    await coordinator(town)
    hooks = outbox_hooks(town.installation, lambda: town.now, lambda *_args, **_fields: None)
    assert hooks.slowed is not None
    async with database.write() as session:
        await hooks.slowed(session, channel, seconds)
    async with database.read() as session:
        (alert,) = await session.scalars(select(Delivery).where(Delivery.kind == "alert"))
    await database.close()
    assert words in (alert.body or "")
    assert "Rien n'est perdu" in (alert.body or "")
