"""The corpus of messages in context, one file for each hand that wrote it. Columns: see docs/understanding.md."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Line:
    """A message, what a careful person reads in it, what should be done, and what must never be."""

    hand: str
    row: str
    context: str
    text: str
    language: str
    readings: tuple[str, ...]
    slots: str
    action: str
    never: tuple[str, ...]
    why: str


@lru_cache(maxsize=1)
def corpus() -> tuple[Line, ...]:
    """Every line of every hand, in the order of the files."""
    return tuple(line for path in sorted(FOLDER.glob("*.tsv")) for line in lines_of(path))


def lines_of(path: Path) -> list[Line]:
    found = []
    for row in path.read_text(encoding="utf-8").split("\n")[1:]:
        if row:
            context, text, language, reading, slots, action, never, why = (row.split("\t") + [""] * 8)[:8]
            readings = tuple(label.strip() for label in reading.split("+"))
            kept = tuple(label.strip() for label in never.split(",") if label.strip())
            found.append(
                Line(path.stem, row, context, text.replace("⏎", "\n"), language, readings, slots, action, kept, why)
            )
    return found
