"""The yearly report from the shell: what it prints, its codes, the files it makes."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from bot.cli import build_app
from bot.installation import build_installation
from bot.settings import Settings
from db.report.tables import ReportRun
from db.session import Database
from handlers.report import acts
from tests.support.acts import confirmed
from tests.support.env import ENV, catalogue
from tests.support.mini_region import YEAR
from tests.support.reports import lay_region, maude

Shell = Callable[..., Result]


async def _fill(url: str) -> None:
    """The region in May 2027, its year frozen."""
    database = Database(url)
    region = await lay_region(database)
    async with database.write() as session:
        installation = build_installation(Settings.load(ENV), catalogue())
        await confirmed(maude(session, installation, region.people["Maude"]), acts.freeze, YEAR)
    await database.close()


@pytest.fixture
def shell(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Shell:
    for key, value in {
        "DATABASE_URL": sqlite_url,
        "TELEGRAM_TOKEN": "1:a",
        "ORGANISATION_NAME": "Alliance de la Vallée-des-Rives",
    }.items():
        monkeypatch.setenv(key, value)
    asyncio.run(_fill(sqlite_url))
    app = build_app(["report", "export"])

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, list(words))

    return run


def test_all_the_files_of_a_year(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "june" / "files"
    done = shell("report", "--year", "2026-2027", "--to", str(folder))
    assert done.exit_code == 0, done.output
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"bilan-2026-2027-v1.{form}" for form in ("docx", "html", "json", "xlsx")]
    assert "bilan-2026-2027-v1.docx" in done.output
    assert "5 rencontres ont eu lieu" in (folder / "bilan-2026-2027-v1.html").read_text(encoding="utf-8")


def test_only_the_files_asked_for_in_another_language(shell: Shell, tmp_path: Path) -> None:
    done = shell("report", "--year", "2026", "--to", str(tmp_path / "x"), "--html", "--language", "en")
    assert done.exit_code == 0, done.output
    (page,) = (tmp_path / "x").iterdir()
    assert '<html lang="en-CA">' in page.read_text(encoding="utf-8")


def test_the_figures_for_programs_have_the_fingerprint(shell: Shell, tmp_path: Path) -> None:
    done = shell("report", "--year", "2026-2027", "--to", str(tmp_path / "x"), "--json")
    answer = json.loads(done.output)
    (file,) = answer["files"]
    assert answer["ok"]
    assert hashlib.sha256(Path(file).read_bytes()).hexdigest() == answer["digest"]


def test_five_lines_for_a_screen_and_for_a_program(shell: Shell) -> None:
    assert "6 personnes différentes" in shell("report", "show", "--year", "2026-2027").output
    answer = json.loads(shell("report", "show", "--year", "2026-2027", "--json").output)
    assert (answer["frozen"], answer["year"]) == (True, "2026-2027")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--year", "2025-2026"), "n'est pas arrêté"),
        (("--year", "hier"), "n'est pas une année"),
        ((), "De quelle année?"),
        (("--year", "2026-2027", "--language", "klingon"), "n'est pas une langue"),
    ],
)
def test_what_cannot_be_written_says_why_and_writes_nothing(
    shell: Shell, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = shell("report", *words, "--to", str(tmp_path / "x"))
    assert done.exit_code != 0
    assert said in done.output
    assert not (tmp_path / "x").exists()


def test_a_folder_that_cannot_be_written_is_said(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = shell("report", "--year", "2026-2027", "--to", str(tmp_path / "file"))
    assert done.exit_code == 1
    assert "On ne peut pas écrire" in done.output


def test_a_version_has_left_once_its_files_are_made(shell: Shell, sqlite_url: str, tmp_path: Path) -> None:
    assert asyncio.run(_left(sqlite_url)) == [False]
    shell("report", "--year", "2026-2027", "--to", str(tmp_path / "x"), "--xlsx")
    assert asyncio.run(_left(sqlite_url)) == [True]


async def _left(url: str) -> list[bool]:
    database = Database(url)
    async with database.read() as session:
        found = [run.left_at is not None for run in await session.scalars(select(ReportRun))]
    await database.close()
    return found
