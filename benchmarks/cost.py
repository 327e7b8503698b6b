"""What the program costs when nothing happens, and when one text does: processor's time, which others do not spoil.

python -m benchmarks.cost --texts 200 --ticks 100 --seconds 60 --starts 3
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy import event

from benchmarks.chaos.program import Installation as Processes
from benchmarks.chaos.providers import Simulator
from benchmarks.harness import lay, machine, table
from benchmarks.start import memory
from bot.collector import calm_collector
from bot.inbox import Inbox, Saver
from bot.installation import build_installation, ensure_organisation
from bot.scheduler import Scheduler
from bot.settings import Settings
from db.session import Database
from handlers.installation import Installation
from handlers.router import Router
from handlers.routes import ROUTES
from messages import Channel, Incoming, Kind
from messages.catalogue import Catalogue

NOW = dt.datetime(2026, 2, 9, 17, tzinfo=dt.UTC)
SETTLED_AFTER = 20.0  # seconds after its start before a program is idle
JIFFY = os.sysconf("SC_CLK_TCK")
TEXTS = ("AIDE", "la rencontre est a quelle heure", "ABSENT", "je serai en retard un peu", "PLUS", "merci beaucoup")
ENV = {
    "ORGANISATION_NAME": "Alliance de la Vallée-des-Rives",
    "CONTACT_NAME": "Maude",
    "CONTACT_PHONE": "+18195550142",
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "TWILIO_AUTH_TOKEN": "secret",
    "TWILIO_FROM": "+18195550100",
    "TWILIO_API_BASE_URL": "http://127.0.0.1:9",
}


class Place:
    """One installation in this process, without a network: its clock is moved by hand."""

    def __init__(self, database: Database, installation: Installation) -> None:
        self.database, self.installation, self.now = database, installation, NOW
        self.scheduler = Scheduler(database, installation, ROUTES.due(), lambda: self.now)
        self.inbox = Inbox(database, installation, Router(ROUTES), {Channel.SMS: self._translate}, lambda: self.now)
        self.saver = Saver(database)
        self.begun: list[str] = []
        event.listen(database.engine.sync_engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("BEGIN"):
            self.begun.append(statement)

    def _translate(self, payload: dict[str, str], now: dt.datetime) -> Incoming:
        return Incoming(Channel.SMS, payload["from"], payload["id"], Kind.TEXT, now, text=payload["text"])

    async def text(self, number: int, words: str) -> None:
        address, id = f"+1819555{100 + number % 50:04}", f"in{number}"
        payload = {"from": address, "id": id, "text": words}
        await self.saver.save(Channel.SMS.value, id, payload, f"sms:{address}", self.now)
        while await self.inbox.sweep():
            pass


async def in_place(folder: Path, measured: Callable[[Place], Awaitable[float]]) -> float:
    url = f"sqlite+aiosqlite:///{folder / 'cost.sqlite3'}"
    await lay(url)
    database = Database(url)
    installation = build_installation(Settings.load(ENV), Catalogue.open())
    await ensure_organisation(database, installation.organisation)
    place = Place(database, installation)
    calm_collector()
    try:
        return await measured(place)
    finally:
        await place.scheduler.stop()
        await database.close()


async def each_text(place: Place, count: int) -> float:
    """Milliseconds for one: saved, read, answered, its answer queued."""
    taken = []
    for number in range(count + 60):  # the first come from people whom nobody knows yet
        place.now += dt.timedelta(seconds=30)
        began = time.process_time()
        await place.text(number, TEXTS[number % len(TEXTS)])
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken[60:])


async def each_tick(place: Place, count: int, apart: dt.timedelta) -> tuple[float, float, float]:
    """Milliseconds for one with nothing due, and the transactions it begins: that read, that write."""
    for _ in range(5):  # what the first hour of an installation brings
        await place.scheduler.tick()
    place.begun.clear()
    began = time.process_time()
    for _ in range(count):
        place.now += apart
        await place.scheduler.tick()
    spent = (time.process_time() - began) * 1000 / count
    writing = place.begun.count("BEGIN IMMEDIATE")
    return spent, (len(place.begun) - writing) / count, writing / count


def processor(pid: int) -> float:
    """Seconds of processor that a process has taken, all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / JIFFY


def one_run(folder: Path, seconds: float, **more: str) -> tuple[float, float, float]:
    """(seconds of processor until it answers, megabytes then, share of a core while idle)."""
    from db.schema import upgrade

    url = f"sqlite:///{folder / 'portevoix.sqlite3'}"
    asyncio.run(upgrade(url))
    simulator = Simulator(1, "")
    program = Processes(folder, simulator, {"run": url}, rate=30, more=more)
    try:
        program.start()
        pid = program.processes["run"].pid
        started, megabytes = processor(pid), memory(pid)
        share = 0.0
        if seconds:
            time.sleep(SETTLED_AFTER)
            before, began = processor(pid), time.monotonic()
            time.sleep(seconds)
            share = 100 * (processor(pid) - before) / (time.monotonic() - began)
        return started, megabytes, share
    finally:
        program.kill()
        simulator.stop()


def run_of(seconds: float, **more: str) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        return one_run(Path(name), seconds, **more)


def in_process(texts: int, ticks: int) -> list[list[object]]:
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        folder = Path(name)
        rows.append(["one text handled, ms", asyncio.run(in_place(folder, lambda p: each_text(p, texts))), 6])
        for what, apart in (("two seconds", 2), ("an hour", 3600)):
            found: list[tuple[float, float, float]] = []

            async def measured(
                place: Place, apart: int = apart, found: list[tuple[float, float, float]] = found
            ) -> float:
                found.append(await each_tick(place, ticks, dt.timedelta(seconds=apart)))
                return 0.0

            asyncio.run(in_place(folder, measured))
            spent, reading, writing = found[0]
            rows.append([f"a tick with nothing due, {what} after the one before, ms", spent, "-"])
            rows.append(["its transactions that read; that write", f"{reading:.2f}; {writing:.2f}", "1; 0"])
    return rows


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--texts", type=int, default=200)
    options.add_argument("--ticks", type=int, default=100)
    options.add_argument("--seconds", type=float, default=60.0)
    options.add_argument("--starts", type=int, default=3)
    given = options.parse_args()
    rows = in_process(given.texts, given.ticks)
    rows.append(["`run`, idle, % of a core", run_of(given.seconds)[2], 0.5])
    public = {"PUBLIC_BASE_URL": "http://bureau.example.org"}  # no https: no console
    pairs = [(run_of(0), run_of(0, **public)) for _ in range(given.starts)]
    for at, what, most in ((0, "s of processor until it answers", 0.1), (1, "MB", 10)):
        with_console, without = (statistics.median(pair[i][at] for pair in pairs) for i in (0, 1))
        rows.append([f"start with the console; without; {what}", f"{with_console:.2f}; {without:.2f}", f"+{most}"])
    table(f"What it costs ({machine()})", rows, ["what", "measured", "reach"])


if __name__ == "__main__":
    main()
