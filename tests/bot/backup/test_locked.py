"""A backup that only the private key opens, wherever it is."""

from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path

import pytest

from bot.backup import BadBackup, Locked, drill, make_backup, peek, restore_backup
from bot.backup.locked import identities_in, is_locked, make_identity
from db.journal.chain import Seal
from db.path_key import PASSING
from db.session import Database
from tests.bot.backup.test_backup import LATER, differences, everything
from tests.support.filled import NOW, fill, put_photo


@pytest.fixture
def identity(tmp_path: Path) -> Path:
    file = tmp_path / "identity.txt"
    assert make_identity(file, NOW) is not None
    return file


async def locked(url: str, folder: Path, identity: Path) -> Path:
    database = Database(url)
    await fill(database)
    put_photo(folder / "media")
    to = [one.to_public() for one in identities_in(identity)]
    await make_backup(database, folder / "media", folder / "copy.age", NOW, recipients=to)
    await database.close()
    return folder / "copy.age"


async def test_a_locked_backup_goes_back_whole_with_the_private_key_alone(
    database_url: str, tmp_path: Path, identity: Path
) -> None:
    file = await locked(database_url, tmp_path, identity)
    before = await everything(database_url, but=["journal"])
    content = file.read_bytes()
    assert is_locked(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"Lise" not in content
    assert b"manifest" not in content
    url = f"sqlite+aiosqlite:///{tmp_path}/new.sqlite3"
    with pytest.raises(Locked, match="no-key"):
        await restore_backup(file, url, tmp_path / "new", LATER)
    make_identity(tmp_path / "other.txt", NOW)
    with pytest.raises(Locked, match="other-key"):
        await restore_backup(file, url, tmp_path / "new", LATER, identity=tmp_path / "other.txt")
    with pytest.raises(Locked, match="bad-key"):
        await restore_backup(file, url, tmp_path / "new", LATER, identity=file)
    assert not (tmp_path / "new.sqlite3").exists()
    restored = await restore_backup(file, url, tmp_path / "new", LATER, go_on=True, identity=identity)
    assert restored.counts == restored.manifest.counts
    assert differences(before, await everything(url, but=["journal"])) == []
    assert len(os.listdir(tmp_path / "new")) == 1


@pytest.mark.parametrize("cut", [-1, -40, 400, 30, -20_000])
async def test_a_locked_backup_that_was_cut_is_damaged(
    sqlite_url: str, tmp_path: Path, identity: Path, cut: int
) -> None:
    file = await locked(sqlite_url, tmp_path, identity)
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises((BadBackup, Locked)):
        peek(file, identity)


async def test_a_letter_changed_in_a_locked_backup_is_damage(sqlite_url: str, tmp_path: Path, identity: Path) -> None:
    file = await locked(sqlite_url, tmp_path, identity)
    content = bytearray(file.read_bytes())
    content[-200] ^= 1
    file.write_bytes(content)
    with pytest.raises(BadBackup, match="damaged"):
        peek(file, identity)


def test_a_private_key_is_for_its_owner_and_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "key.txt"
    public = make_identity(file, NOW)
    assert public is not None
    assert public.startswith("age1")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_text()
    assert make_identity(file, NOW) is None
    assert file.read_text() == before
    assert [str(one.to_public()) for one in identities_in(file)] == [public]


async def test_a_drill_says_what_came_back_and_touches_nothing(
    database_url: str, tmp_path: Path, identity: Path
) -> None:
    file = await locked(database_url, tmp_path, identity)
    before, files = await everything(database_url), sorted(os.listdir(tmp_path))
    now = NOW + dt.timedelta(days=40)
    seal = peek(file, identity).manifest.sealed
    assert seal is not None
    done = await drill(file, tmp_path, now, key=PASSING, identity=identity, noted=[seal, Seal(900, "f" * 64)])
    assert (done.counts, done.age.days, done.locked) == (done.manifest.counts, 40, True)
    assert (done.journal.why, done.compared) == ("", 1)
    other = await drill(file, tmp_path, now, key=PASSING, identity=identity, noted=[Seal(seal.place, "f" * 64)])
    assert other.journal.why == "noted", "its journal is not the one whose seal was noted here"
    assert sorted(os.listdir(tmp_path)) == files
    assert differences(before, await everything(database_url)) == []
