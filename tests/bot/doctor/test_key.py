"""What the doctor says of the key of the nameless comments."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from bot.doctor.key import key_of_paths
from bot.path_key import path_key
from bot.settings import Settings
from db.deliveries import ReturnPath
from db.path_key import PathKey, ReturnAddress
from db.session import Database
from tests.support.filled import fill

OTHER = PathKey(b"o" * 32)


@pytest.fixture
async def settings(sqlite_url: str) -> Settings:
    database = Database(sqlite_url)
    await fill(database)
    await database.close()
    return Settings.load(env={"DATABASE_URL": sqlite_url})


async def sealed_with(url: str, key: PathKey) -> None:
    database = Database(url)
    async with database.write() as session:
        path = await session.get_one(ReturnPath, 1)
        path.sealed = key.seal(path.comment_id, ReturnAddress(3, "", "fr"))
    await database.close()


async def said(settings: Settings) -> list[tuple[str, bool]]:
    return [(finding.id, finding.well) for finding in await key_of_paths(settings)]


async def test_a_key_that_opens_what_it_sealed_is_well(settings: Settings, sqlite_url: str) -> None:
    await sealed_with(sqlite_url, path_key(settings))
    assert await said(settings) == [("key", True)]


async def test_before_the_first_start_there_is_nothing_to_say(settings: Settings, tmp_path: Path) -> None:
    assert await said(settings) == []
    assert not (tmp_path / "return-paths.key").exists(), "the doctor makes nothing"


async def test_a_key_that_others_can_read_is_said(settings: Settings, sqlite_url: str, tmp_path: Path) -> None:
    await sealed_with(sqlite_url, path_key(settings))
    (tmp_path / "return-paths.key").chmod(0o640)
    assert await said(settings) == [("key-open", False)]


async def test_another_key_is_said_with_how_many_it_does_not_open(settings: Settings, sqlite_url: str) -> None:
    path_key(settings)
    await sealed_with(sqlite_url, OTHER)
    [finding] = await key_of_paths(settings)
    assert (finding.id, finding.words.args["count"]) == ("key-lost", 1)


async def test_a_file_that_holds_no_key_is_said(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "return-paths.key").write_text("nothing")
    assert await said(settings) == [("key-unreadable", False)]


async def test_a_key_of_the_environment_is_said_to_be_there(sqlite_url: str, settings: Settings) -> None:
    await sealed_with(sqlite_url, OTHER)
    given = base64.b64encode(b"o" * 32).decode()
    assert await said(Settings.load(env={"DATABASE_URL": sqlite_url, "RETURN_PATHS_KEY": given})) == [
        ("key-environment", True)
    ]
