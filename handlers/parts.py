"""Words too long for one message, in several: cut between paragraphs, else lines, else words."""

from __future__ import annotations

CUTS = ("\n\n", "\n", " ")


def parts_of(words: str, longest: int) -> list[str]:
    """The words in order, each part within `longest` UTF-16 units; one part when they fit."""
    parts = []
    while _units(words) > longest:
        end = _fitting(words, longest)
        cut = next((at for mark in CUTS if (at := words.rfind(mark, end // 2, end)) > 0), end)
        parts.append(words[:cut].rstrip())
        words = words[cut:].lstrip()
    return [*parts, words]


def _units(words: str) -> int:
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def _fitting(words: str, longest: int) -> int:
    """How many characters fit."""
    end = min(len(words), longest)
    while _units(words[:end]) > longest:
        end -= _units(words[:end]) - longest or 1
    return end
