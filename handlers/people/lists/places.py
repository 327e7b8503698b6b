"""The roundtables and territories of a list: known, new, or so near a known one that it is asked which is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handlers.near_names import key_of, near_misses
from handlers.people.known import Known
from handlers.people.plan import PlanQuestion
from messages import Option, Text, text

NEW = "new"
ROUNDTABLE, TERRITORY = "roundtable", "territory"
MOST_COMPARED = 300  # names of a column: past that it holds something else, which the plan shows


@dataclass(slots=True)
class Names:
    """The names of one kind: those known, then those that the list brings, the first spelling of each."""

    kind: str
    known: dict[str, str]  # key -> name
    answers: Mapping[str, str]
    brought: dict[str, str] = field(default_factory=dict)
    asked: dict[str, list[str]] = field(default_factory=dict)  # key -> those it is near
    lines: dict[str, int] = field(default_factory=dict)

    def meant(self, name: str) -> str | None:
        """The name to keep; None when it is asked."""
        key = key_of(name)
        if not key:
            return ""
        if key in self.known or key in self.brought:
            return self.known.get(key) or self.brought[key]
        if key not in self.asked:
            answer = self.answers.get(f"{self.kind}:{key}", "")
            if answer and answer != NEW:
                self.known[key] = self.known.get(key_of(answer)) or self.brought.get(key_of(answer)) or answer
                return self.known[key]
            others = [*self.known.values(), *self.brought.values()]
            near = near_misses(name, others) if answer != NEW and len(others) < MOST_COMPARED else []
            if not near:
                self.brought[key] = name
                return name
            self.asked[key] = list(dict.fromkeys([name, *near]))
        self.lines[key] = self.lines.get(key, 0) + 1
        return None

    def questions(self) -> list[PlanQuestion]:
        found = []
        for key, (name, *near) in self.asked.items():
            options = tuple(Option(one, one) for one in near[:3])
            options = (*options, Option(NEW, text(f"people-which-new-{self.kind}", name=name)))
            words = text(f"people-which-{self.kind}", name=name, near=near[0])
            found.append(PlanQuestion(f"{self.kind}:{key}", words, options, self.lines.get(key, 0)))
        return found


class Places:
    def __init__(self, known: Known, answers: Mapping[str, str]) -> None:
        tables = {key: name for key, (_id, name) in known.roundtables.items()}
        self._tables = Names(ROUNDTABLE, tables, answers)
        self._territories = Names(TERRITORY, dict(known.territories), answers)

    def knows(self, name: str) -> bool:
        return key_of(name) in self._tables.known

    def of(self, tables: Sequence[str], territory: str) -> tuple[tuple[str, ...], str, Text | None]:
        """The names to keep, and why the line must wait when one of them is asked about."""
        kept = [self._tables.meant(name) for name in tables]
        where = self._territories.meant(territory) if territory else ""
        waits = next((name for name, meant in zip(tables, kept, strict=True) if meant is None), None)
        waits = territory if waits is None and where is None else waits
        why = text("people-line-near", name=waits) if waits is not None else None
        return tuple(dict.fromkeys(name for name in kept if name)), where or "", why

    def questions(self) -> list[PlanQuestion]:
        return [*self._tables.questions(), *self._territories.questions()]
