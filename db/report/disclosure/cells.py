"""Keys, cells, and what becomes of a cell when it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

THRESHOLD: Final = 5  # fewer people than this behind a figure, and it is hidden
WIDTH: Final = 3  # the least distance between the two ends of what may be guessed of a hidden cell


class Measure(StrEnum):
    """What a cell counts."""

    PEOPLE = "people"  # distinct people; in a table that adds up, each of them once
    COUNT = "count"  # attendances, claims: about people, several for one person
    CENTS = "cents"
    DAYS = "days"  # a median delay of claims, in tenths of a day: never adds up
    THINGS = "things"  # meetings, comments of the whole year: about nobody, printed whole
    THING_DAYS = "thing_days"  # a median delay of meetings, in tenths of a day
    THING_CENTS = "thing_cents"  # money set aside: about nobody

    @property
    def about_people(self) -> bool:
        return self not in (Measure.THINGS, Measure.THING_DAYS, Measure.THING_CENTS)

    @property
    def grain(self) -> int:
        """The step in which a reader tells two values apart: a unit, or a dollar."""
        return 100 if self is Measure.CENTS else 1


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A figure at a place of its table: ("R5", (("kind", "mechanism"), ("mode", "remote"))). Fewer pairs: coarser."""

    figure: str
    at: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, figure: str, **at: str) -> Key:
        return cls(figure, tuple(sorted((dimension, str(label)) for dimension, label in at.items())))


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, and how many distinct people are behind it: 0 for things, for a zero, and where it is not printed."""

    measure: Measure
    value: int
    people: int = 0

    @classmethod
    def of_people(cls, count: int) -> Cell:
        return cls(Measure.PEOPLE, count, count)

    @classmethod
    def of_things(cls, count: int) -> Cell:
        return cls(Measure.THINGS, count)

    def without_people(self) -> Cell:
        return self if self.measure is Measure.PEOPLE else Cell(self.measure, self.value)

    @property
    def small(self) -> bool:
        """Rule P: about 1 to 4 people. Zero is no one's."""
        return is_small(self.people)


def is_small(people: int) -> bool:
    return 1 <= people < THRESHOLD


class Mark(StrEnum):
    """What stands in the place of a value. HIDDEN is one mark, whatever the reason: the reason would tell the size."""

    HIDDEN = "hidden"
    NOT_RECORDED = "not_recorded"


Shown = Cell | Mark
