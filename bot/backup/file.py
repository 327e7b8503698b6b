"""The backup file: a zip of `tables/<name>.jsonl`, `media/<file>` and `manifest.json`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
KEY = "return-paths.key"  # only when asked: with it, whoever has the file knows the authors
CHUNK = 1 << 20
# A file that is no backup of ours may unfold into anything: nothing of it is read whole before its size is known.
LONGEST_MANIFEST = 4_000_000  # bytes
LONGEST_LINE = 3_000_000  # a row: the longest that a provider may send us is a million
LONGEST_LOT = 8_000_000  # the rows held at once
LONGEST_KEY = 1_000
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
    """What the file holds, counted. `seal` is the journal's last one: note it, and the journal can prove itself."""

    made_at: str
    schema: str
    database: str
    seal: str
    tables: list[TableCopy] = field(default_factory=list)
    media: list[FileCopy] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)  # photos the tables name, and the folder has not
    format: int = FORMAT

    @property
    def rows(self) -> int:
        return sum(one.rows for one in self.tables)

    @property
    def counts(self) -> dict[str, int]:
        return {one.name: one.rows for one in self.tables}

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def read_manifest(path: Path) -> Manifest:
    """Raises BadBackup when the file is something else, or was made by a later program."""
    try:
        with zipfile.ZipFile(path) as archive:
            if any(part.compress_type not in OURS for part in archive.infolist()):
                raise BadBackup("kind", "compression")
            found = json.loads(whole_part(archive, MANIFEST, LONGEST_MANIFEST))
            if found["format"] > FORMAT:
                raise BadBackup("newer")
            tables = [TableCopy(**one) for one in found.pop("tables")]
            media = [FileCopy(**one) for one in found.pop("media")]
            dt.datetime.fromisoformat(found["made_at"])
            return Manifest(tables=tables, media=media, **found)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, RecursionError, NotImplementedError) as error:
        raise BadBackup("kind", type(error).__name__) from None


def whole_part(archive: zipfile.ZipFile, entry: str, longest: int) -> bytes:
    """A small part, read whole. Raises BadBackup when it is longer; KeyError without it."""
    with archive.open(entry) as part:
        content = part.read(longest + 1)
    if len(content) > longest:
        raise BadBackup("damaged", entry)
    return content


def check_whole(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Recompute every digest before anything is touched. Raises BadBackup naming the part that is damaged."""
    parts: list[TableCopy | FileCopy] = [*manifest.tables, *manifest.media]
    for one in parts:
        if isinstance(one, FileCopy) and PurePosixPath(one.name).name != one.name:
            raise BadBackup("damaged", one.entry)  # a name that would leave the folder
        try:
            with archive.open(one.entry) as part:
                same = _same(part, one)
        except (KeyError, zipfile.BadZipFile, OSError, EOFError):
            same = False
        if not same:
            raise BadBackup("damaged", one.entry)


def _same(part: IO[bytes], one: TableCopy | FileCopy) -> bool:
    """Its digest is what was said, and it is no longer, nor has a longer line, than what we write."""
    digest, size, line = hashlib.sha256(), 0, 0
    while chunk := part.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        first, last = chunk.find(b"\n"), chunk.rfind(b"\n")
        longest = line + (first if first >= 0 else len(chunk))
        line = len(chunk) - last - 1 if last >= 0 else longest
        if (size > one.bytes) if isinstance(one, FileCopy) else (longest > LONGEST_LINE):
            return False
    return digest.hexdigest() == one.sha256


def digest_of_file(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def lines_in(archive: zipfile.ZipFile, entry: str, at_once: int) -> Iterator[list[list[Any]]]:
    """The lines of a table, some at a time. Raises BadBackup on one that no table of ours holds."""
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
