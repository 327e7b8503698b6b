"""Messages sent in pieces: "(2/5)" parts put in order, a missing one named; nobody's words are altered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

MARK = re.compile(r"^\s*[(\[]?\s*(\d{1,2})\s*(?:/|de|of|sur)\s*(\d{1,2})\s*[)\]]?\s*[:.\-]?\s*", re.IGNORECASE)
MARK_AT_END = re.compile(r"\s*[(\[]\s*(\d{1,2})\s*(?:/|de|of|sur)\s*(\d{1,2})\s*[)\]]\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Joined:
    """The whole text; `missing` are the numbers of the parts announced and not received."""

    text: str
    missing: tuple[int, ...] = ()
    total: int = 0


def join_pieces(pieces: Sequence[str]) -> Joined:
    """Numbered parts in their order; the others stay where they came. A part sent twice is taken once."""
    numbered: dict[int, str] = {}
    loose: list[str] = []
    total = 0
    for piece in pieces:
        mark = _mark(piece)
        if mark is None:
            loose.append(piece.strip())
            continue
        number, of, words = mark
        numbered.setdefault(number, words)
        total = max(total, of)
    if not numbered:
        return Joined(" ".join(piece for piece in loose if piece))
    missing = tuple(n for n in range(1, total + 1) if n not in numbered)
    if missing and len(missing) == len(loose):
        # A missing part sent again is rarely numbered: it takes the place that is empty.
        numbered |= dict(zip(missing, loose, strict=True))
        loose, missing = [], ()
    parts = [numbered[n] for n in sorted(numbered)] + loose
    return Joined(" ".join(part for part in parts if part), missing, total)


def _mark(piece: str) -> tuple[int, int, str] | None:
    """(number, total, words without the mark), when the piece says it is one of several."""
    for pattern in (MARK, MARK_AT_END):
        match = pattern.search(piece)
        if match is None:
            continue
        number, total = int(match[1]), int(match[2])
        bracketed = any(sign in match[0] for sign in "([")
        if 1 <= number <= total <= 20 and total > 1 and (bracketed or pattern is MARK):
            return number, total, (piece[: match.start()] + piece[match.end() :]).strip()
    return None
