"""Writes raw messages and receipts, many at a time: whoever arrives while a write is under way shares the next one.

A webhook waits for its own line to be committed, no more. One fsync serves all the lines of a batch.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from db.conversations import InboxState, IncomingMessage
from db.deliveries import Receipt
from db.forgotten import hash_of_message, hashes_of_delivery, heard_before
from db.outbox.callbacks import opened_delivery
from db.path_key import PathKey
from db.session import Database
from db.spool import SpoolLine
from db.transient_errors import is_transient

Waiting = tuple[SpoolLine, asyncio.Future[None]]

LARGEST_BATCH = 500
FEW = 20
CROWD = 60  # messages in a second
# Not columns a provider fills, but columns without a server default.
BLANK = {"text": "", "kind": "", "handled_as": "", "reading": "", "attempts": 0, "error": "", "state": InboxState.NEW}
KNOWN_BY = {"incoming": ["channel", "provider_id"], "receipt": ["channel", "provider_id", "status"]}


class Saver:
    """Saves what providers bring. `on_saved` and `on_receipts` wake those who handle it, after the commit."""

    def __init__(
        self,
        database: Database,
        *,
        on_saved: Callable[[], None] = lambda: None,
        on_receipts: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._on_saved = on_saved
        self._on_receipts = on_receipts
        self._waiting: list[Waiting] = []
        self._writer: asyncio.Task[None] | None = None
        self._window = (0.0, 0)  # the second under way, and how many came in it

    @property
    def crowded(self) -> bool:
        """Many messages are coming in: those who handle them leave room for the doors to answer."""
        began, count = self._window
        return count > CROWD and time.monotonic() - began < 2.0

    def _count(self) -> None:
        now = time.monotonic()
        began, count = self._window
        self._window = (began, count + 1) if now - began < 1.0 else (now, 1 + (CROWD if count > CROWD else 0))

    async def save(
        self, channel: str, provider_id: str, payload: dict[str, Any], sender_key: str, now: dt.datetime
    ) -> None:
        """Keep one raw message. The same `provider_id` again changes nothing."""
        row = {
            "channel": channel,
            "provider_id": provider_id,
            "sender": sender_key,
            "payload": payload,
            "received_at": now.isoformat(),
        }
        await self._queue(SpoolLine("incoming", row))
        self._on_saved()

    async def save_receipt(
        self,
        provider_id: str,
        status: str,
        error_code: str,
        sealed: str,
        now: dt.datetime,
        channel: str = "sms",
    ) -> None:
        """Keep a provider's word on a delivery, whose number is sealed. The same status again changes nothing."""
        row = {
            "channel": channel,
            "provider_id": provider_id,
            "status": status,
            "error_code": error_code,
            "delivery_id": sealed,
            "received_at": now.isoformat(),
        }
        await self._queue(SpoolLine("receipt", row))
        self._on_receipts()

    async def _queue(self, line: SpoolLine) -> None:
        self._count()
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((line, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        await done

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:LARGEST_BATCH], self._waiting[LARGEST_BATCH:]
            if not await self._kept(batch):
                for one in batch:  # a line that no database takes is refused alone
                    await self._kept([one], last=True)

    async def _kept(self, batch: Sequence[Waiting], *, last: bool = False) -> bool:
        """Write these and tell those who wait. False when they are to be tried one by one."""
        try:
            await self._write([line for line, _done in batch])
        except BaseException as error:
            if isinstance(error, Exception) and not last and not is_transient(error):
                return False
            for _line, done in batch:
                if not done.done():
                    done.set_exception(error)
            if not isinstance(error, Exception):
                raise
        else:
            for _line, done in batch:
                if not done.done():
                    done.set_result(None)
        return True

    async def _write(self, lines: Sequence[SpoolLine]) -> None:
        await write_lines(self._database, lines)


async def write_lines(database: Database, lines: Sequence[SpoolLine]) -> None:
    """Insert these lines in one transaction; those that are there already, or were forgotten, change nothing."""
    async with database.connection(short=len(lines) < FEW) as connection:
        for kind, blank in (("incoming", BLANK), ("receipt", {})):
            rows = [
                {**blank, **line.row, "received_at": dt.datetime.fromisoformat(line.row["received_at"])}
                for line in lines
                if line.kind == kind
            ]
            known = _unheard if kind == "incoming" else _of_what_stands
            if rows := rows and await known(connection, database.key, rows):
                await connection.execute(_kept_once(kind, sqlite_says=database.sqlite), rows)


@cache
def _kept_once(kind: str, *, sqlite_says: bool) -> Insert:
    """Not any conflict: by its own number, drawn at random, a message must never be taken for another."""
    insert = sqlite.insert if sqlite_says else postgresql.insert
    table = {"incoming": IncomingMessage, "receipt": Receipt}[kind].__table__
    return insert(table).on_conflict_do_nothing(index_elements=KNOWN_BY[kind])  # type: ignore[arg-type]


async def _unheard(connection: AsyncConnection, key: PathKey, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without those that were forgotten. A Telegram update's number counts them all: its digest stands for it."""
    digests = [hash_of_message(key, row["channel"], row["provider_id"]) for row in rows]
    forgotten = await heard_before(connection, digests)
    return [
        row | ({"provider_id": digest} if row["channel"] == "telegram" else {})
        for row, digest in zip(rows, digests, strict=True)
        if digest not in forgotten
    ]


async def _of_what_stands(
    connection: AsyncConnection, key: PathKey, rows: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Without those of messages that were forgotten: late, and alone in the table, they would tell their minute."""
    found = [row | {"delivery_id": opened_delivery(key, row["delivery_id"])} for row in rows]
    digests = [hashes_of_delivery(key, row["delivery_id"], row["channel"], row["provider_id"]) for row in found]
    forgotten = await heard_before(connection, [digest for pair in digests for digest in pair])
    return [row for row, pair in zip(found, digests, strict=True) if forgotten.isdisjoint(pair)]
