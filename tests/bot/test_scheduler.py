"""One process knows the hour for all; another takes over from one that stops, dies or hangs."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import event, select, update
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from bot.installation import build_installation
from bot.scheduler import TICK, Scheduler
from bot.settings import Settings
from db.organisations import Organisation
from db.session import Database
from handlers.acting import Acting
from messages.catalogue import Catalogue
from tests.support.phones import Town
from tests.support.region import fill_region

NOON = dt.datetime(2026, 2, 9, 17, 0, tzinfo=dt.UTC)
INSTALLATION = build_installation(Settings.load({"TELEGRAM_TOKEN": "1:aaa"}, env_file=None), Catalogue.open())


class Machine:
    """A process with a scheduler: `acted` counts what it did."""

    def __init__(self, url: str, silent_seconds: float = 60.0, tick_seconds: float = 2.0) -> None:
        self.acted = 0
        self.database = Database(url, brief=True)
        self.scheduler = Scheduler(
            self.database,
            INSTALLATION,
            [self._fails, self._acts],
            lambda: NOON,
            silent_seconds=silent_seconds,
            tick_seconds=tick_seconds,
        )

    async def _acts(self, acting: Acting) -> int:
        await acting.session.execute(update(Organisation).values(name=Organisation.name))  # who only looks stops here
        self.acted += 1
        return 1

    async def _fails(self, _acting: Acting) -> int:
        raise RuntimeError

    async def tick(self) -> bool:
        return await self.scheduler.tick() > 0


@pytest.fixture
async def machines(postgres_url: str) -> AsyncIterator[tuple[Machine, Machine]]:
    two = Machine(postgres_url, silent_seconds=1.0), Machine(postgres_url)
    yield two
    for one in two:
        await one.scheduler.stop()
        await one.database.close()


async def test_what_could_not_be_done_is_said_until_it_can(sqlite_url: str) -> None:
    works = False

    async def sometimes(_acting: Acting) -> int:
        if not works:
            raise KeyError("a person's words")
        return 1

    database = Database(sqlite_url)
    scheduler = Scheduler(database, INSTALLATION, [sometimes], lambda: NOON)
    assert await scheduler.tick() == 0
    ((name, place),) = scheduler.failing.items()
    assert name.endswith("sometimes")
    assert place.startswith("KeyError at ")
    assert "words" not in place
    works = True
    assert await scheduler.tick() == 1
    assert scheduler.failing == {}
    await database.close()


async def test_a_fault_of_the_ticking_itself_ends_the_scheduler(sqlite_url: str) -> None:
    def told() -> None:
        raise ZeroDivisionError

    async def acts(_acting: Acting) -> int:
        return 1

    database = Database(sqlite_url)
    scheduler = Scheduler(database, INSTALLATION, [acts], lambda: NOON, on_done=told, tick_seconds=0.05)
    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(scheduler.run(), 30)
    await scheduler.stop()
    await database.close()


async def test_on_one_file_the_only_process_acts_and_what_fails_holds_nothing_back(sqlite_url: str) -> None:
    alone = Machine(sqlite_url)
    assert await alone.tick()
    assert alone.acted == 1
    await alone.database.close()


async def test_one_acts_and_the_other_waits_until_it_stops(machines: tuple[Machine, Machine]) -> None:
    first, second = machines
    assert [await first.tick(), await second.tick(), await first.tick(), await second.tick()] == [True, False] * 2
    await first.scheduler.stop()
    assert await second.tick()
    assert not await first.tick(), "it comes back as the one who waits"


async def test_another_takes_over_from_one_that_hangs_with_its_connection_open(
    machines: tuple[Machine, Machine],
) -> None:
    first, second = machines
    assert await first.tick()
    for _ in range(600):
        if await second.tick():
            break
        await asyncio.sleep(0.1)
    assert not await first.tick(), "what hung finds out before it acts"
    assert (first.acted, second.acted) == (1, 1)


async def test_a_transaction_left_open_by_a_machine_that_was_cut_off_is_ended_by_the_server(postgres_url: str) -> None:
    brief = Database(postgres_url, brief=True)
    with pytest.raises(DBAPIError):
        await hang_in_a_transaction(brief)
    async with brief.read() as session:
        assert await session.scalar(sql("SHOW idle_in_transaction_session_timeout")) == "10s"
    await brief.close()


async def hang_in_a_transaction(database: Database) -> None:
    async with database.write() as session:
        await session.execute(sql("SET LOCAL idle_in_transaction_session_timeout = 200"))
        for _ in range(100):
            await asyncio.sleep(0.6)
            await session.execute(sql("SELECT 1"))


async def test_what_fell_due_while_nobody_ticked_is_done_at_once(sqlite_url: str) -> None:
    """A program that is restarted more often than it ticks would otherwise never send a reminder."""
    alone = Machine(sqlite_url, tick_seconds=3600.0)
    alone.scheduler.start()
    await acts(alone)
    await alone.scheduler.stop()
    await alone.database.close()


async def acts(machine: Machine) -> None:
    """Wait until it does once more."""
    before = machine.acted
    for _ in range(6000):
        if machine.acted > before:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never ticked")


async def test_a_clock_set_back_by_an_hour_does_not_stop_the_ticks(sqlite_url: str) -> None:
    """What the planner holds after such a move: the next tick in an hour. `make chaos` moves the clock itself."""
    alone = Machine(sqlite_url, tick_seconds=0.05)
    alone.scheduler.start()
    in_an_hour = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    alone.scheduler._jobs.modify_job(TICK, next_run_time=in_an_hour)

    await acts(alone)

    await alone.scheduler.stop()
    await alone.database.close()


async def test_a_look_refuses_whatever_would_be_written(database_url: str) -> None:
    """An object made, one that changed, a statement: each is then asked in a transaction that writes."""

    async def makes(acting: Acting) -> int:
        acting.session.add(Organisation(name="made"))
        return 0

    async def changes(acting: Acting) -> int:
        made = (await acting.session.scalars(select(Organisation).where(Organisation.name == "made"))).one()
        made.preferences = {"seen": True}
        return 0

    async def says_it_in_sql(acting: Acting) -> int:
        await acting.session.execute(sql("UPDATE organisations SET name = 'changed' WHERE name = 'made'"))
        return 0

    async def sees(acting: Acting) -> int:
        """What those before it did in the same tick."""
        one = (await acting.session.scalars(select(Organisation).where(Organisation.name == "changed"))).one()
        seen.append(one.preferences)
        return 0

    seen: list[dict[str, bool]] = []
    database = Database(database_url)
    scheduler = Scheduler(database, INSTALLATION, [makes, changes, says_it_in_sql, sees], lambda: NOON)
    await scheduler.tick()
    assert (scheduler.failing, seen) == ({}, [{"seen": True}])
    await scheduler.stop()
    await database.close()


async def test_who_only_looked_left_nothing_behind(database_url: str) -> None:
    """What a look changed in memory, the next to look does not find; and the connection writes again."""
    found: list[list[str]] = []

    async def changes(acting: Acting) -> int:
        acting.session.add(Organisation(name="one"))
        await acting.session.flush()
        return 0

    async def looks(acting: Acting) -> int:
        found.append(list(await acting.session.scalars(select(Organisation.name))))
        return 0

    database = Database(database_url)
    scheduler = Scheduler(database, INSTALLATION, [changes, looks], lambda: NOON)
    for _ in range(2):
        await scheduler.tick()
    assert found == [["one"], ["one", "one"]]
    await scheduler.stop()
    await database.close()


async def test_a_tick_with_nothing_due_reads_once_and_writes_nothing(sqlite_url: str) -> None:
    town = await Town(Database(sqlite_url), NOON).open()
    await fill_region(town)
    for _ in range(5):  # what the first hour of a region brings
        await town.scheduler.tick()
    begun: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("BEGIN"):
            begun.append(statement)

    event.listen(town.database.engine.sync_engine, "before_cursor_execute", note)
    assert await town.scheduler.tick() == 0
    assert begun == [], "nothing changed since the last one"
    town.now += dt.timedelta(minutes=1)
    assert await town.scheduler.tick() == 0
    assert begun == ["BEGIN"]
    await town.close()
