"""Whoever knows the public half of the key can lock a backup of their own making: it is not taken for one of ours."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import hashlib
import itertools
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from bot.backup import Origin, Unproven, drill, make_backup, peek, restore_backup
from bot.backup.file import MANIFEST, SIGNATURE
from db.deliveries import Worker
from db.path_key import PASSING, PathKey
from db.running import Running, nobody_else
from db.session import Database
from tests.bot.backup.test_backup import LATER
from tests.support.filled import NOW, fill
from tests.support.shell import typed

ANOTHER = PathKey(bytes(range(32)))
CONTACTS = "tables/contacts.jsonl"


def forged(file: Path, *, signature: bytes | None) -> None:
    """Maude's Telegram account becomes another's, and every count and digest is put right."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[CONTACTS] = parts[CONTACTS].replace(b'"1001"', b'"2001"')
    manifest = json.loads(parts[MANIFEST])
    for one in manifest["tables"]:
        if one["name"] == "contacts":
            one["sha256"] = hashlib.sha256(parts[CONTACTS]).hexdigest()
    parts[MANIFEST] = json.dumps(manifest).encode()
    del parts[SIGNATURE]
    if signature is not None:
        parts[SIGNATURE] = signature
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


@pytest.fixture
async def copy(sqlite_url: str, tmp_path: Path) -> Path:
    database = Database(sqlite_url)
    await fill(database)
    await make_backup(database, tmp_path / "media", tmp_path / "copy.zip", NOW)
    await database.close()
    return tmp_path / "copy.zip"


@pytest.mark.parametrize(
    ("signature", "origin"), [(None, Origin.UNSIGNED), (b"0" * 64, Origin.OTHER), (b"", Origin.OTHER)]
)
async def test_a_copy_that_others_made_is_put_back_only_by_whoever_says_that_it_is_unproven(
    copy: Path, tmp_path: Path, signature: bytes | None, origin: Origin
) -> None:
    forged(copy, signature=signature)
    url = f"sqlite+aiosqlite:///{tmp_path / 'new.sqlite3'}"
    with pytest.raises(Unproven) as refused:
        await restore_backup(copy, url, tmp_path / "new", LATER)
    assert refused.value.origin is origin
    assert not (tmp_path / "new.sqlite3").exists()
    assert (await drill(copy, tmp_path, LATER, key=PASSING)).origin is origin
    restored = await restore_backup(copy, url, tmp_path / "new", LATER, unproven=True)
    assert restored.counts["people"] == 3


async def test_ours_is_known_by_the_key_of_this_machine_alone(copy: Path, tmp_path: Path) -> None:
    assert peek(copy, ours=PASSING).origin is Origin.OURS
    assert peek(copy, ours=ANOTHER).origin is Origin.OTHER
    assert peek(copy).origin is Origin.NO_KEY
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'portevoix.sqlite3'}")
    await make_backup(database, tmp_path / "media", tmp_path / "with.zip", NOW, key=b"s" * 32)
    await database.close()
    assert peek(tmp_path / "with.zip").origin is Origin.NO_KEY, "a key that comes with the file proves nothing"


async def test_in_the_shell_a_yes_is_not_enough(sqlite_url: str, tmp_path: Path) -> None:
    database = Database(sqlite_url)
    await fill(database)
    await database.close()
    made = await typed(tmp_path, "backup", "copy.zip", "--plain", "--with-key", DATABASE_URL=sqlite_url)
    assert made.code == 0, made.err
    shutil.copyfile(tmp_path / "copy.zip", tmp_path / "forged.zip")
    forged(tmp_path / "forged.zip", signature=None)
    env = {"DATABASE_URL": sqlite_url, "DEFAULT_LANGUAGE": "en"}
    refused = await typed(tmp_path, "restore", "forged.zip", "--replace", "--yes", **env)
    assert (refused.code, "not signed" in refused.err, "--unproven" in refused.err) == (1, True, True), refused.err
    own = await typed(tmp_path, "restore", "copy.zip", "--replace", "--yes", "--json", **env)
    assert own.code == 0, own.err
    sure = await typed(tmp_path, "restore", "forged.zip", "--replace", "--yes", "--unproven", **env)
    assert sure.code == 0, sure.err
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copyfile(tmp_path / "copy.zip", elsewhere / "copy.zip")
    new = await typed(elsewhere, "restore", "copy.zip", DATABASE_URL="sqlite:///new.sqlite3", DEFAULT_LANGUAGE="en")
    assert (new.code, "return-paths.key" in new.err) == (1, True), new.err
    assert not (elsewhere / "return-paths.key").exists()
    asked = await typed(elsewhere, "restore", "copy.zip", "--unproven", DATABASE_URL="sqlite:///new.sqlite3")
    assert (asked.code, "dorment" in asked.out) == (0, True), asked.err


async def test_nothing_is_put_back_beside_a_program_that_runs_on_postgresql(postgres_url: str) -> None:
    async with nobody_else(postgres_url):
        with pytest.raises(Running):  # whoever ticks holds the lock
            async with nobody_else(postgres_url):
                pass
    database = Database(postgres_url)
    async with database.write() as session:
        session.add(Worker(id="dead", started_at=NOW, heartbeat_at=NOW))
    async with nobody_else(postgres_url):
        pass

    async def beats() -> None:
        for number in itertools.count(1):
            async with database.write() as session:
                worker = await session.get_one(Worker, "dead")
                worker.heartbeat_at = NOW + dt.timedelta(seconds=number)
            await asyncio.sleep(0.5)

    heart = asyncio.create_task(beats())
    try:
        with pytest.raises(Running):  # a worker alone, on another machine
            async with nobody_else(postgres_url):
                pass
    finally:
        heart.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await heart
        await database.close()
