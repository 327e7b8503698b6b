"""Whom a name of a list may be, among those who are known; what a line adds to their card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.people.plan import PersonChange
from messages import Text, text
from messages.keywords import fold


def of_this_name(people: Sequence[PersonChange], name: str) -> list[PersonChange]:
    """Those whom this name may be: "Rose Tremblay" is "Rose" and "Tremblay Rose", and whoever has no name yet."""
    exact = [person for person in people if fold(person.name) == fold(name)]
    return exact or [person for person in people if not person.name or _same_words(person.name, name)]


def _same_words(one: str, two: str) -> bool:
    first, second = set(fold(one).split()), set(fold(two).split())
    return bool(first and second) and (first <= second or second <= first)


@dataclass(frozen=True, slots=True)
class Size:
    """What a change holds so far: the length of each column, the roles, the seats."""

    values: Mapping[str, int]
    roles: int
    seats: int


def size(person: PersonChange) -> Size:
    return Size({name: len(value) for name, value in person.values.items()}, len(person.roles), len(person.seats))


COLUMNS = {
    "name": "name",
    "territory": "territory",
    "channel": "channel",
    "postal_address": "street",
    "refused": "consent",
}


def completed(person: PersonChange, had: Size, *, reached: bool) -> Text:
    """What a line adds to a card. `reached`: an address, or a consent."""
    now = size(person)
    more = [name for name, length in now.values.items() if had.values.get(name) != length]
    what = [text(f"people-column-{COLUMNS[name]}") for name in COLUMNS if name in more]
    what += [text("people-completes-called")] if "other_phones" in more else []
    what += [text("people-column-roles")] if now.roles != had.roles else []
    what += [text("people-column-roundtables")] if now.seats != had.seats else []
    what += [text("people-completes-reached")] if reached else []
    return text("people-plan-completes", what=what)
