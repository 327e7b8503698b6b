"""`portevoix` as a process: started, killed, asked for exports, with nothing but an environment and a folder."""

from __future__ import annotations

import asyncio
import csv
import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import aiohttp

from tests.outside.telegram_server import TOKEN, BotApi
from tests.outside.twilio_server import ACCOUNT, AUTH_TOKEN, NUMBER, TwilioApi
from tests.support.shell import copied

PATIENCE = 40.0  # seconds for a start, on a machine that does other things too


class Program:
    """One installation in `folder`. `run()` starts it, `kill()` is kill -9, `shell(...)` is one command."""

    def __init__(self, folder: Path, telegram: BotApi, twilio: TwilioApi, **more: str) -> None:
        self.folder = folder
        self.port = _free_port()
        twilio.program = self.url
        self.env = {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PYTHONUNBUFFERED": "1",
            "DATABASE_URL": f"sqlite:///{folder / 'outside.sqlite3'}",
            "MEDIA_FOLDER": str(folder / "media"),
            "HTTP_PORT": str(self.port),
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": telegram.url,
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
            "TWILIO_FROM": NUMBER,
            "TWILIO_API_BASE_URL": twilio.url,
            "ORGANISATION_NAME": "Alliance de la Vallée-des-Rives",
            "CONTACT_NAME": "Maude",
            "CONTACT_PHONE": "+18195550142",
            "QUIET_HOURS": "none",
            "SMS_RATE": "500",
            "TELEGRAM_CHAT_RATE": "500",
            "TELEGRAM_RATE": "500",
            **more,
        }
        self.process: asyncio.subprocess.Process | None = None
        self.log = folder / "run.log"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def run(self) -> None:
        """Start `portevoix run` and wait until it answers."""
        self.process = await self._start("run")
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while not await _healthy(session, self.url):
                if self.process.returncode is not None:
                    raise AssertionError(f"run ended with {self.process.returncode}:\n{self.said()}")
                await asyncio.sleep(0.05)

    def said(self) -> str:
        return self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""

    async def kill(self) -> None:
        """kill -9."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    async def stop(self) -> int:
        """Ctrl-C; the exit code."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)
        return await self.process.wait()

    async def shell(self, *words: str) -> tuple[int, str, str]:
        """(exit code, what it said, its complaints) of `portevoix <words>`."""
        answer = await asyncio.to_thread(copied, self.folder, words, self.env)
        return answer.code, answer.out, answer.err

    async def done(self, *words: str) -> dict[str, Any]:
        """What a command that must succeed says with --json."""
        code, said, complained = await self.shell(*words, "--json")
        assert code == 0, f"{words}: {said}{complained}"
        found: dict[str, Any] = json.loads(said.strip().splitlines()[-1])
        return found

    async def export(self, kind: str) -> list[dict[str, str]]:
        """The rows of `portevoix export <kind>`, as its CSV has them."""
        out = self.folder / f"{kind}.csv"
        code, said, complained = await self.shell("export", kind, "--to", str(out))
        assert code == 0, f"export {kind}: {said}{complained}"
        with out.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    async def _start(self, *words: str) -> asyncio.subprocess.Process:
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", *words), env=self.env, cwd=self.folder, stdout=log, stderr=log
            )


async def _healthy(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(f"{url}/health") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
