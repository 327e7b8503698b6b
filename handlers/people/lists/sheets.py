"""What was read of a file, before anyone knows what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Row = tuple[int, Sequence[str]]  # the line number that a spreadsheet shows, and its cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """`odd`: (line, column from 0) -> "error", "uncomputed" or "truth", of cells that hold no words;
    "merged-4" of one merged with that of line 4."""

    name: str
    rows: Sequence[Row]
    hidden: bool = False
    odd: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListFile:
    """`form`: "csv", "xlsx", "html"... `sure` False: its letters may be others, shown in `samples` by encoding.

    `digest`: of its bytes, so that what was confirmed is what is imported. `title`: how its owner calls it.
    """

    form: str
    sheets: Sequence[Sheet]
    encoding: str = ""
    separator: str = ""
    sure: bool = True
    samples: Sequence[tuple[str, str]] = ()
    mended: bool = False
    digest: str = ""
    title: str = ""

    @property
    def delimited(self) -> bool:
        return bool(self.separator)
