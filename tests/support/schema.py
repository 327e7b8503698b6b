"""Gives a database its tables for the tests."""

from __future__ import annotations

from alembic.script import ScriptDirectory

from db.schema import FOLDER, upgrade
from db.session import migration_engine
from db.tables import metadata


async def lay_schema(url: str) -> None:
    """Every table, by the migrations, as an installation gets them. Without any migration yet, from the models."""
    if ScriptDirectory(str(FOLDER)).get_heads():
        await upgrade(url)
        return
    engine = migration_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await engine.dispose()
