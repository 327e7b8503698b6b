"""`make chaos`: rounds of broken providers and killed programs. `ARGS="--rounds 10 --people 100 --seed 1"`.

It stops at `--minutes`, whatever is left, and says how many rounds were played. Exits 1 when a promise was broken.
"""

from __future__ import annotations

import argparse
import sys
import time

from benchmarks.chaos.round import Verdict, one_round


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--people", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--minutes", type=float, default=60.0)
    options.add_argument("--patience", type=float, default=90.0, help="seconds a round may take to settle")
    given = options.parse_args()
    end = time.monotonic() + given.minutes * 60
    verdicts: list[Verdict] = []
    for number in range(given.rounds):
        if time.monotonic() > end:
            break
        verdict = one_round(given.seed + number, given.people, given.patience)
        verdicts.append(verdict)
        print(line(verdict), flush=True)
    print(total(verdicts, given.rounds, given.people))
    sys.exit(1 if any(v.broken for v in verdicts) else 0)


def line(verdict: Verdict) -> str:
    said = "; ".join(verdict.broken) or "kept"
    return (
        f"round {verdict.seed}: {said} ({verdict.kills} kills, {verdict.ambiguous} ambiguous answers, "
        f"{verdict.unknown} unknown, {verdict.seconds:.0f} s)"
    )


def total(verdicts: list[Verdict], wanted: int, people: int) -> str:
    broken = sum(1 for v in verdicts if v.broken)
    return (
        f"{len(verdicts)} rounds of {wanted}, {people} people each: {broken} with a promise broken, "
        f"{sum(v.kills for v in verdicts)} kills, {sum(v.unknown for v in verdicts)} unknown, "
        f"{sum(v.ambiguous for v in verdicts)} ambiguous answers"
    )


if __name__ == "__main__":
    main()
