"""A backup made under an older schema: brought forward when it is put back, and whoever was erased since goes again."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, select
from sqlalchemy import types as kinds
from sqlalchemy.types import TypeEngine

from bot.backup import drill, restore_backup
from bot.backup.file import MANIFEST, Manifest, TableCopy
from bot.erasing import LIST, keep_list
from db import copies
from db.conversations import IncomingMessage
from db.journal.chain import verify
from db.path_key import PASSING
from db.people import Person
from db.privacy.erasing import erase_person
from db.schema import current, downgrade, head, known_revisions
from db.session import Database
from tests.bot.backup.test_backup import LATER, new_url
from tests.support.filled import NOW, fill

__all__ = ["new_url"]  # the fixture

OLDER = sorted(known_revisions() - {head()})
# The first that this program knows, one in the middle, the one before today's.
SOME = [OLDER[0], OLDER[len(OLDER) // 2], OLDER[-1]]
KINDS: tuple[tuple[type[TypeEngine[object]], str], ...] = (
    (kinds.DateTime, "moment"),
    (kinds.JSON, "json"),
    (kinds.Boolean, "bool"),
    (kinds.Integer, "int"),
    (kinds.Float, "float"),
    (kinds.Date, "date"),
    (kinds.Time, "time"),
)


def shapes(connection: Connection) -> dict[str, dict[str, str]]:
    """Table -> its columns as a backup of that day wrote them: those of the schema that the database has."""
    today, found = {one.name: copies.columns_of(one) for one in copies.tables()}, {}
    looked = inspect(connection)
    for name, _keys in looked.get_sorted_table_and_fkc_names():  # parents before children
        if name is None or name in {*copies.LEFT_BEHIND, "alembic_version"}:
            continue
        columns = {str(one["name"]): _kind(one["type"]) for one in looked.get_columns(name)}
        found[name] = {one: today.get(name, {}).get(one, kind) for one, kind in columns.items()}
    return found


def _kind(type_: TypeEngine[object]) -> str:
    return next((kind for known, kind in KINDS if isinstance(type_, known)), "text")


async def older_backup(url: str, revision: str, file: Path) -> Manifest:
    """What the program of that day would have made of this database, taken back to its schema."""
    await downgrade(url, revision)
    database, tables = Database(url), []
    async with database.connection() as connection:
        with zipfile.ZipFile(file, "w") as archive:
            for name, columns in (await connection.run_sync(shapes)).items():
                lots = [lot async for lot in copies.lines_of(connection, name, columns)]
                lines = [json.dumps(copies.written(line, columns)).encode() + b"\n" for lot in lots for line in lot]
                archive.writestr(f"tables/{name}.jsonl", b"".join(lines))
                digest = hashlib.sha256(b"".join(lines)).hexdigest()
                tables.append(TableCopy(name, columns, len(lines), digest))
            manifest = Manifest(NOW.isoformat(), revision, "sqlite", "0:", tables)
            archive.writestr(MANIFEST, manifest.to_json())
    await database.close()
    return manifest


async def filled(url: str) -> str:
    """The pseudonym of Lise, whom the older copy still knows."""
    database = Database(url)
    await fill(database)
    async with database.read() as session:
        pseudonym = (await session.get_one(Person, 2)).pseudonym
    await database.close()
    return pseudonym


@pytest.mark.parametrize("revision", SOME)
async def test_a_backup_of_an_older_schema_is_brought_forward(
    sqlite_url: str, new_url: str, tmp_path: Path, revision: str
) -> None:
    pseudonym = await filled(sqlite_url)
    file = tmp_path / "older.zip"
    manifest = await older_backup(sqlite_url, revision, file)
    tried = await drill(file, tmp_path, LATER, key=PASSING)
    restored = await restore_backup(file, new_url, tmp_path / "media", LATER, unproven=True)
    assert restored.counts == tried.counts == manifest.counts
    assert restored.journal.why == ""
    assert restored.journal.checked + restored.journal.waiting >= 4, "those of the first schema are sealed again"
    assert await current(new_url) == head()
    database = Database(new_url)
    async with database.write() as session:
        assert {"Maude", "Lise"} <= set(await session.scalars(select(Person.name)))
        assert (await session.get_one(Person, 2)).pseudonym == pseudonym
        session.add(Person(organisation_id=1, name="Nadia", created_at=LATER))  # its next rows have their numbers
        assert (await verify(session)).why == ""
    await database.close()


@pytest.mark.parametrize("revision", SOME)
async def test_whoever_was_erased_since_an_older_backup_is_erased_again(
    sqlite_url: str, new_url: str, tmp_path: Path, revision: str
) -> None:
    await filled(sqlite_url)
    older = tmp_path / "older.sqlite3"
    shutil.copyfile(sqlite_url.partition(":///")[2], older)
    await older_backup(f"sqlite+aiosqlite:///{older}", revision, tmp_path / "older.zip")
    database = Database(sqlite_url)
    async with database.write() as session:
        await erase_person(session, await session.get_one(Person, 2), LATER, LATER.date())
    await keep_list(database, tmp_path / "media")
    await database.close()
    assert (tmp_path / "media" / LIST).exists()
    restored = await restore_backup(tmp_path / "older.zip", new_url, tmp_path / "media", LATER, unproven=True)
    assert restored.erased == 1
    again = Database(new_url)
    async with again.read() as session:
        names = set(await session.scalars(select(Person.name)))
        assert "Maude" in names
        assert "Lise" not in names
        theirs = select(IncomingMessage.id).where(IncomingMessage.person_id == 2)
        assert await session.scalar(theirs.limit(1)) is None
    await again.close()
