"""What is sealed with the key of the return paths is opened by it, beside its own comment, and by nothing else."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import numbers
from db.path_key import CannotOpen, PathKey, ReturnAddress

KEY, OTHER = PathKey(b"k" * 32), PathKey(b"o" * 32)
ROSE = ReturnAddress(12, "a" * 32, "fr")


@given(
    st.integers(-(2**31), 2**31),
    st.builds(
        ReturnAddress,
        st.integers(0, 2**63 - 1),
        st.text("0123456789abcdef", max_size=64),
        st.sampled_from(["fr", "en", "es"]),
    ),
)
def test_what_was_sealed_is_opened(comment: int, address: ReturnAddress) -> None:
    assert KEY.open(comment, KEY.seal(comment, address)) == address


@pytest.mark.parametrize(
    ("key", "comment", "sealed"),
    [
        (OTHER, 1, KEY.seal(1, ROSE)),
        (KEY, 2, KEY.seal(1, ROSE)),
        (KEY, 1, "not sealed"),
        (KEY, 1, ""),
        (KEY, 1, KEY.seal(1, ROSE)[:-8]),
        (KEY, 1, KEY.seal_text("0" * 99, "redaction")),
    ],
)
def test_another_key_another_comment_and_anything_else_open_nothing(key: PathKey, comment: int, sealed: str) -> None:
    with pytest.raises(CannotOpen):
        key.open(comment, sealed)


def test_two_sealed_alike_are_as_long_and_do_not_look_alike() -> None:
    one, two = KEY.seal(1, ROSE), KEY.seal(1, ROSE)
    assert one != two
    assert len(one) == len(two) == len(KEY.seal(1, ReturnAddress(2**60, "", "")))
    assert ROSE.pseudonym not in one


def test_a_digest_is_the_same_for_the_same_and_needs_the_key() -> None:
    assert KEY.digest("message", "telegram", "12") == KEY.digest("message", "telegram", "12")
    assert KEY.digest("message", "telegram", "12") != KEY.digest("message", "telegram", "13")
    assert KEY.digest("a", "b") != KEY.digest("ab", "")
    assert KEY.digest("message", "telegram", "12") != OTHER.digest("message", "telegram", "12")
    assert len(KEY.digest("x")) == 32


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_has_its_size(size: int) -> None:
    with pytest.raises(ValueError, match="32"):
        PathKey(b"k" * size)


def test_a_key_never_shows_itself() -> None:
    assert "k" * 8 not in repr(KEY)


def test_numbers_follow_each_other_and_count_nothing() -> None:
    given_out = [numbers.next_number() for _ in range(200)]
    assert given_out == sorted(set(given_out))
    steps = {after - before for before, after in itertools.pairwise(given_out)}
    assert len(steps) > 150, "a step that comes back would let one count what is missing"
    assert given_out[-1] < 2**63


def test_numbers_of_many_rows_never_meet_those_of_single_rows() -> None:
    start = numbers.numbers_for(1000)
    many = {start + place * numbers.STEP for place in range(1, 1001)}
    after = [numbers.next_number() for _ in range(100)]
    assert not many & set(after)
    assert min(after) > max(many)


def test_a_signature_is_of_these_words_and_of_this_key_and_is_no_digest() -> None:
    signed = KEY.sign("first", "12")
    assert signed == KEY.sign("first", "12")
    assert len(signed) == 64
    assert signed != KEY.sign("first1", "2")
    assert signed != OTHER.sign("first", "12")
    assert not signed.startswith(KEY.digest("first", "12")), "the two are made with keys of their own"
