"""The rules of comments: which state may follow which, and until when one may be taken back."""

from __future__ import annotations

import re

MOVES: dict[str, frozenset[str]] = {
    "received": frozenset({"confirmed", "withdrawn"}),
    "confirmed": frozenset({"carried", "read", "withdrawn"}),
    "carried": frozenset({"read", "withdrawn"}),
    "read": frozenset({"answered"}),
    "answered": frozenset({"answered"}),  # "to follow" may become "kept" or "not kept"
    "withdrawn": frozenset(),
}

# Below this many comments without a name at one meeting, the words themselves may say who wrote them.
SMALL_GROUP = 5

# What a comment's flags may hold, between commas: ",third_person,choice:3:yes,".
THIRD_PERSON = "third_person"
CHOICE = re.compile(r"choice:(\d+):(yes|no)")


def human_first(state: str, flags: str) -> bool:
    """Someone is named in it: whoever carries it must have seen it before the whole table hears it."""
    return state == "confirmed" and THIRD_PERSON in flags


def choices_in(flags: str) -> list[tuple[int, str]]:
    """[(number of the agenda point, "yes" or "no"), ...]"""
    return [(int(number), answer) for number, answer in CHOICE.findall(flags)]


def may_become(state: str, wanted: str) -> bool:
    return wanted in MOVES[state]


def can_be_withdrawn(state: str) -> bool:
    """Until it is read to the table. After that, honesty: it was heard."""
    return may_become(state, "withdrawn")
