"""A backup tried: opened, checked and put back in a place that goes away. Nothing of the installation is touched."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.backup.file import Manifest, archive_in, check_whole
from bot.backup.locked import is_locked, unlocked
from bot.backup.on_server import tried_on_server
from bot.backup.origin import Origin, origin_of
from bot.backup.rehearse import Wanted, rehearse
from bot.backup.restore import known_manifest
from db.journal.chain import ChainCheck, Seal
from db.path_key import PathKey
from db.session import is_sqlite


@dataclass(frozen=True, slots=True)
class Drilled:
    """What came back. `age`: since the backup was made; `compared`: the seals noted outside the database that it was
    held to; `on_server`: whether PostgreSQL took every row too, None when the installation is on SQLite.
    """

    manifest: Manifest
    counts: Mapping[str, int]
    journal: ChainCheck
    age: dt.timedelta
    locked: bool
    compared: int
    on_server: bool | None = None
    origin: Origin = Origin.UNSIGNED


async def drill(
    path: Path,
    room: Path,
    now: dt.datetime,
    *,
    key: PathKey,
    identity: Path | None = None,
    noted: Sequence[Seal] = (),
    url: str | None = None,
) -> Drilled:
    """`room`: a folder on a disk where it fits; `noted`: the journal's seals, of which those that are older than the
    backup must be in it; `url`: the database of the installation, where it is tried too when that is PostgreSQL.
    Raises BadBackup, Locked, NotCarried, OSError.
    """
    with unlocked(path, identity, room) as file, archive_in(file) as archive:
        manifest = known_manifest(archive)
        check_whole(archive, manifest)
        origin = origin_of(archive, key)
        last = manifest.sealed.place if manifest.sealed else 0
        older = [seal for seal in noted if 0 < seal.place <= last]
        with tempfile.TemporaryDirectory(prefix=".drill-", dir=room) as beside:
            wanted = Wanted(now, key, go_on=True, noted=older)
            done = await rehearse(archive, manifest, Path(beside) / "drill.sqlite3", wanted)
            server = None if url is None or is_sqlite(url) else await tried_on_server(done.url, url, key)
    age = now - dt.datetime.fromisoformat(manifest.made_at)
    return Drilled(manifest, done.counts, done.journal, age, is_locked(path), len(older), server, origin)
