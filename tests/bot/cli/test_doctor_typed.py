"""`portevoix doctor`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.session import Database
from tests.support.filled import fill
from tests.support.shell import typed


@pytest.fixture
async def url(sqlite_url: str) -> str:
    database = Database(sqlite_url)
    await fill(database)
    await database.close()
    return sqlite_url


async def test_problems_end_with_a_code_and_a_way_to_mend_each(url: str, tmp_path: Path) -> None:
    done = await typed(tmp_path, "doctor", DATABASE_URL=url)
    assert done.code == 1
    assert "portevoix doctor --replay 3" in done.out
    assert done.out.splitlines()[-1].endswith("choses à voir.")


async def test_programs_get_the_same_as_json(url: str, tmp_path: Path) -> None:
    done = await typed(tmp_path, "doctor", "--json", DATABASE_URL=url, DEFAULT_LANGUAGE="en")
    assert done.json["ok"] is False
    aside = next(one for one in done.json["findings"] if one["id"] == "set-aside")
    assert aside["text"].startswith("A message received made the program fail")


async def test_settings_that_cannot_be_read_are_said_in_the_language_of_the_house(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DEFAULT_LANGUAGE=en\nHTTP_PORT=many\n", encoding="utf-8")
    done = await typed(tmp_path, "doctor")
    assert done.code == 2
    assert "The setting HTTP_PORT is not right: it is a number" in done.out
    assert "HTTP_PORT=8080" in done.out


async def test_a_message_set_aside_is_taken_up_again_once(url: str, tmp_path: Path) -> None:
    assert (await typed(tmp_path, "doctor", "--replay", "2", DATABASE_URL=url)).code == 1
    done = await typed(tmp_path, "doctor", "--replay", "all", "--json", DATABASE_URL=url)
    assert (done.code, done.json["messages"]) == (0, 1)
    assert (await typed(tmp_path, "doctor", "--replay", "3", DATABASE_URL=url)).code == 1
    assert (await typed(tmp_path, "doctor", "--replay", "everything", DATABASE_URL=url)).code == 2
