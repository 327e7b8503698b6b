"""Everything in one file, and back: on either database, from either database."""

from __future__ import annotations

import datetime as dt
import json
import stat
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update

from bot.backup import BadBackup, Manifest, NotEmpty, drill, make_backup, peek, restore_backup
from db import copies
from db.comments.tables import Comment
from db.deliveries import Broadcast, BroadcastState, Delivery, ReturnPath, Status
from db.journal.chain import verify
from db.meetings.tables import AgendaPoint, Meeting, Reminder
from db.path_key import PASSING
from db.people import Person
from db.schema import upgrade
from db.session import Database
from db.tables import metadata
from tests.support.every_table import DRAWN_ABOVE, DRAWN_BELOW, fill_every_table
from tests.support.filled import NOW, PHOTO, fill, put_photo

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table, another than the one that is backed up."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'new.sqlite3'}"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


async def backed_up(url: str, folder: Path) -> tuple[Path, Manifest]:
    database = Database(url)
    await fill(database)
    put_photo(folder / "media")
    file = folder / "copy.zip"
    manifest = await make_backup(database, folder / "media", file, NOW)
    await database.close()
    return file, manifest


async def everything(url: str, but: Sequence[str] = ()) -> dict[str, list[Any]]:
    """Every row of every table, as values."""
    database = Database(url)
    found: dict[str, list[Any]] = {}
    async with database.connection() as connection:
        for one in copies.tables():
            lots = copies.lines_of(connection, one.name, copies.columns_of(one))
            found[one.name] = [line async for lot in lots for line in lot]
    await database.close()
    return {name: sorted(lines, key=str) for name, lines in found.items() if name not in but}


def differences(one: dict[str, list[Any]], other: dict[str, list[Any]]) -> list[str]:
    """The tables that are not the same, with their first rows that differ."""
    assert one.keys() == other.keys()
    return [
        f"{name}: {next((pair for pair in zip(one[name], other[name], strict=False) if pair[0] != pair[1]), 'length')}"
        for name in one
        if one[name] != other[name]
    ]


async def test_a_backup_goes_back_whole(database_url: str, new_url: str, tmp_path: Path) -> None:
    file, manifest = await backed_up(database_url, tmp_path)
    before = await everything(database_url, but=["journal"])
    restored = await restore_backup(file, new_url, tmp_path / "new", LATER, go_on=True)
    assert differences(before, await everything(new_url, but=["journal"])) == []
    assert restored.counts == manifest.counts
    assert (restored.journal.checked, restored.journal.why) == (4, "")
    [photo] = (tmp_path / "new").iterdir()
    assert photo.read_bytes() == PHOTO
    assert stat.S_IMODE(photo.stat().st_mode) == 0o600


async def test_what_is_restored_works_on(database_url: str, new_url: str, tmp_path: Path) -> None:
    """The next rows take numbers that are free, and states and dates are read as they were."""
    file, _ = await backed_up(database_url, tmp_path)
    await restore_backup(file, new_url, tmp_path / "new", LATER)
    database = Database(new_url)
    async with database.write() as session:
        session.add(Person(organisation_id=1, name="Nadia", created_at=LATER))
        await session.flush()
        meeting = await session.get_one(Meeting, 1)
        assert (meeting.starts_at, meeting.local_start) == (NOW, dt.time(13, 30))
        names = list(await session.scalars(select(Person.name).order_by(Person.id)))
        assert names == ["Maude", "Lise", '=HYPERLINK("http://x")', "Nadia"]
    await database.close()


