"""`portevoix console link`: for whoever holds the shell, the same one-use link as Telegram's."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.console.tables import WebLogin
from db.people import Person, Role, grant
from db.session import Database
from tests.support.console import HTTPS, Browser, console_of
from tests.support.filled import NOW, fill
from tests.support.phones import ENV, Town
from tests.support.shell import typed


@pytest.fixture
async def database(sqlite_url: str) -> Database:
    database = Database(sqlite_url)
    await fill(database)
    return database


async def test_the_shell_gives_a_link_that_opens_the_desk_once(tmp_path: Path, database: Database) -> None:
    env = {**ENV, "DATABASE_URL": database.url, "PUBLIC_BASE_URL": HTTPS}
    answer = await typed(tmp_path, "console", "link", "--json", **env)
    assert answer.code == 0, answer.err
    link = answer.json["link"]
    assert link.startswith(f"{HTTPS}/bureau/lien/")
    async with database.read() as session:
        (login,) = list(await session.scalars(WebLogin.__table__.select()))
        assert login is not None
    town = Town(database, NOW, PUBLIC_BASE_URL=HTTPS)
    async with database.write() as session:  # the shell's hour is the machine's: the link lives by it
        row = await session.get_one(WebLogin, 1)
        town.now = row.created_at
    browser = Browser(town, console_of(town))
    await browser.open(link)
    assert "Entrer comme Maude?" in browser.words
    await browser.fill("")
    assert (await browser.client.get("/bureau")).status_code == 200
    assert (await Browser(town, console_of(town)).open(link)).status_code == 410
    await database.close()


async def test_with_several_coordinators_the_shell_asks_whose(tmp_path: Path, database: Database) -> None:
    async with database.write() as session:
        await grant(session, (await session.get_one(Person, 2)).id, Role.COORDINATOR)
    await database.close()
    env = {**ENV, "DATABASE_URL": database.url, "PUBLIC_BASE_URL": HTTPS}
    assert (await typed(tmp_path, "console", "link", **env)).code != 0
    assert "lien/" in (await typed(tmp_path, "console", "link", "--as", "Lise", **env)).out


@pytest.mark.parametrize("url", ["http://porte.example.org", ""])
async def test_without_https_there_is_no_desk_to_open(tmp_path: Path, database: Database, url: str) -> None:
    await database.close()
    settings = {**ENV, "DATABASE_URL": database.url} | ({"PUBLIC_BASE_URL": url} if url else {})
    answer = await typed(tmp_path, "console", "link", **settings)
    assert ("lien/" in answer.out) == (url == ""), "by default the address is this machine's own"
