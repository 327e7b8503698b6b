"""The journal's seals are noted outside the database by the program: what was done to the journal shows by itself."""

from __future__ import annotations

import asyncio
import datetime as dt
import multiprocessing
import stat
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from bot.cli.acting import Stop
from bot.cli.sealed import check
from bot.installation import build_installation
from bot.scheduler import Scheduler
from bot.sealing import note_last, seal_now
from bot.seals import AGAIN, BEGUN, RESTORED, SEAL, Seals, SealsBroken
from bot.settings import Settings
from db.journal import Entry, write_entry
from db.journal.chain import FIRST, Seal, last_seal, seal_entries
from db.path_key import PathKey
from db.people import Person
from db.session import Database
from handlers.journal.due import seal
from messages.catalogue import Catalogue

NOW = dt.datetime(2026, 11, 23, 17, 10, tzinfo=dt.UTC)
KEY = PathKey(b"k" * 32)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def seals(tmp_path: Path) -> Seals:
    return Seals(tmp_path / "journal-seals.txt", KEY)


async def written(database: Database, number: int, at: dt.datetime = NOW, act: str = "meetings.moved") -> None:
    async with database.write() as session:
        for n in range(number):
            await write_entry(session, act, now=at + dt.timedelta(seconds=n), thing="meeting", thing_id=n)


async def a_week(database: Database, seals: Seals) -> None:
    """Ten entries, sealed by threes and twos, a day apart."""
    await note_last(database, seals, NOW)
    for day, number in enumerate((3, 2, 3, 2)):
        now = NOW + dt.timedelta(days=day)
        await written(database, number, now)
        await seal_now(database, seals, now)


async def said(database: Database, seals: Seals, noted: Seal | None = None) -> str:
    """The message of `portevoix journal verify`, or nothing when the journal holds."""
    try:
        await check(database, seals, noted)
    except Stop as error:
        return getattr(error.reason, "id", str(error.reason))
    return ""


async def place_of(database: Database, *places: int) -> list[int]:
    async with database.read() as session:
        return list(await session.scalars(select(Entry.id).where(Entry.place.in_(places))))


async def chained_anew(database: Database) -> None:
    async with database.write() as session:
        await session.execute(update(Entry).values(place=None, chain=None))
    async with database.write() as session:
        await seal_entries(session)


async def end_cut(database: Database) -> None:
    async with database.write() as session:
        await session.execute(delete(Entry).where(Entry.place > 5))


async def end_cut_and_followed(database: Database) -> None:
    """As many others take the places, so that nothing lacks."""
    await end_cut(database)
    await written(database, 7, NOW + dt.timedelta(days=4))


async def middle_cut(database: Database) -> None:
    async with database.write() as session:
        await session.execute(delete(Entry).where(Entry.place == 5))


async def middle_cut_and_chained_anew(database: Database) -> None:
    await middle_cut(database)
    await chained_anew(database)


async def emptied(database: Database) -> None:
    async with database.write() as session:
        await session.execute(delete(Entry))


async def rewritten_and_chained_anew(database: Database) -> None:
    async with database.write() as session:
        await session.execute(update(Entry).where(Entry.place == 2).values(actor="person:other"))
    await chained_anew(database)


async def last_rewritten_and_chained_anew(database: Database) -> None:
    async with database.write() as session:
        await session.execute(update(Entry).where(Entry.place == 10).values(actor="person:other"))
    await chained_anew(database)


async def backdated(database: Database) -> None:
    await written(database, 1, NOW - dt.timedelta(days=300))


async def backdated_by_hours(database: Database) -> None:
    await written(database, 1, NOW + dt.timedelta(days=2))


async def backdated_and_sealed(database: Database) -> None:
    await backdated(database)
    async with database.write() as session:
        await seal_entries(session)


ATTACKS = [
    (end_cut, "journal-broken-end"),
    (end_cut_and_followed, "journal-broken-end"),
    (middle_cut, "journal-broken-missing"),
    (middle_cut_and_chained_anew, "journal-broken-noted"),
    (emptied, "journal-broken-end"),
    (rewritten_and_chained_anew, "journal-broken-noted"),
    (last_rewritten_and_chained_anew, "journal-broken-noted"),
    (backdated, "journal-broken-backdated"),
    (backdated_by_hours, "journal-broken-backdated"),
    (backdated_and_sealed, "journal-broken-backdated"),
]


@pytest.mark.parametrize(("attack", "found"), ATTACKS, ids=[attack.__name__ for attack, _ in ATTACKS])
async def test_what_was_done_to_the_journal_is_found_without_a_copy_made_by_anyone(
    database: Database, seals: Seals, attack: Any, found: str
) -> None:
    await a_week(database, seals)
    assert await said(database, seals) == ""
    await attack(database)
    assert await said(database, seals) == found
    await written(database, 2, NOW + dt.timedelta(days=5))
    await seal_now(database, seals, NOW + dt.timedelta(days=5))
    assert await said(database, seals) in (found, "journal-broken-noted"), "what the program notes next hides nothing"


