"""SQLite keeps the bytes of what is deleted until their page serves again; here they are overwritten at once."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def overwrite(session: AsyncSession) -> None:
    """From now on, in this connection: https://www.sqlite.org/pragma.html#pragma_secure_delete.

    The log beside the file holds older pages until it is folded in, at the latest when the program stops. PostgreSQL
    does its own housekeeping (autovacuum).
    """
    if session.get_bind().dialect.name == "sqlite":
        await session.execute(text("PRAGMA secure_delete=ON"))
