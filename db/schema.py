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

from db.path_key import PASSING, PathKey
from db.session import migration_engine

if TYPE_CHECKING:
    from alembic.config import Config

FIRST_LOCK = 61_843_128  # any number, the same in every process
FOLDER = Path(__file__).parent / "migrations"
STEP = re.compile(r'^(revision|down_revision)\b[^=]*=\s*(?:"(\w+)"|None)', re.MULTILINE)


class SchemaBehind(Exception):
    """The database's schema is not the one this version of the program works with."""

    def __init__(self, current: str | None, wanted: str) -> None:
        super().__init__(f"schema {current or 'none'}, wanted {wanted}")
        self.current = current
        self.wanted = wanted


def _config(url: str, key: PathKey) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = url
    config.attributes["key"] = key
    return config


def _steps(folder: Path = FOLDER) -> dict[str, str]:
    """Each revision and the one before it ("" for the first), read from the files' own lines."""
    found = [dict(STEP.findall(path.read_text())) for path in (folder / "versions").glob("*.py")]
    return {step["revision"]: step["down_revision"] for step in found if "revision" in step}


def head(folder: Path = FOLDER) -> str:
    """The last step of the migrations in this folder."""
    steps = _steps(folder)
    (last,) = steps.keys() - set(steps.values())
    return last


def known_revisions() -> set[str]:
    """Every schema this program knows, from the first to today's."""
    return set(_steps())


async def upgrade(url: str, revision: str = "head", *, key: PathKey = PASSING) -> None:
    """Bring the schema to a revision; what a step seals is sealed with `key`.

    Alembic is synchronous: it runs in a thread, with an event loop of its own.
    """
    from alembic import command

    await asyncio.to_thread(command.upgrade, _config(url, key), revision)


async def lay(url: str, key: PathKey = PASSING) -> None:
    """Make the schema in a database that holds nothing. One that holds anything is left as it is.

    Several processes may come first together: on PostgreSQL one makes it, and the others wait until it is there.
    """
    engine = migration_engine(url)
    try:
        async with engine.connect() as connection:
            connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            if connection.dialect.name == "postgresql":
                await connection.execute(sql("SELECT pg_advisory_lock(:n)"), {"n": FIRST_LOCK})
            if not await connection.run_sync(lambda plain: inspect(plain).get_table_names()):
                await upgrade(url, key=key)
    finally:
        await engine.dispose()


async def downgrade(url: str, revision: str, *, key: PathKey = PASSING) -> None:
    from alembic import command

    await asyncio.to_thread(command.downgrade, _config(url, key), revision)


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
