"""The hot queries are served by an index, whatever the history: their plans are read on both databases."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Select, func, insert, literal_column, select, text, update

from db.deliveries import Broadcast, Delivery, Priority, Status
from db.outbox.due import DueRequest, DueSource, due_rows, packed_rows
from db.people import Person
from db.session import Database
from tests.support.outbox import NOON, World

HISTORY = 20_000


async def lay_history(world: World) -> None:
    """Years of sent messages, and a few that wait."""
    people = [await world.person() for _ in range(5)]
    common = {"kind": "digest", "channel": "telegram", "queued_at": NOON, "due_at": NOON, "body": "x"}
    rows = [
        {**common, "person_id": people[i % 5].id, "contact_id": i % 5 + 1, "status": Status.SENT, "started_at": NOON}
        for i in range(HISTORY)
    ]
    async with world.db.write() as session:
        await session.execute(insert(Delivery), rows)
    await world.broadcast(*people)
    for person in people:
        await world.queue(person)
    async with world.db.write() as session:
        await session.execute(text("ANALYZE"))


async def plan(world: World, statement: Select[Any], values: dict[str, Any]) -> str:
    async with world.db.write() as session:
        connection = await session.connection()
        prefix = "EXPLAIN QUERY PLAN " if world.db.sqlite else "EXPLAIN "
        literal = str(
            statement.params(values).compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        )
        rows = (await connection.exec_driver_sql(prefix + literal)).all()
        return "\n".join(" ".join(map(str, row)) for row in rows)


@pytest.mark.parametrize("spaced", [False, True], ids=["one process", "several"])
@pytest.mark.parametrize(
    ("source", "index"),
    [
        (DueSource(Priority.NORMAL), "ix_deliveries_due"),
        (DueSource(Priority.BROADCAST, 1), "ix_deliveries_due_in_broadcast"),
    ],
    ids=["alone", "in a broadcast"],
)
async def test_what_is_due_is_found_by_its_index(world: World, source: DueSource, index: str, spaced: bool) -> None:
    await lay_history(world)
    since = NOON - dt.timedelta(seconds=1) if spaced else None

    statement, values = due_rows(source, DueRequest("telegram", NOON, 100, since))
    if world.db.sqlite:
        statement, _ = packed_rows(source.broadcast_id is not None, spaced)
    found = await plan(world, statement, values)

    assert index in found, found
    assert "ix_deliveries_conversation" in found, found
    assert "SCAN deliveries" not in found, found
    assert "Seq Scan on deliveries" not in found, found


async def test_taking_costs_the_same_with_a_hundred_times_more_waiting_elsewhere(world: World) -> None:
    """A paused broadcast, and a night's worth of held messages, are not walked over."""
    rose = await world.person()
    paused = await world.broadcast(rose)
    common = {"kind": "digest", "channel": "telegram", "queued_at": NOON, "body": "x", "person_id": rose.id}
    held = {**common, "contact_id": 1, "due_at": NOON + dt.timedelta(hours=8), "priority": Priority.NORMAL}
    in_paused = {**common, "contact_id": 1, "due_at": NOON, "priority": Priority.BROADCAST, "broadcast_id": paused}
    async with world.db.write() as session:
        await session.execute(insert(Delivery), [held, in_paused] * 5_000)
        await session.execute(update(Broadcast).values(state="paused"))
        await session.execute(text("ANALYZE"))
    jean = await world.person()
    await world.queue(jean, "réponse", kind="reply", priority=Priority.NORMAL)

    await world.send()

    assert world.telegram.bodies == ["réponse"]
    if not world.db.sqlite:
        statement, values = due_rows(DueSource(Priority.NORMAL), DueRequest("telegram", NOON, 100))
        assert "Seq Scan on deliveries" not in await plan(world, statement, values)


@pytest.mark.parametrize("spaced", [False, True], ids=["one process", "several"])
async def test_a_burst_after_an_idle_time_is_looked_up_row_by_row(postgres_url: str, spaced: bool) -> None:
    """The partial indexes were empty when they were last vacuumed: PostgreSQL believes that they still are."""
    world = World(Database(postgres_url))
    await world.lay()
    people = [await world.person() for _ in range(3)]
    for status in (Status.CANCELLED, Status.QUEUED):
        common = {"kind": "notice", "channel": "telegram", "queued_at": NOON, "due_at": NOON, "body": "x"}
        rows = [{**common, "person_id": people[i % 3].id, "contact_id": i % 3 + 1} for i in range(3000)]
        async with world.db.write() as session:
            await session.execute(insert(Delivery), rows)
            await session.execute(update(Delivery).values(status=status))
        if status is Status.CANCELLED:
            async with world.db.engine.connect() as connection:
                connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
                await connection.execute(text("VACUUM ANALYZE deliveries"))

    since = NOON - dt.timedelta(seconds=1) if spaced else None
    found = await plan(world, *due_rows(DueSource(Priority.NORMAL), DueRequest("telegram", NOON, 100, since)))
    await world.db.close()

    assert "Index Cond: ((contact_id = deliveries.contact_id) AND (priority = deliveries.priority)" in found, found
    assert "(earlier." not in found, found  # in the filter of a join


async def test_erasing_a_person_finds_their_messages_by_an_index(world: World) -> None:
    await lay_history(world)
    statement = select(func.count(literal_column("*"))).where(Delivery.person_id == 1).select_from(Delivery)

    found = await plan(world, statement.join(Person, Person.id == Delivery.person_id), {})

    assert "ix_deliveries_person_id" in found, found
