"""The schema's version: brought up to date, checked, taken back."""

from __future__ import annotations

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from db.session import migration_engine

FOLDER = Path(__file__).parent / "migrations"


class SchemaBehind(Exception):
    """The database's schema is not the one this version of the program works with."""

    def __init__(self, current: str | None, wanted: str) -> None:
        super().__init__(f"schema {current or 'none'}, wanted {wanted}")
        self.current = current
        self.wanted = wanted


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = url
    return config


def head() -> str:
    return str(ScriptDirectory(str(FOLDER)).get_current_head())


def known_revisions() -> set[str]:
    """Every schema this program knows, from the first to today's."""
    return {one.revision for one in ScriptDirectory(str(FOLDER)).walk_revisions()}


async def upgrade(url: str, revision: str = "head") -> None:
    """Bring the schema to a revision. Alembic is synchronous: it runs in a thread, with an event loop of its own."""
    await asyncio.to_thread(command.upgrade, _config(url), revision)


async def downgrade(url: str, revision: str) -> None:
    await asyncio.to_thread(command.downgrade, _config(url), revision)


async def current(url: str) -> str | None:
    engine = migration_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_revision)
    finally:
        await engine.dispose()


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


async def check_schema(url: str) -> None:
    """Raise `SchemaBehind` unless the schema is at the head."""
    found, wanted = await current(url), head()
    if found != wanted:
        raise SchemaBehind(found, wanted)
