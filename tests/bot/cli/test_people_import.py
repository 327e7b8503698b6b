"""`portevoix people import`: the plan first; what is kept is what was confirmed, and nothing else."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.cli import build_app
from tests.support.sources import ROOT

PAPER = "formulaire papier 2026-01-12"
GOOD = f"Nom;Prénom;Cell;Tél. maison;Table;Consentement\nTremblay;Rose;819 555-0101;819 555-0111;COCO;{PAPER}\n"
BAD = "Roy;Luc;12;;COCO;\n"
NEAR = f"Cyr;Ana;819 555-0103;;Cocco;{PAPER}\n"
PROGRAM = "from bot.cli import main; main()"
NOT_CONFIRMED = 3


class Shell:
    def __init__(self, folder: Path) -> None:
        self.file = folder / "personnes.csv"

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(build_app(["people"]), list(words))

    def bring(self, content: str | bytes, *options: str) -> Result:
        self.file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self("people", "import", str(self.file), *options)

    def names(self) -> list[str]:
        found: dict[str, Any] = json.loads(self("people", "list", "--json").stdout)
        return [person["name"] for person in found["people"] if person["name"] != "Maude"]


@pytest.fixture
def shell(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_TOKEN", "TWILIO_ACCOUNT_SID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("CONTACT_NAME", "Maude")
    made = Shell(tmp_path)
    made("people", "add", "--role", "coordinator", "--name", "Maude")
    return made


def test_a_dry_run_shows_the_plan_line_by_line_and_keeps_nothing(shell: Shell) -> None:
    shown = shell.bring(GOOD + BAD, "--dry-run")
    assert shown.exit_code == 0
    for words in (
        "utf-8",
        "points-virgules",
        "« Cell » = le cellulaire",
        "Exemple, ligne 2 : Tremblay | Rose | 819 555-0101",
        "Nouvelle table : COCO",
        "Ligne 2, Rose Tremblay : à appeler seulement : 819 555-0111 (Tél. maison)",
        "Ligne 3, Luc Roy : « 12 » n'est pas un numéro complet",
    ):
        assert words in shown.stdout
    assert shell.names() == []


def test_without_a_terminal_nor_yes_the_plan_is_shown_and_the_command_fails(shell: Shell) -> None:
    shown = shell.bring(GOOD)
    assert shown.exit_code == NOT_CONFIRMED
    assert "Rose Tremblay" in shown.stdout
    assert "--yes" in shown.stderr
    assert shell.names() == []


def test_yes_keeps_the_plan_and_a_second_time_changes_nothing(shell: Shell) -> None:
    done = shell.bring(GOOD + BAD, "--yes")
    assert done.exit_code == 0
    assert "1 ajoutée" in done.stdout
    assert shell.names() == ["Rose Tremblay"]
    again = json.loads(shell.bring(GOOD + BAD, "--yes", "--json").stdout)
    assert (again["added"], again["changed"], again["same"], again["bad"], again["kept"]) == (0, 0, 1, 1, True)


def test_programs_read_the_whole_plan(shell: Shell) -> None:
    refused = shell.bring(GOOD + BAD, "--json")
    assert refused.exit_code == NOT_CONFIRMED
    said = json.loads(refused.stdout)
    assert (said["ok"], said["kept"], said["added"], said["bad"]) == (False, False, 1, 1)
    assert (said["encoding"], said["separator"], said["form"]) == ("utf-8", ";", "csv")
    assert {"heading": "Cell", "meaning": "cell"} in said["columns"]
    assert [(one["line"], one["what"]) for one in said["plan"]] == [(2, "add"), (3, "refuse")]
    assert said["lines"][0]["name"] == "Luc Roy"
    assert said["new_roundtables"] == ["COCO"]
    dry = json.loads(shell.bring(GOOD, "--json", "--dry-run").stdout)
    assert (dry["ok"], dry["kept"]) == (True, False)


def test_a_near_miss_stops_everything_until_it_is_answered(shell: Shell) -> None:
    asked = shell.bring(GOOD + NEAR, "--yes", "--json")
    assert asked.exit_code == NOT_CONFIRMED
    (question,) = json.loads(asked.stdout)["questions"]
    assert question["key"] == "roundtable:cocco"
    assert [option["value"] for option in question["options"]] == ["COCO", "new"]
    assert shell.names() == []
    done = json.loads(shell.bring(GOOD + NEAR, "--yes", "--json", "--answer", "roundtable:cocco=COCO").stdout)
    assert (done["added"], done["new_roundtables"]) == (2, ["COCO"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "aucune ligne"),
        (b"item,price\nx,1\n", "item, price"),
        (b'Nom;Tel\nRose;"819 555-0101\n', "ligne 2"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(shell: Shell, content: bytes, said: str) -> None:
    refused = shell.bring(content, "--yes")
    assert refused.exit_code == 1
    assert said in refused.stderr


def test_an_answer_without_its_question_is_refused(shell: Shell) -> None:
    assert shell.bring(GOOD, "--yes", "--answer", "COCO").exit_code == 2


@pytest.mark.parametrize(("typed", "code", "kept"), [("oui", 0, ["Rose Tremblay"]), ("non", NOT_CONFIRMED, [])])
def test_at_a_terminal_the_plan_is_shown_then_asked(shell: Shell, typed: str, code: int, kept: list[str]) -> None:
    shell.file.write_text(GOOD, encoding="utf-8")
    ours, theirs = pty.openpty()
    os.write(ours, f"{typed}\n".encode())
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", PROGRAM, "people", "import", str(shell.file)]
    done = subprocess.run(words, stdin=theirs, capture_output=True, text=True, env=environment, timeout=120)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == code, done.stderr
    assert "Ligne 2, Rose Tremblay" in done.stdout
    assert "Garder tout cela?" in done.stdout
    assert shell.names() == kept


def test_a_question_is_asked_at_a_terminal_before_the_plan(shell: Shell) -> None:
    shell.file.write_text(GOOD + NEAR, encoding="utf-8")
    ours, theirs = pty.openpty()
    os.write(ours, b"7\n1\noui\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", PROGRAM, "people", "import", str(shell.file)]
    done = subprocess.run(words, stdin=theirs, capture_output=True, text=True, env=environment, timeout=120)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert "ressemble à la table « COCO »" in done.stdout
    assert sorted(shell.names()) == ["Ana Cyr", "Rose Tremblay"]


REAL = Path(__file__).parents[2] / "handlers" / "people" / "lists" / "files"
# Lists as organisations keep them, what is answered of them, and how many people each adds.
AS_KEPT = [
    ("access_export.txt", ["note:actif : 0=skip"], 2),
    ("attendance.csv", [], 3),
    (
        "food_bank.csv",
        ["note:statut : inactif=skip", "note:statut : fermé=skip", "note:ne lit pas bien : appeler=call"],
        3,
    ),
    ("mail_merge.csv", ["post=post"], 2),
    ("member_organisations.csv", [], 2),
    ("whatsapp.vcf", ["note:sourde, écrire seulement=keep"], 4),
]


@pytest.mark.parametrize(("name", "answers", "added"), AS_KEPT)
def test_a_list_as_it_is_kept_goes_in_and_is_taken_back(
    shell: Shell, name: str, answers: list[str], added: int
) -> None:
    options = [word for answer in answers for word in ("--answer", answer)]
    asked = shell("people", "import", str(REAL / name), "--yes")
    assert asked.exit_code == (NOT_CONFIRMED if answers else 0)
    done = shell("people", "import", str(REAL / name), "--yes", *options) if answers else asked
    assert done.exit_code == 0, done.stdout
    assert f"« {name} »" in done.stdout
    assert len(shell.names()) == added
    assert shell("people", "undo-import", "1").exit_code != 0
    assert len(shell.names()) == added, "it is looked at first"
    undone = shell("people", "undo-import", "1", "--yes")
    assert undone.exit_code == 0, undone.output
    assert "C'est défait" in undone.stdout
    assert shell.names() == []
