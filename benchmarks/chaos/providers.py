"""The simulated providers as a process of their own, and how late that process was at its worst."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
import urllib.request
from typing import Any

PROBE_EVERY = 0.05  # seconds


class Simulator:
    """Counts what each phone really received. `slowest` is the longest it kept us waiting, in seconds.

    While it is kept off the processor, requests gather at its door and are then counted together: what it says of the
    rate is worth no more than that.
    """

    def __init__(self, seed: int, faults: str) -> None:
        command = [sys.executable, "-m", "bot.simulator", "--open-doors", "--seed", str(seed), "--faults", faults]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.where: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.slowest = 0.0
        self._stopped = threading.Event()
        self._prober = threading.Thread(target=self._probe, daemon=True)
        self._prober.start()

    def ask(self, path: str, **given: Any) -> Any:
        data = json.dumps(given).encode() if given else None
        request = urllib.request.Request(f"{self.where['control']}/sim/{path}", data=data)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["result"]

    def write(self, channel: str, address: str, words: str) -> None:
        """Someone writes to the program."""
        if channel == "telegram":
            self.ask("telegram/write", user_id=int(address), text=words)
        else:
            self.ask("sms/text", phone=address, body=words)

    def stop(self) -> None:
        self._stopped.set()
        self.process.kill()
        self.process.wait()

    def _probe(self) -> None:
        while not self._stopped.wait(PROBE_EVERY):
            began = time.monotonic()
            with contextlib.suppress(OSError):
                self.ask("clock")
            self.slowest = max(self.slowest, time.monotonic() - began)
