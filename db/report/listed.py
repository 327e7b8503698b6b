"""What a report lists beside its figures: the tables that met, and the rates in force. Things, which name nobody."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from db.claims.rules import LineKind
from db.organisations import Level, PlaceKind
from db.report.facts import MeetingFact, RateFact
from db.report.figures.frame import Frame


@dataclass(frozen=True, slots=True, order=True)
class ListedTable:
    """A table that met in the year, as it was described at the cut, and how many times."""

    name: str
    kind: PlaceKind
    level: Level | None
    territory: str
    held: int

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "kind": str(self.kind), "level": self.level and str(self.level)}

    @classmethod
    def of_json(cls, kept: dict[str, Any]) -> ListedTable:
        level = kept["level"] and Level(kept["level"])
        return cls(**{**kept, "kind": PlaceKind(kept["kind"]), "level": level})


@dataclass(frozen=True, slots=True)
class ListedRate:
    """What a unit paid in the year, from a day on. `cents` None: the price paid, up to `most` a meeting when said."""

    kind: LineKind
    since: dt.date
    cents: int | None
    most: int | None

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "kind": str(self.kind), "since": self.since.isoformat()}

    @classmethod
    def of_json(cls, kept: dict[str, Any]) -> ListedRate:
        return cls(**{**kept, "kind": LineKind(kept["kind"]), "since": dt.date.fromisoformat(kept["since"])})


def tables_that_met(frame: Frame) -> tuple[ListedTable, ...]:
    """By what they are, then by name."""
    described = Counter(map(_described, frame.held.values()))
    kinds = list(PlaceKind)
    listed = [ListedTable(*table, held) for table, held in described.items()]
    return tuple(sorted(listed, key=lambda one: (kinds.index(one.kind), one.name, one.level or "", one.territory)))


def _described(meeting: MeetingFact) -> tuple[str, PlaceKind, Level | None, str]:
    return meeting.roundtable, meeting.place_kind, meeting.level, meeting.territory


def rates_in_force(frame: Frame) -> tuple[ListedRate, ...]:
    """Those of a day of the year at least: the one with which it began, and those that followed."""
    found: list[ListedRate] = []
    for kind in LineKind:
        of_kind = sorted((rate for rate in frame.facts.rates if rate.kind is kind), key=lambda rate: rate.since)
        before = [rate for rate in of_kind if rate.since <= frame.year.first_day][-1:]
        found += map(_listed, [*before, *_begun_in(frame, of_kind)])
    return tuple(found)


def _begun_in(frame: Frame, rates: Iterable[RateFact]) -> list[RateFact]:
    return [rate for rate in rates if frame.year.first_day < rate.since <= frame.year.last_day]


def _listed(rate: RateFact) -> ListedRate:
    return ListedRate(rate.kind, rate.since, rate.cents, rate.most)
