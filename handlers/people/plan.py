"""What would be done with people who were written down: a plain value, that `planner` makes and `apply` writes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from db.contacts import Consent
from db.people import Role
from handlers.people.spec import Checked
from messages import Option, Text


class LineFate(StrEnum):
    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    REFUSE = "refuse"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One line as it was understood. `checked` None: refused, or asked about: `why`. `remarks`: worth a look."""

    line: int
    name: str
    checked: Checked | None
    why: Text | None = None
    asked: bool = False
    remarks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedLine:
    line: int
    name: str
    what: LineFate
    why: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """What nothing decides: `key` is how an answer names it ("roundtable:cocco"), `lines` how many wait for it."""

    key: str
    words: Text
    options: tuple[Option, ...]
    lines: int = 0


@dataclass(slots=True, eq=False)
class PersonChange:
    """`id` None: someone new. `values`: columns to write; `roles` and `seats` (keys of roundtables) are added."""

    id: int | None
    name: str
    values: dict[str, str] = field(default_factory=dict)
    roles: set[Role] = field(default_factory=set)
    seats: dict[str, None] = field(default_factory=dict)
    refused_at: dt.datetime | None = None  # when the no of `values` was said

    @property
    def changes(self) -> bool:
        return bool(self.id is None or self.values or self.roles or self.seats)

    @property
    def columns(self) -> dict[str, Any]:
        """What to write of their card."""
        return {**self.values, "refused_at": self.refused_at} if "refused" in self.values else dict(self.values)


@dataclass(frozen=True, slots=True)
class PlannedConsent:
    """A line of the consent ledger to come."""

    person: PersonChange
    given: bool
    words: str
    at: dt.datetime


@dataclass(slots=True, eq=False)
class ContactChange:
    """`id` None: a new address. `consent`: where it will stand, None when it does not move."""

    id: int | None
    channel: str
    address: str
    attach: list[PersonChange] = field(default_factory=list)
    entries: list[PlannedConsent] = field(default_factory=list)
    consent: Consent | None = None
    people: list[PersonChange] = field(default_factory=list)  # everyone behind it, once it is done
    awaited: list[PersonChange] = field(default_factory=list)  # those whose own yes is awaited beside another's

    @property
    def changes(self) -> bool:
        return bool(self.attach or self.entries or self.consent or self.awaited)


@dataclass(frozen=True, slots=True)
class Shared:
    """A phone that several people have, one of them at least by this plan."""

    address: str
    names: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(slots=True)
class Plan:
    """`people` and `contacts`: what to write. Nothing of it may be applied while there are `questions`."""

    lines: list[PlannedLine] = field(default_factory=list)
    questions: list[PlanQuestion] = field(default_factory=list)
    people: list[PersonChange] = field(default_factory=list)
    contacts: list[ContactChange] = field(default_factory=list)
    roundtables: dict[str, tuple[str, str]] = field(default_factory=dict)  # new ones: key -> name, territory
    territories: dict[str, str] = field(default_factory=dict)  # new ones: key -> name
    shared: list[Shared] = field(default_factory=list)
    # Numbers of people of another territory, which are on no card yet: (whose card, the number, whose number it is).
    held: list[tuple[PersonChange, str, int]] = field(default_factory=list)
    added: list[PersonChange] = field(default_factory=list)  # once it is written, those who were new
    asked: list[PersonChange] = field(default_factory=list)  # those whose yes is asked for once it is written
    request: str = ""  # what the first of them receives, as their phone shows it
    withdrawn: int = 0
    placed: tuple[str, int] = ("", 0)  # the territory of whoever writes, given to so many lines that said none

    @property
    def changes(self) -> bool:
        return bool(self.people or self.contacts)

    @property
    def invited(self) -> int:
        return len(self.asked)

    def count(self, what: LineFate) -> int:
        return sum(1 for line in self.lines if line.what is what)
