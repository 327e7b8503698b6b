"""Whom a name of a list may be, among those who are known."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.people.plan import PersonChange
from messages.keywords import fold


def of_this_name(people: Sequence[PersonChange], name: str) -> list[PersonChange]:
    """Those whom this name may be: "Rose Tremblay" is "Rose" and "Tremblay Rose", and whoever has no name yet."""
    exact = [person for person in people if fold(person.name) == fold(name)]
    return exact or [person for person in people if not person.name or _same_words(person.name, name)]


def _same_words(one: str, two: str) -> bool:
    first, second = set(fold(one).split()), set(fold(two).split())
    return bool(first and second) and (first <= second or second <= first)


def size(person: PersonChange) -> tuple[int, int, int, int]:
    written = sum(len(value) for value in person.values.values())
    return len(person.values), written, len(person.roles), len(person.seats)
