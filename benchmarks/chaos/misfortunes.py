"""What goes wrong in a round, drawn from its seed."""

from __future__ import annotations

import random
from dataclasses import dataclass

HOUR = 3600
FIRST = 1.0  # seconds after the start of a round, before which nothing goes wrong
PARTS = {
    "sqlite": ("run",),
    "postgresql": ("web", "worker-1", "worker-2", "worker-3", "scheduler"),
}
KINDS = {
    "sqlite": ("kill", "disk", "clock"),
    "postgresql": ("kill", "restart", "cut", "clock"),
}


@dataclass(frozen=True, slots=True)
class Misfortune:
    """`what` befalls `whom` at `at` seconds, and is over `lasts` seconds later (0: it has no end).

    kill: SIGKILL, started again at once. restart: PostgreSQL ends (`how`) and comes back. cut: a worker's line to it.
    disk: full. clock: the wall clock of every process is set `shift` seconds off, then right again.
    """

    at: float
    what: str
    whom: str = ""
    how: str = ""
    lasts: float = 0.0
    shift: int = 0


def provider_faults(dice: random.Random) -> str:
    """What the providers do, for the simulator."""
    kinds = {"429": 0.02, "500": 0.03, "reset": 0.02, "cut": 0.01, "late": 0.004, "hang": 0.004}
    kinds |= {"repeat": 0.1, "reorder": 0.1}  # callbacks
    chosen = {name: most * dice.random() for name, most in kinds.items() if dice.random() < 0.7}
    return ",".join([*(f"{name}={chance:.4f}" for name, chance in chosen.items()), "latency=0.005"])


def misfortunes(dice: random.Random, database: str, last: float, kinds: tuple[str, ...] = ()) -> list[Misfortune]:
    """One to three kills, and each other kind with even chances, none after `last` seconds.

    All of `kinds`, and nothing else, when they are given.
    """
    chosen = kinds or ("kill", *(kind for kind in KINDS[database] if kind != "kill" and dice.random() < 0.5))
    many = [one for kind in chosen for one in _of_kind(kind, dice, database, last)]
    return sorted(many, key=lambda one: one.at)


def _of_kind(kind: str, dice: random.Random, database: str, last: float) -> list[Misfortune]:
    at = dice.uniform(FIRST, last)
    if kind == "kill":
        parts = PARTS[database]
        return [Misfortune(dice.uniform(FIRST, last), "kill", dice.choice(parts)) for _ in range(dice.randint(1, 3))]
    if kind == "restart":
        how = dice.choice(("stopped", "killed"))
        return [Misfortune(at, "restart", how=how, lasts=dice.uniform(0.0, 4.0))]
    if kind == "cut":
        whom = dice.choice([part for part in PARTS[database] if part.startswith("worker")])
        # Less, and more, than the silence after which the others take a worker for dead.
        return [Misfortune(at, "cut", whom, dice.choice(("silent", "hung up")), dice.uniform(1.0, 14.0))]
    if kind == "disk":
        # Half of them before the broadcast becomes messages, which need room.
        early = dice.random() < 0.5
        return [Misfortune(dice.uniform(0.0, 0.5) if early else at, "disk", lasts=dice.uniform(3.0, 8.0))]
    return [Misfortune(at, "clock", lasts=dice.uniform(1.0, 6.0), shift=dice.choice((HOUR, -HOUR)))]
