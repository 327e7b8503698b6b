"""The migrations lead, in one line, to exactly the tables that the models describe, and back to nothing."""

from __future__ import annotations

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from db.schema import FOLDER, current, downgrade, head, known_revisions, upgrade
from db.session import migration_engine
from db.tables import metadata

# Tables that others keep in the same database.
NOT_OURS = ("alembic_version",)


def test_the_migrations_have_one_head() -> None:
    heads = ScriptDirectory(str(FOLDER)).get_heads()
    assert len(heads) == 1, f"one line of migrations, not {heads}: set `down_revision` to the last one before yours"


def test_the_steps_read_without_alembic_are_those_it_finds() -> None:
    script = ScriptDirectory(str(FOLDER))
    assert head() == script.get_current_head()
    assert known_revisions() == {step.revision for step in script.walk_revisions()}


async def test_the_migrations_give_the_tables_of_the_models(empty_database_url: str) -> None:
    await upgrade(empty_database_url)
    differences = "\n".join(await looked_at(empty_database_url, differences_from_models))
    assert not differences, f"the models changed; `make migration ARGS='why'` writes what leads to them:\n{differences}"


async def test_the_way_back_leaves_nothing(empty_database_url: str) -> None:
    await upgrade(empty_database_url)
    await downgrade(empty_database_url, "base")
    left = await looked_at(empty_database_url, lambda connection: inspect(connection).get_table_names())
    assert [table for table in left if table != "alembic_version"] == []


async def test_migrating_twice_changes_nothing(empty_database_url: str) -> None:
    await upgrade(empty_database_url)
    await upgrade(empty_database_url)
    assert await current(empty_database_url) == head()


async def looked_at(url: str, look: Any) -> Any:
    engine = migration_engine(url)
    async with engine.connect() as connection:
        seen = await connection.run_sync(look)
    await engine.dispose()
    return seen


def differences_from_models(connection: Connection) -> list[str]:
    options = {"compare_type": True, "include_name": is_ours}
    differences = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    return [said(difference) for difference in differences]


def said(difference: Any) -> str:
    """`add_table journal`, `modify_type None claims note ...`: what Alembic would do, shortly."""
    parts = difference if isinstance(difference, tuple) else difference[0]
    return " ".join(str(getattr(part, "name", part)) for part in parts)


def is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    return not (kind == "table" and name is not None and name.startswith(NOT_OURS))
