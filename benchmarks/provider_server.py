"""A provider played by an aiohttp server: Telegram's sendMessage and Twilio's Messages, counted and perhaps limited.

In its own process. `GET /stats` gives what
came: {"count", "distinct", "most", "refused", "busiest_second"}; `GET /reset` forgets it.

    python -m benchmarks.provider_server --port 0 --delay 0.02 --limit 30
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from collections import Counter, deque
from urllib.parse import parse_qs

from aiohttp import web


class Account:
    """What came, and when. `limit`: accepted messages in any second; `pause_at`: the message that meets a 429."""

    def __init__(self, delay: float, limit: int, retry_after: int, pause_at: int) -> None:
        self.delay, self.limit, self.retry_after, self.pause_at = delay, limit, retry_after, pause_at
        self.forget()

    def forget(self) -> None:
        self.seen: Counter[bytes] = Counter()
        self.count = self.refused = self.busiest = 0
        self.recent: deque[float] = deque()
        self.paused_until = 0.0
        self.first = self.last = 0.0
        self.at: dict[bytes, float] = {}
        self.requests = 0

    def refuse(self) -> int:
        """Seconds to wait, or 0 when the message is accepted. A second is any second."""
        now = time.monotonic()
        self.requests += 1
        if self.pause_at and self.requests == self.pause_at:
            self.paused_until = now + self.retry_after
        while self.recent and self.recent[0] <= now - 1.0:
            self.recent.popleft()
        if now < self.paused_until:
            return max(1, round(self.paused_until - now))
        if self.limit and len(self.recent) >= self.limit:
            return 1
        self.recent.append(now)
        self.busiest = max(self.busiest, len(self.recent))
        return 0

    def answer(self, path: str, body: bytes) -> tuple[int, bytes]:
        if path.endswith("/getMe"):
            return 200, b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"b","username":"b"}}'
        if wait := self.refuse():
            self.refused += 1
            said = json.dumps(
                {"ok": False, "error_code": 429, "code": 20429, "status": 429, "description": "Too Many Requests",
                 "parameters": {"retry_after": wait}}
            ).encode()  # fmt: skip
            return 429, said
        now = time.monotonic()
        self.first = self.first or now
        self.last = now
        self.count += 1
        self.seen[body] += 1
        self.at[body] = time.time()
        if path.endswith("/Messages.json"):
            said = b'{"sid":"SM%032d","status":"queued","num_segments":"1"}' % self.count
            return 201, said
        said = b'{"ok":true,"result":{"message_id":%d,"date":1,"chat":{"id":1,"type":"private"}}}' % self.count
        return 200, said

    def stats(self) -> bytes:
        return json.dumps(
            {
                "count": self.count,
                "distinct": len(self.seen),
                "most": max(self.seen.values(), default=0),
                "twice": sorted(_text(body) for body, times in self.seen.items() if times > 1),
                "refused": self.refused,
                "busiest_second": self.busiest,
                "seconds": self.last - self.first,
            }
        ).encode()

    def arrivals(self) -> bytes:
        return json.dumps({_text(body): at for body, at in self.at.items()}).encode()


def _text(body: bytes) -> str:
    form = parse_qs(body.decode())
    return (form.get("text") or form.get("Body") or [""])[0]


def application(account: Account) -> web.Application:
    async def message(request: web.Request) -> web.Response:
        status, said = account.answer(request.path, await request.read())
        if account.delay:
            await asyncio.sleep(account.delay)
        return web.Response(body=said, status=status, content_type="application/json")

    async def asked(request: web.Request) -> web.Response:
        if request.path == "/reset":
            account.forget()
        said = account.arrivals() if request.path == "/arrivals" else account.stats()
        return web.Response(body=said, content_type="application/json")

    app = web.Application()
    app.router.add_post("/{path:.*}", message)
    app.router.add_get("/{path:.*}", asked)
    return app


async def serve(account: Account, port: int) -> None:
    runner = web.AppRunner(application(account), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port, backlog=1024)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--delay", type=float, default=0.0)
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--retry-after", type=int, default=5)
    options.add_argument("--pause-at", type=int, default=0)
    given = options.parse_args()
    asyncio.run(serve(Account(given.delay, given.limit, given.retry_after, given.pause_at), given.port))
