"""Carries a stopped SQLite installation to PostgreSQL: all of it in one transaction, or nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.inbox.spool import drain_what_waits
from db import copies
from db.journal import write_entry
from db.journal.chain import ChainCheck, verify
from db.path_key import PASSING, PathKey
from db.schema import check_schema, upgrade
from db.session import Database


class MoveRefused(Exception):
    """`why`: "not-empty", "counts" (of table `what`), "fault" (rows of table `what` were refused) or "journal-broken"
    (at entry `what`).
    """

    def __init__(self, why: str, what: object = "") -> None:
        super().__init__(f"{why} {what}".strip())
        self.why = why
        self.what = what


@dataclass(frozen=True, slots=True)
class Moved:
    counts: dict[str, int]
    journal: ChainCheck

    @property
    def rows(self) -> int:
        return sum(self.counts.values())


async def move(source_url: str, target_url: str, now: dt.datetime, *, key: PathKey = PASSING) -> Moved:
    """Copy every row, compare every count, walk the journal's chain; only then is anything kept at the destination.

    Whatever stops it half-way leaves the destination without a row: do it again. Raises MoveRefused, SchemaBehind.
    """
    await check_schema(source_url)
    await upgrade(target_url, key=key)
    source, target = Database(source_url, key=key), Database(target_url, key=key)
    try:
        await drain_what_waits(source)
        async with source.read() as reading, target.write() as writing:
            there = await writing.connection()
            if await copies.in_use(there):
                raise MoveRefused("not-empty")
            await copies.empty(there)
            try:
                counts = await copies.carry(await reading.connection(), there)
            except copies.Differs as differs:
                raise MoveRefused("counts", differs.table) from None
            except copies.NotCarried as refused:
                raise MoveRefused("fault", refused.table) from None
            return Moved(counts, await _checked(writing, now))
    finally:
        await source.close()
        await target.close()


async def _checked(session: AsyncSession, now: dt.datetime) -> ChainCheck:
    verdict = await verify(session)
    if verdict.why:
        raise MoveRefused("journal-broken", verdict.broken or verdict.checked)
    await write_entry(session, "journal.moved", now=now, actor="shell:installation", rows=verdict.checked)
    return verdict