async def test_a_backup_is_for_its_owner_alone_and_notes_the_seal(sqlite_url: str, tmp_path: Path) -> None:
    file, manifest = await backed_up(sqlite_url, tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert peek(file).manifest == manifest
    assert manifest.seal.startswith("4:")
    assert not tmp_path.joinpath(".copy.zip.part").exists()


async def test_a_photo_that_is_missing_is_named(sqlite_url: str, tmp_path: Path) -> None:
    database = Database(sqlite_url)
    await fill(database)
    manifest = await make_backup(database, tmp_path / "nowhere", tmp_path / "copy.zip", NOW)
    await database.close()
    assert (len(manifest.missing), manifest.media) == (1, [])


async def test_what_waited_when_it_was_made_is_held_back_for_a_human(
    sqlite_url: str, new_url: str, tmp_path: Path
) -> None:
    database = Database(sqlite_url)
    await fill(database)
    async with database.write() as session:
        for id, state in ((2, BroadcastState.SENDING), (3, BroadcastState.SCHEDULED)):
            made = {"organisation_id": 1, "kind": "announcement", "created_at": NOW, "send_at": NOW}
            session.add(Broadcast(id=id, state=state, **made))
        session.add(Reminder(id=1, meeting_id=1, version=1, days_before=1, due_at=NOW, state="planned"))
    file = tmp_path / "copy.zip"
    await make_backup(database, tmp_path, file, NOW)
    await database.close()
    restored = await restore_backup(file, new_url, tmp_path / "new", LATER)
    assert restored.held == {"messages": 1, "broadcasts": 2, "reminders": 1}
    new = Database(new_url)
    async with new.read() as session:
        waiting = await session.get_one(Delivery, 5)
        states = list(await session.scalars(select(Broadcast.state).order_by(Broadcast.id)))
    await new.close()
    assert (waiting.status, waiting.reason) == (Status.UNKNOWN, "restored")
    assert states == [BroadcastState.SENT, BroadcastState.PAUSED, BroadcastState.APPROVED]


async def test_a_database_with_people_in_it_is_not_overwritten(
    sqlite_url: str, postgres_url: str, tmp_path: Path
) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    database = Database(postgres_url)
    await fill(database)
    await database.close()
    for url in (sqlite_url, postgres_url):
        before = await everything(url)
        with pytest.raises(NotEmpty):
            await restore_backup(file, url, tmp_path / "new", LATER)
        assert differences(before, await everything(url)) == []


async def test_replacing_takes_the_place_of_what_was_there(sqlite_url: str, database_url: str, tmp_path: Path) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    before = await everything(sqlite_url, but=["journal"])
    database = Database(database_url)
    if not database.sqlite:
        await fill(database)
    async with database.write() as session:
        await session.execute(update(Person).where(Person.id == 2).values(name="Someone else"))
    await database.close()
    restored = await restore_backup(file, database_url, tmp_path / "new", LATER, replace=True, go_on=True)
    assert differences(before, await everything(database_url, but=["journal"])) == []
    if database.sqlite:
        assert restored.kept_aside is not None
        kept = await everything(f"sqlite+aiosqlite:///{restored.kept_aside}")
        assert any("Someone else" in line for line in kept["people"])


@pytest.mark.parametrize(
    ("name", "content"), [("not a zip", b"hello"), ("another zip", None)], ids=["not a zip", "another zip"]
)
def test_another_file_is_refused(tmp_path: Path, name: str, content: bytes | None) -> None:
    file = tmp_path / "copy.zip"
    if content is None:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("x", name)
    else:
        file.write_bytes(content)
    with pytest.raises(BadBackup, match="kind"):
        peek(file)


async def test_a_damaged_backup_changes_nothing(sqlite_url: str, tmp_path: Path) -> None:
    file, manifest = await backed_up(sqlite_url, tmp_path)
    rewritten(file, {"tables/people.jsonl": lambda content: content.replace(b"Lise", b"Lisa")})
    with pytest.raises(BadBackup, match=r"damaged tables/people\.jsonl"):
        await restore_backup(file, sqlite_url, tmp_path / "new", LATER, replace=True)
    assert manifest.counts["people"] == len((await everything(sqlite_url))["people"])
    assert not (tmp_path / "new").exists()


async def test_a_backup_of_a_later_program_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    rewritten(file, {"manifest.json": lambda content: json.dumps(json.loads(content) | {"schema": "9999"}).encode()})
    with pytest.raises(BadBackup, match="newer"):
        await restore_backup(file, sqlite_url, tmp_path / "new", LATER, replace=True)


async def test_a_name_that_would_leave_the_folder_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    file, manifest = await backed_up(sqlite_url, tmp_path)
    name = manifest.media[0].name
    rewritten(file, {"manifest.json": lambda content: content.replace(name.encode(), b"../" + name.encode())})
    with pytest.raises(BadBackup, match="damaged"):
        await restore_backup(file, sqlite_url, tmp_path / "new", LATER, replace=True)


async def test_the_journal_of_a_restored_database_still_verifies(
    sqlite_url: str, empty_postgres_url: str, tmp_path: Path
) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    await restore_backup(file, empty_postgres_url, tmp_path / "new", LATER)
    database = Database(empty_postgres_url)
    async with database.read() as session:
        verdict = await verify(session)
    await database.close()
    assert (verdict.checked, verdict.waiting, verdict.why) == (4, 1, "")


def rewritten(file: Path, changes: dict[str, Any]) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, changes[name](content) if name in changes else content)


