"""Porte-voix as the processes that people run, killed and started again."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.chaos.providers import Simulator

STARTS_WITHIN = 120.0  # seconds, on a machine that does other things too
STOPS_WITHIN = 60.0


@dataclass(slots=True)
class Process:
    """One `portevoix <part>`."""

    part: str
    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    ended: list[tuple[int, float]] = field(default_factory=list)  # those that ended by themselves: code, age in seconds
    _began: float = 0.0
    _expected: bool = False  # to end: we kill it

    def start(self) -> None:
        self._began, self._expected = time.monotonic(), False
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "bot", self.part]
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, cwd=Path.cwd())

    @property
    def pid(self) -> int:
        return self.process.pid if self.process is not None else 0

    def kill(self) -> None:
        """kill -9. It is for whoever kills it to start it again."""
        if self.process is not None:
            self._expected = True
            self.process.kill()
            self.process.wait()

    def look(self) -> None:
        """Start again what ended by itself, as a service manager does, and remember it."""
        if self.process is not None and not self._expected and self.process.poll() is not None:
            self.ended.append((self.process.returncode, time.monotonic() - self._began))
            self.start()

    def stop(self) -> int:
        """SIGTERM; the exit code, -9 when it did not end."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()
            return -9


class Installation:
    """The processes of one installation. `urls` gives each part's name its database: "worker-1" is a `worker`."""

    def __init__(
        self,
        folder: Path,
        simulator: Simulator,
        urls: Mapping[str, str],
        rate: float,
        more: Mapping[str, str],
        logs: Path | None = None,
    ) -> None:
        self.port = free_port()
        self.folder = folder
        common = {
            "PATH": os.environ["PATH"],
            **simulator.where["settings"],
            "HTTP_PORT": str(self.port),
            "QUIET_HOURS": "none",
            "TELEGRAM_RATE": str(rate),
            "TELEGRAM_CHAT_RATE": "20",
            "SMS_RATE": str(rate),
            "PROVIDER_TIMEOUT": "8",
            "ERROR_THRESHOLD": "1",
            "ORGANISATION_NAME": "Alliance de la Vallée-des-Rives",
            "CONTACT_NAME": "Maude",
            "CONTACT_PHONE": "+18195550142",
            "MEDIA_FOLDER": str(folder / "media"),
            "LOG_FORMAT": "json",
            **more,
        }
        self.processes = {
            name: Process(name.partition("-")[0], {**common, "DATABASE_URL": url}, (logs or folder) / f"{name}.log")
            for name, url in urls.items()
        }

    def start(self) -> None:
        """Start, and wait for the web door: what was texted before the very first start is not ours to answer."""
        for process in self.processes.values():
            process.start()
        deadline = time.monotonic() + STARTS_WITHIN
        while self.health()[0] != 200:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the program did not start: {self.last_words()}")
            time.sleep(0.1)

    def health(self) -> tuple[int, str]:
        """What /health answers: status and words; (0, "") when nobody answers."""
        url = f"http://127.0.0.1:{self.port}/health"
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                return 200, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read().decode()
        except OSError:
            return 0, ""

    def doctor(self, name: str) -> set[str]:
        """What the doctor finds wrong, by the names of its findings, in the environment of that process."""
        process = self.processes[name]
        command = [sys.executable, "-m", "bot", "doctor", "--json"]
        done = subprocess.run(command, env=process.environment, capture_output=True, text=True)
        with contextlib.suppress(ValueError, KeyError):
            found = json.loads(done.stdout.strip().splitlines()[-1])
            return {one["id"] for one in found["findings"] if not one["well"]}
        return set()

    def last_words(self) -> dict[str, str]:
        """The end of each log."""
        return {name: process.log.read_text(errors="replace")[-600:] for name, process in self.processes.items()}

    def look(self) -> None:
        for process in self.processes.values():
            process.look()

    def stop(self) -> dict[str, int]:
        """Each process's exit code, all asked at once."""
        for process in self.processes.values():
            with contextlib.suppress(ProcessLookupError):
                assert process.process is not None
                process.process.send_signal(signal.SIGTERM)
        return {name: process.stop() for name, process in self.processes.items()}

    def kill(self) -> None:
        for process in self.processes.values():
            process.kill()


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
