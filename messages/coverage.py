"""What a language lacks: of what every language says itself, and of the rest, said in what it falls back to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from messages.catalogue import FALLBACK, Catalogue
from messages.keywords import data
from messages.languages import LANGUAGES, SpokenLanguage, fallbacks


@dataclass(frozen=True, slots=True)
class Coverage:
    """One language: how many messages it has of how many, and what is said otherwise.

    `essential`: ids it lacks of messages/data/essential.txt. `elsewhere`: file -> how many of its messages it lacks.
    """

    language: SpokenLanguage
    messages: int
    of: int
    essential: tuple[str, ...]
    elsewhere: dict[str, int]

    @property
    def falls_back_to(self) -> str:
        return next(iter(fallbacks(self.language.code)), FALLBACK)


def coverage(catalogue: Catalogue) -> list[Coverage]:
    """Each language of the list but the one that every other falls back to."""
    return [_of(catalogue, language) for language in LANGUAGES if language.code != FALLBACK]


def _of(catalogue: Catalogue, language: SpokenLanguage) -> Coverage:
    everything = catalogue.ids()
    missing = [id for id in everything if not catalogue.has(id, language.code)]
    wanted = essential(catalogue)
    lacking = tuple(id for id in missing if id in wanted)
    files = Counter(_file(catalogue, id) for id in missing if id not in wanted)
    return Coverage(language, len(everything) - len(missing), len(everything), lacking, dict(sorted(files.items())))


def essential(catalogue: Catalogue) -> set[str]:
    """The ids that every language has; a line of the list that names nothing is left out, and noted."""
    ids, found = set(catalogue.ids()), set[str]()
    of_files: dict[str, set[str]] = {}
    for id in ids:
        of_files.setdefault(_file(catalogue, id), set()).add(id)
    for row in data.read("essential.txt"):
        for name in row.text.split():
            if named := of_files.get(name) or {name} & ids:
                found |= named
            else:
                data.leave_out(row, f"no message nor file {name}")
    return found


def _file(catalogue: Catalogue, id: str) -> str:
    return catalogue.file_of(id).rpartition("/")[2]
