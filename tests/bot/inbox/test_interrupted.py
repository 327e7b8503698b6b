"""A message whose handling is cut off by its database did not make the code fail: it is handled again."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from db.conversations import InboxState, IncomingMessage
from db.deliveries import Delivery
from db.session import Database
from db.transient_errors import is_transient
from handlers.turn import Reply, Turn
from messages import text as say
from tests.bot.inbox.test_inbox import desk


@pytest_asyncio.fixture
async def postgres(postgres_url: str) -> AsyncIterator[Database]:
    opened = Database(postgres_url)
    yield opened
    await opened.close()


@pytest.mark.parametrize(
    "how",
    [
        "SELECT pg_terminate_backend(pg_backend_pid())",
        "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$",
    ],
    ids=["the connection ends, as when PostgreSQL is restarted", "another transaction wins"],
)
async def test_what_the_database_interrupted_is_handled_again_and_answered_once(postgres: Database, how: str) -> None:
    calls = []

    async def interrupted(turn: Turn) -> Reply:
        calls.append(turn.row.id)
        if len(calls) == 1:
            await turn.session.execute(text(how))
        return say("comments-kept-as-is")

    here = await desk(postgres, interrupted)
    await here.receive("SM1")
    with pytest.raises(DBAPIError):
        await here.inbox.sweep()
    async with postgres.read() as session:
        assert list(await session.scalars(select(IncomingMessage.state))) == [InboxState.NEW]

    await here.inbox.sweep()

    assert await here.count(IncomingMessage, IncomingMessage.state == InboxState.HANDLED) == 1
    assert (await here.count(Delivery), len(calls)) == (1, 2)


async def test_a_file_that_the_code_does_not_find_sets_the_message_aside(database_url: str) -> None:
    """It is no database that is away: waiting for it would hold everybody back."""
    database = Database(database_url)

    async def lost(turn: Turn) -> Reply:
        raise FileNotFoundError

    here = await desk(database, lost)
    await here.receive("SM1")
    await here.inbox.sweep()
    assert await here.count(IncomingMessage, IncomingMessage.state == InboxState.SET_ASIDE) == 1
    await database.close()


async def test_what_was_badly_asked_does_not_pass(database_url: str) -> None:
    database = Database(database_url)
    with pytest.raises(DBAPIError) as refused:
        await ask_badly(database)
    assert not is_transient(refused.value)
    await database.close()


async def ask_badly(database: Database) -> None:
    async with database.read() as session:
        await session.execute(text("SELECT nothing FROM nowhere"))


def test_a_consequence_passes_as_its_cause_does() -> None:
    consequence = RuntimeError("a session used after its connection was lost")
    assert not is_transient(consequence)
    consequence.__context__ = ConnectionResetError()
    assert is_transient(consequence)
