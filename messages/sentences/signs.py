"""The lists of signs (`messages/data/*_signs.txt`): sections of patterns, run on folded words whose place is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from messages.keywords import data
from messages.keywords.fold import Word, split

# A point inside a number or after a title ("M. Tremblay") ends no sentence.
TITLES = "|".join(
    rf"(?<=\b{title})" for title in ("M", "m", "Mr", "Mrs", "Ms", "Mme", "mme", "mr", "Dr", "dr", "Dre", "St")
)
SENTENCE = re.compile(rf"(?:[^.!?;\n]|\.(?=\w)|(?:{TITLES})\.)+[.!?;]*")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded words in one string that begins with a space, and the place of each word in the text as written."""

    text: str
    joined: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]  # of each word in `joined`

    def word_at(self, place: int) -> int:
        """The rank of the word that stands at, or just after, a place of `joined`."""
        return next((rank for rank, start in enumerate(self.starts) if start >= place), len(self.starts))

    def written(self, first: int, last: int) -> str:
        """The words from `first` up to `last` (left out), exactly as written."""
        chosen = self.words[first:last]
        return self.text[chosen[0].start : chosen[-1].end] if chosen else ""


def folded(text: str) -> Folded:
    words = tuple(split(text))
    starts, place = [], 1
    for word in words:
        starts.append(place)
        place += len(word.folded) + 1
    return Folded(text, " " + " ".join(word.folded for word in words), words, tuple(starts))


def sentences(text: str) -> list[str]:
    """The sentences as written, each a substring of the text; a point between two digits ends nothing."""
    return [stripped for match in SENTENCE.finditer(text) if (stripped := match[0].strip())]


def found(name: str, section: str, folded_text: str) -> bool:
    return patterns(name, section).search(folded_text) is not None


def spans(name: str, section: str, text: Folded) -> Iterator[tuple[int, int]]:
    """(first word, word after the last) of each place where a pattern of the section stands."""
    for match in patterns(name, section).finditer(text.joined):
        yield text.word_at(match.start()), text.word_at(match.end())


@lru_cache(maxsize=64)
def patterns(name: str, section: str) -> re.Pattern[str]:
    return data.any_of(sections(name)[section])


@lru_cache(maxsize=64)
def word_set(name: str, section: str) -> frozenset[str]:
    return frozenset(word for line in sections(name)[section] for word in line.split())


@lru_cache(maxsize=8)
def sections(name: str) -> dict[str, list[str]]:
    found_sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in data.lines(name):
        if line.startswith("[") and line.endswith("]"):
            current = found_sections.setdefault(line[1:-1], [])
        else:
            current.append(line)
    return found_sections
