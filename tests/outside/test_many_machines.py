"""The program split over machines, on PostgreSQL: a web door, two workers, a scheduler; each of them may go."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.outside.program import Program, _free_port, _healthy
from tests.outside.telegram_server import BotApi
from tests.outside.twilio_server import TwilioApi
from tests.outside.world import PATIENCE, World, close_world, noon_somewhere

SECRET = "a-secret-of-the-tests"
PARTS = ("web", "worker", "worker", "scheduler")


@dataclass
class Machine:
    """One `portevoix <part>`, whose counters are at `metrics`."""

    part: str
    metrics: str
    process: asyncio.subprocess.Process

    async def counted(self, name: str) -> float:
        headers = {"Authorization": f"Bearer {SECRET}"}
        async with (
            aiohttp.ClientSession(headers=headers) as session,
            session.get(f"{self.metrics}/metrics") as answer,
        ):
            families = text_string_to_metric_families(await answer.text())
        return sum(sample.value for family in families for sample in family.samples if sample.name == name)

    async def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return await self.process.wait()


class Town(World):
    """`machines` in the order of PARTS."""

    machines: list[Machine]


@pytest.fixture
async def town(tmp_path: Path, empty_postgres_url: str) -> AsyncIterator[Town]:
    telegram, twilio = await BotApi().start(), await TwilioApi().start()
    more = {"TIMEZONE": noon_somewhere(), "TELEGRAM_MODE": "webhook", "METRICS_TOKEN": SECRET}
    more |= {"TELEGRAM_WEBHOOK_SECRET": SECRET}
    program = Program(tmp_path, telegram, twilio, DATABASE_URL=empty_postgres_url, **more)
    world = Town(telegram, twilio, program)
    code, said, complained = await program.shell("migrate")
    assert code == 0, said + complained
    world.machines = [await start(program, part) for part in PARTS]
    try:
        yield world
    finally:
        for machine in world.machines:
            if machine.process.returncode is None:
                machine.process.kill()
        await close_world(world)


async def start(program: Program, part: str) -> Machine:
    metrics = program.port if part == "web" else _free_port()
    program.env["METRICS_PORT"] = str(metrics)
    machine = Machine(part, f"http://127.0.0.1:{metrics}", await program._start(part))
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
        while not await _healthy(session, machine.metrics):
            assert machine.process.returncode is None, program.said()
            await asyncio.sleep(0.05)
    return machine


async def test_a_text_reaches_a_worker_and_its_answer_leaves_though_one_of_the_workers_is_killed(town: Town) -> None:
    _web, first, second, _scheduler = town.machines
    phone = town.person("sms", "fr")
    await phone.join()
    await first.end(signal.SIGKILL)
    other = town.person("sms", "en")
    await other.join()
    assert await second.counted("portevoix_incoming_seconds_count") > 0, "each worker shows what it handled itself"
    assert await second.counted("portevoix_send_seconds_count") > 0


async def test_telegram_writes_to_the_web_door_with_the_secret_and_to_no_other(town: Town) -> None:
    person = town.person("telegram", "fr")
    update = {"update_id": 77, "message": {**town.telegram._head(int(person.address)), "text": "/start"}}
    async with aiohttp.ClientSession() as session:
        for secret, status in (("", 403), ("another", 403), (SECRET, 200), (SECRET, 200)):
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
            async with session.post(f"{town.program.url}/telegram", json=update, headers=headers) as answer:
                assert answer.status == status
    await person.expect("Alliance de la Vallee-des-Rives")
    await town.settled(0.5)
    assert len(person.received) == 1


async def test_told_to_stop_each_part_finishes_and_ends_well(town: Town) -> None:
    phone = town.person("sms", "fr")
    await phone.text("JOINDRE")
    codes = await asyncio.gather(*(machine.end(signal.SIGTERM) for machine in town.machines))
    assert codes == [0, 0, 0, 0], town.program.said()
    again = await start(town.program, "worker")
    town.machines.append(again)
    await phone.expect("Alliance de la Vallee-des-Rives")


async def test_everything_in_one_process_works_on_postgresql_too(tmp_path: Path, empty_postgres_url: str) -> None:
    telegram, twilio = await BotApi().start(), await TwilioApi().start()
    program = Program(tmp_path, telegram, twilio, TIMEZONE=noon_somewhere(), DATABASE_URL=empty_postgres_url)
    code, said, complained = await program.shell("migrate")
    assert code == 0, said + complained
    await program.run()
    world = World(telegram, twilio, program)
    try:
        await world.four()
        assert await program.stop() == 0, program.said()
    finally:
        await close_world(world)
