"""Five hundred connections whose requests are never finished, for a minute: does /health answer, how long is the log?

python -m benchmarks.half_open --connections 500 --seconds 60
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import statistics
import tempfile
import time
from pathlib import Path

import aiohttp

from benchmarks.chaos.program import Installation
from benchmarks.chaos.providers import Simulator
from benchmarks.harness import machine, table
from db.schema import upgrade

HEAD = b"POST /sms/inbound HTTP/1.1\r\nHost: x\r\nContent-Le"
BODY = b"POST /sms/inbound HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\nFrom=%2B1819"
# (what is sent at once, what trickles after it)
WAYS = ((b"", b""), (HEAD, b"n"), (BODY, b"5"))
TRICKLE = 2.0  # seconds between two letters


async def unfinished(port: int, way: tuple[bytes, bytes], until: float) -> None:
    """One that comes back each time it is shown the door."""
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(way[0])
            while time.monotonic() < until and not writer.is_closing():
                await asyncio.sleep(TRICKLE)
                writer.write(way[1])
                await writer.drain()
        await asyncio.sleep(0.1)


async def asked(port: int, until: float) -> list[float | None]:
    """Milliseconds of each /health, one a second; None of one that was not answered well."""
    took: list[float | None] = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True)) as session:
        while time.monotonic() < until:
            began = time.monotonic()
            took.append(None)
            with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                async with asyncio.timeout(10), session.get(f"http://127.0.0.1:{port}/health") as answer:
                    if answer.status == 200:
                        took[-1] = (time.monotonic() - began) * 1000
            await asyncio.sleep(max(0.0, began + 1.0 - time.monotonic()))
    return took


async def besieged(port: int, connections: int, seconds: float) -> list[float | None]:
    until = time.monotonic() + seconds
    async with asyncio.TaskGroup() as group:
        for number in range(connections):
            group.create_task(unfinished(port, WAYS[number % len(WAYS)], until))
        asking = group.create_task(asked(port, until))
    return asking.result()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--connections", type=int, default=500)
    options.add_argument("--seconds", type=float, default=60.0)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        url = f"sqlite+aiosqlite:///{Path(name) / 'portevoix.sqlite3'}"
        asyncio.run(upgrade(url))
        simulator = Simulator(1, "")
        program = Installation(Path(name), simulator, {"run": url}, rate=30, more={})
        try:
            program.start()
            log = program.processes["run"].log
            before = len(log.read_text().splitlines())
            took = asyncio.run(besieged(program.port, given.connections, given.seconds))
            lines = len(log.read_text().splitlines()) - before
        finally:
            program.kill()
            simulator.stop()
    well = [ms for ms in took if ms is not None]
    rows: list[list[object]] = [
        ["/health answered, one a second", f"{len(well)} of {len(took)}", "all"],
        ["its answer, ms: median", statistics.median(well), ""],
        ["longest", max(well), ""],
        ["lines of log", lines, "under 100"],
    ]
    title = f"{given.connections} requests that are never finished, {given.seconds:.0f} s ({machine()})"
    table(title, rows, ["what", "measured", "to reach"])


if __name__ == "__main__":
    main()
