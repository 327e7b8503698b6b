"""What measures the program runs: every benchmark is in the list of `make bench`, and its shortest form ends well."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.__main__ import ALL, QUICK
from benchmarks.sentences import CASES, READERS
from tests.support.sources import ROOT

# Beside the benchmarks: what they share, and the processes that they start.
PARTS = {"__main__", "celery_tasks", "outbox_worker", "provider_server"}
# Those of the outbox take minutes together (`make bench ARGS="--quick outbox"`): their imports alone are tried here.
RUN = [name for name in ALL if not name.startswith("outbox_")]
WITHIN_SECONDS = 300


def run_in_quick(name: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", f"benchmarks.{name}", *QUICK.get(name, [])]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=WITHIN_SECONDS, check=False)


def test_make_bench_runs_every_benchmark() -> None:
    files = (ROOT / "benchmarks").glob("*.py")
    run = {file.stem for file in files if '__name__ == "__main__"' in file.read_text(encoding="utf-8")}
    assert run - PARTS == set(ALL)
    assert set(QUICK) <= set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_every_benchmark_can_be_imported(name: str) -> None:
    __import__(f"benchmarks.{name}")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("case", CASES)
def test_every_reader_that_is_measured_reads_every_case(reader: str, case: str) -> None:
    READERS[reader](CASES[case].replace("{n}", "a"))


@pytest.mark.long
@pytest.mark.parametrize("name", RUN)
def test_the_shortest_form_of_a_benchmark_comes_to_an_end(name: str) -> None:
    done = run_in_quick(name)
    assert done.returncode == 0, done.stderr
