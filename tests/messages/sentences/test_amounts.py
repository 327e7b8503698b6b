"""Amounts and numbers, as people text them in a short answer."""

from __future__ import annotations

import pytest

from messages.reading.answered import amount, written_out
from messages.sentences.amounts import in_words


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("7,50", 750),
        ("ca ma coute 7,50$", 750),
        ("soixante", 6000),
        ("quarante-deux dollars", 4200),
        ("cest 40", 4000),
        ("1 200", 120000),
        ("mille piasses", 100000),
        ("cent piasses", 10000),
        ("vingt", 2000),
        ("cinq", 500),
        ("0", 0),
    ],
)
def test_a_short_answer_holds_one_amount(text: str, cents: int) -> None:
    assert amount(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "je sais pas",
        "2 billets 7,50$",  # each, or both?
        "-5",
        "moins 5$",
        "10 ou 12$",
        "10-12$",
        "entre 10 a 12 $",
        "7 et 8",
        "5$ 6$",
        "un peu cher",
        "non",
        "\U0001f600",
    ],
)
def test_an_answer_that_is_not_one_amount_is_none(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("autobus 12 piasses et quart", "autobus 12.25 $"),
        ("garde 3 heures a 10$ mardi", "garde 30.00 $ mardi"),
        ("le bus cest 12.25 pas 12.50", "le bus cest 12.25 pas "),
        ("huit piasses et demie d'autobus", "8.50 $ d'autobus"),
    ],
)
def test_a_sum_in_a_sentence_is_written_in_plain_figures(text: str, plain: str) -> None:
    assert written_out(text) == plain


@pytest.mark.parametrize(
    "text",
    ["Autobus 7,50 garde 40", "formation 12-13 mai", "3 repas x 12$", "gardienne 3 heures 30$", "Pas d'argent, merci"],
)
def test_a_sentence_with_plain_sums_is_left_as_it_is(text: str) -> None:
    assert written_out(text) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("douze", 12),
        ("environ douze km", 12),
        ("un", 1),
        ("une fois", 1),
        ("one", 1),
        ("vingt et un", 21),
        ("soixante-quinze", 75),
        ("soixante et onze", 71),
        ("quatre vingt", 80),
        ("quatre-vingt-dix-sept", 97),
        ("cent vingt-cinq", 125),
        ("deux cents", 200),
        ("deux cent dix", 210),
        ("two hundred and five", 205),
        ("mille deux cents", 1200),
        ("deux mille", 2000),
        ("cinkante", 50),
        ("trante", 30),
    ],
)
def test_a_number_in_letters(text: str, number: float) -> None:
    assert in_words(text) == number


@pytest.mark.parametrize("text", ["", "non", "je sais pas", "douze ou treize", "jai un char", "one of us came"])
def test_a_number_that_is_unclear_is_none(text: str) -> None:
    assert in_words(text) is None
