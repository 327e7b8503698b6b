"""Who made a backup: its manifest, which counts and digests all the rest, is signed with the key of this installation.

A lock says who may read a file, never who wrote it: whoever knows the public half of the key can make another one.
"""

from __future__ import annotations

import hashlib
import hmac
import zipfile
from enum import StrEnum

from bot.backup.file import LONGEST_MANIFEST, LONGEST_SIGNATURE, MANIFEST, SIGNATURE, whole_part
from db.path_key import PathKey

WHAT_FOR = "backup manifest"


class Origin(StrEnum):
    OURS = "ours"
    UNSIGNED = "unsigned"  # made before backups were signed, or by anybody
    OTHER = "other"  # signed with another key, or changed since
    NO_KEY = "no-key-here"  # this machine has no key to compare with


class Unproven(Exception):
    """Nothing proves that this installation made the backup."""

    def __init__(self, origin: Origin) -> None:
        super().__init__(str(origin))
        self.origin = origin


def signature_of(manifest: bytes, key: PathKey) -> bytes:
    return key.sign(WHAT_FOR, hashlib.sha256(manifest).hexdigest()).encode()


def origin_of(archive: zipfile.ZipFile, key: PathKey | None) -> Origin:
    """`key`: that of this machine, never one that the backup carries. Raises BadBackup."""
    if SIGNATURE not in archive.namelist():
        return Origin.UNSIGNED
    if key is None:
        return Origin.NO_KEY
    given = whole_part(archive, SIGNATURE, LONGEST_SIGNATURE)
    expected = signature_of(whole_part(archive, MANIFEST, LONGEST_MANIFEST), key)
    return Origin.OURS if hmac.compare_digest(given, expected) else Origin.OTHER
