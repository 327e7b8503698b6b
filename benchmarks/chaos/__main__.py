"""`make chaos`: rounds of broken providers, killed processes, lost databases, full disks and wrong clocks.

`ARGS="--rounds 10 --people 100 --seed 1 --database postgresql --only cut,kill"`. It stops at `--minutes`, whatever is
left, and says how many rounds were played. Exits 1 when a promise was broken, and says where the logs of that round
are.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from typing import cast, get_args

from benchmarks.chaos.round import Verdict, one_round, tools
from benchmarks.chaos.stage import Kind


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=200)
    options.add_argument("--people", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--minutes", type=float, default=60.0)
    options.add_argument("--patience", type=float, default=150.0, help="seconds a round may take to settle")
    options.add_argument("--database", choices=(*get_args(Kind), "both"), default="both")
    options.add_argument("--only", default="", help="misfortunes, for instance kill,cut: all of these and no other")
    given = options.parse_args()
    kinds: tuple[Kind, ...] = get_args(Kind) if given.database == "both" else (cast(Kind, given.database),)
    only = tuple(filter(None, given.only.split(",")))
    end = time.monotonic() + given.minutes * 60
    verdicts: list[Verdict] = []
    with tools(kinds) as shared:
        for number in range(given.rounds):
            if time.monotonic() > end:
                break
            kind = kinds[number % len(kinds)]
            verdicts.append(one_round(given.seed + number, given.people, given.patience, kind, shared, only))
            print(line(verdicts[-1]), flush=True)
    print(total(verdicts, given.rounds, given.people))
    sys.exit(1 if any(v.broken for v in verdicts) else 0)


def line(verdict: Verdict) -> str:
    said = "BROKEN: " + "; ".join(verdict.broken) if verdict.broken else "kept"
    befell = ", ".join(verdict.befell) or "nothing"
    return (
        f"{verdict.kind} {verdict.seed}: {said} ({befell}; {verdict.ambiguous} ambiguous answers, "
        f"{verdict.unknown} unknown, {verdict.busiest} in the busiest second of {verdict.rate:.0f}, "
        f"{verdict.looks} looks, {verdict.seconds:.0f} s)"
    )


def total(verdicts: list[Verdict], wanted: int, people: int) -> str:
    broken = sum(1 for v in verdicts if v.broken)
    befell = Counter(what.split()[0] for v in verdicts for what in v.befell)
    struck = ", ".join(f"{number} {what}" for what, number in sorted(befell.items()))
    return (
        f"{len(verdicts)} rounds of {wanted}, {people} people each: {broken} with a promise broken; {struck}; "
        f"{sum(v.unknown for v in verdicts)} unknown, {sum(v.ambiguous for v in verdicts)} ambiguous answers"
    )


if __name__ == "__main__":
    main()
