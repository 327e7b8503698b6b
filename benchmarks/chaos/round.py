"""One round: providers that fail by a seed, a program that is killed, people who write meanwhile; then the accounts."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from benchmarks.chaos.town import WORDS, Town, settle_in, town
from db.contacts import Contact
from db.conversations import InboxState, IncomingMessage
from db.deliveries import Broadcast, BroadcastState, Delivery, Status
from db.outbox.broadcasts import counts
from db.schema import upgrade
from db.session import Database

RATE = 400  # messages a second: a round is about faults, not about the limit
OPEN = (Status.QUEUED, Status.CLAIMED, Status.STARTED, Status.RETRYING)


@dataclass(slots=True)
class Verdict:
    """What a round showed. `broken` holds one sentence per promise that was not kept."""

    seed: int
    kills: int
    ambiguous: int
    unknown: int
    twice: int
    seconds: float
    broken: list[str] = field(default_factory=list)


def faults_of(dice: random.Random) -> str:
    """A plan of faults drawn from the seed."""
    kinds = {"429": 0.02, "500": 0.03, "reset": 0.02, "cut": 0.01, "late": 0.004, "repeat": 0.1, "reorder": 0.1}
    chosen = {name: most * dice.random() for name, most in kinds.items() if dice.random() < 0.7}
    return ",".join([*(f"{name}={chance:.4f}" for name, chance in chosen.items()), "latency=0.005"])


class Simulator:
    """The simulated providers as a process of their own."""

    def __init__(self, seed: int, faults: str) -> None:
        command = [sys.executable, "-m", "bot.simulator", "--open-doors", "--seed", str(seed), "--faults", faults]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.where: dict[str, Any] = json.loads(self.process.stdout.readline())

    def ask(self, path: str, **given: Any) -> Any:
        data = json.dumps(given).encode() if given else None
        request = urllib.request.Request(f"{self.where['control']}/sim/{path}", data=data)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["result"]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


class Program:
    """`portevoix run` as a process, killed and started again."""

    def __init__(self, folder: Path, simulator: Simulator, url: str) -> None:
        self.port = free_port()
        self.log = (folder / "log").open("ab")
        self.environment = {
            "PATH": os.environ["PATH"],
            **simulator.where["settings"],
            "DATABASE_URL": url,
            "HTTP_PORT": str(self.port),
            "QUIET_HOURS": "none",
            "TELEGRAM_RATE": str(RATE),
            "TELEGRAM_CHAT_RATE": "50",
            "SMS_RATE": str(RATE),
            "PROVIDER_TIMEOUT": "3",
            "ERROR_THRESHOLD": "1",
            "CONTACT_NAME": "Maude",
            "CONTACT_PHONE": "+18195550142",
            "MEDIA_FOLDER": str(folder / "media"),
        }
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "bot", "run"]
        return subprocess.Popen(command, env=self.environment, stderr=self.log, stdout=self.log, cwd=Path.cwd())

    def wait_until_open(self) -> None:
        """What was texted before the very first start is not ours to answer."""
        for _ in range(300):
            url = f"http://127.0.0.1:{self.port}/health"
            with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):
                return
            time.sleep(0.1)

    def kill_and_start(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process = self._start()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return -1
        finally:
            self.log.close()


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextlib.contextmanager
def workplace() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="portevoix-chaos-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def one_round(seed: int, people: int, patience: float) -> Verdict:
    """Play a round and judge it."""
    began = time.monotonic()
    dice = random.Random(seed)
    who = town(people)
    with workplace() as folder:
        url = f"sqlite:///{folder / 'portevoix.sqlite3'}"
        broadcast_id = asyncio.run(_prepare(url, who))
        simulator = Simulator(seed, faults_of(dice))
        program = Program(folder, simulator, url)
        program.wait_until_open()
        simulator.ask("sms/setup", sms_url=f"http://127.0.0.1:{program.port}/sms/inbound#rc=5&rp=all")
        try:
            kills = asyncio.run(_go_on(simulator, program, url, broadcast_id, who, dice, patience))
            ended = program.stop()
            verdict = asyncio.run(_judge(seed, simulator, url, broadcast_id, who, kills))
            if ended not in (0, -signal.SIGTERM):
                verdict.broken.append(f"the program ended with {ended}")
            if verdict.broken:
                shutil.copy(folder / "log", Path(tempfile.gettempdir()) / f"chaos-{seed}.log")
        finally:
            program.process.kill()
            simulator.stop()
    verdict.seconds = time.monotonic() - began
    return verdict


async def _prepare(url: str, who: Town) -> int:
    await upgrade(url)
    database = Database(url)
    try:
        return await settle_in(database, who, dt.datetime.now(dt.UTC))
    finally:
        await database.close()


async def _go_on(
    simulator: Simulator,
    program: Program,
    url: str,
    broadcast_id: int,
    who: Town,
    dice: random.Random,
    patience: float,
) -> int:
    """Write, kill, wait, until everything is settled; returns how many kills."""
    database = Database(url)
    kills = [dice.uniform(1.5, 6.0) for _ in range(dice.randint(1, 3))]
    writings = sorted(dice.uniform(1.5, 6.0) for _ in who.writers)
    began, deadline, done, written = time.monotonic(), time.monotonic() + patience, 0, 0
    try:
        while time.monotonic() < deadline:
            now = time.monotonic() - began
            while written < len(writings) and writings[written] <= now:
                _write(simulator, *who.writers[written])
                written += 1
            if kills and min(kills) <= now:
                kills.remove(min(kills))
                program.kill_and_start()
                done += 1
            if not kills and written == len(writings) and await _settled(database, broadcast_id, written):
                break
            await asyncio.sleep(0.1)
    finally:
        await database.close()
    return done


def _write(simulator: Simulator, channel: str, address: str) -> None:
    if channel == "telegram":
        simulator.ask("telegram/write", user_id=int(address), text="AIDE")
    else:
        simulator.ask("sms/text", phone=address, body="AIDE")


async def _settled(database: Database, broadcast_id: int, written: int) -> bool:
    async with database.read() as session:
        state = await session.scalar(select(Broadcast.state).where(Broadcast.id == broadcast_id))
        waiting = await session.scalar(select(func.count()).where(Delivery.status.in_(OPEN)))
        new = await session.scalar(select(func.count()).where(IncomingMessage.state == InboxState.NEW))
        heard = await session.scalar(select(func.count(func.distinct(IncomingMessage.sender))))
    return state is BroadcastState.SENT and not waiting and not new and (heard or 0) >= written


async def _judge(seed: int, simulator: Simulator, url: str, broadcast_id: int, who: Town, kills: int) -> Verdict:
    truth: dict[str, list[list[Any]]] = {}
    for channel in ("telegram", "sms"):
        truth |= simulator.ask("truth", channel=channel)
    summary = simulator.ask("counters")
    ambiguous = sum(int(summary[channel]["ambiguous"]) for channel in ("telegram", "sms"))
    database = Database(url)
    try:
        async with database.read() as session:
            found = await session.execute(
                select(Contact.address, Delivery.status)
                .join(Contact, Contact.id == Delivery.contact_id)
                .where(Delivery.broadcast_id == broadcast_id)
            )
            rows = {address: status for address, status in found}  # noqa: C416
            counted = await counts(session, broadcast_id)
            unhandled = await session.scalar(
                select(func.count()).select_from(IncomingMessage).where(IncomingMessage.state != InboxState.HANDLED)
            )
            heard = set(await session.scalars(select(IncomingMessage.sender)))
            unsure = set(
                await session.scalars(
                    select(Contact.address)
                    .join(Delivery, Delivery.contact_id == Contact.id)
                    .where(Delivery.kind == "reply", Delivery.status == Status.UNKNOWN)
                )
            )
    finally:
        await database.close()
    arrived = {address: sum(1 for r in truth.get(address, []) if r[0] == WORDS) for _c, address in who.members}
    unknown = sum(1 for status in rows.values() if status is Status.UNKNOWN)
    verdict = Verdict(seed, kills, ambiguous, unknown, sum(1 for n in arrived.values() if n > 1), 0.0)
    answered = {address for address in truth if truth[address]} | unsure
    silent = [a for channel, a in who.writers if f"{channel}:{a}" in heard and a not in answered]
    unheard = [a for channel, a in who.writers if f"{channel}:{a}" not in heard]
    if unheard:
        verdict.broken.append(f"{len(unheard)} wrote and were never heard")
    if silent:
        verdict.broken.append(f"{len(silent)} wrote and had no answer")
    _check(verdict, who, rows, arrived, truth, counted, int(unhandled or 0))
    return verdict


def _check(
    verdict: Verdict,
    who: Town,
    rows: dict[str, Status],
    arrived: dict[str, int],
    truth: dict[str, list[list[Any]]],
    counted: dict[str, int],
    unhandled: int,
) -> None:
    """Each promise, one sentence when it was broken."""
    lost = [a for a, status in rows.items() if status in (Status.SENT, Status.DELIVERED) and not arrived.get(a)]
    twice = [a for a, n in arrived.items() if n > 1 and rows.get(a) is not Status.UNKNOWN]
    open_ = [a for a, status in rows.items() if status in OPEN]
    crossed = [a for _c, a in who.stopped if truth.get(a)]
    total = sum(counted[name] for name in ("queued", "started", "sent", "failed", "unknown", "missed", "cancelled"))
    promises = {
        "said sent, never arrived": lost,
        "arrived twice outside the unknowns": twice,
        "left behind": open_,
        "without a delivery": [a for _c, a in who.members if a not in rows],
        "had stopped and received something": crossed,
    }
    for sentence, addresses in promises.items():
        if addresses:
            verdict.broken.append(f"{len(addresses)} {sentence}")
    if total != counted["total"]:
        verdict.broken.append(f"counts do not add up: {counted}")
    if unhandled:
        verdict.broken.append(f"{unhandled} messages not handled")
    if verdict.unknown > verdict.ambiguous + verdict.kills * RATE:
        verdict.broken.append(f"{verdict.unknown} unknown for {verdict.ambiguous} ambiguous answers")
