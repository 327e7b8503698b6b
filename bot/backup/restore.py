"""Puts a backup back: into an empty database, or in the place of another when that is asked for."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.backup.file import BadBackup, FileCopy, Manifest, check_whole, lines_in, read_manifest
from db import copies
from db.journal.chain import Verdict, verify
from db.journal.tables import write_entry
from db.restoring import hold_back
from db.schema import current, downgrade, head, known_revisions, upgrade
from db.session import Database, is_sqlite


class NotEmpty(Exception):
    """The database already holds somebody's lines."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back. `counts` are those of the database, equal to the manifest's; `held` what waits for a human;
    `kept_aside` where the former SQLite file is now."""

    manifest: Manifest
    counts: Mapping[str, int]
    held: Mapping[str, int]
    journal: Verdict
    kept_aside: Path | None = None


async def restore_backup(
    path: Path, url: str, media: Path, now: dt.datetime, *, replace: bool = False, go_on: bool = False
) -> Restored:
    """Check the whole file, then put it back. `go_on`: nothing was sent since it was made, so what waited may leave.

    Raises BadBackup, NotEmpty. On SQLite a new file is made and takes the place of the old one at the end; on
    PostgreSQL the rows come in one transaction.
    """
    manifest = read_manifest(path)
    if manifest.schema not in known_revisions():
        raise BadBackup("newer", manifest.schema)
    with zipfile.ZipFile(path) as archive:
        check_whole(archive, manifest)
        if await _in_use(url) and not replace:
            raise NotEmpty
        work = _into_file if is_sqlite(url) else _into_server
        restored = await work(archive, manifest, url, now, go_on)
        for one in manifest.media:
            _put_file(archive, one, media)
    return restored


async def _in_use(url: str) -> bool:
    file = _file_of(url)
    if file is not None and not file.exists():
        return False
    database = Database(url)
    try:
        async with database.read() as session:
            return await copies.in_use(await session.connection())
    finally:
        await database.close()


def _file_of(url: str) -> Path | None:
    return Path(url.partition(":///")[2]) if is_sqlite(url) else None


async def _into_file(archive: zipfile.ZipFile, manifest: Manifest, url: str, now: dt.datetime, go_on: bool) -> Restored:
    file = _file_of(url)
    assert file is not None
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.restoring")
    _remove(draft)
    try:
        draft_url = f"sqlite+aiosqlite:///{draft}"
        await upgrade(draft_url, manifest.schema)
        restored = await _load(archive, manifest, draft_url, now, go_on)
        aside = _set_aside(file, now)
        draft.replace(file)
    finally:
        _remove(draft)
    return Restored(restored.manifest, restored.counts, restored.held, restored.journal, aside)


def _remove(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def _set_aside(file: Path, now: dt.datetime) -> Path | None:
    """The former file and its log move together, or it would lose its last lines."""
    if not file.exists():
        return None
    aside = file.with_name(f"{file.name}.before-{now:%Y%m%d-%H%M%S}")
    for suffix in ("-wal", "-shm", ""):
        part = file.with_name(file.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    return aside


async def _into_server(
    archive: zipfile.ZipFile, manifest: Manifest, url: str, now: dt.datetime, go_on: bool
) -> Restored:
    there = await current(url)
    if there != manifest.schema:
        if there is not None:
            await downgrade(url, "base")
        await upgrade(url, manifest.schema)
    return await _load(archive, manifest, url, now, go_on)


async def _load(archive: zipfile.ZipFile, manifest: Manifest, url: str, now: dt.datetime, go_on: bool) -> Restored:
    database = Database(url)
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
    finally:
        await database.close()
    if manifest.schema != head():
        await upgrade(url)
    return await _settle(manifest, counts, url, now, go_on)


async def _settle(manifest: Manifest, counts: Mapping[str, int], url: str, now: dt.datetime, go_on: bool) -> Restored:
    """On the tables of today: numbers follow, the journal is checked, what waited is held back."""
    database = Database(url)
    try:
        async with database.write() as session:
            connection = await session.connection()
            await copies.follow_numbers(connection)
            verdict = await verify(connection)
            held = {} if go_on else await hold_back(connection, now)
            files = len(manifest.media)
            await write_entry(
                session, "journal.restored", now=now, actor="shell:installation", rows=manifest.rows, files=files
            )
    finally:
        await database.close()
    return Restored(manifest, counts, held, verdict)


def _put_file(archive: zipfile.ZipFile, one: FileCopy, folder: Path) -> None:
    """Each photo under the name of its content, for this program alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    handle, draft = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(archive.read(one.entry))
        Path(draft).replace(folder / one.name)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
