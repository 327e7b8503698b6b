"""What a backup says of itself, before it is put back."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.backup.file import Manifest, archive_in, key_in, read_manifest
from bot.backup.locked import unlocked
from bot.backup.origin import Origin, origin_of
from db.path_key import PathKey


@dataclass(frozen=True, slots=True)
class Peeked:
    """`key`: the secret of the return paths, when it carries it; `origin`: who made it, as far as is known here."""

    manifest: Manifest
    key: bytes | None
    origin: Origin


def peek(path: Path, identity: Path | None = None, room: Path | None = None, ours: PathKey | None = None) -> Peeked:
    """`room`: a folder on a disk where the file fits; `ours`: the key of this machine, when it has one. Raises
    BadBackup, Locked, OSError.
    """
    with unlocked(path, identity, room or Path(tempfile.gettempdir())) as file, archive_in(file) as archive:
        return Peeked(read_manifest(archive), key_in(archive), origin_of(archive, ours))
