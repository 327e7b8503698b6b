"""The schema taken back step by step and forward again with data in it: no row is lost, none loses its children."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, select
from sqlalchemy import text as sql

from db.conversations import Task
from db.meetings.needs import count_needs
from db.meetings.tables import Attendance, NeedCounted
from db.schema import current, downgrade, head, known_revisions, upgrade
from db.session import Database, migration_engine
from tests.support.filled import fill

Rows = dict[str, list[tuple[str, ...]]]


def rows_of(connection: Connection) -> Rows:
    """Every row of every table, as words, without the columns that steps add or take away."""
    found: Rows = {}
    for table in sorted(set(inspect(connection).get_table_names()) - {"alembic_version"}):
        keys = inspect(connection).get_pk_constraint(table)["constrained_columns"]
        columns = sorted({*keys, *REMAIN.get(table, ())})
        listed = ", ".join(f'"{column}"' for column in columns)
        found[table] = sorted(
            tuple(str(value) for value in row) for row in connection.execute(sql(f"SELECT {listed} FROM {table}"))
        )
    return found


# What must come back as it was, beside each row's own key.
REMAIN = {
    "people": ("name", "language"),
    "contacts": ("address", "consent"),
    "consents": ("words", "given"),
    "claims": ("number", "total_cents", "state"),
    "claim_lines": ("claim_id", "cents", "kind"),
    "journal": ("act", "actor"),
    "deliveries": ("status", "segments"),
    "comments": ("words", "state"),
    "incoming": ("text", "state"),
}


async def seen(url: str) -> Rows:
    engine = migration_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(rows_of)
        if url.startswith("sqlite"):
            assert (await connection.execute(sql("PRAGMA foreign_key_check"))).all() == []
            assert (await connection.execute(sql("PRAGMA integrity_check"))).scalar() == "ok"
    await engine.dispose()
    return found


async def test_back_to_the_first_schema_and_forward_again_nothing_is_lost(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    await database.close()
    before = await seen(database_url)
    assert sum(len(rows) for rows in before.values()) > 40, "there is something to lose"
    for revision in sorted(known_revisions() - {head()}, reverse=True):
        await downgrade(database_url, revision)
        assert await current(database_url) == revision
        after = await seen(database_url)
        assert {table: len(rows) for table, rows in after.items()} == {
            table: len(rows) for table, rows in before.items() if table in after
        }
    for revision in sorted(known_revisions()):
        await upgrade(database_url, revision)
    assert await current(database_url) == head()
    assert await seen(database_url) == before


async def test_needs_counted_come_with_their_migration_and_what_is_not_erased_stays(
    database_url: str,
) -> None:
    """What was a number goes with its table; what people still have of their needs, and their cries, stay."""
    database = Database(database_url)
    await fill(database)
    async with database.write() as session:
        attendance = (await session.scalars(select(Attendance).order_by(Attendance.id))).first()
        assert attendance is not None
        attendance.needs, attendance.settled, attendance.as_expert = ",meal,transport,", ",meal,", True
        kept = attendance.id
        session.add(NeedCounted(meeting_id=attendance.meeting_id, need="meal", times=2, met=1))
    await database.close()
    await downgrade(database_url, "0033")
    await upgrade(database_url, "0034")
    database = Database(database_url)
    async with database.write() as session:
        assert not (await session.scalars(select(NeedCounted))).all()
        assert not (await session.scalars(select(Task).where(Task.told_all))).all()
        row = await session.get_one(Attendance, kept)
        assert (row.needs, row.settled) == (",meal,transport,", ",meal,")
        await count_needs(session, [kept])
        counted = {(one.need, one.times, one.met) for one in await session.scalars(select(NeedCounted))}
        assert counted == {("meal", 1, 1), ("transport", 1, 0)}
    await database.close()
