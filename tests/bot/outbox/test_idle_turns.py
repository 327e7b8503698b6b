"""An outbox with nothing to do opens no transaction, and misses nothing that another writes or that falls due."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import event

from db.deliveries import Broadcast, BroadcastState
from db.session import Database
from tests.support.outbox import World


@pytest.fixture
def begun(sqlite_world: World) -> list[str]:
    """The transactions begun so far."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("BEGIN"):
            found.append(statement)

    event.listen(sqlite_world.db.engine.sync_engine, "before_cursor_execute", note)
    return found


async def test_with_nothing_to_do_no_transaction_begins(sqlite_world: World, begun: list[str]) -> None:
    outbox = sqlite_world.outbox()
    for _ in range(2):
        await outbox.turn()
        await outbox.upkeep.once()
    await outbox.turn()
    begun.clear()
    for _ in range(10):
        assert await outbox.turn() == 0
        await outbox.upkeep.once()
    assert begun == []


async def test_what_another_process_queues_leaves_at_the_next_turn(sqlite_world: World) -> None:
    rose, outbox = await sqlite_world.person("telegram"), sqlite_world.outbox()
    assert await outbox.drain_once() == 0
    another = World(Database(sqlite_world.db.url))
    await another.queue(rose, "d'ailleurs")
    await another.db.close()
    assert await outbox.drain_once() == 1


async def test_what_waits_for_its_hour_leaves_at_that_hour(sqlite_world: World, begun: list[str]) -> None:
    rose, outbox = await sqlite_world.person("telegram"), sqlite_world.outbox()
    at = sqlite_world.now + dt.timedelta(seconds=4)
    await sqlite_world.queue(rose, "plus tard", not_before=at)
    assert await outbox.drain_once() == 0
    begun.clear()
    sqlite_world.later(seconds=3)
    assert (await outbox.drain_once(), begun) == (0, [])
    sqlite_world.later(seconds=1)
    assert await outbox.drain_once() == 1


async def test_a_paused_sending_lets_the_outbox_rest_and_leaves_when_it_goes_on(
    sqlite_world: World, begun: list[str]
) -> None:
    rose, outbox = await sqlite_world.person("telegram"), sqlite_world.outbox()
    number = await sqlite_world.broadcast(rose)
    await sqlite_world.set(Broadcast, number, state=BroadcastState.PAUSED)
    assert await outbox.drain_once() == 0
    begun.clear()
    assert (await outbox.drain_once(), begun) == (0, [])
    await sqlite_world.set(Broadcast, number, state=BroadcastState.SENDING)
    assert await outbox.drain_once() == 1
