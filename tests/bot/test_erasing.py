"""After an erasure: files go, providers erase their copies, and an older backup cannot bring anybody back."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.backup import make_backup, restore_backup
from bot.channels.contract import Blame, SendError, Verdict
from bot.erasing import LIST, YOUNG, Broom, keep_list, read_list, sweep_files
from db.conversations import StoredFile
from db.people import Person
from db.privacy.erasing import erase_person
from db.privacy.messages import keep_copies
from db.privacy.tables import ProviderCopy
from db.session import Database
from tests.support.filled import NOW, fill, put_photo

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    database = Database(sqlite_url)
    await fill(database)
    yield database
    await database.close()


async def forget_lise(database: Database) -> None:
    async with database.write() as session:
        await erase_person(session, await session.get_one(Person, 2), LATER, LATER.date())


async def names(url: str) -> set[str]:
    database = Database(url)
    async with database.read() as session:
        found = set(await session.scalars(select(Person.name)))
    await database.close()
    return found


class Provider:
    """A provider that erases, or answers otherwise as told."""

    name = "sms"

    def __init__(self, *answers: SendError | None) -> None:
        self.answers, self.asked = list(answers), 0

    async def erase(self, chat: str, number: str) -> None:
        self.asked += 1
        if self.answers and (error := self.answers.pop(0)) is not None:
            raise error


async def listed(database: Database) -> list[ProviderCopy]:
    async with database.read() as session:
        return list(await session.scalars(select(ProviderCopy)))


# -- files ---------------------------------------------------------------------------------------------------------


async def test_a_file_goes_once_no_row_names_it_and_a_young_one_waits(database: Database, tmp_path: Path) -> None:
    media = tmp_path / "media"
    put_photo(media)
    (media / "notes.txt").write_text("not ours")
    now = dt.datetime.now(dt.UTC)
    assert await sweep_files(database, media, now + 2 * YOUNG) == 0, "a claim names it"
    async with database.write() as session:
        for row in await session.scalars(select(StoredFile)):
            row.path = ""
    assert await sweep_files(database, media, now) == 0, "its row may be on its way"
    assert await sweep_files(database, media, now + 2 * YOUNG) == 1
    assert [path.name for path in media.iterdir()] == ["notes.txt"]


# -- providers -----------------------------------------------------------------------------------------------------


async def test_what_a_provider_erased_or_never_can_is_forgotten(database: Database, tmp_path: Path) -> None:
    async with database.write() as session:
        await keep_copies(session, [("sms", "", "SM1"), ("sms", "", "SM2"), ("telegram", "42", "7")], NOW)
    never = SendError(Verdict.FOR_GOOD, "refused", Blame.PROVIDER)
    broom = Broom(database, tmp_path, lambda: NOW, Provider(None, never))
    assert await broom.erase_copies() == 2
    assert [copy.channel for copy in await listed(database)] == ["telegram"], "that channel is closed here: it waits"


async def test_a_provider_that_is_away_is_asked_again_more_and_more_slowly(database: Database, tmp_path: Path) -> None:
    async with database.write() as session:
        await keep_copies(session, [("sms", "", "SM1")], NOW)
    away = SendError(Verdict.LATER, "unreachable", Blame.PROVIDER)
    now = NOW
    provider = Provider(*[away] * 3)
    broom = Broom(database, tmp_path, lambda: now, provider)
    waits = []
    for _ in range(3):
        assert await broom.erase_copies() == 0
        assert await broom.erase_copies() == 0, "not before its time"
        [copy] = await listed(database)
        waits.append(copy.next_at - now)
        now = copy.next_at
    assert waits == sorted(waits)
    assert waits[0] < waits[-1]
    assert provider.asked == 3
    assert await broom.erase_copies() == 1


# -- the list of erasures ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kept", ["the database in place", "the folder of media", "a file kept elsewhere"])
async def test_a_backup_made_before_brings_nobody_back(database: Database, tmp_path: Path, kept: str) -> None:
    media, file, elsewhere = tmp_path / "media", tmp_path / "copy.zip", tmp_path / "list.txt"
    put_photo(media)
    await make_backup(database, media, file, NOW)
    await forget_lise(database)
    await keep_list(database, media)
    url, folder, given = database.url, media, None
    if kept == "the database in place":
        (media / LIST).unlink()
    else:
        url = f"sqlite+aiosqlite:///{tmp_path / 'new.sqlite3'}"
    if kept == "a file kept elsewhere":
        os.replace(media / LIST, elsewhere)
        given, folder = elsewhere, tmp_path / "other"
    restored = await restore_backup(file, url, folder, LATER, replace=True, go_on=True, listed=given)
    assert restored.erased == 1
    assert "Lise" not in await names(url)
    assert {"Maude"} <= await names(url)
    again = Database(url)
    async with again.read() as session:
        paths = set(await session.scalars(select(StoredFile.path)))
    await again.close()
    there = {path.name for path in folder.iterdir()} - {LIST} if folder.is_dir() and folder != media else set()
    assert there <= paths, "no file of theirs is put back"


async def test_a_backup_of_people_who_are_all_there_is_put_back_whole(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "copy.zip"
    put_photo(tmp_path / "media")
    await make_backup(database, tmp_path / "media", file, NOW)
    restored = await restore_backup(file, database.url, tmp_path / "media", LATER, replace=True, go_on=True)
    assert restored.erased == 0
    assert "Lise" in await names(database.url)


async def test_the_list_says_nothing_but_digests_and_days(database: Database, tmp_path: Path) -> None:
    await forget_lise(database)
    await keep_list(database, tmp_path)
    await keep_list(database, tmp_path)
    [line] = (tmp_path / LIST).read_text().splitlines()
    assert line.endswith(LATER.date().isoformat())
    assert len(read_list(tmp_path / LIST)) == 1
    (tmp_path / LIST).write_text("lise 2026\n" + line + "\n")
    assert len(read_list(tmp_path / LIST)) == 1
    assert read_list(tmp_path / "none.txt") == {}
