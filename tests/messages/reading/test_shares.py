"""A cost that was shared: what they paid of it, or both ways to read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from messages.reading.money import money
from messages.reading.numbers import as_written
from messages.reading.shares import parts
from tests.messages.reading.test_sums import shown

ROWS = [
    row.split("\t") for row in Path(__file__).with_name("shares.tsv").read_text(encoding="utf-8").split("\n")[1:] if row
]


@pytest.mark.parametrize(("text", "own", "both"), ROWS, ids=lambda value: str(value)[:28])
def test_a_share_is_read_or_asked(text: str, own: str, both: str) -> None:
    assert shown(money(text).sums) == own
    assert " ".join(f"{one:g}" for one in parts(as_written(text))) == both
