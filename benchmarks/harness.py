"""What the benchmarks share.

A provider in its own process, fresh databases, the bare client that is the ceiling, tables.

Every figure is a ratio within one run; pairs are run in turn and their median is kept, so that a busy machine spoils
both sides alike.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import insert

from bot.channels.contract import ChannelAccount, ToSend
from bot.channels.sms import Sms
from bot.channels.sms import message_body as sms_body
from bot.channels.telegram import Telegram
from bot.channels.telegram import message_body as telegram_body
from bot.collector import calm_collector
from bot.outbox import Outbox
from bot.settings import Settings
from db.contacts import Consent, Contact, ContactPerson
from db.deliveries import Delivery, Priority, Status
from db.organisations import Organisation
from db.people import Person, PersonRole, Role
from db.session import Database, migration_engine
from db.tables import metadata

TOKEN = "1:bench"
SID = "AC" + "0" * 32
CONNECTIONS = 128
NO_LIMIT = "100000"


@dataclass(frozen=True)
class Provider:
    port: int
    process: subprocess.Popen[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str = "stats") -> Any:
        with urllib.request.urlopen(f"{self.url}/{path}") as answer:
            return json.load(answer)


@contextlib.contextmanager
def provider(**options: float) -> Iterator[Provider]:
    """A provider server in its own process."""
    arguments = [part for name, value in options.items() for part in (f"--{name.replace('_', '-')}", str(value))]
    command = [sys.executable, "-m", "benchmarks.provider_server", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield Provider(int(process.stdout.readline()), process)
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def sqlite_url() -> Iterator[str]:
    """A fresh SQLite file with every table."""
    folder = Path(tempfile.mkdtemp(prefix="portevoix-bench-"))
    try:
        url = f"sqlite+aiosqlite:///{folder / 'bench.sqlite3'}"
        asyncio.run(lay(url))
        yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def postgres_url() -> Iterator[str]:
    """A fresh database of a real PostgreSQL: the one DATABASE_TEST_URL names, else one of our own."""
    from tests.support.postgres import any_postgres, own_postgres, temporary_database

    theirs = "DATABASE_TEST_URL" in os.environ
    with any_postgres() if theirs else own_postgres(durable=True) as server, temporary_database(server) as name:
        url = server.url(name)
        asyncio.run(lay(url))
        yield url


DATABASES = {"sqlite": sqlite_url, "postgresql": postgres_url}


async def lay(url: str) -> None:
    engine = migration_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await engine.dispose()


@contextlib.asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()


def settings(base_url: str, **env: str) -> Settings:
    """Both providers on one address, no limit, no quiet hours; `env` changes any of it."""
    given = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_BASE_URL": base_url,
        "TWILIO_ACCOUNT_SID": SID,
        "TWILIO_AUTH_TOKEN": "secret",
        "TWILIO_FROM": "+18195550100",
        "TWILIO_API_BASE_URL": base_url,
        "TELEGRAM_RATE": NO_LIMIT,
        "SMS_RATE": NO_LIMIT,
        "QUIET_HOURS": "none",
        "PROVIDER_CONNECTIONS": str(CONNECTIONS),
        **env,
    }
    return Settings.load(env=given)


def channel(name: str, base_url: str) -> ChannelAccount:
    if name == "telegram":
        return Telegram(TOKEN, base_url, connections=CONNECTIONS)
    return Sms(SID, "secret", base_url, sender="+18195550100", connections=CONNECTIONS)


def outbox(db: Database, base_url: str, channels: dict[str, ChannelAccount], **env: str) -> Outbox:
    return Outbox(db, channels, settings(base_url, **env), utc_now)


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def address(name: str, number: int) -> str:
    return str(10_000 + number) if name == "telegram" else f"+1819{number:07}"


def items(name: str, count: int) -> list[ToSend]:
    callback = "http://127.0.0.1:8080/sms/status?delivery={}"
    return [
        ToSend(i, address(name, i), words(i), status_callback=callback.format(i) if name == "sms" else None)
        for i in range(1, count + 1)
    ]


def words(number: int) -> str:
    return f"Bonjour, la rencontre de mardi est deplacee a jeudi 18 h. Message {number}"


async def people(db: Database, name: str, count: int) -> None:
    """`count` people, each with one consenting contact on this channel; ids from 1."""
    now = utc_now()
    rows = range(1, count + 1)
    async with db.write() as session:
        if await session.get(Organisation, 1) is None:
            session.add(Organisation(id=1, name="Alliance"))
            await session.flush()
        common: dict[str, Any] = {"organisation_id": 1, "created_at": now}
        await session.execute(insert(Person), [{"id": i, "name": f"P{i}", **common} for i in rows])
        await session.execute(insert(PersonRole), [{"person_id": i, "role": Role.MEMBER, "scope": ""} for i in rows])
        contact = {"channel": name, "consent": Consent.GIVEN, **common}
        await session.execute(
            insert(Contact), [{"id": i, "person_id": i, "address": address(name, i), **contact} for i in rows]
        )
        await session.execute(insert(ContactPerson), [{"contact_id": i, "person_id": i} for i in rows])


async def queue(db: Database, name: str, count: int, *, first: int = 1, **values: Any) -> None:
    """One message for each of the first `count` people."""
    now = utc_now()
    common = {"kind": "notice", "channel": name, "queued_at": now, "due_at": now, "priority": Priority.NORMAL, **values}
    if name == "sms":
        common["segments"] = 1
    rows = [{"person_id": i, "contact_id": i, "body": words(i), **common} for i in range(first, first + count)]
    async with db.write() as session:
        for at in range(0, len(rows), 5000):
            await session.execute(insert(Delivery), rows[at : at + 5000])


async def history(db: Database, name: str, count: int, people_count: int) -> None:
    """`count` deliveries of the past, spread over the people."""
    then = utc_now() - dt.timedelta(days=100)
    common = {
        "kind": "digest", "channel": name, "status": Status.SENT, "queued_at": then, "due_at": then, "sent_at": then,
        "started_at": then, "priority": Priority.BROADCAST, "attempts": 1,
    }  # fmt: skip
    for at in range(0, count, 20_000):
        rows = [
            {"person_id": who, "contact_id": who, "body": "", "provider_id": f"h{i}", **common}
            for i, who in ((i, i % people_count + 1) for i in range(at, min(at + 20_000, count)))
        ]  # fmt: skip
        async with db.write() as session:
            await session.execute(insert(Delivery), rows)


async def bare_client(name: str, base_url: str, to_send: Sequence[ToSend]) -> float:
    """Seconds that a bare aiohttp client takes to post the same bodies, with the same concurrency: the ceiling."""
    path = f"/bot{TOKEN}/sendMessage" if name == "telegram" else f"/2010-04-01/Accounts/{SID}/Messages.json"
    sender = {"From": "+18195550100"}
    bodies = [telegram_body(item) if name == "telegram" else sms_body(item, sender) for item in to_send]
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    remaining = iter(bodies)
    connector = aiohttp.TCPConnector(limit=CONNECTIONS)
    async with aiohttp.ClientSession(base_url, connector=connector, headers=headers) as session:

        async def post_some() -> None:
            for body in remaining:
                async with session.post(path, data=body) as response:
                    json.loads(await response.read())

        started = time.perf_counter()
        await asyncio.gather(*(post_some() for _ in range(CONNECTIONS)))
        return time.perf_counter() - started


async def channel_alone(name: str, base_url: str, to_send: Sequence[ToSend]) -> float:
    """Seconds that our channel takes without any database."""
    sender = channel(name, base_url)
    remaining = iter(to_send)

    async def send_some() -> None:
        for item in remaining:
            await sender.send(item, lambda: None)

    started = time.perf_counter()
    await asyncio.gather(*(send_some() for _ in range(CONNECTIONS)))
    took = time.perf_counter() - started
    await sender.close()
    return took


async def drained(db: Database, base_url: str, name: str, **env: str) -> float:
    """Seconds that the outbox takes to send all that waits through the real channel."""
    sender = channel(name, base_url)
    sending = outbox(db, base_url, {name: sender}, **env)
    started = time.perf_counter()
    await sending.drain_once()
    took = time.perf_counter() - started
    await sender.close()
    return took


def medians(pairs: int, *runs: Callable[[], float]) -> list[float]:
    """Each run in turn, `pairs` times; the median of each."""
    figures = [[run() for run in runs] for _ in range(pairs)]
    return [statistics.median(column) for column in zip(*figures, strict=True)]


def run(coroutine: Awaitable[float]) -> float:
    async def awaited() -> float:
        calm_collector()  # as the program does, and for the bare client too
        return await coroutine

    return asyncio.run(awaited())


def table(title: str, rows: Sequence[Sequence[object]], head: Sequence[str]) -> None:
    """A Markdown table, as `docs/performance.md` keeps it."""
    print(f"\n{title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(f"{value:.2f}" if isinstance(value, float) else str(value) for value in row) + " |")


def machine() -> str:
    with open("/proc/cpuinfo") as about:
        model = next((line.partition(":")[2].strip() for line in about if line.startswith("model name")), "?")
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
