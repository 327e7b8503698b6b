"""Puts a backup back: into an empty database, or in the place of another when that is asked for."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import os
import shutil
import tempfile
import zipfile
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.backup.file import CHUNK, BadBackup, FileCopy, Manifest, archive_in, check_whole, read_manifest
from bot.backup.locked import unlocked
from bot.backup.origin import Origin, Unproven, origin_of
from bot.backup.rehearse import Wanted, rehearse
from bot.erasing import LIST, read_list
from bot.private_files import FILE_MODE, FOLDER_MODE
from db import copies
from db.journal.chain import ChainCheck
from db.path_key import PASSING, PathKey
from db.privacy.erasing import erasures
from db.schema import known_revisions, upgrade
from db.session import AsyncSession, Database, is_sqlite
from db.since import Replayed, Since, read_since

Found = TypeVar("Found")


class NotEmpty(Exception):
    """The database already holds somebody's lines."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back. `counts` are those of the database, equal to the manifest's; `held` what waits for a human;
    `kept_aside` where the former SQLite file is now."""

    manifest: Manifest
    counts: Mapping[str, int]
    held: Mapping[str, int]
    journal: ChainCheck
    kept_aside: Path | None = None
    erased: int = 0  # people whom the copy still knew, and who had been forgotten since
    replayed: Replayed | None = None  # None when nothing is said to have happened since


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
    identity: Path | None = None,
    unproven: bool = False,
) -> Restored:
    """Check the whole file and rehearse it beside, then put it back: all of it, or nothing. `go_on`: nothing was sent
    since it was made, so what waited may leave. `identity`: the file of the private key that opens it.

    Whoever was erased since it was made is erased again: the list of them is in the database that is replaced, in the
    folder of media, and in the file `listed` when one is given. What else the database that is replaced knows to have
    happened since (stops, roles that ended, words taken back) is done again.

    `unproven`: although nothing proves that the holder of `key` made it.

    Raises BadBackup, Locked, Unproven, NotEmpty, NotCarried, OSError. On SQLite the file beside takes the place of the
    old one at the end; on PostgreSQL its rows come in one transaction.
    """
    room = _room(url, media)
    with unlocked(path, identity, room) as file, archive_in(file) as archive:
        manifest = known_manifest(archive)
        check_whole(archive, manifest)
        if not unproven and (origin := origin_of(archive, key)) is not Origin.OURS:
            raise Unproven(origin)
        if await _in_use(url, key) and not replace:
            raise NotEmpty
        gone = read_list(media / LIST) | (read_list(listed) if listed else {}) | await _erased_there(url, key)
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=room) as beside:  # for its owner alone
            draft = Path(beside) / "restored.sqlite3"
            since = await _known_there(url, key, dt.datetime.fromisoformat(manifest.made_at))
            done = await rehearse(archive, manifest, draft, Wanted(now, key, go_on, gone, since))
            files = [one for one in manifest.media if not done.erased or one.name in done.named]
            with placed(archive, files, media):
                aside = await _put_in_place(draft, url, now, key)
    return Restored(manifest, done.counts, done.held, done.journal, aside, done.erased, done.replayed)


def known_manifest(archive: zipfile.ZipFile) -> Manifest:
    """Raises BadBackup, of a schema that this program does not know too."""
    manifest = read_manifest(archive)
    if manifest.schema not in known_revisions():
        raise BadBackup("newer", str(manifest.schema)[:40])
    return manifest


def _room(url: str, media: Path) -> Path:
    """A folder on the disk where the database goes, or the photos."""
    file = _file_of(url)
    room = (file or media).absolute().parent
    room.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    return room


async def _put_in_place(draft: Path, url: str, now: dt.datetime, key: PathKey) -> Path | None:
    file = _file_of(url)
    if file is None:
        await _into_server(draft, url, key)
        return None
    aside = _set_aside(file, now)
    try:
        await asyncio.to_thread(draft.replace, file)
    except OSError:
        if aside is not None:
            _move(aside, file)
        raise
    return aside


async def _erased_there(url: str, key: PathKey) -> dict[str, dt.date]:
    """The list that the database in place holds; none when it is older than lists, or is not there."""
    return await _asked_there(url, key, erasures) or {}


async def _known_there(url: str, key: PathKey, made_at: dt.datetime) -> Since | None:
    """What the database in place knows of the days since the copy; None when it is not there, or is older."""
    return await _asked_there(url, key, lambda session: read_since(session, made_at))


async def _asked_there(url: str, key: PathKey, ask: Callable[[AsyncSession], Awaitable[Found]]) -> Found | None:
    file = _file_of(url)
    if file is not None and not file.exists():
        return None
    database = Database(url, key=key)
    try:
        async with database.read() as session:
            return await ask(session)
    except SQLAlchemyError:
        return None
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


def _set_aside(file: Path, now: dt.datetime) -> Path | None:
    if not file.exists():
        return None
    aside = file.with_name(f"{file.name}.before-{now:%Y%m%d-%H%M%S}")
    _move(file, aside)
    return aside


def _move(file: Path, to: Path) -> None:
    """A database and its log move together, or it would lose its last lines."""
    for suffix in ("-wal", "-shm", ""):
        part = file.with_name(file.name + suffix)
        if part.exists():
            part.replace(to.with_name(to.name + suffix))


async def _into_server(draft: Path, url: str, key: PathKey) -> None:
    """Every row, in one transaction, on the tables of today."""
    await upgrade(url, key=key)
    source, target = Database(f"sqlite+aiosqlite:///{draft}", key=key), Database(url, key=key)
    try:
        async with source.read() as reading, target.connection() as there:
            await copies.empty(there)
            await copies.carry(await reading.connection(), there)
    finally:
        await source.close()
        await target.close()


@contextlib.contextmanager
def placed(archive: zipfile.ZipFile, files: Sequence[FileCopy], folder: Path) -> Iterator[None]:
    """The photos are in the folder, each under the name of its content, for this program alone. Those that were not
    there before go when what is done meanwhile fails.
    """
    new = [one for one in files if not (folder / one.name).exists()]
    there = folder.exists()
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    folder.chmod(FOLDER_MODE)
    try:
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=folder) as beside:
            for one in new:
                _unpack(archive, one, Path(beside) / one.name)
            for one in new:
                (Path(beside) / one.name).replace(folder / one.name)
        yield
    except BaseException:
        for one in new:
            (folder / one.name).unlink(missing_ok=True)
        if not there:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _unpack(archive: zipfile.ZipFile, one: FileCopy, to: Path) -> None:
    with (
        archive.open(one.entry) as part,
        os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE), "wb") as file,
    ):
        shutil.copyfileobj(part, file, CHUNK)
        file.flush()
        os.fsync(file.fileno())
