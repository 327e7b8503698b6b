"""`portevoix people import` of 20,000 lines: how long, and how much more memory than a command that reads nothing.

python -m benchmarks.list_import --lines 20000
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.harness import machine, table

AREAS = (418, 450, 514, 581, 819)
PROGRAM = "from bot.cli import main; main()"


def written(lines: int) -> str:
    """A list as a membership database gives it."""
    numbers = ((area, exchange, line) for line in range(100) for area in AREAS for exchange in range(212, 999))
    people = (
        f"Tremblay{n};Rose;{area} {exchange}-{line:04d};Logement;Vieux-Moulin;membre;formulaire papier 2026-03-02\n"
        for n, (area, exchange, line) in enumerate(itertools.islice(numbers, lines))
    )
    return "Nom;Prénom;Cellulaire;Table;MRC;Rôle;Consentement\n" + "".join(people)


def run(folder: Path, *words: str) -> tuple[float, float]:
    """(seconds, megabytes at the most) of one command, its children included."""
    url = f"sqlite:///{folder / 'portevoix.sqlite3'}"
    environment = {**os.environ, "DATABASE_URL": url, "CONTACT_NAME": "Maude", "TELEGRAM_TOKEN": ""}
    began = time.monotonic()
    command = [sys.executable, "-c", PROGRAM, *words]
    with subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.DEVNULL) as process:
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words[:2])} ended with {process.returncode}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lines", type=int, default=20_000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="portevoix-") as name:
        folder = Path(name)
        file = folder / "people.csv"
        file.write_text(written(given.lines), encoding="utf-8")
        run(folder, "people", "add", "--role", "coordinator", "--name", "Maude")
        _seconds, nothing = run(folder, "people", "list")
        first = run(folder, "people", "import", str(file), "--yes")
        again = run(folder, "people", "import", str(file), "--yes")
    rows = [
        ["first time, s", first[0], 20],
        ["second time, nothing to change, s", again[0], 20],
        ["memory more than `people list`, MB", max(first[1], again[1]) - nothing, 150],
    ]
    table(f"a list of {given.lines} people ({machine()})", rows, ["what", "measured", "at most"])


if __name__ == "__main__":
    main()
