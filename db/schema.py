"""The schema's version: brought up to date, checked, taken back.

Alembic is imported only to change the schema: checking it at each start takes one line of SQL and
the names of the steps.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect
from sqlalchemy import text as sql

from db.session import migration_engine

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"
STEP = re.compile(r'^(revision|down_revision)\b[^=]*=\s*(?:"(\w+)"|None)', re.MULTILINE)


class SchemaBehind(Exception):
    """The database's schema is not the one this version of the program works with."""

    def __init__(self, current: str | None, wanted: str) -> None:
        super().__init__(f"schema {current or 'none'}, wanted {wanted}")
        self.current = current
        self.wanted = wanted


def _config(url: str) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = url
    return config


def _steps() -> dict[str, str]:
    """Each revision and the one before it ("" for the first), read from the files' own lines."""
    found = [dict(STEP.findall(path.read_text())) for path in (FOLDER / "versions").glob("*.py")]
    return {step["revision"]: step["down_revision"] for step in found if "revision" in step}


def head() -> str:
    steps = _steps()
    (last,) = steps.keys() - set(steps.values())
    return last


def known_revisions() -> set[str]:
    """Every schema this program knows, from the first to today's."""
    return set(_steps())


async def upgrade(url: str, revision: str = "head") -> None:
    """Bring the schema to a revision. Alembic is synchronous: it runs in a thread, with an event loop of its own."""
    from alembic import command

    await asyncio.to_thread(command.upgrade, _config(url), revision)


async def downgrade(url: str, revision: str) -> None:
    from alembic import command

    await asyncio.to_thread(command.downgrade, _config(url), revision)


async def current(url: str) -> str | None:
    engine = migration_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_revision)
    finally:
        await engine.dispose()


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(sql("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


async def check_schema(url: str) -> None:
    """Raise `SchemaBehind` unless the schema is at the head."""
    found, wanted = await current(url), head()
    if found != wanted:
        raise SchemaBehind(found, wanted)
