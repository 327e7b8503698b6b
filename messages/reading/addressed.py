"""For whom some words are: the coordinator alone ("juste pour Maude", "pas a la gang"), or the table ("dites que").

The patterns are in `addressed.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from messages.keywords import fold
from messages.reading.second_thoughts import with_names
from messages.sentences.signs import sections

LIST = "addressed.txt"
ALONE, ANNOUNCED = "alone", "announced"
FEWEST_SAID = 2  # words beside whom they are for


def only_for(text: str, coordinator: str) -> str | None:
    """Whether it is for the coordinator and nobody else: `ALONE`, its words beside; `ANNOUNCED`, they are to come."""
    said, names = fold(text), fold(coordinator).split()
    found = _pattern("for the coordinator", names[0] if names else "").search(said)
    if found is None:
        return None
    left = [word for word in said.replace(found[0], " ").split() if word not in _fillers() and word not in names]
    return ALONE if len(left) >= FEWEST_SAID else ANNOUNCED


def of_words_before(text: str, coordinator: str) -> bool:
    """ "dites pas ca a la table cest juste pour Maude": of words that they gave before, and nothing new."""
    if only_for(text, coordinator) is None:
        return False
    said, names = fold(text), fold(coordinator).split()
    if not _pattern("points back", "").search(said) or _pattern("announces", "").search(said):
        return False
    rest = _pattern("for the coordinator", names[0] if names else "").sub(" ", said)
    left = [word for word in rest.split() if word not in _fillers() | _tells() and word not in names]
    return len(left) < FEWEST_SAID


def for_the_table(text: str) -> bool:
    """ "dites a la table que...", "jveux que le monde a table sache ca": said by them to be for the table."""
    return _pattern("for the table", "").search(fold(text)) is not None


@lru_cache(maxsize=16)
def _pattern(section: str, name: str) -> re.Pattern[str]:
    found = sections(LIST)
    who = f"WHO = (?:{re.escape(name)}|{{ROLE}})" if name else "WHO = {ROLE}"
    return re.compile("|".join(with_names(found[section], [*found["words"], who])))


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return _listed("says nothing yet")


@lru_cache(maxsize=1)
def _tells() -> frozenset[str]:
    return _listed("tells")


def _listed(section: str) -> frozenset[str]:
    return frozenset(word for line in sections(LIST)[section] for word in line.split())
