"""What is asked every few seconds reads a small index, whatever the history."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event, text

from db.health import health_of, set_aside
from db.journal.chain import seal_entries
from db.privacy.retention import TABLE, let_go
from db.privacy.rules import DAYS
from db.session import AsyncSession, Database
from tests.support.filled import NOW, fill

TABLES = ("deliveries", "incoming", "journal")


async def plans(database: Database, ask: Any) -> list[str]:
    """The plan of each question that `ask(session)` asks, on SQLite."""
    asked: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE")) and not isinstance(parameters, list):
            asked.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", keep)
    async with database.write() as session:
        await ask(session)
    event.remove(database.engine.sync_engine, "before_cursor_execute", keep)
    found = []
    async with database.read() as session:
        connection = await session.connection()
        for statement, parameters in asked:
            rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.append(" / ".join(row[-1] for row in rows))
    return found


async def purge(session: AsyncSession) -> int:
    raw = next(kept for kept in TABLE if kept.name == "raw")
    return await let_go(session, raw, DAYS, NOW)


@pytest.mark.parametrize("ask", [health_of, set_aside, seal_entries, purge])
async def test_no_question_of_the_tick_walks_the_history(sqlite_url: str, ask: Any) -> None:
    database = Database(sqlite_url)
    await fill(database)
    async with database.write() as session:
        await session.execute(text("UPDATE journal SET place = NULL, chain = NULL"))
    for plan in await plans(database, ask):
        walked = [table for table in TABLES for part in plan.split(" / ") if part == f"SCAN {table}"]
        assert not walked, plan
        assert "INDEX" in plan or "PRIMARY KEY" in plan, plan
    await database.close()


async def test_what_waits_is_counted_by_status(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    async with database.read() as session:
        health = await health_of(session)
        assert [row.id for row in await set_aside(session)] == [3]
    assert {status: waiting.number for status, waiting in health.deliveries.items()} == {"queued": 1}
    assert (health.unknown, health.set_aside, health.incoming.number, health.unsealed.number) == (0, 1, 0, 0)
    await database.close()
