"""Whatever the umask, what the program writes is for its owner alone; the doctor says what is not."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.doctor.files import open_to_others
from bot.settings import Settings
from db.session import Database
from db.spool import Spool, SpoolLine
from messages import Channel
from tests.support.env import catalogue
from tests.support.filled import fill, put_photo
from tests.support.shell import typed

COMMANDS = (
    ("journal", "anchor"),
    ("backup",),
    ("backup", "clear.zip", "--plain"),
    ("backup", "key", "--to", "other-key.txt"),
    ("export", "people", "--to", "people.xlsx"),
    ("export", "journal", "--to", "journal.csv"),
    ("people", "file", "Lise", "--to", "lise"),
)


@pytest.fixture
def umask() -> Iterator[None]:
    """The one that hides nothing from anybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def readable_by_others(folder: Path, but: str = "") -> list[str]:
    return sorted(
        f"{path.relative_to(folder)} {stat.S_IMODE(path.stat().st_mode):o}"
        for path in folder.rglob("*")
        if path.name != but and stat.S_IMODE(path.stat().st_mode) & 0o077
    )


@pytest.mark.usefixtures("umask")
async def test_what_commands_write_is_for_its_owner_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/portevoix.sqlite3"
    added = await typed(tmp_path, "people", "add", "--role", "coordinator", "--name", "Maude", DATABASE_URL=url)
    assert added.code == 0, added.err
    assert readable_by_others(tmp_path) == []
    other = tmp_path / "other"
    other.mkdir(mode=0o700)
    new = {"DATABASE_URL": f"sqlite:///{other}/base.sqlite3", "MEDIA_FOLDER": "other/media"}
    for words in (("backup", "clear.zip", "--plain"), ("restore", "clear.zip", "--unproven")):
        done = await typed(tmp_path, *words, **(new if words[0] == "restore" else {"DATABASE_URL": url}))
        assert done.code == 0, done.err
    assert readable_by_others(tmp_path) == []


@pytest.mark.usefixtures("umask")
async def test_what_commands_write_of_people_is_for_its_owner_alone(sqlite_url: str, tmp_path: Path) -> None:
    database = Database(sqlite_url)
    await fill(database)
    await database.close()
    put_photo(tmp_path / "media")
    given = set(os.listdir(tmp_path)) | set(os.listdir(tmp_path / "media"))
    for words in COMMANDS:
        done = await typed(tmp_path, *words, DATABASE_URL=sqlite_url)
        assert done.code == 0, (words, done.err)
    found = [line for line in readable_by_others(tmp_path) if Path(line.rpartition(" ")[0]).name not in given]
    assert found == []


@pytest.mark.usefixtures("umask")
async def test_sqlite_s_own_files_and_the_spool_are_for_their_owner_alone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/base.sqlite3")
    spool = Spool(tmp_path / "base.sqlite3-spool")
    async with database.connection() as connection:
        await connection.exec_driver_sql("CREATE TABLE t (x INTEGER)")
    spool.keep([SpoolLine("incoming", {"body": "words"})])
    names = {path.name for path in tmp_path.iterdir()}  # noqa: ASYNC240
    assert names >= {"base.sqlite3", "base.sqlite3-wal", "base.sqlite3-shm", "base.sqlite3-spool-wal"}
    assert readable_by_others(tmp_path) == []
    spool.close()
    await database.close()


def test_the_doctor_names_what_others_can_read_and_how_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "backups").mkdir(mode=0o700)
    written = {
        "open-database": ["base.sqlite3", "base.sqlite3-spool", "base.sqlite3.before-20261208-100000"],
        "open-backups": ["backups/one.age", "two.zip.age"],
        "open-keys": ["return-paths.key", "journal-seals.txt", "backup-identity.txt"],
        "open-env": [".env"],
    }
    for name in [name for names in written.values() for name in names]:
        (tmp_path / name).write_bytes(b"age-encryption.org/v1 ...")
        (tmp_path / name).chmod(0o600)
    (tmp_path / "notes.zip").write_bytes(b"somebody's own, and open")
    settings = Settings.load({"DATABASE_URL": "sqlite:///base.sqlite3"})
    assert [one.id for one in open_to_others(settings)] == ["open"]
    for name in [name for names in written.values() for name in names]:
        (tmp_path / name).chmod(0o644)
    found = open_to_others(settings)
    assert [one.id for one in found] == list(written)
    for one in found:
        assert one.mend is not None
        assert catalogue().text(one.words, "fr", Channel.TELEGRAM)
        mend = catalogue().text(one.mend, "fr", Channel.TELEGRAM)
        assert mend.startswith("Faites : chmod go-rwx ")
        assert len(mend.split("go-rwx ")[1].split()) == len(written[one.id])
        assert os.system(mend.removeprefix("Faites : ")) == 0
    assert [one.id for one in open_to_others(settings)] == ["open"]
