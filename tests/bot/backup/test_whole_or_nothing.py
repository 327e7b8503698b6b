"""A backup that is not what we make changes nothing: all of it is looked at, and put back beside, before."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.backup import BadBackup, restore_backup
from bot.backup.restore import placed
from db.session import Database
from tests.bot.backup.test_backup import LATER, backed_up, differences, everything
from tests.support.filled import PHOTO, fill

Parts = list[tuple[zipfile.ZipInfo, bytes]]


@dataclasses.dataclass
class Opened:
    """A backup's manifest and its parts, to be changed."""

    manifest: dict[str, Any]
    parts: Parts

    def add(self, name: str, content: bytes, mode: int = stat.S_IFREG | 0o600) -> None:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        self.parts.append((info, content))

    def add_photo(self, name: str, content: bytes = PHOTO, mode: int = stat.S_IFREG | 0o600) -> None:
        self.add(f"media/{name}", content, mode)
        digest = hashlib.sha256(content).hexdigest()
        self.manifest["media"].append({"name": name, "bytes": len(content), "sha256": digest})

    def table(self, name: str, content: bytes, **columns: str) -> None:
        """Replaces a table, with a digest that holds."""
        self.parts = [part for part in self.parts if part[0].filename != f"tables/{name}.jsonl"]
        self.add(f"tables/{name}.jsonl", content)
        one = next((one for one in self.manifest["tables"] if one["name"] == name), None)
        if one is None:
            self.manifest["tables"].append(one := {"name": name, "columns": {}})
        one |= {"rows": content.count(b"\n"), "sha256": hashlib.sha256(content).hexdigest()}
        one["columns"] |= columns


def rows_of(opened: Opened, name: str) -> list[list[Any]]:
    content = next(content for info, content in opened.parts if info.filename == f"tables/{name}.jsonl")
    return [json.loads(line) for line in content.splitlines()]


def changed(file: Path, change: Callable[[Opened], None]) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = [(info, archive.read(info)) for info in archive.infolist() if info.filename != "manifest.json"]
        opened = Opened(json.loads(archive.read("manifest.json")), parts)
    change(opened)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in opened.parts:
            archive.writestr(info, content)
        archive.writestr("manifest.json", json.dumps(opened.manifest))


def twice(opened: Opened) -> None:
    info, content = opened.parts[-1]
    opened.add(info.filename, content)


def photo_twice(opened: Opened) -> None:
    opened.manifest["media"].append(dict(opened.manifest["media"][0]))


def no_people(opened: Opened) -> None:
    opened.table("people", b'["one", "two"]\n')


def bad_day(opened: Opened) -> None:
    rows = rows_of(opened, "people")
    columns = list(next(one["columns"] for one in opened.manifest["tables"] if one["name"] == "people"))
    rows[-1][columns.index("created_at")] = "yesterday"
    opened.table("people", b"".join(json.dumps(row).encode() + b"\n" for row in rows))


def unknown_kind(opened: Opened) -> None:
    opened.manifest["tables"][-1]["columns"] |= {"surprise": "code"}


def unknown_column(opened: Opened) -> None:
    rows = [[*row, 1] for row in rows_of(opened, "people")]
    opened.table("people", b"".join(json.dumps(row).encode() + b"\n" for row in rows), surprise="int")


def long_line(opened: Opened) -> None:
    opened.table("people", b'["' + b"x" * 30_000_000 + b'"]\n')


def longer_photo(opened: Opened) -> None:
    """Its digest is that of other bytes."""
    opened.add_photo("a" * 64 + ".jpg")
    opened.manifest["media"][-1]["sha256"] = "0" * 64


