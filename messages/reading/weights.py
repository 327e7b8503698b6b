"""The weights of the classifier: one file, read without scikit-learn nor numpy, and the scores of a message.

The file (``messages/data/reading.weights``) is made by ``scripts/train_reading.py``: a line of JSON (heads, scales,
calibration,
digests), then the checksums of the clues in order (4 bytes each), then a row of one byte per head for each of them
(128 is nothing).

Rows are added as big integers, a head in each 16 bits: all heads at once, in plain Python.
"""

from __future__ import annotations

import json
import math
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any
from zlib import crc32

from messages.reading.features import Clues

FILE = "reading.weights"
NOTHING = 128  # the byte of a weight of zero
LONG_WORD = len("w abc")  # two letters in a row are met everywhere
FULL = 256  # rows that a sum of 16 bits can hold
# How much the clues in their situation weigh beside letters and words; the same in training.
SITUATED = 1.25


@dataclass(frozen=True, slots=True)
class Weights:
    """`heads` in the order of the bytes of a row; `letters` and `situated` what a byte is worth, head by head."""

    heads: tuple[str, ...]
    letters: tuple[float, ...]
    situated: tuple[float, ...]
    bias: tuple[float, ...]
    checksums: array[int]
    rows: bytes
    header: Mapping[str, Any]

    def scores(self, clues: Clues) -> dict[str, float]:
        """The score of every head: about 1 when it is so, about -1 when it is not."""
        near = self._sum(clues.letters)
        there = self._sum(clues.situated)
        near_worth = 1 / math.sqrt(max(len(clues.letters), 1))
        there_worth = SITUATED / math.sqrt(max(len(clues.situated), 1))
        return {
            head: self.bias[place]
            + near[place] * self.letters[place] * near_worth
            + there[place] * self.situated[place] * there_worth
            for place, head in enumerate(self.heads)
        }

    def share_met(self, clues: Clues) -> float:
        """The share of the words of a message that were met in training; 1 when it has none."""
        words = [name for name in clues.letters if name.startswith("w ")]
        words = [name for name in words if len(name) >= LONG_WORD] or words
        met = sum(self._row(crc32(name.encode())) >= 0 for name in words)
        return met / len(words) if words else 1.0

    def _sum(self, names: Iterable[str]) -> list[int]:
        """The sum of the rows of these clues, head by head; a clue never met weighs nothing."""
        width = len(self.heads)
        mask = int.from_bytes(b"\xff\x00" * ((width + 1) // 2), "little")
        totals = [0] * (width + 1)
        even = odd = count = 0
        for name in names:
            start = self._row(crc32(name.encode()))
            if start < 0:
                continue
            row = int.from_bytes(self.rows[start : start + width], "little")
            even += row & mask
            odd += row >> 8 & mask
            count += 1
            if count == FULL:
                _add(totals, even, odd, count)
                even = odd = count = 0
        _add(totals, even, odd, count)
        return totals[:width]

    def _row(self, checksum: int) -> int:
        place = bisect_left(self.checksums, checksum)
        if place < len(self.checksums) and self.checksums[place] == checksum:
            return place * len(self.heads)
        return -1


def _add(totals: list[int], even: int, odd: int, count: int) -> None:
    for first, packed in ((0, even), (1, odd)):
        lanes = array("H", packed.to_bytes(len(totals) + 2 + len(totals) % 2, "little"))
        if sys.byteorder == "big":
            lanes.byteswap()
        for place in range(first, len(totals), 2):
            totals[place] += lanes[place // 2] - NOTHING * count


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights of the file, read once."""
    return parsed((files("messages") / "data" / FILE).read_bytes())


def parsed(content: bytes) -> Weights:
    end = content.index(b"\n")
    header = json.loads(content[:end])
    count, width = header["rows"], len(header["heads"])
    checksums = array("I", content[end + 1 : end + 1 + 4 * count])
    if sys.byteorder == "big":
        checksums.byteswap()
    rows = content[end + 1 + 4 * count : end + 1 + (4 + width) * count]
    return Weights(
        tuple(header["heads"]),
        tuple(header["letters"]),
        tuple(header["situated"]),
        tuple(header["bias"]),
        checksums,
        rows,
        header,
    )
