"""Messages in pieces: put in order, a missing part named, no word altered."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.sentences.pieces import join_pieces

PARTS = ["pour la salle", "cest trop froid", "pis trop loin"]


@pytest.mark.parametrize(
    "mark", ["({}/{}) ", "[{}/{}] ", "({} de {}) ", "[{} de {}] ", "({} of {}) ", "{}/{} ", "{}/{}: ", "{} de {} "]
)
def test_parts_in_any_order_are_put_in_theirs(mark: str) -> None:
    marked = [mark.format(n, 3) + words for n, words in enumerate(PARTS, 1)]
    for order in itertools.permutations(marked):
        joined = join_pieces(order)
        assert joined.text == "pour la salle cest trop froid pis trop loin"
        assert (joined.missing, joined.total) == ((), 3)


def test_a_mark_may_stand_at_the_end() -> None:
    assert join_pieces(["pis trop loin (2/2)", "cest froid (1/2)"]).text == "cest froid pis trop loin"
    assert join_pieces(["pis trop loin 2/2", "cest froid 1/2"]).text == "cest froid pis trop loin"


@pytest.mark.parametrize(
    ("numbers", "missing"), [((1, 2, 3), (4,)), ((2, 3, 4), (1,)), ((1, 4), (2, 3)), ((3,), (1, 2, 4))]
)
def test_a_missing_part_is_named(numbers: tuple[int, ...], missing: tuple[int, ...]) -> None:
    joined = join_pieces([f"({n}/4) mot{n}" for n in numbers])
    assert joined.text == " ".join(f"mot{n}" for n in sorted(numbers))
    assert (joined.missing, joined.total) == (missing, 4)


def test_the_missing_part_sent_again_without_a_mark_takes_its_place() -> None:
    joined = join_pieces(["(1/3) un", "(3/3) trois", "deux"])
    assert (joined.text, joined.missing) == ("un deux trois", ())


def test_words_said_before_the_first_part_stay_in_front() -> None:
    joined = join_pieces(["bonjour", "(1/2) un"])
    assert (joined.text, joined.missing) == ("bonjour un", (2,))


def test_a_part_sent_twice_is_taken_once() -> None:
    assert join_pieces(["(1/2) un", "(1/2) un", "(2/2) deux"]).text == "un deux"


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([], ""),
        ([""], ""),
        (["un"], "un"),
        (["un", "deux", "trois"], "un deux trois"),
        (["1/2 journee mardi"], "1/2 journee mardi"),
        (["le camp", "1/2 journee cest trop"], "le camp 1/2 journee cest trop"),
        (["10/02 jetais la"], "10/02 jetais la"),
        (["2/5 jetais la"], "2/5 jetais la"),
        (["1 de mes enfants", "2 de plus"], "1 de mes enfants 2 de plus"),
        (["(3/2) mot"], "(3/2) mot"),
        (["(1/1) mot"], "(1/1) mot"),
        (["(0/5) mot"], "(0/5) mot"),
        (["(819) 555-0142"], "(819) 555-0142"),
    ],
)
def test_without_a_mark_pieces_are_joined_as_they_came(pieces: list[str], text: str) -> None:
    joined = join_pieces(pieces)
    assert (joined.text, joined.missing, joined.total) == (text, (), 0)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_no_word_is_ever_altered(pieces: list[str]) -> None:
    joined = join_pieces(pieces)
    if joined.total == 0:
        assert joined.text.split() == " ".join(pieces).split()


@given(
    st.lists(st.text("abc é'?", min_size=1, max_size=20).map(str.strip).filter(bool), min_size=2, max_size=9),
    st.randoms(),
)
def test_any_words_come_back_in_order(words: list[str], random: object) -> None:
    marked = [f"({n}/{len(words)}) {text}" for n, text in enumerate(words, 1)]
    random.shuffle(marked)  # type: ignore[attr-defined]
    assert join_pieces(marked).text == " ".join(words)
