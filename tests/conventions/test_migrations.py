"""The migrations lead, in one line, to exactly the tables that the models describe, and back to nothing."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from db.schema import FOLDER, current, downgrade, head, known_revisions, upgrade
from db.session import migration_engine
from db.tables import metadata
from scripts.make_migration import make_migration

# Tables that others keep in the same database.
NOT_OURS = ("alembic_version",)


def test_the_migrations_have_one_head() -> None:
    heads = ScriptDirectory(str(FOLDER)).get_heads()
    assert len(heads) == 1, f"one line of migrations, not {heads}: set `down_revision` to the last one before yours"


def test_the_steps_read_without_alembic_are_those_it_finds() -> None:
    script = ScriptDirectory(str(FOLDER))
    assert head() == script.get_current_head()
    assert known_revisions() == {step.revision for step in script.walk_revisions()}


def test_make_migration_writes_the_next_number_and_a_step_that_is_read_at_once(tmp_path: Path) -> None:
    """On a copy of the folder, in which there are fewer files than the last number says."""
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    last = head(folder)
    written = make_migration("people have a colour", tmp_path, folder)
    number = f"{int(last) + 1:04}"
    assert written.name == f"{number}_people_have_a_colour.py"
    assert head(folder) == number
    content = written.read_text(encoding="utf-8")
    assert re.search(rf'^revision = "{number}"\ndown_revision = "{last}"$', content, re.MULTILINE)
    assert "'" not in content.replace("people's", ""), "written as `make lint` wants it"


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


def test_a_column_added_to_a_table_with_rows_says_what_they_get() -> None:
    """On a database where people are, NOT NULL without a default of the database's own fails."""
    found = [
        f"{path.name}:{node.lineno} {ast.unparse(node)[:70]}"
        for path in sorted((FOLDER / "versions").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("add_column")
        if "nullable=False" in ast.unparse(node) and "server_default" not in ast.unparse(node)
    ]
    assert not found, "give the column a server_default, or let it be null and fill it first:\n" + "\n".join(found)
