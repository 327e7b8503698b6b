"""What the doctor says of the journal's seals, the backups, and the key that opens them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bot.backup.locked import make_identity
from bot.doctor.proofs import proofs
from bot.path_key import path_key
from bot.seals import BEGUN, SEAL, Seals, seals_of
from bot.settings import Settings
from db.journal import write_entry
from db.journal.chain import Seal, last_seal, seal_entries
from db.session import Database
from tests.bot.doctor.test_doctor import problems

NOW = dt.datetime(2026, 11, 23, 17, 10, tzinfo=dt.UTC)


@pytest.fixture
def settings(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    return Settings.load({"DATABASE_URL": database_url, "JOURNAL_SEALS_COPY": str(tmp_path / "usb" / "seals.txt")})


async def done(settings: Settings, act: str, days_ago: int) -> None:
    database = Database(settings.database_url)
    async with database.write() as session:
        await write_entry(session, act, now=NOW - dt.timedelta(days=days_ago), rows=1, files=1)
    await database.close()


async def found(settings: Settings, but: str = "seals") -> list[str]:
    return [id for id in problems(await proofs(settings, NOW)) if not id.startswith(but)]


async def test_backups_that_are_old_or_never_tried_are_said(settings: Settings) -> None:
    assert await found(settings) == []
    await done(settings, "people.joined", 5)
    assert await found(settings) == [], "it is a week old at most: there is time"
    await done(settings, "people.joined", 8)
    assert await found(settings) == ["backup-none"]
    await done(settings, "journal.backed_up", 8)
    assert await found(settings) == ["backup-old"]
    await done(settings, "journal.backed_up", 7)
    assert await found(settings) == []
    await done(settings, "people.joined", 366)
    assert await found(settings) == ["backup-drill-none"]
    await done(settings, "journal.drilled", 367)
    assert await found(settings) == ["backup-drill-old"]
    await done(settings, "journal.drilled", 365)
    assert await found(settings) == []


async def test_a_private_key_that_stays_on_the_machine_is_said(settings: Settings, tmp_path: Path) -> None:
    await done(settings, "journal.backed_up", 1)
    assert await found(settings) == []
    beside = Path(settings.database_url.partition(":///")[2]).parent if "sqlite" in settings.database_url else tmp_path
    make_identity(beside / "backup-identity.txt", NOW)
    assert await found(settings) == ["backup-key-here"]


async def test_a_public_key_with_a_wrong_letter_is_said(settings: Settings) -> None:
    wrong = Settings.example("backup_recipient").replace("rsx7", "rsx8")
    assert await found(settings.model_copy(update={"backup_recipient": wrong})) == ["backup-recipient"]


async def sealed(settings: Settings) -> Seal:
    await done(settings, "people.joined", 1)
    database = Database(settings.database_url)
    async with database.write() as session:
        await seal_entries(session)
        last = await last_seal(session)
    await database.close()
    return last


async def test_seals_that_prove_nothing_are_said(settings: Settings, tmp_path: Path) -> None:
    seals = seals_of(settings, path_key(settings))
    first = await sealed(settings)
    assert await found(settings, but="backup") == ["seals-none"]
    seals.note(BEGUN, first, NOW)
    assert await found(settings, but="backup") == ["seals-copy"]
    (tmp_path / "usb").mkdir()
    Seals(seals.path, path_key(settings), seals.copy).note(SEAL, await sealed(settings), NOW)
    assert await found(settings, but="backup") == []
    seals.note(SEAL, Seal(9, "f" * 64), NOW)
    assert await found(settings, but="backup") == ["seals-cut"]
    seals.path.write_text(seals.path.read_text().replace("begun", "first"))
    assert await found(settings, but="backup") == ["seals-changed"]
