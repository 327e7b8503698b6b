"""Gives a database its tables for the tests."""

from __future__ import annotations

from db.session import migration_engine
from db.tables import metadata


async def lay_schema(url: str) -> None:
    """Every table of today's models, without any row."""
    engine = migration_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await engine.dispose()