async def test_the_key_of_the_nameless_is_carried_only_when_asked(sqlite_url: str, tmp_path: Path) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    assert peek(file).key is None
    database = Database(sqlite_url)
    await make_backup(database, tmp_path / "media", tmp_path / "with.zip", NOW, key=b"s" * 32)
    await database.close()
    assert peek(tmp_path / "with.zip").key == b"s" * 32
    restored = await restore_backup(
        tmp_path / "with.zip", f"sqlite+aiosqlite:///{tmp_path / 'again.sqlite3'}", tmp_path / "m", LATER
    )
    assert restored.manifest.counts == restored.counts


@pytest.mark.parametrize("comments", [DRAWN_BELOW, DRAWN_BELOW + DRAWN_ABOVE], ids=["below", "both signs"])
async def test_a_row_of_every_table_goes_back(
    database_url: str, new_url: str, tmp_path: Path, comments: tuple[int, ...]
) -> None:
    """Comments bear an id drawn by lot: below zero, which no sequence of PostgreSQL gives."""
    database = Database(database_url)
    await fill_every_table(database, *comments)
    await make_backup(database, tmp_path / "media", tmp_path / "copy.zip", NOW)
    await database.close()
    before = await everything(database_url, but=["journal"])
    assert all(before.values()), [name for name, rows in before.items() if not rows]
    await restore_backup(tmp_path / "copy.zip", new_url, tmp_path / "new", LATER, go_on=True)
    assert differences(before, await everything(new_url, but=["journal"])) == []
    new = Database(new_url)
    async with new.write() as session:  # and the next row of each takes a number that is free
        session.add(Person(organisation_id=1, name="Nadia", created_at=LATER))
        session.add(AgendaPoint(meeting_id=1, number=2, title="Le local"))
    await new.close()


async def test_only_comments_with_an_id_below_zero(sqlite_url: str, empty_postgres_url: str, tmp_path: Path) -> None:
    """Every comment that the program makes has one: none is above."""
    database = Database(sqlite_url)
    await fill_every_table(database, *DRAWN_BELOW)
    async with database.write() as session:
        await session.execute(delete(ReturnPath))
        await session.execute(delete(Comment).where(Comment.id > 0))
    await make_backup(database, tmp_path / "media", tmp_path / "copy.zip", NOW)
    await database.close()
    restored = await restore_backup(tmp_path / "copy.zip", empty_postgres_url, tmp_path / "new", LATER)
    assert restored.counts["comments"] == len(DRAWN_BELOW)


async def test_what_a_table_refuses_is_said_of_that_table(
    sqlite_url: str, empty_postgres_url: str, tmp_path: Path
) -> None:
    file, _ = await backed_up(sqlite_url, tmp_path)
    await upgrade(empty_postgres_url)
    database = Database(empty_postgres_url)
    async with database.connection() as connection:
        await connection.execute(text("ALTER TABLE people ADD CONSTRAINT nobody CHECK (name <> 'Lise')"))
    await database.close()
    with pytest.raises(copies.NotCarried, match="people"):
        await restore_backup(file, empty_postgres_url, tmp_path / "new", LATER, replace=True)


async def test_a_copy_has_its_lines_in_the_order_of_their_keys(database_url: str, tmp_path: Path) -> None:
    """In the order in which they were written again, the last contact and the last comment would be one person's."""
    database = Database(database_url)
    await fill_every_table(database, *DRAWN_BELOW)
    async with database.write() as session:
        await session.execute(update(Person).where(Person.id == 1).values(name="Maude B."))
    await make_backup(database, tmp_path / "media", tmp_path / "copy.zip", NOW)
    await database.close()
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        for one in peek(tmp_path / "copy.zip").manifest.tables:
            lines = [json.loads(line) for line in archive.read(one.entry).splitlines()]
            key = [list(one.columns).index(column.name) for column in metadata.tables[one.name].primary_key]
            keys = [[line[place] for place in key] for line in lines]
            assert keys == sorted(keys), one.name


async def test_a_drill_ends_on_the_database_of_the_installation_and_leaves_nothing_there(
    postgres_url: str, tmp_path: Path
) -> None:
    database = Database(postgres_url)
    await fill_every_table(database, *DRAWN_BELOW)
    await make_backup(database, tmp_path / "media", tmp_path / "copy.zip", NOW)
    schemas = text("SELECT count(*) FROM information_schema.schemata")
    async with database.read() as session:
        before = await session.scalar(schemas)
    done = await drill(tmp_path / "copy.zip", tmp_path, LATER, key=PASSING, url=postgres_url)
    assert (done.on_server, done.counts["comments"]) == (True, 5)
    async with database.connection() as connection:
        assert await connection.scalar(schemas) == before
    await database.close()
    alone = await drill(tmp_path / "copy.zip", tmp_path, LATER, key=PASSING)
    assert alone.on_server is None
