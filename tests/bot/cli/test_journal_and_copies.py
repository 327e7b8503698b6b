"""The journal, exports, backups and moves, as they are typed."""

from __future__ import annotations

import csv
import fcntl
import io
import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.session import Database
from tests.support.filled import fill, put_photo
from tests.support.shell import typed


@pytest.fixture
async def url(sqlite_url: str, tmp_path: Path) -> str:
    database = Database(sqlite_url)
    await fill(database)
    await database.close()
    put_photo(tmp_path / "media")
    begun = await typed(tmp_path, "journal", "anchor", DATABASE_URL=sqlite_url)  # an installation older than its seals
    assert begun.code == 0, begun.err
    return sqlite_url


async def test_the_journal_is_shown_and_verified(url: str, tmp_path: Path) -> None:
    shown = await typed(tmp_path, "journal", "show", "--meeting", "1", "--json", DATABASE_URL=url)
    assert shown.code == 0
    assert shown.json["lines"][0]["words"] == "Maude : rencontre déplacée, 3 personnes prévenues (rencontre 1)"
    verified = await typed(tmp_path, "journal", "verify", "--json", DATABASE_URL=url)
    assert (verified.code, verified.json["checked"]) == (0, 4)


async def test_a_line_altered_by_hand_ends_with_its_number_and_a_code(url: str, tmp_path: Path) -> None:
    with sqlite3.connect(url.partition(":///")[2]) as connection:
        connection.execute("UPDATE journal SET details = '{\"people\": 4}' WHERE id = 1")
    connection.close()
    verified = await typed(tmp_path, "journal", "verify", DATABASE_URL=url, DEFAULT_LANGUAGE="en")
    assert verified.code == 1
    assert verified.err.startswith("Line 1 of the journal was changed afterwards.")


async def test_an_export_on_the_screen_is_nothing_but_lines(url: str, tmp_path: Path) -> None:
    done = await typed(tmp_path, "export", "deliveries", DATABASE_URL=url)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert done.code == 0
    assert [row["id"] for row in rows] == ["1", "3", "4", "", "5"]
    assert rows[0]["queued_at"] == "2026-12-08 14:33:05-05:00"
    assert "+18195550101" not in done.out


@pytest.mark.parametrize("what", ["journal", "deliveries", "people", "comments", "claims", "meetings"])
async def test_every_subject_makes_a_workbook(url: str, tmp_path: Path, what: str) -> None:
    done = await typed(tmp_path, "export", what, "--to", "x.xlsx", "--json", DATABASE_URL=url)
    assert done.code == 0, done.err
    sheet = load_workbook(tmp_path / "x.xlsx")[what]
    assert sheet.max_row == done.json["rows"] + 1


async def test_an_export_that_cannot_be_done_says_why(url: str, tmp_path: Path) -> None:
    nowhere = await typed(tmp_path, "export", "people", "--to", "no/such/folder.csv", DATABASE_URL=url)
    assert (nowhere.code, "no/such/folder.csv" in nowhere.err) == (1, True)
    bad_day = await typed(tmp_path, "export", "people", "--since", "hier", DATABASE_URL=url)
    assert (bad_day.code, "2026-12-08" in bad_day.err) == (1, True)


async def test_a_backup_goes_and_comes_back_by_the_shell(url: str, tmp_path: Path) -> None:
    made = await typed(tmp_path, "backup", "copy.zip", "--json", DATABASE_URL=url)
    assert (made.code, made.json["files"]) == (0, 1)
    new = {"DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3", "MEDIA_FOLDER": "new-media"}
    back = await typed(tmp_path, "restore", "copy.zip", "--json", **new)
    assert back.code == 0, back.err
    assert back.json["tables"] == made.json["tables"]
    again = await typed(tmp_path, "restore", "copy.zip", **new)
    assert (again.code, "--replace" in again.err) == (1, True)
    unsure = await typed(tmp_path, "restore", "copy.zip", "--replace", **new)
    assert (unsure.code, "--yes" in unsure.err) == (1, True)
    sure = await typed(tmp_path, "restore", "copy.zip", "--replace", "--yes", **new)
    assert sure.code == 0, sure.err


async def test_nothing_is_restored_nor_moved_under_a_running_program(url: str, tmp_path: Path) -> None:
    await typed(tmp_path, "backup", "copy.zip", DATABASE_URL=url)
    path = Path(url.partition(":///")[2])
    with path.with_name(path.name + "-running").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        restored = await typed(tmp_path, "restore", "copy.zip", "--replace", "--yes", DATABASE_URL=url)
        moved = await typed(tmp_path, "move", "--to", "postgresql://127.0.0.1:9/x", DATABASE_URL=url)
    assert (restored.code, moved.code) == (1, 3)
    assert "Ctrl-C" in moved.err


async def test_a_move_by_the_shell(url: str, empty_postgres_url: str, tmp_path: Path) -> None:
    to = empty_postgres_url.replace("+asyncpg", "")
    moved = await typed(tmp_path, "move", "--to", to, "--json", DATABASE_URL=url)
    assert moved.code == 0, moved.err
    verified = await typed(tmp_path, "journal", "verify", "--json", DATABASE_URL=to)
    assert verified.json["checked"] == 4


@pytest.mark.parametrize(
    ("to", "code", "said"),
    [
        ("sqlite:///other.sqlite3", 2, "postgresql://"),
        ("nonsense", 2, "postgresql://"),
        ("postgresql://nobody:x@127.0.0.1:9/x", 1, "Rien n'a été changé"),
    ],
)
async def test_a_move_to_the_wrong_place_says_so(url: str, tmp_path: Path, to: str, code: int, said: str) -> None:
    moved = await typed(tmp_path, "move", "--to", to, DATABASE_URL=url)
    assert (moved.code, said in moved.err) == (code, True), moved.err
