"""What the law on personal information asks, from the shell: a file, an erasure, the night's work, the letters."""

from __future__ import annotations

import asyncio
import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.cli import build_app
from db.session import Database
from tests.support.filled import PHOTO, fill, put_photo


@pytest.fixture
def folder(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    async def make() -> None:
        database = Database(sqlite_url)
        await fill(database)
        await database.close()

    asyncio.run(make())
    put_photo(tmp_path / "media")
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_TOKEN", "TWILIO_ACCOUNT_SID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("CONTACT_NAME", "Maude")
    monkeypatch.setenv("ORGANISATION_NAME", "Alliance")
    return tmp_path


def typed(*words: str) -> Result:
    return CliRunner().invoke(build_app(["people", "privacy", "journal", "export"]), list(words))


def facts(*words: str) -> dict[str, Any]:
    result = typed(*words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    return found


def test_a_person_s_file_holds_a_letter_every_line_and_their_photos(folder: Path) -> None:
    done = facts("people", "file", "lise", "--to", "dossier")
    assert done["person"] == 2
    made = folder / "dossier"
    assert (made / "lettre.pdf").read_bytes().startswith(b"%PDF")
    everything = json.loads((made / "tout.json").read_text(encoding="utf-8"))
    assert everything["people"][0]["name"] == "Lise"
    assert everything["contacts"][0]["address"] == "+18195550101"
    assert [row["number"] for row in everything["claims"]] == [12]
    with (made / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file, delimiter=";"))) == 2
    assert [path.read_bytes() for path in made.iterdir() if path.suffix == ".jpg"] == [PHOTO]
    assert made.stat().st_mode & 0o077 == 0, "for its owner alone"


def test_a_file_holds_neither_a_nameless_comment_nor_another_person(folder: Path) -> None:
    facts("people", "file", "2", "--to", "dossier")
    written = b"".join(path.read_bytes() for path in (folder / "dossier").iterdir())
    assert b"froide" in written or b"people" in written
    for secret in (b"pseudonym", b"return_path", b'Maude"', b"0177"):
        assert secret not in written, secret


def test_making_a_file_is_a_look_and_a_line_of_the_journal(folder: Path) -> None:
    facts("people", "file", "Lise", "--to", "dossier")
    [look] = facts("privacy", "looks", "Lise")["looks"]
    assert (look["act"], look["via"], look["name"]) == ("privacy.file", "shell", "Maude")
    assert "dossier fait" in typed("journal", "show").stdout


def test_a_person_is_erased_two_days_later_or_at_once_or_kept(folder: Path) -> None:
    assert typed("people", "erase", "Lise").exit_code == 1, "who asked, and how"
    asked = facts("people", "erase", "Lise", "--reason", "au téléphone", "--yes")
    assert asked["person"] == 2
    assert facts("privacy", "requests")["requests"][0]["kind"] == "erasure"
    facts("people", "keep", "Lise", "--yes")
    assert facts("privacy", "requests")["requests"] == []
    facts("people", "erase", "2", "--reason", "au téléphone", "--at-once", "--yes")
    assert typed("people", "show", "2").exit_code == 1
    assert "Lise" not in typed("people", "list").stdout
    assert (folder / "media" / "erasures.txt").exists()


def test_a_coordinator_is_not_erased_before_another_takes_over(folder: Path) -> None:
    result = typed("people", "erase", "Maude", "--reason", "départ")
    assert result.exit_code == 1
    assert "revoke" in result.stderr


@pytest.mark.parametrize("who", ["Zoe", "99", ""])
def test_a_name_that_nobody_has_is_said(folder: Path, who: str) -> None:
    result = typed("people", "file", who, "--to", "dossier")
    assert result.exit_code == 1
    assert not (folder / "dossier").exists()


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_noted(folder: Path) -> None:
    (folder / "dossier").write_text("a file")
    result = typed("people", "file", "Lise", "--to", "dossier")
    assert result.exit_code == 1
    assert "dossier" in result.stderr
    assert facts("privacy", "looks")["looks"] == []


def test_a_dry_run_counts_and_touches_nothing_and_the_other_says_how_many(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEEP", "bodies 1, words 1, raw 1")
    first = facts("privacy", "retention", "--dry-run")["past"]
    assert facts("privacy", "retention", "--dry-run")["past"] == first
    gone = facts("privacy", "retention")["gone"]
    assert gone == {kind: number for kind, number in first.items() if number}
    assert set(facts("privacy", "retention", "--dry-run")["past"].values()) == {0}
    if gone:
        assert "passé de date" in typed("journal", "show").stdout


def test_an_incident_has_its_two_letters(folder: Path) -> None:
    facts("privacy", "incident", "add", "Une liste est partie à la mauvaise adresse")
    words = ["--risk", "serious", "--people", "40", "--information", "noms", "--happened", "2026-01-02"]
    shown = facts("privacy", "incident", "change", "1", *words)
    assert set(shown["to_do"]) == {"decision", "commission-told-on", "people-told-on"}
    facts("privacy", "incident", "letters", "1", "--to", "lettres")
    assert sorted(path.name for path in (folder / "lettres").iterdir()) == [
        "incident-1-commission.pdf",
        "incident-1-personnes.pdf",
    ]
    assert typed("privacy", "incident", "change", "1", "--risk", "moyen").exit_code == 1
    assert typed("privacy", "incident", "show", "9").exit_code == 1


def test_the_notice_is_printed(folder: Path) -> None:
    assert typed("privacy", "notice", "--to", "avis.pdf").exit_code == 0
    assert (folder / "avis.pdf").read_bytes().startswith(b"%PDF")