async def test_an_emptied_journal_is_found_though_its_file_went_with_it(database: Database, seals: Seals) -> None:
    async with database.write() as session:
        await session.execute(
            Person.__table__.metadata.tables["organisations"].insert().values(id=1, name="A", preferences={})
        )
        session.add(Person(organisation_id=1, name="Lise", created_at=NOW))
    await a_week(database, seals)
    await emptied(database)
    seals.path.unlink()
    assert await said(database, seals) == "journal-broken-beginning"
    later = NOW + dt.timedelta(days=9)
    await written(database, 2, later)
    await seal_now(database, seals, later)
    assert await said(database, seals) == "journal-no-anchor", "the program begins no file beside what follows"


async def test_a_file_that_was_removed_is_not_made_again_by_the_program(database: Database, seals: Seals) -> None:
    await a_week(database, seals)
    seals.path.unlink()
    assert await said(database, seals) == "journal-no-anchor"
    await written(database, 1, NOW + dt.timedelta(days=4))
    await seal_now(database, seals, NOW + dt.timedelta(days=4))
    assert await said(database, seals) == "journal-no-anchor"
    async with database.read() as session:
        last = await last_seal(session)
    assert await said(database, seals, Seal(last.place, last.hash[:8])) == "", "a seal that someone noted proves it too"
    assert await said(database, seals, Seal(last.place, "0" * 8)) == "journal-broken-noted"


async def test_an_empty_journal_needs_no_proof(database: Database, seals: Seals) -> None:
    assert await said(database, seals) == ""
    await written(database, 2)
    assert await said(database, seals) == "", "nothing is sealed yet"


async def test_the_file_is_for_its_owner_and_holds_no_minute(database: Database, seals: Seals) -> None:
    await a_week(database, seals)
    assert stat.S_IMODE(seals.path.stat().st_mode) == 0o600
    lines = seals.read()
    assert [(line.kind, line.seal.place) for line in lines] == [
        ("first", 0), ("seal", 3), ("seal", 5), ("seal", 8), ("seal", 10),
    ]  # fmt: skip
    assert {(line.seal.at.minute, line.seal.at.second) for line in lines if line.seal.at} == {(0, 0)}
    assert lines[0].seal.hash == FIRST


CHANGES = [
    ("a line removed", lambda lines: lines[:2] + lines[3:]),
    ("the first line removed", lambda lines: lines[1:]),
    ("two lines turned", lambda lines: [lines[0], lines[2], lines[1], *lines[3:]]),
    ("a place changed", lambda lines: [line.replace(" 5:", " 6:") for line in lines]),
    ("a day changed", lambda lines: [line.replace("2026-11-24", "2026-11-23") for line in lines]),
    ("a beginning invented", lambda lines: [*lines[:-1], lines[-1].replace("seal", "restored", 1)]),
    ("words", lambda lines: [*lines, "nothing of the kind"]),
]


@pytest.mark.parametrize(("what", "change"), CHANGES, ids=[what for what, _ in CHANGES])
async def test_a_file_that_was_changed_says_so(database: Database, seals: Seals, what: str, change: Any) -> None:
    await a_week(database, seals)
    seals.path.write_text("\n".join(change(seals.path.read_text().splitlines())) + "\n")
    assert await said(database, seals) == "journal-anchor-changed"


async def test_another_key_signed_nothing_here(database: Database, seals: Seals) -> None:
    await a_week(database, seals)
    with pytest.raises(SealsBroken):
        Seals(seals.path, PathKey(b"o" * 32)).read()


async def test_a_copy_elsewhere_follows_and_shows_what_was_cut_from_the_file(
    database: Database, tmp_path: Path
) -> None:
    away = tmp_path / "mounted"
    seals = Seals(tmp_path / "journal-seals.txt", KEY, away / "copy.txt")
    await a_week(database, seals)
    assert not away.exists(), "it is not there: the program goes on"
    away.mkdir()
    later = NOW + dt.timedelta(days=4)
    await written(database, 1, later)
    await seal_now(database, seals, later)
    assert (away / "copy.txt").read_bytes() == seals.path.read_bytes(), "it has what it missed"
    whole = seals.path.read_text().splitlines(keepends=True)
    async with database.write() as session:
        await session.execute(delete(Entry).where(Entry.place > 5))
    seals.path.write_text("".join(whole[:3]))
    assert await said(database, seals) == "journal-anchor-changed"
    seals.path.unlink()
    assert await said(database, seals) == "journal-broken-end"


