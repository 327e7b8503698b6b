"""What comes in is written first and handled once, in order per person, whatever happens on the way."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.inbox import Inbox, Saver
from bot.inbox.handle import replay
from db.conversations import InboxState, IncomingMessage
from db.deliveries import Delivery, Receipt
from db.session import Database
from handlers.router import Router
from handlers.turn import Reply, Turn
from messages import text
from tests.support.small import NOON, plain_text, small_installation, small_routes


class Desk:
    """An inbox with its database and one hook that answers every stranger."""

    def __init__(self, database: Database, inbox: Inbox) -> None:
        self.database = database
        self.inbox = inbox
        self.saver = Saver(database)

    async def receive(self, id: str, words: str = "allo", sender: str = "+18195550101") -> None:
        payload = {"from": sender, "text": words, "id": id}
        await self.saver.save("sms", id, payload, f"sms:{sender}", NOON)

    async def count(self, table: type[Any], *where: Any) -> int:
        async with self.database.read() as session:
            return await session.scalar(select(func.count()).select_from(table).where(*where)) or 0


async def desk(database: Database, stranger: Any = None) -> Desk:
    installation = await small_installation(database)
    hooks = {"stranger": stranger} if stranger is not None else {}
    inbox = Inbox(database, installation, Router(small_routes(**hooks)), {"sms": plain_text}, lambda: NOON)
    return Desk(database, inbox)


@pytest.fixture
async def database(database_url: str) -> Any:
    opened = Database(database_url)
    yield opened
    await opened.close()


async def test_a_message_is_kept_then_answered_once(database: Database) -> None:
    here = await desk(database)
    await here.receive("SM1")
    assert await here.count(IncomingMessage, IncomingMessage.state == InboxState.NEW) == 1
    await here.inbox.sweep()
    await here.inbox.sweep()
    assert await here.count(Delivery) == 1


async def test_the_same_message_again_changes_nothing(database: Database) -> None:
    here = await desk(database)
    await here.receive("SM1")
    await here.inbox.sweep()
    await here.receive("SM1")
    await here.inbox.sweep()
    assert (await here.count(IncomingMessage), await here.count(Delivery)) == (1, 1)


async def test_a_receipt_is_kept_once_per_status(database: Database) -> None:
    here = await desk(database)
    for status in ("sent", "delivered", "sent", "delivered", "delivered"):
        await here.saver.save_receipt("SM9", status, "", "7", NOON)
    assert await here.count(Receipt) == 2


async def test_a_message_that_makes_the_code_fail_is_set_aside_and_those_behind_it_go_on(database: Database) -> None:
    async def stumble(turn: Turn) -> Reply:
        if turn.text == "boum":
            raise RuntimeError("the words of a person must not be in the error")
        return text("comments-kept-as-is")

    here = await desk(database, stumble)
    for number, words in enumerate(("un", "boum", "trois")):
        await here.receive(f"SM{number}", words)
    await here.inbox.sweep()
    assert await here.count(Delivery) == 2
    async with database.read() as session:
        errors = list(
            await session.scalars(select(IncomingMessage.error).where(IncomingMessage.state == InboxState.SET_ASIDE))
        )
    assert len(errors) == 1
    assert errors[0].startswith("RuntimeError at ")
    assert "words of a person" not in errors[0]


async def test_nothing_of_a_failed_message_remains_but_the_message(database: Database) -> None:
    async def half_way(turn: Turn) -> Reply:
        turn.contact.language = "en"
        await turn.session.flush()
        raise RuntimeError

    here = await desk(database, half_way)
    await here.receive("SM1")
    await here.inbox.sweep()
    async with database.read() as session:
        row = await session.scalar(select(IncomingMessage))
        assert row is not None
        assert (row.state, row.contact_id) == (InboxState.SET_ASIDE, None)


async def test_what_was_set_aside_can_be_replayed(database: Database) -> None:
    broken = [True]

    async def mended_later(turn: Turn) -> Reply:
        if broken[0]:
            raise RuntimeError
        return text("comments-kept-as-is")

    here = await desk(database, mended_later)
    await here.receive("SM1")
    await here.inbox.sweep()
    broken[0] = False
    async with database.write() as session:
        assert await replay(session) == 1
    await here.inbox.sweep()
    assert await here.count(Delivery) == 1


async def test_one_persons_messages_are_handled_in_their_order(database: Database) -> None:
    heard: dict[str, list[str]] = {}

    async def listen(turn: Turn) -> Reply:
        heard.setdefault(turn.contact.address, []).append(turn.text)
        await asyncio.sleep(0)
        return None

    here = await desk(database, listen)
    people = [f"+1819555{n:04}" for n in range(12)]
    await asyncio.gather(*(here.receive(f"SM{p}-{n}", str(n), p) for n in range(5) for p in people))
    while await here.inbox.sweep():
        pass
    for person in people:
        ids = [f"SM{person}-{n}" for n in heard[person]]
        async with database.read() as session:
            order = await session.scalars(
                select(IncomingMessage.provider_id)
                .where(IncomingMessage.sender == f"sms:{person}")
                .order_by(IncomingMessage.id)
            )
        assert ids == list(order)


async def test_two_processes_never_handle_one_message_twice(postgres_url: str) -> None:
    one, two = Database(postgres_url), Database(postgres_url)
    first, second = await desk(one), await desk(two)
    for number in range(60):
        await first.receive(f"SM{number}", str(number), f"+1819555{number % 6:04}")
    for _ in range(20):
        await asyncio.gather(first.inbox.sweep(), second.inbox.sweep())
    assert await first.count(Delivery) == 60
    await one.close()
    await two.close()


async def test_ten_thousand_messages_at_once_are_all_kept(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    here = await desk(database)
    await asyncio.gather(*(here.receive(f"SM{n}", "allo", f"+1819{n:07}") for n in range(10_000)))
    assert await here.count(IncomingMessage) == 10_000
    await database.close()


async def test_a_database_locked_for_a_moment_only_delays_the_answer(sqlite_url: str) -> None:
    database, other = Database(sqlite_url), Database(sqlite_url)
    here = await desk(database)
    locked = asyncio.Event()

    async def hold() -> None:
        async with other.write() as session:
            await session.execute(select(1))
            locked.set()
            await asyncio.sleep(0.3)

    holding = asyncio.create_task(hold())
    await locked.wait()
    await here.receive("SM1")
    await holding
    await here.inbox.sweep()
    assert await here.count(Delivery) == 1
    await database.close()
    await other.close()


async def test_a_line_that_no_database_takes_is_refused_alone(database: Database) -> None:
    """Written together with others, it must not keep them from being answered."""
    here = await desk(database)
    odd: Any = {"MessageSid": "SM2", "odd": object()}
    saves = [
        here.saver.save("sms", "SM1", {"MessageSid": "SM1"}, "sms:+18195550123", NOON),
        here.saver.save("sms", "SM2", odd, "sms:+18195550124", NOON),
        here.saver.save("sms", "SM3", {"MessageSid": "SM3"}, "sms:+18195550125", NOON),
    ]
    outcomes = await asyncio.gather(*saves, return_exceptions=True)
    assert [isinstance(outcome, Exception) for outcome in outcomes] == [False, True, False]
    async with here.database.read() as session:
        kept = await session.scalars(select(IncomingMessage.provider_id).order_by(IncomingMessage.id))
        assert list(kept) == ["SM1", "SM3"]
