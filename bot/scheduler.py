"""Knows the hour, and nothing else: at each tick it asks the topics what is due.

Almost always nothing is. So each is asked first in one transaction that only reads, where whoever would write is
stopped; what is due is then done, in a transaction of its own. While nothing changes, it is asked at each minute
and each half.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from collections.abc import Callable, Sequence

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock, system_clock
from bot.faults import Outage, where
from bot.sealing import note_last
from bot.seals import Seals
from bot.still import Stillness
from db.running import LEADER_LOCK
from db.session import Database, would_write
from db.transient_errors import is_transient
from handlers.acting import unattended
from handlers.installation import Installation
from handlers.topics import Due

log = structlog.get_logger(__name__)

TICK_SECONDS = 2
SILENT_SECONDS = 7.0  # without a word from the one who ticks
TICK = "tick"
FIRST_TICK = dt.timedelta(seconds=1)  # after the start


class Scheduler:
    """Ticks. On PostgreSQL one process ticks for all: it holds a lock that ends with its connection.

    Another takes over within a tick or two of its death, and after `silent_seconds` when it hangs or is cut off:
    PostgreSQL itself then ends the connection that says nothing.
    """

    def __init__(
        self,
        database: Database,
        installation: Installation,
        due: Sequence[Due],
        clock: Clock,
        on_done: Callable[[], None] = lambda: None,
        tick_seconds: float = TICK_SECONDS,
        silent_seconds: float = SILENT_SECONDS,
        seals: Seals | None = None,
    ) -> None:
        """`seals`: where the journal's last seal is noted, after each tick."""
        self._database = database
        self._installation = installation
        self._due = due
        self._clock = clock
        self._on_done = on_done
        self._tick_seconds = tick_seconds
        self._silent_seconds = silent_seconds
        self._seals = seals
        self._still = Stillness(database, clock)
        self._one_at_a_time = asyncio.Lock()
        self._leader: AsyncConnection | None = None
        self._jobs = AsyncIOScheduler(timezone="UTC")
        self._watching: asyncio.Task[None] | None = None
        self._outage = Outage()
        self._broken: Exception | None = None
        self._unnoted = ""  # why the last seal could not be noted
        self.failing: dict[str, str] = {}  # what could not be done at the last tick, and where our code failed

    def start(self) -> None:
        self._jobs.add_job(
            self._tick_or_break,
            "interval",
            id=TICK,
            seconds=self._tick_seconds,
            # What fell due while nobody ticked waits no longer than the first answer takes.
            next_run_time=system_clock() + FIRST_TICK,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._jobs.start()
        self._watching = asyncio.create_task(self._never_wait_for_an_hour_twice())

    async def run(self) -> None:
        """Until cancelled. A fault of the ticking itself, which APScheduler would only log, is raised."""
        if self._watching is None:
            self.start()
        assert self._watching is not None
        await self._watching

    async def _never_wait_for_an_hour_twice(self) -> None:
        """APScheduler plans by the wall clock: set back by an hour, the next tick would be an hour away."""
        while True:
            await asyncio.sleep(self._tick_seconds)
            if self._broken is not None:
                raise self._broken
            job, now = self._jobs.get_job(TICK), system_clock()
            if job is not None and job.next_run_time > now + dt.timedelta(seconds=2 * self._tick_seconds):
                job.modify(next_run_time=now)

    async def stop(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
        if self._jobs.running:
            self._jobs.shutdown(wait=False)
        async with self._one_at_a_time:
            await self._let_go()

    async def _tick_or_break(self) -> None:
        try:
            await self.tick()
            self._outage.over()
        except Exception as error:
            if not self._outage.bearable(error):
                self._broken = error

    async def tick(self) -> int:
        """Ask every topic what is due now, and do it, a transaction each. Returns how many things were done."""
        async with self._one_at_a_time:
            done = 0
            if self._seals is not None and not self._seals.begun:
                await self._note_seal()  # before the first seal is given: beside an empty journal
            if self._still.holds and not self.failing:
                return 0
            self._still.begin()
            rest, asked = list(self._due), False
            while rest and await self._leads():
                del rest[: await self._idle(rest)]
                if rest and await self._leads():
                    asked = True
                    done += await self._ask(rest.pop(0))
            await self._note_seal()
            if not asked and not self._unnoted:
                self._still.found_nothing()
        if done:
            self._on_done()
        return done

    async def _idle(self, some: Sequence[Due]) -> int:
        """How many of the first of these have nothing to do now. What fails is not idle: it is asked, and says why."""
        idle = 0
        with contextlib.suppress(Exception):
            async with self._database.looking() as session:
                now = self._clock()
                here = self._installation.on(now)
                for due in some:
                    if await due(unattended(session, here, now)) or would_write(session):
                        break
                    self.failing.pop(_name(due), None)
                    idle += 1
        return idle

    async def _ask(self, due: Due) -> int:
        try:
            async with self._database.write(short=True) as session:
                done = await due(unattended(session, self._installation, self._clock()))
        except Exception as error:  # the others are asked all the same; /health says it
            name, place = _name(due), where(error)
            if self.failing.get(name) != place:
                log.error("what was due could not be done", due=name, error=place)
            if not is_transient(error):
                self.failing[name] = place
            return 0
        self.failing.pop(_name(due), None)
        return done

    async def _note_seal(self) -> None:
        """Whether this process ticks or waits for its turn: each machine has its file."""
        if self._seals is None:
            return
        try:
            await note_last(self._database, self._seals, self._clock())
            self._unnoted = ""
        except Exception as error:  # people are answered all the same; the doctor says it
            if self._unnoted != type(error).__name__:
                log.error("the journal's seal could not be noted", error=type(error).__name__)
            self._unnoted = type(error).__name__

    async def _leads(self) -> bool:
        if self._database.sqlite:
            return True
        try:
            if self._leader is None:
                connection = await self._database.engine.connect()
                connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
                got = await connection.scalar(sql("SELECT pg_try_advisory_lock(:n)"), {"n": LEADER_LOCK})
                if not got:
                    await connection.close()
                    return False
                self._leader = connection
                await connection.execute(
                    sql(  # PostgreSQL 14 and later; before, the network's own patience
                        "SELECT set_config('idle_session_timeout', :ms, false)"
                        " WHERE current_setting('idle_session_timeout', true) IS NOT NULL"
                    ),
                    {"ms": str(round(self._silent_seconds * 1000))},
                )
            await self._leader.execute(sql("SELECT 1"))
        except Exception as error:
            log.warning("the database is away, the hour waits", error=type(error).__name__)
            await self._let_go()
            return False
        return True

    async def _let_go(self) -> None:
        if self._leader is not None:
            leader, self._leader = self._leader, None
            with contextlib.suppress(Exception):
                await leader.invalidate()
                await leader.close()


def _name(due: Due) -> str:
    return f"{due.__module__}.{due.__qualname__}"
