"""PostgreSQL keeps beside each row the number of the transaction that wrote it, and keeps rows where it found room.

Whoever reads these columns (`xmin`, `ctid`) sees which rows were written together, and after which others: a nameless
comment, and what its author's talk left as if it had not been. So the tables that such a talk touches are written
again whole, in one transaction and in the order of their keys. SQLite keeps no such thing.
"""

from __future__ import annotations

import asyncio
from typing import Final

from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from db.session import AsyncSession, Database
from db.tables import metadata

# What is written, or put back as it was, in the transaction that confirms or takes back a comment and leaves a row.
TABLES: Final = ("contacts", "comments", "attendances", "questions", "incoming", "tasks", "media", "forgotten_messages")
BUSY: Final = "55P03"  # lock_not_available, https://www.postgresql.org/docs/current/errcodes-appendix.html
TRIES, PAUSE_SECONDS = 8, 0.25

# After a levelling, all comments bear its number, and contacts bear it or a later one.
UNLEVEL: Final = text(
    "SELECT count(DISTINCT xmin::text) > 1"
    " OR EXISTS (SELECT FROM contacts WHERE age(contacts.xmin) > min(age(comments.xmin))) FROM comments"
)
KEY: Final = text("SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = to_regclass(:t) AND indisprimary")


async def is_level(session: AsyncSession) -> bool:
    """Whether the rows of comments tell nothing of when, nor of with what, they were written."""
    return not await session.scalar(UNLEVEL)


async def level(database: Database) -> bool:
    """Write these tables again, all or none; False when they are in use at each try, or there is nothing to hide.

    They are taken all at once or not at all: nobody who holds one is made to wait for another.
    """
    if database.sqlite:
        return False
    for _ in range(TRIES):
        try:
            async with database.write() as session:
                if await is_level(session):
                    return False
                await session.execute(text(f"LOCK TABLE {', '.join(TABLES)} IN ACCESS EXCLUSIVE MODE NOWAIT"))
                await _written_again(session)
            return True
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != BUSY:
                raise
        await asyncio.sleep(PAUSE_SECONDS)
    return False


async def _written_again(session: AsyncSession) -> None:
    for name in TABLES:
        table = metadata.tables[name]
        key = next(iter(table.primary_key))
        await session.execute(update(table).values({key: key}))
        index = await session.scalar(KEY, {"t": name})
        await session.execute(text(f"CLUSTER {name} USING {index}"))
