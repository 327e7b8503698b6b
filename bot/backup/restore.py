"""Puts a backup back: into an empty database, or in the place of another when that is asked for."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace as replace_in
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bot.backup.file import (
    CHUNK,
    KEY,
    LONGEST_KEY,
    BadBackup,
    FileCopy,
    Manifest,
    check_whole,
    lines_in,
    read_manifest,
    whole_part,
)
from bot.erasing import LIST, read_list
from db import copies
from db.conversations import StoredFile
from db.journal.chain import Verdict, verify
from db.journal.tables import write_entry
from db.path_key import PASSING, PathKey
from db.privacy.erasing import erasures, replay
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
    erased: int = 0  # people whom the copy still knew, and who had been forgotten since


async def restore_backup(
    path: Path,
    url: str,
    media: Path,
    now: dt.datetime,
    *,
    replace: bool = False,
    go_on: bool = False,
    listed: Path | None = None,
    key: PathKey = PASSING,
) -> Restored:
    """Check the whole file, then put it back. `go_on`: nothing was sent since it was made, so what waited may leave.

    Whoever was erased since it was made is erased again: the list of them is in the database that is replaced, in the
    folder of media, and in the file `listed` when one is given.

    Raises BadBackup, NotEmpty. On SQLite a new file is made and takes the place of the old one at the end; on
    PostgreSQL the rows come in one transaction.
    """
    manifest = read_manifest(path)
    if manifest.schema not in known_revisions():
        raise BadBackup("newer", manifest.schema)
    with zipfile.ZipFile(path) as archive:
        check_whole(archive, manifest)
        if await _in_use(url, key) and not replace:
            raise NotEmpty
        gone = read_list(media / LIST) | (read_list(listed) if listed else {}) | await _erased_there(url, key)
        work = _into_file if is_sqlite(url) else _into_server
        restored = await work(archive, manifest, url, now, go_on, key)
        if gone:
            erased, named = await _erase_again(url, gone, now, key)
            restored = replace_in(restored, erased=erased)
        for one in manifest.media:
            if not restored.erased or one.name in named:
                _put_file(archive, one, media)
    return restored


async def _erased_there(url: str, key: PathKey) -> dict[str, dt.date]:
    """The list that the database in place holds; none when it is older than lists, or is not there."""
    file = _file_of(url)
    if file is not None and not file.exists():
        return {}
    database = Database(url, key=key)
    try:
        async with database.read() as session:
            return await erasures(session)
    except SQLAlchemyError:
        return {}
    finally:
        await database.close()


async def _erase_again(url: str, gone: Mapping[str, dt.date], now: dt.datetime, key: PathKey) -> tuple[int, set[str]]:
    """How many were erased again; the files that rows still name."""
    database = Database(url, key=key)
    try:
        async with database.write() as session:
            erased = await replay(session, gone, now, now.date())
            return erased, set(await session.scalars(select(StoredFile.path)))
    finally:
        await database.close()


async def _in_use(url: str, key: PathKey) -> bool:
    file = _file_of(url)
    if file is not None and not file.exists():
        return False
    database = Database(url, key=key)
    try:
        async with database.read() as session:
            return await copies.in_use(await session.connection())
    finally:
        await database.close()


def _file_of(url: str) -> Path | None:
    return Path(url.partition(":///")[2]) if is_sqlite(url) else None


async def _into_file(
    archive: zipfile.ZipFile, manifest: Manifest, url: str, now: dt.datetime, go_on: bool, key: PathKey
) -> Restored:
    file = _file_of(url)
    assert file is not None
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.restoring")
    _remove(draft)
    try:
        draft_url = f"sqlite+aiosqlite:///{draft}"
        await upgrade(draft_url, manifest.schema, key=key)
        restored = await _load(archive, manifest, draft_url, now, go_on, key)
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
    archive: zipfile.ZipFile, manifest: Manifest, url: str, now: dt.datetime, go_on: bool, key: PathKey
) -> Restored:
    there = await current(url)
    if there != manifest.schema:
        if there is not None:
            await downgrade(url, "base", key=key)
        await upgrade(url, manifest.schema, key=key)
    return await _load(archive, manifest, url, now, go_on, key)


async def _load(
    archive: zipfile.ZipFile, manifest: Manifest, url: str, now: dt.datetime, go_on: bool, key: PathKey
) -> Restored:
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
    finally:
        await database.close()
    if manifest.schema != head():
        await upgrade(url, key=key)
    return await _settle(manifest, counts, url, now, go_on, key)


async def _settle(
    manifest: Manifest, counts: Mapping[str, int], url: str, now: dt.datetime, go_on: bool, key: PathKey
) -> Restored:
    """On the tables of today: numbers follow, the journal is checked, what waited is held back."""
    database = Database(url, key=key)
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


def key_in(path: Path) -> bytes | None:
    """The key of the return paths, when the backup was asked to carry it."""
    with zipfile.ZipFile(path) as archive:
        return whole_part(archive, KEY, LONGEST_KEY) if KEY in archive.namelist() else None


def _put_file(archive: zipfile.ZipFile, one: FileCopy, folder: Path) -> None:
    """Each photo under the name of its content, for this program alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    handle, draft = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file, archive.open(one.entry) as part:
            shutil.copyfileobj(part, file, CHUNK)
        Path(draft).replace(folder / one.name)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
