"""Makes the backup file, while the program runs."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

from pyrage.x25519 import Recipient
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.backup.file import BY_CONTENT, CHUNK, KEY, MANIFEST, SIGNATURE, FileCopy, Manifest, TableCopy, hash_of_file
from bot.backup.locked import locking
from bot.backup.origin import signature_of
from bot.inbox.spool import drain_what_waits
from db import copies
from db.conversations import StoredFile
from db.journal.chain import last_seal
from db.schema import current
from db.session import Database


async def make_backup(
    database: Database,
    media: Path,
    to: Path,
    now: dt.datetime,
    *,
    recipients: Sequence[Recipient] = (),
    key: bytes | None = None,
) -> Manifest:
    """Write the file beside its place, then put it there: it is whole or it is not. Readable by its owner alone.

    `recipients`: the public keys whose private halves open it; without them it is in clear. `key`: the secret of the
    return paths, when the file is to carry it too.
    """
    await drain_what_waits(database)
    draft = to.with_name(f".{to.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            with (
                locking(file, recipients) as plain,
                zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive,
            ):
                manifest = await _fill(database, media, archive, now)
                said = manifest.to_json()
                archive.writestr(MANIFEST, said)
                archive.writestr(SIGNATURE, signature_of(said, database.key))
                if key is not None:
                    archive.writestr(KEY, key)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(to)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


async def _fill(database: Database, media: Path, archive: zipfile.ZipFile, now: dt.datetime) -> Manifest:
    schema = await current(database.url) or ""
    async with database.read() as session:
        level = {} if database.sqlite else {"isolation_level": "REPEATABLE READ"}
        connection = await session.connection(execution_options=level)
        tables = [await _table(connection, archive, one.name, copies.columns_of(one)) for one in copies.tables()]
        seal = str(await last_seal(connection))
        named = set(await session.scalars(select(StoredFile.path).where(StoredFile.state == "stored")))
    files = _files(archive, media)
    return Manifest(
        made_at=now.isoformat(),
        schema=schema,
        database="sqlite" if database.sqlite else "postgresql",
        seal=seal,
        tables=tables,
        media=files,
        missing=sorted(named - {one.name for one in files} - {""}),
    )


async def _table(
    connection: AsyncConnection, archive: zipfile.ZipFile, name: str, columns: dict[str, str]
) -> TableCopy:
    rows, digest = 0, hashlib.sha256()
    with archive.open(f"tables/{name}.jsonl", "w", force_zip64=True) as part:
        async for lot in copies.lines_of(connection, name, columns):
            written = b"".join(
                json.dumps(copies.written(line, columns), ensure_ascii=False).encode() + b"\n" for line in lot
            )
            part.write(written)
            digest.update(written)
            rows += len(lot)
    return TableCopy(name, columns, rows, digest.hexdigest())


def _files(archive: zipfile.ZipFile, media: Path) -> list[FileCopy]:
    """Only what is named by its content: someone may put the backup itself in the folder."""
    found = sorted(media.iterdir()) if media.is_dir() else []
    return [_file(archive, path) for path in found if BY_CONTENT.fullmatch(path.name) and path.is_file()]


def _file(archive: zipfile.ZipFile, path: Path) -> FileCopy:
    """Photos are already compressed: they are stored as they are."""
    info = zipfile.ZipInfo(f"media/{path.name}")
    with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as part:
        while chunk := source.read(CHUNK):
            part.write(chunk)
    with path.open("rb") as source:
        return FileCopy(path.name, path.stat().st_size, hash_of_file(source))
