"""Messages sent in pieces: "(2/5)" parts put in order, a missing one named; nobody's words are altered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

OF = r"\s*(?:/|de|of|sur)\s*"
IN_FRONT = re.compile(rf"^\s*[(\[]\s*(\d{{1,2}}){OF}(\d{{1,2}})\s*[)\]]\s*[:.\-]?\s*", re.IGNORECASE)
AT_THE_END = re.compile(rf"\s*[(\[]\s*(\d{{1,2}}){OF}(\d{{1,2}})\s*[)\]]\s*$", re.IGNORECASE)
BARE_IN_FRONT = re.compile(rf"^\s*(\d{{1,2}}){OF}(\d{{1,2}})(?![\d/.,])\s*[):.\-]?\s*", re.IGNORECASE)
BARE_AT_THE_END = re.compile(r"\s+(\d{1,2})\s*/\s*(\d{1,2})\s*$")
MOST = 20


@dataclass(frozen=True, slots=True)
class Joined:
    """The whole text; `missing` are the numbers of the parts announced and not received, out of `total`."""

    text: str
    missing: tuple[int, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """One message: its place among several when it tells one (number 0: none), and its words without the mark."""

    words: str
    number: int = 0
    total: int = 0


def join_pieces(pieces: Sequence[str]) -> Joined:
    """Numbered parts in their order; the others stay where they came. A part sent twice is taken once.

    A part without a number that comes after numbered ones takes the place that is empty: sent again, it rarely has one.
    """
    parts = [_part(piece, pieces) for piece in pieces]
    numbered = {part.number: part.words for part in reversed(parts) if part.number}
    if not numbered:
        return Joined(_spaced(part.words for part in parts))
    first = next(place for place, part in enumerate(parts) if part.number)
    total = max(part.total for part in parts)
    before = [part.words for part in parts[:first]]
    after = [part.words for part in parts[first:] if not part.number and part.words]
    missing = tuple(n for n in range(1, total + 1) if n not in numbered)
    if missing and len(missing) == len(after):
        numbered |= dict(zip(missing, after, strict=True))
        after, missing = [], ()
    return Joined(_spaced([*before, *(numbered[n] for n in sorted(numbered)), *after]), missing, total)


def is_a_part(words: str) -> bool:
    """Whether a message says itself to be one of several: "(2/5) le jeudi..."."""
    return _marked(words, IN_FRONT) is not None or _marked(words, AT_THE_END) is not None


def _spaced(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


def _part(piece: str, pieces: Sequence[str]) -> _Part:
    bracketed = _marked(piece, IN_FRONT) or _marked(piece, AT_THE_END)
    if bracketed is not None:
        return bracketed
    bare = _marked(piece, BARE_IN_FRONT) or _marked(piece, BARE_AT_THE_END)
    return bare if bare is not None and _has_fellow(bare, pieces) else _Part(piece.strip())


def _has_fellow(part: _Part, pieces: Sequence[str]) -> bool:
    """ "1/2 journee", "le 2/5": without brackets, only another part of the same total makes it a mark."""
    patterns = (IN_FRONT, AT_THE_END, BARE_IN_FRONT, BARE_AT_THE_END)
    others = (_marked(piece, pattern) for piece in pieces for pattern in patterns)
    return any(o is not None and o.total == part.total and o.number != part.number for o in others)


def _marked(piece: str, pattern: re.Pattern[str]) -> _Part | None:
    match = pattern.search(piece)
    if match is None:
        return None
    number, total = int(match[1]), int(match[2])
    words = (piece[: match.start()] + piece[match.end() :]).strip()
    return _Part(words, number, total) if 1 <= number <= total <= MOST and total > 1 else None
