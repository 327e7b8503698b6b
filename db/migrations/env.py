"""Alembic's door. On SQLite a table is rebuilt in batch mode, with foreign keys off outside the transaction."""

from __future__ import annotations

import asyncio

from alembic import context
from sqlalchemy import Connection

from db.session import is_sqlite, migration_engine
from db.tables import metadata

url: str = context.config.attributes["url"]


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=is_sqlite(url),
        compare_type=True,
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
