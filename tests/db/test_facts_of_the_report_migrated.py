"""What the migration makes of a database that had lived before the yearly report."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import text as sql

from db.schema import downgrade, upgrade
from db.session import Database, migration_engine
from tests.support.filled import fill

BEFORE, AFTER = "0008", "0009"
LIVED = (
    "UPDATE people SET territory = 'GRANDE ANSE' WHERE id = 2",
    "UPDATE people SET territory = 'Trois-Ponts' WHERE id = 3",
    "UPDATE person_roles SET scope = 'grande-anse' WHERE person_id = 1",
    "UPDATE people SET territory = 'grande-anse' WHERE id = 1",
    "UPDATE broadcasts SET territory = 'GRANDE ANSE'",
    "UPDATE attendances SET noted_at = answered_at, noted_by = 1",
    "UPDATE claims SET question = 'Le reçu?' WHERE number = 12",
)


async def run(url: str, *statements: str) -> list[list[Any]]:
    """What the last statement gives."""

    def all_of_them(connection: Connection) -> list[list[Any]]:
        *before, last = statements
        for statement in before:
            connection.execute(sql(statement))
        return [list(row) for row in connection.execute(sql(last))]

    engine = migration_engine(url)
    async with engine.begin() as connection:
        found = await connection.run_sync(all_of_them)
    await engine.dispose()
    return found


async def lived(url: str) -> None:
    """A database of before, with what people wrote in it."""
    database = Database(url)
    await fill(database)
    await database.close()
    await downgrade(url, BEFORE)
    await run(url, *LIVED, "SELECT 1")
    await upgrade(url, AFTER)


async def test_territories_become_a_list_and_each_is_written_in_one_way(database_url: str) -> None:
    await lived(database_url)
    rows = await run(database_url, "SELECT name, other_names FROM territories ORDER BY name")
    kept = {name: json.loads(others) if isinstance(others, str) else others for name, others in rows}
    assert kept == {"Grande-Anse": ["GRANDE ANSE", "grande-anse"], "Trois-Ponts": []}
    assert await run(database_url, "SELECT territory FROM people ORDER BY id") == [
        ["Grande-Anse"],
        ["Grande-Anse"],
        ["Trois-Ponts"],
    ]
    assert await run(database_url, "SELECT territory FROM roundtables") == [["Grande-Anse"]]
    assert await run(database_url, "SELECT DISTINCT territory FROM broadcasts") == [["Grande-Anse"]]
    assert await run(database_url, "SELECT scope FROM person_roles WHERE person_id = 1") == [["Grande-Anse"]]


async def test_roles_and_seats_have_been_held_since_a_day_that_nobody_knows(database_url: str) -> None:
    await lived(database_url)
    roles = await run(database_url, "SELECT person_id, role, since, until FROM role_periods ORDER BY person_id")
    assert roles == [[1, "coordinator", None, None], [2, "expert", None, None], [3, "member", None, None]]
    seats = await run(
        database_url, "SELECT person_id, roundtable_id, since, until FROM seat_periods ORDER BY person_id"
    )
    assert seats == [[1, 1, None, None], [2, 1, None, None], [3, 1, None, None]]


async def test_a_presence_noted_begins_its_history(database_url: str) -> None:
    await lived(database_url)
    (note,) = await run(database_url, "SELECT attendance_id, presence, noted_by FROM presence_notes")
    assert note == [1, "in_person", 1]


async def test_what_was_not_known_stays_not_known(database_url: str) -> None:
    await lived(database_url)
    assert await run(database_url, "SELECT place_kind, level FROM roundtables") == [["mechanism", None]]
    assert await run(database_url, "SELECT step, outcome FROM agenda_points") == [[None, None]]
    assert await run(database_url, "SELECT as_expert FROM attendances") == [[None]]
    assert await run(database_url, "SELECT first_submitted_at FROM claims") == [[None]]  # it had been sent back


async def test_the_way_back_keeps_what_was_there(database_url: str) -> None:
    await lived(database_url)
    await downgrade(database_url, BEFORE)
    assert await run(database_url, "SELECT count(*) FROM people") == [[3]]
    assert await run(database_url, "SELECT presence FROM attendances") == [["in_person"]]
    await upgrade(database_url, AFTER)
    assert await run(database_url, "SELECT count(*) FROM presence_notes") == [[1]]
