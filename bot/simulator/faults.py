"""What can go wrong at a provider, dealt by a seeded generator so that a bad run can be run again."""

from __future__ import annotations

import random
from collections import Counter, deque
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Self


class Misfortune(StrEnum):
    """One misfortune of one request. Only `CUT` and `LATE` happen after the message was delivered."""

    TOO_MANY = "429"
    ERROR = "500"
    RESET = "reset"
    HANG = "hang"
    CUT = "cut"
    LATE = "late"


DELIVERED = frozenset({Misfortune.CUT, Misfortune.LATE})
AMBIGUOUS = frozenset({Misfortune.RESET, Misfortune.HANG, Misfortune.CUT, Misfortune.LATE})

_NAMES = {"429": "too_many", "500": "error"}


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """Probabilities per request (their sum at most 1), then what goes with them.

    `reset` and `hang` refuse the message; `cut` and `late` deliver it and then close, or stay silent. `repeat` and
    `reorder` are per callback. `latency`, `hang_seconds` and `callback_delay` are seconds. Faults strike what sends
    or edits a message; `everywhere` extends them to every request.
    """

    seed: int = 0
    too_many: float = 0.0
    error: float = 0.0
    reset: float = 0.0
    hang: float = 0.0
    cut: float = 0.0
    late: float = 0.0
    repeat: float = 0.0
    reorder: float = 0.0
    retry_after: int = 1
    latency: float = 0.0
    hang_seconds: float = 30.0
    callback_delay: float = 0.0
    everywhere: bool = False

    @classmethod
    def parse(cls, text: str, *, seed: int = 0) -> Self:
        """Read ``"429=0.02,500=0.01,cut=0.01,latency=0.02,everywhere=1"``; a ValueError names what is unknown."""
        plan = cls(seed=seed)
        kinds = {field.name: type(getattr(plan, field.name)) for field in fields(cls)}
        for part in filter(None, (piece.strip() for piece in text.split(","))):
            name, _, value = part.partition("=")
            name = _NAMES.get(name, name)
            if name not in kinds:
                raise ValueError(f"unknown fault {name!r}; known: {', '.join(sorted(kinds))}")
            number = float(value or 1)
            plan = replace(plan, **{name: kinds[name](number)})
        return plan


class Faults:
    """Deals the faults of a plan, counts those dealt, and lets a test force the next ones."""

    def __init__(self, plan: FaultPlan | None = None) -> None:
        self.dealt: Counter[Misfortune] = Counter()
        self._forced: deque[tuple[Misfortune, int]] = deque()
        self.plan = plan or FaultPlan()

    @property
    def plan(self) -> FaultPlan:
        return self._plan

    @plan.setter
    def plan(self, plan: FaultPlan) -> None:
        self._plan = plan
        self._random = random.Random(plan.seed)
        self._ladder: list[tuple[float, Misfortune]] = []
        height = 0.0
        for fault in Misfortune:
            chance = getattr(plan, fault.name.lower())
            height += chance
            if chance:
                self._ladder.append((height, fault))

    @property
    def ambiguous(self) -> int:
        """How many requests ended without an answer: the most that may rightly be *unknown* at the sender."""
        return sum(self.dealt[fault] for fault in AMBIGUOUS)

    def force(self, fault: Misfortune, *, times: int = 1, retry_after: int = 1) -> None:
        """The next `times` requests that send meet this fault, whatever the plan."""
        self._forced.extend([(fault, retry_after)] * times)

    def for_request(self, sends: bool) -> tuple[Misfortune, int] | None:
        """The fault of this request with its `retry_after`, or None (most of the time, and fast)."""
        if sends and self._forced:
            return self._count(*self._forced.popleft())
        if not self._ladder or not (sends or self._plan.everywhere):
            return None
        throw = self._random.random()
        for height, fault in self._ladder:
            if throw < height:
                return self._count(fault, self._plan.retry_after)
        return None

    def repeats(self) -> bool:
        return self._plan.repeat > 0 and self._random.random() < self._plan.repeat

    def reorders(self) -> bool:
        return self._plan.reorder > 0 and self._random.random() < self._plan.reorder

    def _count(self, fault: Misfortune, retry_after: int) -> tuple[Misfortune, int]:
        self.dealt[fault] += 1
        return fault, retry_after
