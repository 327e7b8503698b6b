"""One round: providers that fail by a seed, misfortunes that strike the program, people who write meanwhile; then the
accounts."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.chaos.disk import small_disk
from benchmarks.chaos.evidence import keep_logs, keep_tables, where_kept
from benchmarks.chaos.judge import Account, account, ambiguous, judge, unknown
from benchmarks.chaos.misfortunes import FIRST, Misfortune, misfortunes, provider_faults
from benchmarks.chaos.program import STARTS_WITHIN
from benchmarks.chaos.providers import Simulator
from benchmarks.chaos.stage import Kind, Stage, our_postgres, postgres_stage, sqlite_stage
from benchmarks.chaos.town import ASKED, STOP, Address, Town, settle_in, town
from benchmarks.chaos.wall_clock import WallClock, wall_clock
from benchmarks.chaos.watch import Watch
from db.schema import upgrade
from db.session import Database
from tests.support.postgres import OwnPostgresServer

RATES = (30.0, 60.0, 200.0)  # messages a second on each account: at the limit for long, or for a moment
AHEAD = 1.0  # seconds of work that a worker may have started: what a kill leaves unknown at most
TAKEN_OVER = 8.0  # seconds of silence after which a worker is thought dead
# The code of a process that could not start: its database is away, or full. It is started again. 120: its log is full.
NOT_NOW = (5, 120)
WRITES_APART = 0.3  # seconds between two words of one person


@dataclass(frozen=True, slots=True)
class Tools:
    """What several rounds share. Each is None where it cannot be had here."""

    server: OwnPostgresServer | None
    clock: WallClock | None


@contextlib.contextmanager
def tools(kinds: tuple[Kind, ...]) -> Iterator[Tools]:
    with wall_clock() as clock:
        if "postgresql" not in kinds:
            yield Tools(None, clock)
            return
        with our_postgres(clock) as server:
            yield Tools(server, clock)


@dataclass(slots=True)
class Verdict:
    """What a round showed. `broken` holds one sentence per promise that was not kept; `befell` what went wrong."""

    seed: int
    kind: Kind
    befell: list[str]
    ambiguous: int
    unknown: int
    busiest: int
    rate: float
    looks: int
    seconds: float
    broken: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Played:
    """What happened, as it is known to the one who made it happen."""

    befell: list[str] = field(default_factory=list)
    allowed_unknown: int = 0
    hours_lost: bool = False  # the clock was moved, or a transaction may have waited for its database


def one_round(
    seed: int, people: int, patience: float, kind: Kind, shared: Tools, only: tuple[str, ...] = ()
) -> Verdict:
    """Play a round and judge it. `only`: these misfortunes, whatever the seed says."""
    began = time.monotonic()
    dice = random.Random(seed)
    who, rate = town(people), dice.choice(RATES)
    simulator = Simulator(seed, provider_faults(dice))
    last = FIRST + 2.0 + people / 2 / rate  # the broadcast leaves within a tick or two, and lasts so long
    plan = [one for one in misfortunes(dice, kind, last, only) if one.what != "clock" or shared.clock is not None]
    try:
        with contextlib.ExitStack() as stack:
            stage = _stage(stack, kind, simulator, rate, shared, [one.what for one in plan])
            verdict = asyncio.run(_play(stage, who, plan, dice, rate, patience, seed))
            if verdict.broken:
                keep_logs(stage, where_kept(stage, seed))
    finally:
        simulator.stop()
        if shared.clock is not None:
            shared.clock.move_to(0)
    verdict.seconds = time.monotonic() - began
    return verdict


def _stage(
    stack: contextlib.ExitStack, kind: Kind, simulator: Simulator, rate: float, shared: Tools, whats: list[str]
) -> Stage:
    clock = shared.clock if "clock" in whats else None
    if kind == "postgresql":
        assert shared.server is not None
        return stack.enter_context(postgres_stage(simulator, rate, shared.server, clock))
    disk = stack.enter_context(small_disk()) if "disk" in whats else None
    return stack.enter_context(sqlite_stage(simulator, rate, disk, clock))


async def _play(
    stage: Stage, who: Town, plan: list[Misfortune], dice: random.Random, rate: float, patience: float, seed: int
) -> Verdict:
    await upgrade(stage.url)
    database = Database(stage.url)
    try:
        broadcast_id = await settle_in(database, who, dt.datetime.now(dt.UTC))
        await asyncio.to_thread(stage.installation.start)
        stage.simulator.ask("sms/setup", sms_url=f"http://127.0.0.1:{stage.installation.port}/sms/inbound#rc=5&rp=all")
        watch = Watch(stage, database, broadcast_id, who)
        async with asyncio.timeout(STARTS_WITHIN):
            while not await watch.all_at_work():  # noqa: ASYNC110 (they are other processes)
                await asyncio.sleep(0.05)
        played = await _go_on(stage, watch, plan, dice, rate, patience)
        ended = await asyncio.to_thread(stage.installation.stop)
        kept = await _account(stage, database, watch, played, rate)
        broken = judge(kept)
        if broken:
            await keep_tables(database, where_kept(stage, seed))
    finally:
        await database.close()
    broken += [f"{name} ended with {code}" for name, code in ended.items() if code not in (0, -15)]
    for name, process in stage.installation.processes.items():
        died = [(code, age) for code, age in process.ended if code not in NOT_NOW]
        broken += [f"{name} ended by itself with {code} after {age:.0f} s" for code, age in died]
    busiest = max(int(kept.summary[channel]["busiest_second"]) for channel in ("telegram", "sms"))
    return Verdict(
        seed, stage.kind, played.befell, ambiguous(kept), unknown(kept), busiest, rate, watch.looks, 0.0, broken
    )


async def _account(stage: Stage, database: Database, watch: Watch, played: Played, rate: float) -> Account:
    truth = stage.simulator.ask("truth", channel="telegram") | stage.simulator.ask("truth", channel="sms")
    summary = stage.simulator.ask("counters")
    return await account(
        database,
        watch,
        truth,
        summary,
        allowed_unknown=played.allowed_unknown,
        rate=rate,
        slowest=stage.simulator.slowest,
        hours_mean_something=not played.hours_lost,
    )


async def _go_on(
    stage: Stage, watch: Watch, plan: list[Misfortune], dice: random.Random, rate: float, patience: float
) -> Played:
    """Everything at its time, until all is settled or patience ends."""
    played = Played()
    began = time.monotonic()
    watching = asyncio.create_task(watch.run())
    last = max((one.at for one in plan), default=FIRST)
    beside = [asyncio.create_task(_misfortune(stage, watch, one, began, played, rate)) for one in plan]
    beside += [asyncio.create_task(_writes(stage, *one)) for one in _writings(watch.who, dice, last)]
    try:
        while time.monotonic() < began + patience:
            await asyncio.sleep(0.2)
            for task in beside:
                if task.done():
                    task.result()
            stage.installation.look()
            if all(task.done() for task in beside) and await watch.settled():
                break
    finally:
        for task in (*beside, watching):
            task.cancel()
        await asyncio.gather(*beside, watching, return_exceptions=True)
    return played


def _writings(who: Town, dice: random.Random, last: float) -> list[tuple[float, Address, tuple[str, ...]]]:
    stops: list[tuple[Address, tuple[str, ...]]] = [(one, (STOP,)) for one in who.stopping]
    asks: list[tuple[Address, tuple[str, ...]]] = [(one, ASKED) for one in who.writers]
    return [(dice.uniform(FIRST, last), address, words) for address, words in (*stops, *asks)]


async def _writes(stage: Stage, at: float, address: Address, words: tuple[str, ...]) -> None:
    await asyncio.sleep(at)
    for one in words:
        await asyncio.to_thread(stage.simulator.write, *address, one)
        await asyncio.sleep(WRITES_APART)


async def _misfortune(stage: Stage, watch: Watch, one: Misfortune, began: float, played: Played, rate: float) -> None:
    await asyncio.sleep(max(0.0, began + one.at - time.monotonic()))
    if one.what == "disk" and stage.disk is None:
        return  # said already, loudly
    started = await stage.begin(one, watch.database)
    if one.what == "kill" or one.lasts > TAKEN_OVER:
        played.allowed_unknown += started if started >= 0 else 2 * round(rate * AHEAD)
    played.hours_lost = played.hours_lost or one.what in ("clock", "restart", "cut", "disk")
    played.befell.append(" ".join(part for part in (one.what, one.how, one.whom) if part))
    if one.what == "disk":
        await asyncio.sleep(one.lasts / 2)
        if await watch.look_at_full_disk():
            played.befell.append("disk said")
    await asyncio.sleep(max(0.0, began + one.at + one.lasts - time.monotonic()))
    await stage.end(one)