CHANGES: dict[str, Callable[[Opened], None]] = {
    "a photo named ..": lambda opened: opened.add_photo(".."),
    "a photo named .": lambda opened: opened.add_photo("."),
    "a photo without a name": lambda opened: opened.add_photo(""),
    "an absolute path": lambda opened: opened.add_photo("/tmp/" + "a" * 64 + ".jpg"),
    "a path that climbs": lambda opened: opened.add_photo("../" + "a" * 64 + ".jpg"),
    "a path with the other slash": lambda opened: opened.add_photo("..\\" + "a" * 64 + ".jpg"),
    "a name that is not a content's": lambda opened: opened.add_photo("erasures.txt"),
    "a link": lambda opened: opened.add_photo("a" * 64 + ".jpg", b"/etc/hostname", stat.S_IFLNK | 0o777),
    "a device": lambda opened: opened.add_photo("a" * 64 + ".jpg", PHOTO, stat.S_IFCHR | 0o600),
    "a part twice in the file": twice,
    "a photo twice in the manifest": photo_twice,
    "a part that nothing names": lambda opened: opened.add("media/" + "a" * 64 + ".jpg", PHOTO),
    "a table twice": lambda opened: opened.manifest["tables"].append(opened.manifest["tables"][0]),
    "the table of the schema": lambda opened: opened.table("alembic_version", b'["0001"]\n', version_num="text"),
    "a table that nobody knows": lambda opened: opened.table("surprises", b"[1]\n", id="int"),
    "rows that are too short": no_people,
    "a day that is none": bad_day,
    "a kind of column that nobody knows": unknown_kind,
    "a column that nobody knows": unknown_column,
    "a photo that is another": longer_photo,
    "a line that would fill the memory": long_line,
    "a seal that is another": lambda opened: opened.manifest.update(seal="4:" + "0" * 64),
}


WITHOUT_ROWS = [name for name in CHANGES if name != "a seal that is another"]


@pytest.mark.parametrize(
    ("what", "there"),
    [*((what, "people") for what in WITHOUT_ROWS), ("a photo named ..", ""), ("a day that is none", "")],
)
async def test_a_backup_that_is_not_ours_changes_nothing(
    sqlite_url: str, tmp_path: Path, what: str, there: str
) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path / "made")
    changed(file, CHANGES[what])
    folder = tmp_path / "there"
    folder.mkdir()
    url = f"sqlite+aiosqlite:///{folder}/base.sqlite3" if not there else sqlite_url
    before = {} if not there else await everything(url)
    files = sorted(os.listdir(tmp_path))
    with pytest.raises(BadBackup):
        await restore_backup(file, url, folder / "media", LATER, replace=True, unproven=True)
    assert os.listdir(folder) == []
    assert sorted(os.listdir(tmp_path)) == files
    if before:
        assert differences(before, await everything(url)) == []


@pytest.mark.parametrize("what", ["a photo named ..", "a day that is none", "a column that nobody knows"])
async def test_on_the_server_too_what_was_there_stays(
    sqlite_url: str, postgres_url: str, tmp_path: Path, what: str
) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    changed(file, CHANGES[what])
    database = Database(postgres_url)
    await fill(database)
    await database.close()
    before = await everything(postgres_url)
    with pytest.raises(BadBackup):
        await restore_backup(file, postgres_url, tmp_path / "there", LATER, replace=True, unproven=True)
    assert differences(before, await everything(postgres_url)) == []
    assert not (tmp_path / "there").exists()


async def test_a_journal_that_is_not_the_one_of_the_manifest_is_said(sqlite_url: str, tmp_path: Path) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    changed(file, CHANGES["a seal that is another"])
    restored = await restore_backup(
        file, f"sqlite+aiosqlite:///{tmp_path}/new.sqlite3", tmp_path / "new", LATER, unproven=True
    )
    assert restored.journal.why == "noted"


async def test_photos_that_cannot_be_placed_leave_the_database_as_it_was(sqlite_url: str, tmp_path: Path) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    (tmp_path / "taken").write_text("a file, where the folder should be")
    before = await everything(sqlite_url)
    with pytest.raises(OSError, match="taken"):
        await restore_backup(file, sqlite_url, tmp_path / "taken", LATER, replace=True, unproven=True)
    assert differences(before, await everything(sqlite_url)) == []


async def test_photos_go_when_the_database_could_not_be_placed(sqlite_url: str, tmp_path: Path) -> None:
    file, manifest = await backed_up(sqlite_url, tmp_path)
    folder = tmp_path / "there"
    for before in ([], ["kept.jpg"]):
        for name in before:
            folder.mkdir()
            (folder / name).touch()
        with (
            contextlib.suppress(ZeroDivisionError),
            zipfile.ZipFile(file) as archive,
            placed(archive, manifest.media, folder),
        ):
            assert len(os.listdir(folder)) == 1 + len(before)
            raise ZeroDivisionError
        assert (os.listdir(folder) if folder.exists() else []) == before
