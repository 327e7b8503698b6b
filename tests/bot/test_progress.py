"""The progress of a broadcast is shown in the very message that announced it, and never gets in its way."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy import update

from bot.channels.telegram import Telegram
from bot.progress import Progress
from db.contacts import add_contact
from db.deliveries import Broadcast, BroadcastState, Delivery, Status
from db.people import Person
from db.session import Database
from tests.bot.channels.provider import Provider, provider, says
from tests.support.small import small_installation

NOON = dt.datetime(2026, 2, 9, 17, 0, tzinfo=dt.UTC)
EDITED = says({"ok": True, "result": {"message_id": 77, "date": 0, "chat": {"id": 9001, "type": "private"}}})
SAME = says({"ok": False, "error_code": 400, "description": "Bad Request: message is not modified"}, 400)
GONE = says({"ok": False, "error_code": 400, "description": "Bad Request: message to edit not found"}, 400)
SLOW = says({"ok": False, "error_code": 429, "description": "Too Many", "parameters": {"retry_after": 5}}, 429)
BROKEN = says({"ok": False, "error_code": 502, "description": "Bad Gateway"}, 502)


@dataclass
class Sending:
    """A broadcast of three messages, announced on Telegram in message 77 of chat 9001."""

    database: Database
    server: Provider
    progress: Progress
    now: dt.datetime = NOON

    async def becomes(self, *fates: Status) -> None:
        async with self.database.write() as session:
            for number, status in enumerate(fates, 101):
                await session.execute(update(Delivery).where(Delivery.id == number).values(status=status))

    async def state(self, state: BroadcastState, finished_at: dt.datetime | None = None) -> None:
        async with self.database.write() as session:
            await session.execute(update(Broadcast).values(state=state, finished_at=finished_at))

    @property
    def edits(self) -> list[str]:
        return [asked.form["text"] for asked in self.server.asked]


@pytest.fixture
async def sending(database_url: str) -> AsyncIterator[Sending]:
    database = Database(database_url)
    installation = await small_installation(database)
    async with provider(EDITED) as server:
        telegram = Telegram("12345:abc", server.url, timeout=5)
        made = Sending(database, server, Progress(database, installation, telegram, lambda: made.now))
        await _announced(database)
        yield made
        await telegram.close()
    await database.close()


async def _announced(database: Database) -> None:
    async with database.write() as session:
        maude = Person(organisation_id=1, name="Maude", language="fr", created_at=NOON)
        session.add(maude)
        await session.flush()
        contact = await add_contact(session, 1, "telegram", "9001", NOON)
        contact.person_id = maude.id
        broadcast = Broadcast(
            organisation_id=1,
            kind="announcement",
            state=BroadcastState.SENDING,
            audience={},
            created_at=NOON,
            progress_contact_id=contact.id,
        )
        session.add(broadcast)
        await session.flush()
        for number, provider_id, at in ((50, "70", NOON - dt.timedelta(minutes=1)), (51, "77", NOON), (52, "78", NOON)):
            session.add(
                Delivery(
                    id=number,
                    kind="reply",
                    channel="telegram",
                    contact_id=contact.id,
                    body="...",
                    status=Status.SENT,
                    provider_id=provider_id,
                    queued_at=at,
                )
            )
        for number in (101, 102, 103):
            session.add(
                Delivery(
                    id=number,
                    kind="announcement",
                    channel="sms",
                    broadcast_id=broadcast.id,
                    body="...",
                    status=Status.QUEUED,
                    queued_at=NOON,
                )
            )


async def test_the_message_that_announced_it_is_edited_as_the_numbers_change(sending: Sending) -> None:
    assert await sending.progress.once() == 1
    (asked,) = sending.server.asked
    assert asked.path.endswith("/editMessageText")
    assert (asked.form["chat_id"], asked.form["message_id"]) == ("9001", "77")
    assert "3 messages" in asked.form["text"]
    assert "en attente 3" in asked.form["text"]
    await sending.becomes(Status.DELIVERED, Status.FAILED, Status.STARTED)
    assert await sending.progress.once() == 1
    for words in ("en attente 0", "en route 1", "partis 1", "ratés 1"):
        assert words in sending.edits[-1]


async def test_the_same_numbers_are_not_sent_again(sending: Sending) -> None:
    assert [await sending.progress.once() for _ in range(3)] == [1, 0, 0]
    assert len(sending.edits) == 1


async def test_the_last_numbers_are_shown_once_it_is_over_and_then_nothing(sending: Sending) -> None:
    await sending.progress.once()
    await sending.becomes(Status.SENT, Status.SENT, Status.SENT)
    await sending.state(BroadcastState.SENT, finished_at=NOON)
    sending.now = NOON + dt.timedelta(minutes=1)
    assert await sending.progress.once() == 1
    assert "partis 3" in sending.edits[-1]
    await sending.becomes(Status.DELIVERED, Status.FAILED)
    sending.now = NOON + dt.timedelta(minutes=3)
    assert await sending.progress.once() == 0


async def test_what_was_stopped_is_shown_too(sending: Sending) -> None:
    await sending.becomes(Status.SENT, Status.CANCELLED, Status.CANCELLED)
    await sending.state(BroadcastState.CANCELLED, finished_at=NOON)
    await sending.progress.once()
    assert "partis 1" in sending.edits[-1]
    assert "autres 2" in sending.edits[-1]


@pytest.mark.parametrize("answer", [SAME, GONE])
async def test_a_message_that_cannot_be_edited_is_left_in_peace(sending: Sending, answer: object) -> None:
    sending.server.answer(answer)  # type: ignore[arg-type]
    await sending.progress.once()
    await sending.progress.once()
    assert len(sending.edits) == 1


async def test_an_edit_that_was_not_taken_is_tried_again_with_the_numbers_of_then(sending: Sending) -> None:
    sending.server.answer(BROKEN, EDITED)
    assert await sending.progress.once() == 0
    await sending.becomes(Status.SENT)
    assert await sending.progress.once() == 1
    assert "partis 1" in sending.edits[-1]


async def test_when_telegram_asks_to_slow_down_no_edit_is_tried_before(sending: Sending) -> None:
    sending.server.answer(SLOW, EDITED)
    assert await sending.progress.once() == 0
    sending.now = NOON + dt.timedelta(seconds=4)
    assert await sending.progress.once() == 0
    assert len(sending.edits) == 1
    sending.now = NOON + dt.timedelta(seconds=6)
    assert await sending.progress.once() == 1


async def test_nothing_is_edited_before_the_first_message_is_made(sending: Sending) -> None:
    async with sending.database.write() as session:
        await session.execute(update(Delivery).where(Delivery.id > 100).values(broadcast_id=None))
    assert await sending.progress.once() == 0
