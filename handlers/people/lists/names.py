"""What a person is called, the given name first, however the list writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db.labels import label
from messages.keywords import data, fold

AFTER = frozenset({"jr", "junior", "sr", "fils", "pere", "ing", "avocat", "notaire"})  # "Roy, Jr": no given name
CERTAIN = 2  # times as many for as against

Order = Callable[[str], str]


def order_of(names: Sequence[str], *, family_first: bool) -> Order:
    """How to put the names of a column in order. `family_first`: its heading says so ("Nom, prénom").

    "Tremblay, Rose" says it by itself. "Tremblay Rose" and "TREMBLAY Rose" are turned only when the column as a whole
    shows that the family comes first: by first names that are known, or by capitals.
    """
    turned = sum(map(_family_first, names))
    straight = sum(map(_given_first, names))
    turn = turned > 0 and turned >= CERTAIN * straight and (family_first or turned * 2 >= len(names))
    return lambda name: _ordered(name, turn)


def whole(given: str, family: str, full: str) -> str:
    """From the columns that a line fills."""
    return label(f"{given} {family}") if given or family else full


def _ordered(name: str, turn: bool) -> str:
    name = label(name)
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given and "," not in given and fold(given) not in AFTER:
        return f"{given} {family}"
    words = name.split(" ")
    if not turn or len(words) < 2:
        return name
    capitals = _capitals(words)
    if 0 < capitals < len(words):
        return " ".join([*words[capitals:], *words[:capitals]])
    return " ".join([words[-1], *words[:-1]]) if not _given_first(name) else name


def _capitals(words: Sequence[str]) -> int:
    """How many words in capitals begin a name whose end is not ("LE BLANC Rose": 2)."""
    count = next((place for place, word in enumerate(words) if not (word.isupper() and len(word) > 1)), len(words))
    return count if any(word[1:].islower() for word in words[count:]) else 0


def _family_first(name: str) -> bool:
    words = label(name).split(" ")
    if len(words) < 2 or "," in name:
        return False
    return _capitals(words) > 0 or (is_given(words[-1]) and not is_given(words[0]))


def _given_first(name: str) -> bool:
    words = label(name).split(" ")
    return len(words) > 1 and "," not in name and is_given(words[0]) and not is_given(words[-1])


def is_given(word: str) -> bool:
    """Marie-Ève is: its first part is known."""
    parts = fold(word).split(" ")
    return bool(parts[0]) and parts[0] in _first_names()


def _first_names() -> frozenset[str]:
    if not _KNOWN:
        _KNOWN.append(frozenset(name for line in data.lines("first_names.txt") for name in line.split()))
    return _KNOWN[0]


_KNOWN: list[frozenset[str]] = []  # read once
