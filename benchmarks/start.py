"""From `portevoix run` to the first reply, and the memory it takes then.

python -m benchmarks.start --runs 5
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.chaos.program import Installation
from benchmarks.chaos.providers import Simulator
from benchmarks.harness import machine, table


def one() -> tuple[float, float]:
    """(seconds to the first reply, megabytes resident)."""
    from db.schema import upgrade

    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'portevoix.sqlite3'}"
        asyncio.run(upgrade(url))
        simulator = Simulator(1, "")
        simulator.ask("telegram/write", user_id=42, text="JOINDRE")
        program = Installation(folder, simulator, {"run": url}, rate=30, more={})
        began = time.monotonic()
        program.processes["run"].start()
        try:
            while not simulator.ask("counters")["telegram"]["total"]:
                time.sleep(0.02)
            seconds = time.monotonic() - began
            return seconds, memory(program.processes["run"].pid)
        finally:
            program.kill()
            simulator.stop()


def memory(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    runs = [one() for _ in range(given.runs)]
    rows = [
        ["first reply, s", statistics.median(r[0] for r in runs), 2],
        ["memory, MB", statistics.median(r[1] for r in runs), 150],
    ]
    table(f"from `portevoix run` ({machine()})", rows, ["what", "median", "reach"])


if __name__ == "__main__":
    main()
