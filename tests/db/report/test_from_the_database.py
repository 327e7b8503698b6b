"""The same region kept in a database: the same figures from SQLite and PostgreSQL, and nothing later than the cut."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from db.deliveries import Broadcast, BroadcastState, Delivery, Status
from db.meetings.questions import note_in_history
from db.meetings.tables import Attendance, Presence
from db.merging import merge_people
from db.people import Person, Role, grant, ungrant
from db.privacy.erasing import erase_person
from db.privacy.retention import TABLE, let_go
from db.privacy.rules import DAYS
from db.report.disclosure import Cell, Key, Measure
from db.report.questions import facts_of
from db.report.yearly import Figures, figures_of
from db.session import Database
from tests.support.mini_region import CUT, YEAR, mini_region, needing
from tests.support.region_in_database import Writer

EXPECTED = figures_of(mini_region(), YEAR, CUT)
AFTER_THE_CUT = CUT.at + dt.timedelta(days=1)


@pytest.fixture
async def region(database_url: str) -> AsyncIterator[tuple[Database, Writer]]:
    database = Database(database_url)
    async with database.write() as session:
        writer = Writer(session, mini_region())
        await writer.write()
    yield database, writer
    await database.close()


async def read(database: Database) -> Figures:
    async with database.read() as session:
        return figures_of(await facts_of(session, 1, YEAR, CUT), YEAR, CUT)


async def test_the_region_read_from_the_database_has_the_same_figures(region: tuple[Database, Writer]) -> None:
    figures = await read(region[0])
    assert figures.cells == EXPECTED.cells
    assert figures.printed().fingerprint == EXPECTED.printed().fingerprint


async def test_needs_count_as_before_once_they_are_erased_and_once_a_person_is(database_url: str) -> None:
    database = Database(database_url)
    async with database.write() as session:
        writer = Writer(session, needing(mini_region()))
        await writer.write()
    before = of_needs(await read(database))
    assert before[Key.of("R18.needed", slot="childcare")] == Cell(Measure.COUNT, 8, 2)
    assert before[Key.of("R18.met", slot="childcare")] == Cell(Measure.COUNT, 5, 1)
    async with database.write() as session:
        person = await session.get_one(Person, writer.people["E1"].id)
        await erase_person(session, person, AFTER_THE_CUT, AFTER_THE_CUT.date())
    assert of_needs(await read(database)) == before
    kept = next(one for one in TABLE if one.name == "needs")
    for _ in range(3):  # what is counted is counted once
        async with database.write() as session:
            await let_go(session, kept, DAYS, AFTER_THE_CUT)
    async with database.read() as session:
        assert set(await session.scalars(select(Attendance.needs))) == {""}
    assert of_needs(await read(database)) == before
    await database.close()


def of_needs(figures: Figures) -> dict[Key, Cell | None]:
    return {key: cell for key, cell in figures.cells.items() if key.figure.startswith("R18")}


async def test_a_presence_corrected_after_the_cut_changes_nothing_of_the_year(
    region: tuple[Database, Writer],
) -> None:
    database, _writer = region
    async with database.write() as session:
        for row in await session.scalars(select(Attendance)):
            note_in_history(session, row, Presence.NONE, AFTER_THE_CUT, None)
    assert (await read(database)).cells == EXPECTED.cells


async def test_a_presence_noted_after_the_cut_was_not_known_then(region: tuple[Database, Writer]) -> None:
    database, writer = region
    async with database.write() as session:
        absent = Attendance(meeting_id=writer.meetings["M8"].id, person_id=writer.people["E1"].id)
        session.add(absent)
        await session.flush()
        note_in_history(session, absent, Presence.IN_PERSON, AFTER_THE_CUT, None)
    assert (await read(database)).cells == EXPECTED.cells


async def test_whoever_leaves_the_role_is_counted_for_the_days_when_they_had_it(
    region: tuple[Database, Writer],
) -> None:
    database, writer = region
    async with database.write() as session:
        await ungrant(session, writer.people["E6"].id, Role.EXPERT, dt.date(2026, 6, 1))  # was at M2, in April
        await grant(session, writer.people["N1"].id, Role.EXPERT, since=dt.date(2027, 3, 1))
    assert (await read(database)).cells[Key.of("R4", kind="mechanism")] == Cell.of_people(6)


async def test_two_people_merged_before_the_cut_are_one(region: tuple[Database, Writer]) -> None:
    database, writer = region
    async with database.write() as session:
        row = await session.scalar(
            select(Attendance).where(
                Attendance.meeting_id == writer.meetings["M3"].id, Attendance.person_id == writer.people["E2"].id
            )
        )
        assert row is not None
        twin = Person(organisation_id=1, name="E2", created_at=AFTER_THE_CUT)
        session.add(twin)
        await session.flush()
        row.person_id = twin.id
        await session.flush()
        kept = await session.get_one(Person, writer.people["E2"].id)
        await merge_people(session, kept, twin)
    assert (await read(database)).printed().fingerprint == EXPECTED.printed().fingerprint


LEFT = dt.datetime(2026, 10, 1, 14, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("changed", "informed"),
    [
        ({}, 5),
        ({"status": Status.DELIVERED}, 5),
        ({"status": Status.FAILED}, 0),
        ({"status": Status.UNKNOWN}, 0),  # perhaps is not yes
        ({"sent_at": dt.datetime(2026, 4, 1, 3, tzinfo=dt.UTC)}, 0),  # 31 March, at 23 h there
        ({"sent_at": dt.datetime(2027, 4, 1, 3, tzinfo=dt.UTC)}, 5),
        ({"kind": "announcement"}, 0),
        ({"kind": "minutes"}, 5),
        ({"kind": "letter", "channel": "post"}, 5),
    ],
)
async def test_who_was_informed(region: tuple[Database, Writer], changed: dict[str, object], informed: int) -> None:
    database, writer = region
    kind = str(changed.get("kind", "digest"))
    async with database.write() as session:
        sent = Broadcast(organisation_id=1, kind=kind, state=BroadcastState.SENT, created_at=LEFT)
        session.add(sent)
        await session.flush()
        for name in ("E1", "E2", "E3", "N1", "E9"):
            person = await session.get_one(Person, writer.people[name].id)
            letter = kind == "letter"
            person.channel = "post" if letter else ""
            row = {
                "kind": kind,
                "channel": "sms",
                "status": Status.SENT,
                "queued_at": LEFT,
                "sent_at": LEFT,
                "body": "",
            }
            ids = {"person_id": person.id, "broadcast_id": None if letter else sent.id}
            session.add_all([Delivery(**(row | changed), **ids) for _twice in range(2)])
    assert (await read(database)).cells[Key("R8.informed")] == Cell.of_people(informed)
