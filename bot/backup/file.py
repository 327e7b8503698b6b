"""The backup file: a zip of `tables/<name>.jsonl`, `media/<file>`, `manifest.json` and its signature."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from db.journal.chain import Seal

FORMAT = 2  # 1: before manifests were signed
MANIFEST = "manifest.json"
SIGNATURE = "manifest.signature"
KEY = "return-paths.key"  # only when asked: with it, whoever has the file knows the authors
LOCKED = b"age-encryption.org/v1"  # how a file that only a private key opens begins
CHUNK = 1 << 20
BY_CONTENT: Final = re.compile(r"[0-9a-f]{64}\.\w{1,8}")  # as bot/media.py names what it stores
TABLE: Final = re.compile(r"(?!alembic)[a-z][a-z0-9_]{0,62}")
# A file that is no backup of ours may unfold into anything: nothing of it is read whole before its size is known.
LONGEST_MANIFEST = 32_000_000  # bytes
LONGEST_LINE = 3_000_000  # a row: the longest that a provider may send us is a million
LONGEST_LOT = 8_000_000  # the rows held at once
LONGEST_KEY = 1_000
LONGEST_SIGNATURE = 1_000
UNREADABLE = (KeyError, ValueError, TypeError, NotImplementedError, OSError, EOFError, zipfile.BadZipFile, zlib.error)
OURS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others give their bytes all at once


class BadBackup(Exception):
    """The file is not a whole backup of ours. `why`: "kind", "newer" or "damaged"; `part`: which part of it."""

    def __init__(self, why: str, part: str = "") -> None:
        super().__init__(f"{why} {part}".strip())
        self.why = why
        self.part = part


@dataclass(frozen=True, slots=True)
class TableCopy:
    name: str
    columns: dict[str, str]  # column -> kind, see db/copies.py
    rows: int
    sha256: str

    @property
    def entry(self) -> str:
        return f"tables/{self.name}.jsonl"


@dataclass(frozen=True, slots=True)
class FileCopy:
    name: str
    bytes: int
    sha256: str

    @property
    def entry(self) -> str:
        return f"media/{self.name}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the file holds, counted. `seal` is the journal's last one when it was made: the copy proves itself by it."""

    made_at: str
    schema: str
    database: str
    seal: str
    tables: list[TableCopy] = field(default_factory=list)
    media: list[FileCopy] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)  # photos the tables name, and the folder has not
    format: int = FORMAT

    @property
    def sealed(self) -> Seal | None:
        """None when nothing was sealed yet."""
        place, _, hash = str(self.seal).partition(":")
        return Seal(int(place), hash) if place.isdecimal() and int(place[:18]) else None

    @property
    def rows(self) -> int:
        return sum(one.rows for one in self.tables)

    @property
    def counts(self) -> dict[str, int]:
        return {one.name: one.rows for one in self.tables}

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """Raises BadBackup when the file is something else, or was made by a later program."""
    try:
        if any(part.compress_type not in OURS for part in archive.infolist()):
            raise BadBackup("kind", "compression")
        found = json.loads(whole_part(archive, MANIFEST, LONGEST_MANIFEST))
        if found["format"] > FORMAT:
            raise BadBackup("newer")
        tables = [TableCopy(**one) for one in found.pop("tables")]
        media = [FileCopy(**one) for one in found.pop("media")]
        if dt.datetime.fromisoformat(found["made_at"]).utcoffset() is None:
            raise ValueError("an hour without its offset")
        return Manifest(tables=tables, media=media, **found)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, RecursionError) as error:
        raise BadBackup("kind", type(error).__name__) from None


def is_backup(path: Path) -> bool:
    """Whether a file is one of ours, locked or not; what cannot be read is none."""
    try:
        with path.open("rb") as file:
            if file.read(len(LOCKED)) == LOCKED:
                return True
            with zipfile.ZipFile(file) as archive:
                return MANIFEST in archive.namelist()
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


@contextlib.contextmanager
def archive_in(file: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """Raises BadBackup when it is no zip."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError) as error:
        raise BadBackup("kind", type(error).__name__) from None
    with archive:
        yield archive


def key_in(archive: zipfile.ZipFile) -> bytes | None:
    """The key of the return paths, when the backup was asked to carry it."""
    return whole_part(archive, KEY, LONGEST_KEY) if KEY in archive.namelist() else None


def whole_part(archive: zipfile.ZipFile, entry: str, most: int) -> bytes:
    """A small part, read whole. Raises BadBackup when it is longer than `most`, KeyError without it."""
    with archive.open(entry) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise BadBackup("damaged", entry)
    return content


def check_whole(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Look at every part before anything is touched: its name, its kind, its digest. Raises BadBackup."""
    parts: list[TableCopy | FileCopy] = [*manifest.tables, *manifest.media]
    _check_names(manifest)
    known = {one.entry for one in parts} | {MANIFEST, KEY, SIGNATURE}
    seen: set[str] = set()
    for info in archive.infolist():
        if info.filename in seen or info.filename not in known or not _is_plain(info):
            raise BadBackup("damaged", info.filename)
        seen.add(info.filename)
    for one in parts:
        try:
            with archive.open(one.entry) as part:
                longest = one.bytes if isinstance(one, FileCopy) else None
                same = hash_of_file(part, longest) == one.sha256
        except UNREADABLE:
            same = False
        if not same:
            raise BadBackup("damaged", one.entry)


def _check_names(manifest: Manifest) -> None:
    """A photo is named by its content, hence lands in the folder and nowhere else; nothing stands twice."""
    seen: set[str] = set()
    parts: list[TableCopy | FileCopy] = [*manifest.tables, *manifest.media]
    for one in parts:
        shape = TABLE if isinstance(one, TableCopy) else BY_CONTENT
        if not isinstance(one.name, str) or not shape.fullmatch(one.name) or one.entry in seen:
            raise BadBackup("damaged", one.entry)
        seen.add(one.entry)


def _is_plain(info: zipfile.ZipInfo) -> bool:
    """A file: no folder, no link, no device."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    return not info.is_dir() and kind in (0, stat.S_IFREG)


def hash_of_file(file: IO[bytes], longest: int | None = None) -> str:
    """ "" as soon as it is longer than it was said to be."""
    digest, read = hashlib.sha256(), 0
    while chunk := file.read(CHUNK):
        digest.update(chunk)
        read += len(chunk)
        if longest is not None and read > longest:
            return ""
    return digest.hexdigest()


def lines_in(archive: zipfile.ZipFile, entry: str, at_once: int) -> Iterator[list[list[Any]]]:
    """The lines of a table, some at a time. Raises BadBackup at one that no row of ours is as long as."""
    lot: list[list[Any]] = []
    held = 0
    with archive.open(entry) as part:
        while line := part.readline(LONGEST_LINE + 1):
            lot.append(_row(line, entry))
            held += len(line)
            if len(lot) >= at_once or held >= LONGEST_LOT:
                yield lot
                lot, held = [], 0
    if lot:
        yield lot


def _row(line: bytes, entry: str) -> list[Any]:
    try:
        row = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, list):
        raise BadBackup("damaged", entry)
    return row