async def test_a_line_that_a_dying_process_began_is_no_line(database: Database, seals: Seals) -> None:
    await a_week(database, seals)
    with seals.path.open("a") as file:
        file.write("seal 2026-11-2")
    assert await said(database, seals) == ""
    later = NOW + dt.timedelta(days=4)
    await written(database, 1, later)
    await seal_now(database, seals, later)
    assert await said(database, seals) == ""
    assert [line.seal.place for line in seals.read()][-2:] == [10, 11]


async def test_a_day_that_is_told_the_day_after_is_no_backdated_line(database: Database, seals: Seals) -> None:
    await a_week(database, seals)
    await written(database, 1, NOW + dt.timedelta(days=1), act="comments.confirmed")
    await seal_now(database, seals, NOW + dt.timedelta(days=3))
    assert await said(database, seals) == ""


async def test_what_waited_long_for_its_seal_is_no_backdated_line(database: Database, seals: Seals) -> None:
    """Nothing ran for days; more waits than is sealed at once."""
    await written(database, 5)
    later = NOW + dt.timedelta(days=3)
    await note_last(database, seals, later)
    for _ in range(3):
        async with database.write() as session:
            await seal_entries(session, at_most=2)
        await note_last(database, seals, later)
        assert await said(database, seals) == ""
    assert [line.seal.place for line in seals.read()] == [0, 2, 4, 5]
    await written(database, 1, NOW)
    assert await said(database, seals) == "journal-broken-backdated", "once nothing waited"


async def test_a_beginning_made_by_someone_is_said(database: Database, seals: Seals) -> None:
    """An installation older than this file; a journal put back from a copy; one that someone takes as it stands."""
    await written(database, 6)
    async with database.write() as session:
        await seal_entries(session)
        six = await last_seal(session)
    assert await said(database, seals) == "journal-no-anchor"
    seals.note(BEGUN, six, NOW)
    checked = await check(database, seals, None)
    assert (checked.lines[0].kind, checked.verdict.checked) == ("begun", 6)

    async with database.write() as session:  # an older copy is put back
        await session.execute(delete(Entry).where(Entry.place > 4))
        four = await last_seal(session)
    assert await said(database, seals) == "journal-broken-end"
    seals.note(RESTORED, four, NOW)
    assert await said(database, seals) == ""

    async with database.write() as session:
        await session.execute(update(Entry).where(Entry.place == 2).values(actor="person:other"))
    assert await said(database, seals) == "journal-broken-changed"
    seals.note(AGAIN, four, NOW)
    assert await said(database, seals) == ""
    async with database.write() as session:
        await session.execute(delete(Entry).where(Entry.place == 4))
    assert await said(database, seals) == "journal-broken-end"


def noting(path: Path, which: int, places: Sequence[int]) -> None:
    for place in places:
        Seals(path, KEY).note(SEAL, Seal(place, f"{place:064x}"), NOW)


def test_processes_that_note_together_leave_a_file_that_can_be_read(seals: Seals) -> None:
    seals.note("first", Seal(0, FIRST), NOW)
    context = multiprocessing.get_context("spawn")
    four = [context.Process(target=noting, args=(seals.path, n, range(n, 121, 3))) for n in range(1, 5)]
    for one in four:
        one.start()
    for one in four:
        one.join()
    places = [line.seal.place for line in seals.read()]
    assert places == sorted(set(places)), "no place twice, none after a later one"
    assert places[-1] == 120


async def test_the_one_who_keeps_the_hour_notes_what_was_sealed(database: Database, seals: Seals) -> None:
    """Two machines may keep the hour: each has its own file, from the day it came beside an empty journal."""
    installation = build_installation(Settings.load({}), Catalogue.open())
    other = Seals(seals.path.with_name("other.txt"), KEY)
    clocks = [Scheduler(database, installation, [seal], lambda: NOW, seals=one) for one in (seals, other)]
    for clock in clocks:
        await clock.tick()
    await written(database, 4)
    await asyncio.gather(*(clock.tick() for clock in clocks))
    await asyncio.gather(*(clock.tick() for clock in clocks))
    for clock in clocks:
        await clock.stop()
    assert [line.seal.place for line in seals.read()] == [line.seal.place for line in other.read()] == [0, 4]
    assert await said(database, seals) == ""


async def test_a_file_that_cannot_be_written_stops_nothing(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    seals = Seals(tmp_path / "file" / "seals.txt", KEY)
    installation = build_installation(Settings.load({}), Catalogue.open())
    clock = Scheduler(database, installation, [seal], lambda: NOW, seals=seals)
    await written(database, 4)
    assert await clock.tick() == 4
    await clock.stop()
    assert clock.failing == {}
