"""A backup is put back beside, in an SQLite file of its own, before anything is touched: a restore, a drill begin so.

Whatever it holds that cannot be a row of ours shows there.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bot.backup.file import BadBackup, Manifest, lines_in
from db import copies
from db.conversations import StoredFile
from db.journal.chain import ChainCheck, Seal, verify
from db.journal.tables import write_entry
from db.path_key import PathKey
from db.privacy.erasing import replay
from db.restoring import hold_back
from db.schema import head, upgrade
from db.session import AsyncSession, Database
from db.since import Replayed, Since, replay_since


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What stands in the file beside, on the tables of today. `named`: the photos that rows name; `erased`: how many
    people whom the copy still knew were erased again.
    """

    url: str
    counts: Mapping[str, int]
    held: Mapping[str, int]
    journal: ChainCheck
    erased: int
    named: Collection[str]
    replayed: Replayed | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How it is put back. `go_on`: nothing happened since, what waited may leave; `gone`: who was erased since;
    `since`: what else is known to have happened; `noted`: seals.
    """

    now: dt.datetime
    key: PathKey
    go_on: bool = False
    gone: Mapping[str, dt.date] | None = None
    since: Since | None = None
    noted: Sequence[Seal] = ()


async def rehearse(archive: zipfile.ZipFile, manifest: Manifest, file: Path, wanted: Wanted) -> Rehearsed:
    """Raises BadBackup."""
    url = f"sqlite+aiosqlite:///{file}"
    await upgrade(url, manifest.schema, key=wanted.key)
    try:
        counts = await _load(archive, manifest, url, wanted.key)
        if manifest.schema != head():
            await upgrade(url, key=wanted.key)
        return await _settle(manifest, counts, url, wanted)
    except (SQLAlchemyError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise BadBackup("damaged", "tables") from None


async def _load(archive: zipfile.ZipFile, manifest: Manifest, url: str, key: PathKey) -> dict[str, int]:
    database = Database(url, key=key)
    try:
        async with database.connection() as connection:
            await copies.empty(connection)
            for one in manifest.tables:
                for lot in lines_in(archive, one.entry, copies.AT_ONCE):
                    lines = [copies.read(line, one.columns) for line in lot]
                    await copies.put_lines(connection, one.name, one.columns, lines)
            counts = await copies.counted(connection, [one.name for one in manifest.tables])
            if counts != manifest.counts:
                raise BadBackup("damaged", "counts")
        return counts
    finally:
        await database.close()


async def _settle(manifest: Manifest, counts: Mapping[str, int], url: str, wanted: Wanted) -> Rehearsed:
    """On the tables of today: the journal is checked, what waited is held back, whoever was erased since goes again."""
    database, now = Database(url, key=wanted.key), wanted.now
    try:
        async with database.write() as session:
            connection = await session.connection()
            own = [manifest.sealed] if manifest.sealed else []
            verdict = await verify(connection, *own, *wanted.noted)
            held = {} if wanted.go_on else await hold_back(connection, now)
            files = len(manifest.media)
            await write_entry(
                session, "journal.restored", now=now, actor="shell:installation", rows=manifest.rows, files=files
            )
            erased = await replay(session, wanted.gone, now, now.date()) if wanted.gone else 0
            again = None
            if not wanted.go_on or wanted.since is not None:
                again = await replay_since(session, wanted.since, now.date())
            return Rehearsed(url, counts, held, verdict, erased, await _named(session), again)
    finally:
        await database.close()


async def _named(session: AsyncSession) -> set[str]:
    return set(await session.scalars(select(StoredFile.path)))
