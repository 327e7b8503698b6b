"""Where a round is played: the processes, their database, and what may be done to them."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from benchmarks.chaos.disk import Disk
from benchmarks.chaos.line import Cut, Line
from benchmarks.chaos.misfortunes import Misfortune
from benchmarks.chaos.program import Installation
from benchmarks.chaos.providers import Simulator
from benchmarks.chaos.wall_clock import WallClock
from db.deliveries import Delivery, Status
from db.session import Database
from tests.support.postgres import OwnPostgresServer, find_programs, temporary_database

WORKERS = ("worker-1", "worker-2", "worker-3")
SECRET = "chaos"  # what Telegram must say at our door
Kind = Literal["sqlite", "postgresql"]


class OurPostgres(OwnPostgresServer):
    """A PostgreSQL whose wall clock moves with that of the program, as on one machine."""

    def __init__(self, programs: Path, folder: Path, clock: WallClock | None) -> None:
        self._environment = clock.environment if clock else {}
        # It ends with the thread that started it: this one lasts as long as we do.
        self._hand = ThreadPoolExecutor(max_workers=1)
        super().__init__(programs, folder)

    def start(self) -> None:
        self._hand.submit(super().start).result()

    def _identity(self) -> dict[str, Any]:
        return {**super()._identity(), "env": self._environment or None}


@contextlib.contextmanager
def our_postgres(clock: WallClock | None) -> Iterator[OurPostgres]:
    folder = Path(tempfile.mkdtemp(prefix="pv-pg-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        server = OurPostgres(find_programs(), folder, clock)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(slots=True)
class Stage:
    """One installation under test. `url` is its database, reached directly."""

    kind: Kind
    url: str
    installation: Installation
    simulator: Simulator
    clock: WallClock | None = None
    disk: Disk | None = None
    server: OwnPostgresServer | None = None
    lines: dict[str, Line] = field(default_factory=dict)
    _one_kill: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def begin(self, one: Misfortune, database: Database) -> int:
        """How many messages were started, and not settled, by what it struck: each may rightly become unknown."""
        if one.what == "kill":
            async with self._one_kill:  # two for one process at the same moment would start it twice
                process = self.installation.processes[one.whom]
                dead = process.pid
                await asyncio.to_thread(process.kill)
                started = await _started_by(database, dead)
                process.start()
                return started
        if one.what == "restart" and self.server is not None:
            await asyncio.to_thread(self.server.stop if one.how == "stopped" else self.server.kill)
        elif one.what == "cut":
            self.lines[one.whom].cut(cast(Cut, one.how))
            return await _started_by(database, self.installation.processes[one.whom].pid)
        elif one.what == "disk" and self.disk is not None:
            await _give_back_the_log(database)
            self.disk.fill()
        elif one.what == "clock" and self.clock is not None:
            self.clock.move_to(one.shift)
        return 0

    async def end(self, one: Misfortune) -> None:
        if one.what == "restart" and self.server is not None:
            await asyncio.to_thread(self.server.start)
        elif one.what == "cut":
            self.lines[one.whom].mend()
        elif one.what == "disk" and self.disk is not None:
            self.disk.empty()
        elif one.what == "clock" and self.clock is not None:
            self.clock.move_to(0)


async def _started_by(database: Database, pid: int) -> int:
    """A worker's name holds its process's number. Unknown (the database is away): as many as it may ever start."""
    try:
        async with database.read() as session:
            return (
                await session.scalar(
                    select(func.count()).where(
                        Delivery.status == Status.STARTED, Delivery.claimed_by.like(f"%-{pid}-%")
                    )
                )
                or 0
            )
    except (SQLAlchemyError, OSError):
        return -1


async def _give_back_the_log(database: Database) -> None:
    """SQLite writes over the room that its log already has: with much of it, a full disk shows only later."""
    with contextlib.suppress(SQLAlchemyError):
        async with database.engine.connect() as connection:
            await connection.exec_driver_sql("COMMIT")
            await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            await connection.exec_driver_sql("BEGIN")


@contextlib.contextmanager
def sqlite_stage(simulator: Simulator, rate: float, disk: Disk | None, clock: WallClock | None) -> Iterator[Stage]:
    """`run`, everything in one process, on a file that stands on the small disk; its log and photos too."""
    folder = Path(tempfile.mkdtemp(prefix="portevoix-chaos-", dir=disk.folder if disk else None))
    url = f"sqlite:///{folder / 'portevoix.sqlite3'}"
    installation = Installation(folder, simulator, {"run": url}, rate, clock.environment if clock else {})
    try:
        yield Stage("sqlite", url, installation, simulator, clock, disk)
    finally:
        installation.kill()
        if disk is not None:
            disk.empty()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def postgres_stage(
    simulator: Simulator, rate: float, server: OwnPostgresServer, clock: WallClock | None
) -> Iterator[Stage]:
    """web, three workers and a scheduler, each of the workers on a line of its own. Telegram comes by webhook."""
    folder = Path(tempfile.mkdtemp(prefix="portevoix-chaos-"))
    webhook = {"TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": SECRET}
    with temporary_database(server) as name, contextlib.ExitStack() as open_lines:
        direct = server.url(name)
        lines = {worker: Line(f"{server.folder}/.s.PGSQL.5432") for worker in WORKERS}
        for line in lines.values():
            open_lines.callback(line.close)
        by_line = {worker: f"postgresql://postgres@127.0.0.1:{line.port}/{name}" for worker, line in lines.items()}
        urls = {"web": direct, **by_line, "scheduler": direct}
        more = webhook | (clock.environment if clock else {})
        installation = Installation(folder, simulator, urls, rate, more)
        try:
            yield Stage("postgresql", direct, installation, simulator, clock, None, server, lines)
        finally:
            installation.kill()
            if not server.running:
                server.start()
            shutil.rmtree(folder, ignore_errors=True)
