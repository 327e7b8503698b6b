"""How long a webhook takes to answer at 300 messages a second, handling on, against an empty route that inserts a row.

python -m benchmarks.webhook --rate 300 --seconds 8 --pairs 5
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

from benchmarks.chaos.program import Installation, free_port
from benchmarks.chaos.providers import Simulator
from benchmarks.harness import machine, table
from bot.web.signatures import twilio_signature

RATE = 400  # of the providers: this is about what comes in

EMPTY = """
import sqlite3, sys, threading, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.concurrency import run_in_threadpool
db = sqlite3.connect(sys.argv[1], check_same_thread=False, isolation_level=None)
db.execute("PRAGMA journal_mode=WAL"); db.execute("PRAGMA synchronous=FULL")
db.execute("CREATE TABLE incoming (id INTEGER PRIMARY KEY, sid TEXT UNIQUE, body TEXT)")
lock = threading.Lock()
def insert(body):
    with lock:
        db.execute("INSERT INTO incoming (sid, body) VALUES (hex(randomblob(16)), ?)", (body,))
async def inbound(request):
    body = (await request.body()).decode()
    await run_in_threadpool(insert, body)
    return Response("<Response/>", media_type="text/xml")
routes = [Route("/sms/inbound", inbound, methods=["POST"])]
uvicorn.run(Starlette(routes=routes), port=int(sys.argv[2]), log_level="error")
"""


async def post(url: str, public: str, rate: int, seconds: float, token: str, account: str) -> tuple[float, float]:
    """Signed messages at an even rate: (median, 99th percentile) of the answer, in milliseconds."""
    times: list[float] = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=200)) as session:

        async def one(number: int) -> None:
            form = {
                "MessageSid": f"SM{time.monotonic_ns():032x}",
                "AccountSid": account,
                "From": f"+1819{number % 5000:07}",
                "To": "+18195550100",
                "Body": "AIDE",
                "NumMedia": "0",
            }
            headers = {"X-Twilio-Signature": twilio_signature(token, public, list(form.items()))}
            began = time.perf_counter()
            async with session.post(url, data=form, headers=headers) as answer:
                await answer.read()
                assert answer.status == 200, answer.status
            times.append((time.perf_counter() - began) * 1000)

        tasks, began = [], time.perf_counter()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            tasks.append(asyncio.create_task(one(number)))
        await asyncio.gather(*tasks)
    ordered = sorted(times[len(times) // 10 :])
    return statistics.median(ordered), ordered[int(len(ordered) * 0.99)]


def ours(rate: int, seconds: float) -> tuple[float, float]:
    from db.schema import upgrade

    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'portevoix.sqlite3'}"
        asyncio.run(upgrade(url))
        simulator = Simulator(1, "")
        program = Installation(folder, simulator, {"run": url}, rate=RATE, more={})
        try:
            program.start()
            inbound = f"http://127.0.0.1:{program.port}/sms/inbound"
            settings = simulator.where["settings"]
            return asyncio.run(
                post(inbound, inbound, rate, seconds, settings["TWILIO_AUTH_TOKEN"], settings["TWILIO_ACCOUNT_SID"])
            )
        finally:
            program.kill()
            simulator.stop()


def empty(rate: int, seconds: float) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        folder = Path(name)
        port = free_port()
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY)
        server = subprocess.Popen([sys.executable, str(script), str(folder / "empty.sqlite3"), str(port)])
        try:
            time.sleep(2)
            url = f"http://127.0.0.1:{port}/sms/inbound"
            return asyncio.run(post(url, url, rate, seconds, "x", "AC1"))
        finally:
            server.kill()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rate", type=int, default=300)
    options.add_argument("--seconds", type=float, default=8.0)
    options.add_argument("--pairs", type=int, default=5)
    given = options.parse_args()
    pairs = [(ours(given.rate, given.seconds), empty(given.rate, given.seconds)) for _ in range(given.pairs)]
    middle = statistics.median(a[0] / b[0] for a, b in pairs)
    late = statistics.median(a[1] / b[1] for a, b in pairs)
    rows = [
        ["median", statistics.median(a[0] for a, _ in pairs), statistics.median(b[0] for _, b in pairs), middle, 2],
        [
            "99th percentile",
            statistics.median(a[1] for a, _ in pairs),
            statistics.median(b[1] for _, b in pairs),
            late,
            4,
        ],
    ]
    head = ["webhook answer, ms", "ours", "empty route", "ratio", "reach"]
    table(f"{given.rate} messages/s, handling on ({machine()})", rows, head)


if __name__ == "__main__":
    main()
