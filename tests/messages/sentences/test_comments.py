"""What a comment holds besides its words: a table of what people write, and what must stay true of any text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.sentences.comments.read import read_comment
from tests.messages.sentences.told import tell_comment

TODAY = dt.date(2026, 2, 6)  # a Friday
GLOSSARY = ["arrimage", "table de concertation", "subvention", "PIC", "gouvernance", "partenaire", "plan d'action"]
LINES = (Path(__file__).parent / "comments.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("words", "understood"), ROWS)
def test_the_signs_of_a_comment_are_those_of_the_table(words: str, understood: str) -> None:
    assert tell_comment(read_comment(words, TODAY, GLOSSARY)) == understood


@pytest.mark.parametrize("words", [row[0] for row in ROWS])
def test_what_is_shown_to_the_author_is_in_their_own_words(words: str) -> None:
    signs = read_comment(words, TODAY, GLOSSARY)
    assert all(part in words for part in signs.private)
    assert all(part.words in words for part in signs.days)
    assert all(choice.reason in words for choice in signs.choices)


def test_a_word_is_explained_only_when_the_list_knows_it() -> None:
    assert read_comment("cest quoi larimage", TODAY).question_word == ""
    assert read_comment("cest quoi larimage", TODAY, ["subvention"]).question_word == ""


def test_accents_and_capitals_of_the_author_are_kept_in_a_private_part() -> None:
    words = "Désolée, Mon Fils a été HOSPITALISÉ hier. Le camp, c'est bon."
    assert read_comment(words, TODAY).private == ("Mon Fils a été HOSPITALISÉ hier",)


PIECES = """mardi jeudi oui non absent jpeux pas mon fils est malade mme M. tremblay julie 3 le 5 é\u0301 ½ œ . , ? ;
1er dites cest quoi arrimage \u200b 99 pcq"""
HEAPS = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=25)


@given(st.text(max_size=400))
def test_no_text_makes_it_fail(words: str) -> None:
    signs = read_comment(words, TODAY, GLOSSARY)
    assert all(part in words for part in signs.private)


@given(HEAPS, st.sampled_from(["", " ", ", "]))
def test_no_heap_of_words_makes_it_fail(pieces: list[str], between: str) -> None:
    words = between.join(pieces)
    signs = read_comment(words, TODAY, GLOSSARY)
    assert all(part in words for part in signs.private)
    assert all(part.words in words for part in signs.days)
