"""What the words of a message have in common with others: concepts, read from
``messages/data/reading_concepts.tsv``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from messages.keywords import data
from messages.reading.text import words

LIST = "reading_concepts.tsv"
STEM = 4  # letters by which a stem is looked up


@dataclass(slots=True)
class _Forms:
    """Forms by their first word, or by the first letters of it when it is a stem."""

    whole: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    stems: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)

    def add(self, form: str, concept: str) -> None:
        parts = _parts(form)
        if not parts:
            return
        first, rest = parts[0], tuple(parts[1:])
        if first.endswith("*"):
            self.stems.setdefault(first[:STEM].rstrip("*"), []).append(((first[:-1], *rest), concept))
        else:
            self.whole.setdefault(first, []).append(((first, *rest), concept))


def _parts(form: str) -> list[str]:
    parts: list[str] = []
    for word in form.split():
        if word == "_":
            parts.append("_")
        elif word.endswith("*"):
            parts.append(word)
        else:
            parts.extend(words(word))
    return parts


def found_at(said: Sequence[str], place: int) -> Iterator[tuple[int, str]]:
    """(number of words, concept) of every form that stands at a word."""
    forms = _forms()
    word = said[place]
    for parts, concept in forms.whole.get(word, ()):
        if len(parts) == 1 or _follows(said, place + 1, parts[1:]):
            yield len(parts), concept
    for size in (STEM, STEM - 1):
        for parts, concept in forms.stems.get(word[:size], ()) if len(word) >= size else ():
            if word.startswith(parts[0]) and _follows(said, place + 1, parts[1:]):
                yield len(parts), concept


def _follows(said: Sequence[str], place: int, parts: Sequence[str]) -> bool:
    if place + len(parts) > len(said):
        return False
    for word, part in zip(said[place:], parts, strict=False):
        if part == "_" or word == part:
            continue
        if not (part.endswith("*") and word.startswith(part[:-1])):
            return False
    return True


def concepts(said: Sequence[str]) -> tuple[list[str], set[str]]:
    """The concepts in order, one for each stretch of words (the longest form), and all those that were found."""
    line: list[str] = []
    everything: set[str] = set()
    free_from = 0
    for place in range(len(said)):
        longest, chosen = 0, ""
        for length, concept in found_at(said, place):
            everything.add(concept)
            if length > longest:
                longest, chosen = length, concept
        if longest and place >= free_from:
            line.append(chosen)
            free_from = place + longest
    return line, everything


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    forms = _Forms()
    for line in data.lines(LIST):
        concept, _, listed = line.partition("\t")
        for form in listed.split("|"):
            forms.add(form.strip(), concept)
    return forms
