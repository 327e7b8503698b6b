"""The journal, exports, backups and moves, as they are typed."""

from __future__ import annotations

import csv
import fcntl
import io
import os
import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.settings import Settings
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
    assert (verified.code, verified.json["checked"]) == (0, 5)
    assert verified.json["anchor"]["file"].endswith("journal-seals.txt")
    assert (verified.json["anchor"]["since"], verified.json["anchor"]["to"]) == ("begun", 5)


async def test_a_line_altered_by_hand_ends_with_its_number_and_a_code(url: str, tmp_path: Path) -> None:
    with sqlite3.connect(url.partition(":///")[2]) as connection:
        connection.execute("UPDATE journal SET details = '{\"people\": 4}' WHERE id = 1")
    connection.close()
    verified = await typed(tmp_path, "journal", "verify", DATABASE_URL=url, DEFAULT_LANGUAGE="en")
    assert verified.code == 1
    assert verified.err.startswith("Line 1 of the journal was changed afterwards.")


CUTS = {
    "the last line": "DELETE FROM journal WHERE place = (SELECT max(place) FROM journal)",
    "everything": "DELETE FROM journal",
    "a line added before": "INSERT INTO journal (at, actor, act, thing, channel, details)"
    " VALUES ('2026-01-02 10:00:00.000000', 'system', 'people.joined', '', '', '{}')",
    "every seal": "UPDATE journal SET place = NULL, chain = NULL",
}


@pytest.mark.parametrize("what", CUTS)
async def test_from_the_first_command_on_what_is_done_to_the_journal_is_found(tmp_path: Path, what: str) -> None:
    """Nobody ran the program, nor copied anything."""
    env = {"DATABASE_URL": "sqlite:///base.sqlite3", "DEFAULT_LANGUAGE": "en"}
    for name in ("Maude", "Karim"):
        added = await typed(tmp_path, "people", "add", "--role", "coordinator", "--name", name, "--as", "Maude", **env)
        assert added.code == 0, added.err
    well = await typed(tmp_path, "journal", "verify", **env)
    assert (well.code, "journal-seals.txt" in well.out) == (0, True), well.err
    with sqlite3.connect(tmp_path / "base.sqlite3") as connection:
        connection.execute(CUTS[what])
    connection.close()
    found = await typed(tmp_path, "journal", "verify", "--json", **env)
    assert (found.code, found.json["ok"]) == (1, False), found.out


async def test_without_the_file_of_seals_nothing_is_proved(url: str, tmp_path: Path) -> None:
    well = await typed(tmp_path, "journal", "verify", "--json", DATABASE_URL=url)
    (tmp_path / "journal-seals.txt").unlink()
    lost = await typed(tmp_path, "journal", "verify", DATABASE_URL=url)
    assert (lost.code, "journal-seals.txt" in lost.err, "portevoix journal anchor" in lost.err) == (1, True, True)
    place, _, letters = well.json["seal"].partition(":")
    by_hand = await typed(tmp_path, "journal", "verify", "--seal", f"{place}:{letters[:8]}", "--json", DATABASE_URL=url)
    assert (by_hand.code, by_hand.json["anchor"]["by_hand"]) == (0, f"{place}:{letters[:8]}")
    begun = await typed(tmp_path, "journal", "anchor", DATABASE_URL=url)
    assert begun.code == 0, begun.err
    again = await typed(tmp_path, "journal", "anchor", DATABASE_URL=url)
    assert (again.code, "--again" in again.err) == (1, True)


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
    assert made.json["locked"]
    key = Path(made.json["key_made"])
    assert b"Lise" not in (tmp_path / "copy.zip").read_bytes()
    os.rename(key, tmp_path / "usb.txt")
    locked = await typed(tmp_path, "restore", "copy.zip", **new)
    assert (locked.code, "--identity" in locked.err) == (1, True)
    back = await typed(tmp_path, "restore", "copy.zip", "--identity", "usb.txt", "--json", **new)
    assert back.code == 0, back.err
    whole = await typed(tmp_path, "journal", "verify", "--json", **new)
    assert (whole.code, whole.json["anchor"]["since"]) == (0, "restored")
    os.rename(tmp_path / "usb.txt", key)
    assert back.json["tables"] == made.json["tables"]
    again = await typed(tmp_path, "restore", "copy.zip", **new)
    assert (again.code, "--replace" in again.err) == (1, True)
    unsure = await typed(tmp_path, "restore", "copy.zip", "--replace", **new)
    assert (unsure.code, "--yes" in unsure.err) == (1, True)
    sure = await typed(tmp_path, "restore", "copy.zip", "--replace", "--yes", **new)
    assert sure.code == 0, sure.err


async def test_a_backup_for_a_key_that_is_elsewhere_is_tried_and_the_trial_is_kept(url: str, tmp_path: Path) -> None:
    away = tmp_path / "usb"
    away.mkdir()
    made = await typed(tmp_path, "backup", "key", "--to", "usb/key.txt", "--json", DATABASE_URL=url)
    env = {"DATABASE_URL": url, "BACKUP_RECIPIENT": made.json["recipient"]}
    assert (await typed(tmp_path, "backup", "key", "--to", "usb/key.txt", **env)).code == 1
    done = await typed(tmp_path, "backup", "--json", **env)
    assert (done.code, done.json["key_made"]) == (0, None), done.err
    file = done.json["file"]
    assert file.startswith("backups/portevoix-")
    assert not (tmp_path / "backup-identity.txt").exists()
    without = await typed(tmp_path, "backup", "drill", file, **env)
    assert (without.code, "--identity" in without.err) == (1, True)
    drilled = await typed(tmp_path, "backup", "drill", file, "--identity", "usb/key.txt", "--json", **env)
    assert drilled.code == 0, drilled.err
    assert drilled.json["tables"] == done.json["tables"]
    assert (drilled.json["days"], drilled.json["seal"], drilled.json["compared"] > 0) == (0, done.json["seal"], True)
    shown = await typed(tmp_path, "journal", "show", "--most", "2", "--json", **env)
    assert "copie de sécurité essayée" in shown.json["lines"][-1]["words"]


async def test_a_backup_in_clear_is_asked_for_and_said_loudly_and_one_made_before_still_goes_back(
    url: str, tmp_path: Path
) -> None:
    made = await typed(tmp_path, "backup", "clear.zip", "--plain", "--json", DATABASE_URL=url, DEFAULT_LANGUAGE="en")
    assert (made.code, made.json["locked"], "BEWARE" in made.err) == (0, False, True)
    new = {"DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3", "MEDIA_FOLDER": "new-media"}
    back = await typed(tmp_path, "restore", "clear.zip", "--json", **new)
    assert (back.code, back.json["tables"]) == (0, made.json["tables"]), back.err


async def test_a_recipient_that_is_none_is_named(url: str, tmp_path: Path) -> None:
    """It has the shape of one: a letter of it was miscopied."""
    wrong = Settings.example("backup_recipient").replace("rsx7", "rsx8")
    done = await typed(tmp_path, "backup", "x.age", DATABASE_URL=url, BACKUP_RECIPIENT=wrong)
    assert (done.code, "BACKUP_RECIPIENT" in done.err) == (2, True)
    assert not (tmp_path / "x.age").exists()


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
    assert (verified.code, verified.json["checked"]) == (0, 5), verified.err


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
