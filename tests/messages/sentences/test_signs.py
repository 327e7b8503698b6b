"""The lists of signs: every line is a pattern, and a sentence is cut where its author ended it."""

from __future__ import annotations

import pytest

from messages.keywords import data
from messages.sentences import signs
from messages.sentences.nearly import nearest

LISTS = ("claim_signs.txt", "comment_signs.txt")
LINES = [(name, section, line) for name in LISTS for section, lines in signs.sections(name).items() for line in lines]


@pytest.mark.parametrize(("name", "section", "line"), LINES)
def test_every_line_can_be_read_and_finds_nothing_in_silence(name: str, section: str, line: str) -> None:
    assert not data.is_broken(data.expand(line))
    assert line.isascii()
    assert data.any_of([line]).search(" ") is None


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("bus 7.50. garde 40", ["bus 7.50.", "garde 40"]),
        ("M. Tremblay parle fort. On part", ["M. Tremblay parle fort.", "On part"]),
        ("oui!\nnon?", ["oui!", "non?"]),
        ("...", []),
        ("", []),
    ],
)
def test_a_point_in_a_number_or_a_title_ends_no_sentence(words: str, cut: list[str]) -> None:
    assert signs.sentences(words) == cut


@pytest.mark.parametrize(
    ("word", "meant"),
    [("gadrienne", "gardienne"), ("autobuss", "autobus"), ("utobus", "autobus"), ("jardin", ""), ("gar", ""), ("", "")],
)
def test_a_slip_of_the_thumb_is_forgiven_and_an_existing_word_is_itself(word: str, meant: str) -> None:
    assert nearest(word, ["gardienne", "autobus", "garde"]) == meant


def test_words_are_found_again_as_written() -> None:
    text = signs.folded("  Mon Œil, ça FAIT mal! ")
    assert text.joined == " mon oeil ca fait mal"
    assert text.written(1, 4) == "Œil, ça FAIT"
    assert text.written(3, 3) == ""
