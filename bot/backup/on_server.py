"""A backup that was rehearsed beside is tried on the PostgreSQL server too: what one takes, the other may refuse."""

from __future__ import annotations

import secrets

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateSchema

from db import copies
from db.path_key import PathKey
from db.session import Database
from db.tables import metadata

NOT_ALLOWED = "42501"  # https://www.postgresql.org/docs/current/errcodes-appendix.html


async def tried_on_server(beside: str, url: str, key: PathKey) -> bool:
    """Every row of the file `beside`, in a schema of its own, in a transaction that is taken back: nobody sees it.

    False when the role may not make a schema there. Raises copies.NotCarried.
    """
    source, target = Database(beside, key=key), Database(url, key=key)
    try:
        async with source.read() as reading, target.engine.connect() as there, there.begin() as trial:
            schema = f"drill_{secrets.token_hex(6)}"
            try:
                await there.execute(CreateSchema(schema))
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) == NOT_ALLOWED:
                    return False
                raise
            await there.execute(text(f"SET LOCAL search_path TO {schema}"))
            await there.run_sync(lambda sync: metadata.create_all(sync, checkfirst=False))
            await copies.carry(await reading.connection(), there)
            await trial.rollback()
            return True
    finally:
        await source.close()
        await target.close()
