"""A month and its day, an item's title and text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.digest.words import LONGEST_TITLE, month_of, sending_day, shortened, split


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        ("2026-01", 31, dt.date(2026, 1, 31)),
        ("2026-02", 31, dt.date(2026, 2, 28)),
        ("2028-02", 31, dt.date(2028, 2, 29)),
        ("2026-02", 29, dt.date(2026, 2, 28)),
        ("2026-04", 31, dt.date(2026, 4, 30)),
        ("2026-12", 31, dt.date(2026, 12, 31)),
        ("2026-02", 10, dt.date(2026, 2, 10)),
        ("2026-02", 1, dt.date(2026, 2, 1)),
    ],
)
def test_the_thirty_first_means_the_last_day(month: str, day: int, expected: dt.date) -> None:
    assert sending_day(month, day) == expected
    assert month_of(expected) == month


@pytest.mark.parametrize(
    ("words", "title", "body"),
    [
        ("Le frigo | Venez le samedi.", "Le frigo", "Venez le samedi."),
        ("Le frigo |", "Le frigo", "Le frigo"),
        ("Le frigo\nVenez le samedi.\nDe 9 h à midi.", "Le frigo", "Venez le samedi.\nDe 9 h à midi."),
        ("Le frigo est ouvert. Venez le samedi.", "Le frigo est ouvert", "Le frigo est ouvert. Venez le samedi."),
        ("  Le frigo est ouvert  ", "Le frigo est ouvert", "Le frigo est ouvert"),
        ("", "", ""),
    ],
)
def test_a_title_and_a_text_are_found_in_what_was_written(words: str, title: str, body: str) -> None:
    assert split(words) == (title, body)


@given(st.text(max_size=300))
def test_a_shortened_title_is_never_longer_than_a_line(words: str) -> None:
    title = shortened(words)
    assert len(title) <= LONGEST_TITLE
    assert title == words if len(words) <= LONGEST_TITLE else title.endswith("...")
