"""One sentence can be a whole claim: tables of what people write, told in one line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.sentences.claims.read import claim
from tests.messages.sentences.told import tell_claim

TODAY = dt.date(2026, 2, 6)  # a Friday
HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("words", "understood"), rows("claims.tsv"))
def test_a_claim_is_understood_as_the_table_says(words: str, understood: str) -> None:
    assert tell_claim(claim(words, TODAY)) == understood


@pytest.mark.parametrize(("words", "understood"), rows("claims.tsv"))
def test_capitals_change_no_amount(words: str, understood: str) -> None:
    shouted = claim(words.upper(), TODAY)
    assert [(line.kind, line.quantity, line.cents) for line in shouted.lines] == [
        (line.kind, line.quantity, line.cents) for line in claim(words, TODAY).lines
    ]


@pytest.mark.parametrize("words", [row[0] for row in rows("not_claims.txt")])
def test_words_about_money_that_claim_nothing_are_no_claim(words: str) -> None:
    assert not {"claim", "declined", "status_query", "proxy", "unclear"} & set(
        tell_claim(claim(words, TODAY)).split("; ")
    )


@pytest.mark.parametrize(("words", "flag"), rows("money_matters.tsv"))
def test_a_refusal_a_late_payment_and_someone_elses_claim_are_told_apart(words: str, flag: str) -> None:
    found = claim(words, TODAY)
    assert [name for name in ("declined", "status_query", "proxy") if getattr(found, name)] == [flag]
    assert found.lines == ()


def test_a_claim_by_someone_else_collects_nothing_about_them() -> None:
    found = claim("ma voisine ma remplacee mardi bus 7.50 garde 40 elle a pas de cell", TODAY)
    assert found.proxy
    assert found.lines == ()


def test_a_bare_amount_is_a_participation_and_no_claim_by_itself() -> None:
    found = claim("55$", TODAY)
    assert [(line.kind, line.cents) for line in found.lines] == [("participation", 5500)]
    assert not found.is_claim


def test_an_amount_is_the_whole_line_and_never_multiplied_twice() -> None:
    (line,) = claim("je reclame repas 4 x 11", TODAY).lines
    assert (line.quantity, line.cents) == (4, 4400)


def test_two_amounts_that_belong_to_nothing_are_asked_about() -> None:
    assert "which_amount" in claim("je reclame 55 + 30 + bus 7", TODAY).questions


PIECES = """bus 7,50 garde 40$ x × 3 12 km 1/2 ½ j journee 2 jours mardi 10/02 31/02 99/99 0h 25h99 pcq taxi aller
retour chaque soixante et cinquante cent $ € - , . ; é\u0301 \u200b 1000000000000 -5 enfants repas pas fourni"""
HEAPS = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=25)


@given(st.text(max_size=400))
def test_no_text_makes_it_fail(words: str) -> None:
    found = claim(words, TODAY)
    assert all(line.cents is None or line.cents >= 0 for line in found.lines)


@given(HEAPS, st.sampled_from(["", " ", ", "]))
def test_no_heap_of_claim_words_makes_it_fail(pieces: list[str], between: str) -> None:
    found = claim(between.join(pieces), TODAY)
    assert all(line.quantity >= 0 for line in found.lines)
    assert not (found.declined and found.lines)


@given(
    st.sampled_from(["bus", "autobus", "garde", "gardienne"]),
    st.integers(1, 300),
    st.sampled_from(["{} {}", "{1}$ {0}", "{}: {}$"]),
)
def test_a_word_and_its_amount_are_a_line(word: str, dollars: int, shape: str) -> None:
    found = claim(shape.format(word, dollars), TODAY)
    assert [line.cents for line in found.lines] == [dollars * 100]
