"""A row in every table: what a copy of the whole meets, sooner or later, somewhere."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Column, Table, func, insert, select

from db import copies
from db.comments.tables import Comment, CommentState
from db.session import Database
from db.tables import metadata
from tests.support.filled import DAY, NOW, fill

VALUES: dict[str, Any] = {
    "moment": NOW,
    "date": DAY,
    "time": dt.time(13, 30),
    "json": [1, "deux"],
    "bool": True,
    "int": 7,
    "float": 1.5,
    "text": "mots",
}
DRAWN_BELOW = (-5_979_465, -12)  # as ids of comments are drawn
DRAWN_ABOVE = (2_000_000_001,)  # as an earlier program may have given


async def fill_every_table(database: Database, *comments: int) -> None:
    """The filled database, comments of these ids, and a row wherever there was none."""
    await fill(database)
    async with database.write() as session:
        for place, id in enumerate(comments):
            told = {"words": f"mots {place}", "state": CommentState.CONFIRMED, "confirmed_on": DAY, "noted": True}
            kept = {"organisation_id": 1, "meeting_id": 1, "number": 5001 + place, "with_name": False}
            session.add(Comment(id=id, **told, **kept))
    async with database.connection() as connection:
        for table in metadata.sorted_tables:
            if not await connection.scalar(select(func.count()).select_from(table)):
                columns = copies.columns_of(table)
                row = {one.name: await _value(connection, one, columns[one.name]) for one in table.columns}
                await connection.execute(insert(copies.shape(table.name, columns)), [row])
        await copies.follow_numbers(connection)


async def _value(connection: Any, column: Column[Any], kind: str) -> Any:
    for key in column.foreign_keys:
        parent: Table = key.column.table
        return await connection.scalar(select(func.min(key.column)).select_from(parent))
    return 9 if column.primary_key and kind == "int" else VALUES[kind]
