"""`make bench`: every benchmark, one after the other, each in its own process.

`ARGS="drain start"` chooses; `--quick` takes a few pairs of a few thousand, to see that they run.
"""

from __future__ import annotations

import subprocess
import sys

ALL: dict[str, list[str]] = {
    "start": [],
    "cost": [],
    "understand": [],
    "sentences": [],
    "webhook": [],
    "hurry": [],
    "hostile": [],
    "half_open": [],
    "list_import": [],
    "yearly_report": [],
    "pages": [],
    "outbox_drain": [],
    "outbox_idle": [],
    "outbox_sampling": [],
    "outbox_peers": [],
    "outbox_workers": [],
    "outbox_rate": [],
    "outbox_fanout": [],
    "outbox_cost": [],
    "outbox_reply": [],
    "outbox_kill": [],
    "outbox_engine": [],
}
QUICK: dict[str, list[str]] = {
    "start": ["--runs", "2"],
    "cost": ["--texts", "40", "--ticks", "20", "--seconds", "10", "--starts", "1"],
    "webhook": ["--pairs", "1", "--seconds", "3"],
    "hurry": ["--strangers", "200", "--cries", "2"],
    "hostile": ["--few"],
    "half_open": ["--connections", "100", "--seconds", "15"],
    "list_import": ["--lines", "2000"],
    "yearly_report": ["--years", "2", "--people", "500", "--meetings", "40"],
    "pages": ["--people", "500", "--meetings", "20", "--claims", "200", "--deliveries", "10000", "--times", "5"],
    "outbox_drain": ["--n", "3000", "--pairs", "2"],
    "outbox_idle": ["--n", "3000", "--pairs", "1"],
    "outbox_sampling": ["--n", "3000"],
    "outbox_peers": ["--n", "1000", "--pairs", "1"],
    "outbox_workers": ["--n", "3000", "--pairs", "1"],
    "outbox_rate": ["--n", "300"],
    "outbox_fanout": ["--n", "20000", "--pairs", "2"],
    "outbox_cost": ["--many", "20000", "--history", "50000", "--waiting", "2000", "--pairs", "1"],
    "outbox_reply": ["--n", "3000", "--replies", "20"],
    "outbox_kill": ["--n", "120", "--rounds", "1"],
    "outbox_engine": ["--n", "2000", "--pairs", "1", "--replies", "10"],
}


def main() -> None:
    quick = "--quick" in sys.argv
    wanted = [name for name in sys.argv[1:] if not name.startswith("-")]
    failed = []
    for name, options in ALL.items():
        if wanted and not any(word in name for word in wanted):
            continue
        given = QUICK.get(name, []) if quick else options
        ended = subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *given], check=False)
        if ended.returncode:
            failed.append(name)
    if failed:
        sys.exit(f"did not run: {', '.join(failed)}")


if __name__ == "__main__":
    main()
