"""What a supervisor sees of the process: it works, or it says why not and ends. It is never in between."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sqlite3
import time
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web

from tests.outside.program import Program
from tests.outside.telegram_server import BotApi
from tests.outside.twilio_server import NUMBER, TwilioApi

ROSE, LUC = "+18195550123", "+18195550124"
END = 30.0  # seconds, from the moment it should end
PATIENCE = 60.0
FAULT = 6


class Unwell(TwilioApi):
    """A Twilio that answers some phones as the test says: once, or always."""

    def __init__(self) -> None:
        super().__init__()
        self.once: dict[str, web.Response] = {}
        self.silent: set[str] = set()
        self.asked: list[str] = []

    async def _create(self, request: web.Request) -> web.Response:
        to = str((await request.post())["To"])
        self.asked.append(to)
        if to in self.silent:
            await asyncio.sleep(3600)
        return self.once.pop(to, None) or await super()._create(request)


@pytest_asyncio.fixture
async def twilio() -> AsyncIterator[Unwell]:
    server = Unwell()
    await server.start()
    yield server
    await server.stop()


@pytest_asyncio.fixture
async def program(tmp_path: Path, twilio: Unwell) -> AsyncIterator[Program]:
    telegram = await BotApi().start()
    started = Program(tmp_path, telegram, twilio)
    await started.run()
    yield started
    await started.kill()
    await telegram.stop()


async def health(program: Program) -> tuple[int, str]:
    """(status, what it says); (0, "") when nobody answers."""
    limit = aiohttp.ClientTimeout(total=5)
    with contextlib.suppress(aiohttp.ClientError, TimeoutError):
        async with aiohttp.ClientSession(timeout=limit) as session, session.get(f"{program.url}/health") as answer:
            return answer.status, await answer.text()
    return 0, ""


async def reached(twilio: Unwell, phone: str, times: int = 1) -> None:
    async with asyncio.timeout(PATIENCE):
        while twilio.asked.count(phone) < times:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def ends(program: Program, number: signal.Signals | None) -> int:
    """The exit code, which must come in time."""
    assert program.process is not None
    if number is not None:
        program.process.send_signal(number)
    began = time.monotonic()
    code = await asyncio.wait_for(program.process.wait(), PATIENCE)
    assert time.monotonic() - began < END
    return code


@pytest.mark.parametrize("wait", ["999999999999", "²", "-1", "Fri, 31 Dec 9999 23:59:59 GMT"])
async def test_an_absurd_pause_stops_nobody_and_the_process_still_ends_when_told(
    program: Program, twilio: Unwell, wait: str
) -> None:
    twilio.once[ROSE] = web.Response(status=503, headers={"Retry-After": wait})
    assert await twilio.inbound(ROSE, "AIDE") == 200
    await reached(twilio, ROSE)
    assert await twilio.inbound(LUC, "AIDE") == 200
    await reached(twilio, LUC)
    status, said = await health(program)
    assert status == 200, said
    assert await ends(program, signal.SIGTERM) == 0


async def test_a_provider_that_says_nothing_does_not_keep_the_process_from_ending(
    program: Program, twilio: Unwell
) -> None:
    twilio.silent.add(ROSE)
    assert await twilio.inbound(ROSE, "AIDE") == 200
    await reached(twilio, ROSE)
    status, said = await health(program)
    assert status == 200, said
    assert await ends(program, signal.SIGTERM) == 0


async def test_a_part_that_fails_is_named_by_health_and_by_the_log_and_ends_the_process(
    program: Program, twilio: Unwell
) -> None:
    """A row whose hour is no hour: nothing can be read past it, and no restart would mend it without a word."""
    with contextlib.closing(sqlite3.connect(program.folder / "outside.sqlite3", timeout=30)) as file, file:
        columns = "kind, channel, status, body, queued_at, due_at, reason, priority, organisation_id, attempts"
        columns += ", expects_answer, any_hour, any_consent, sent_again, segments, cost"
        row = "'notice', 'sms', 'queued', 'x', 'yesterday', '2020-01-01 00:00:00.000000', '', 0, 1, 0, 0, 1, 1, 0, 0, 0"
        file.execute(f"INSERT INTO deliveries ({columns}) VALUES ({row})")
    said = ""
    async with asyncio.timeout(PATIENCE):
        while "outbox" not in said:
            status, said = await health(program)
            await asyncio.sleep(0.05)
    assert status == 503
    assert "ValueError" in said
    assert await twilio.inbound(LUC, "AIDE") == 200, "what comes meanwhile is kept"
    assert await ends(program, None) == FAULT
    assert "part=outbox" in program.said()
    assert "Traceback" not in program.said()
    assert NUMBER not in program.said()
