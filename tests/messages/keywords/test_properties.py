"""Whatever a phone can send: an answer, never an exception."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from messages.keywords import Keyword, fold, is_distress, read_yes_no, understand
from messages.keywords.vocabulary import vocabulary

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=1_600)  # lone surrogates too
WORDS = st.lists(st.sampled_from([*vocabulary().words, "mardi", "2", "svp", "mais", "?", "👍", "\u200f"]), max_size=8)


@given(st.one_of(ANYTHING, WORDS.map(" ".join)))
@example("\ud800")
@example("ﷺ" * 400)
@example("½ ² ①")
@settings(max_examples=400, deadline=None)
def test_any_message_is_understood_one_way_or_another(text: str) -> None:
    found = understand(text)
    assert (found.keyword is None) == (found.sure == "none")
    assert found.payload in text
    assert found.label in (None, "maybe-stop", "distress")
    assert is_distress(text) is (found.label == "distress")
    assert read_yes_no(text) in (None, Keyword.OUI, Keyword.NON, Keyword.PEUT_ETRE)


@given(ANYTHING)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(categories=["Nd", "Zs", "Po"]), max_size=40))
def test_digits_and_marks_never_stop_anything(text: str) -> None:
    assert understand(text).keyword is not Keyword.ARRET
