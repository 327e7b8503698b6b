"""Words that answer by themselves stand in lists, and those of OUI and NON answer every question by yes or no."""

from __future__ import annotations

import pytest

from messages.keywords import data
from messages.languages import CODES
from messages.reading import read
from messages.reading.context import Context
from messages.reading.labels import Meaning, Step
from messages.reading.short_words import ACTED_UPON, ANSWERS, short_words

WORDS = [
    pytest.param(kind, word, id=f"{row.folder}-{word}")
    for kind, keyword in ANSWERS.items()
    for row, (of, how, content) in data.rows("keywords.tsv")
    if of == keyword and how in ACTED_UPON
    for word in content.split()
    if word not in short_words("presence")
]


@pytest.mark.parametrize(("kind", "word"), WORDS)
def test_a_word_of_oui_or_non_answers_the_question_of_consent(kind: str, word: str) -> None:
    """`portevoix understand` says of it "a yes to the last question": a dialogue takes it as one."""
    assert read(word, Context.of_code(Step.JOIN_CONSENT.value))[0].meanings == (Meaning(kind),)


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_short_words_for_yes(code: str) -> None:
    assert any(row.folder == code for row in data.read("short_words.tsv")), f"write messages/{code}/short_words.tsv"
    assert len(short_words("yes")) > 20
    assert short_words("yes").isdisjoint(short_words("no"))
