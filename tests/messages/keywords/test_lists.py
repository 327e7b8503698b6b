"""The word lists: readable, and one bad line in them never silences the line."""

from __future__ import annotations

import pytest

from messages.keywords import data
from messages.keywords.fold import fold

PATTERNS = [
    *(line for line in data.lines("distress.txt") if not line.startswith("[")),
    *(line for name in ("opt_out.txt", "opt_out_wide.txt") for line in data.lines(name)),
    *(words for _, (_, how, words) in data.rows("keywords.tsv") if how in ("said", "maybe", "heard")),
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_can_be_read_and_is_written_folded(pattern: str) -> None:
    assert not data.is_broken(pattern)
    letters = pattern.replace("\\w", "").replace("\\d", "").replace("\\b", "")
    assert letters == letters.lower()
    assert letters.isascii()


def test_a_pattern_that_cannot_be_read_is_left_out_and_the_others_still_work() -> None:
    found = data.any_of(["je veux (partir", "bonjour"])
    assert found.search(" bonjour")
    assert not data.any_of(["(("]).search(" ((")


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("arret*", "les arrets", True),
        ("plus ... messages", "plus aucun de vos messages", True),
        ("plus ... messages", "plus un deux trois quatre cinq messages", False),
        ("^plus", "je veux plus", False),
        ("mort", "mortel", False),
        ("(un|deux) pas", "un pas", True),
    ],
)
def test_patterns_read_as_their_header_says(pattern: str, text: str, expected: bool) -> None:
    assert (data.any_of([pattern]).search(" " + text) is not None) is expected


def test_derived_lists_say_their_source_and_licence() -> None:
    for name in ("common_french.txt", "lookalikes.txt"):
        head = (data._FOLDER / "data" / name).read_text(encoding="utf-8")[:400]
        assert "CC BY-SA 4.0" in head
        assert "wordfreq" in head


def test_the_guard_holds_about_twenty_thousand_folded_words() -> None:
    words = data.common_french()
    assert 18_000 < len(words) <= 20_000  # accents folded, a few words fall together
    assert all(fold(word) == word for word in words)
