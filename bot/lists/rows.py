"""What reading a file gives, as the child process says it: plain values, written as JSON, and what cannot be read."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Final

# A file of people is small: what is larger is not one, or was made to harm.
MOST_BYTES: Final = 10_000_000
MOST_UNPACKED: Final = 75_000_000  # bytes, of a workbook's parts together
MOST_LINES: Final = 20_000  # that hold something, in one sheet
MOST_COLUMNS: Final = 500
MOST_CHARACTERS: Final = 12_000_000  # of all that is written
LONGEST_CELL: Final = 32_767  # https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
MOST_SHEETS: Final = 40

# What a cell holds besides words: https://support.microsoft.com/office/3c4d84ca-e2c5-4a58-a0c3-1e8a4a5f1b8b
ERROR: Final = "error"  # #N/A, #REF!
UNCOMPUTED: Final = "uncomputed"  # a formula whose result was never kept
TRUTH: Final = "truth"  # TRUE, FALSE
MERGED: Final = "merged-"  # and the line of the first cell, which stands for this one too


class Unreadable(Exception):
    """The file cannot be read; `why` ends the id of a message "people-file-...", with its variables."""

    def __init__(self, why: str, **facts: Any) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


@dataclass(slots=True)
class SheetRows:
    """`rows`: [line number as the spreadsheet shows it, its cells]; empty lines are left out,
    and, but in a text file, the empty end of each.

    `odd`: [line number, column from 0, what it holds] of the cells that hold no words; their text is then empty.
    """

    name: str
    hidden: bool = False
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    odd: list[tuple[int, int, str]] = field(default_factory=list)
    characters: int = 0

    def add(self, number: int, cells: list[str], *, whole: bool = False) -> None:
        """Keep a line that holds something; `whole`: with its empty end. Raises `Unreadable` past the limits."""
        if not any(cells):
            return
        while not whole and not cells[-1]:
            cells.pop()
        self.characters += sum(map(len, cells))
        if len(self.rows) >= MOST_LINES + MOST_SHEETS:  # titles and headings stand above the people
            raise Unreadable("too-long", longest=MOST_LINES)
        if len(cells) > MOST_COLUMNS or self.characters > MOST_CHARACTERS:
            raise Unreadable("too-heavy")
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise Unreadable("long-cell", line=number)
        self.rows.append((number, cells))


@dataclass(slots=True)
class File:
    """`form`: "csv", "xlsx", "xls", "ods", "html"... `encoding` and `separator`: of a text file.

    `sure` False: the letters may be others; `samples` then shows the same words in each encoding they may be in.
    `mended`: accents were broken before, in the file itself, and were put right.
    """

    form: str
    sheets: list[SheetRows]
    encoding: str = ""
    separator: str = ""
    sure: bool = True
    samples: list[tuple[str, str]] = field(default_factory=list)
    mended: bool = False

    def to_json(self) -> dict[str, Any]:
        return asdict(self)
