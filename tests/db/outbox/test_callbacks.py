"""The address where a provider reports says of which delivery to whoever has the key alone, in one shape for all."""

from __future__ import annotations

import secrets

import pytest

from db.outbox.callbacks import SHAPE, opened_delivery, sealed_delivery
from db.path_key import KEY_BYTES, PathKey

KEY = PathKey(b"k" * KEY_BYTES)
NUMBERS = [1, 7, -1, -(2**53), 2**63 - 1, -(2**63), 3678008964734217605]  # the last: of `db.numbers`


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_comes_back(number: int) -> None:
    assert opened_delivery(KEY, sealed_delivery(KEY, number)) == number


def test_no_number_is_told_from_another_by_its_seal() -> None:
    seals = [sealed_delivery(KEY, number) for number in NUMBERS for _ in range(20)]
    assert {len(seal) for seal in seals} == {64}
    assert all(SHAPE.fullmatch(seal) for seal in seals)
    assert len(set(seals)) == len(seals)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "abc",
        "é",
        "1 2",
        "9" * 19,
        "9" * 30,
        "-",
        None,
        "x" * 101,
    ],
)
def test_what_this_installation_did_not_write_is_no_number(written: object) -> None:
    assert opened_delivery(KEY, written) is None


def test_another_installations_seal_is_no_number() -> None:
    assert opened_delivery(KEY, sealed_delivery(PathKey(secrets.token_bytes(KEY_BYTES)), 7)) is None


@pytest.mark.parametrize(
    ("written", "number"), [("12", 12), (str(2**63 - 1), 2**63 - 1), ("-8018702193916618", -8018702193916618)]
)
def test_what_left_before_numbers_were_sealed_is_still_heard_of(written: str, number: int) -> None:
    assert opened_delivery(KEY, written) == number
