"""The rules of comments: which state may follow which, and until when one may be taken back."""

from __future__ import annotations

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


def may_become(state: str, wanted: str) -> bool:
    return wanted in MOVES[state]


def can_be_withdrawn(state: str) -> bool:
    """Until it is read to the table. After that, honesty: it was heard."""
    return may_become(state, "withdrawn")
