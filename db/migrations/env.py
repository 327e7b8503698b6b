"""Alembic's door. On SQLite a table is rebuilt in batch mode, with foreign keys off outside the transaction."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, TypeDecorator

from db.session import is_sqlite, migration_engine
from db.tables import metadata

url: str = context.config.attributes["url"]


def render_plainly(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A new migration names the database's own types: it must still run when our types have moved or changed."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=is_sqlite(url),
        compare_type=True,
        render_item=render_plainly,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run() -> None:
    engine = migration_engine(url)
    try:
        async with engine.connect() as connection:
            await connection.run_sync(migrate)
            await connection.commit()
    finally:
        await engine.dispose()


asyncio.run(run())
