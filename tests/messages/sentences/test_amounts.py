"""Amounts and numbers, as people text them."""

from __future__ import annotations

import pytest

from messages.sentences import amounts

# (text, [(cents, said to be dollars)])
ONE_OR_MORE: list[tuple[str, list[tuple[int, bool]]]] = [
    ("7,50", [(750, False)]),
    ("7.50", [(750, False)]),
    ("7,5", [(750, False)]),
    ("7.50 $", [(750, True)]),
    ("$7.50", [(750, True)]),
    ("7$50", [(750, True)]),
    ("7,50$ et 40$", [(750, True), (4000, True)]),
    ("40 piasses", [(4000, True)]),
    ("40 piastres", [(4000, True)]),
    ("40 bucks", [(4000, True)]),
    ("5 piasses et 25", [(525, True)]),
    ("12 dollars 50", [(1250, True)]),
    ("bus 5 piasses 12 km", [(500, True)]),
    ("75 cennes", [(75, True)]),
    ("soixante piasse", [(6000, True)]),
    ("soisante quinze piasses", [(7500, True)]),
    ("deux cent dix dollars", [(21000, True)]),
    ("quatre-vingt-dix piastres", [(9000, True)]),
    ("forty five bucks", [(4500, True)]),
    ("bus cinq piasses garde 40", [(500, True), (4000, False)]),
    ("1 200 $", [(120000, True)]),
    ("1\u00a0200,50", [(120050, False)]),
    ("bus 10 110 garde", [(1000, False), (11000, False)]),
    ("bus7.50garde40", [(750, False), (4000, False)]),
    ("garde,40", [(4000, False)]),
    ("20$,30$", [(2000, True), (3000, True)]),
    ("\u0661\u0662 $", [(1200, True)]),
]


@pytest.mark.parametrize(("text", "expected"), ONE_OR_MORE)
def test_amounts_are_found_with_comma_point_sign_or_words(text: str, expected: list[tuple[int, bool]]) -> None:
    assert [(f.cents, f.money) for f in amounts.money(text)] == expected


@pytest.mark.parametrize(
    ("text", "cents", "times"),
    [
        ("3 x 12", 3600, 3),
        ("repas 3x12", 3600, 3),
        ("2 x 7,50$", 1500, 2),
        ("7.50 x 2", 1500, 2),
        ("12$ x 3", 3600, 3),
        ("3 * 12", 3600, 3),
    ],
)
def test_a_product_is_one_amount(text: str, cents: int, times: int) -> None:
    assert [(f.cents, f.times) for f in amounts.money(text)] == [(cents, times)]


@pytest.mark.parametrize(
    "text",
    ["", "bus", "34 km", "34km", "13h30", "13 h", "8:20", "10/02", "2026-12-08", "819 555-0142", "(819) 555-0142",
     "3e rang", "2eme etage", "50%", "\u00bd", "une", "un peu cher"],
)  # fmt: skip
def test_an_hour_a_date_a_distance_or_a_telephone_is_no_amount(text: str) -> None:
    assert amounts.money(text) == []


@pytest.mark.parametrize("text", ["-5", "-5$", "bus -7,50", "moins 5$", "-$5"])
def test_a_negative_amount_is_said_to_be_one_and_answers_nothing(text: str) -> None:
    assert [f.negative for f in amounts.money(text)] == [True]
    assert amounts.cents_in(text) is None


@pytest.mark.parametrize("text", ["bus - 7,50", "moins de 5$", "bus-7.50"])
def test_a_dash_between_words_is_no_minus(text: str) -> None:
    assert [f.negative for f in amounts.money(text)] == [False]


def test_the_place_is_the_one_in_the_text_as_written() -> None:
    for text in ("c\u0153ur garde 40$ svp", "\u00bd j bus 7,50 merci", "\U0001f600 60 piasses"):
        found = amounts.money(text)
        assert [text[f.start : f.end].strip() for f in found] in (["40$"], ["7,50"], ["60 piasses"])


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("7,50", 750),
        ("ca ma coute 7,50$", 750),
        ("2 billets 7,50$", 750),
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
    assert amounts.cents_in(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "je sais pas",
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
    assert amounts.cents_in(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("12 km", 12),
        ("environ 34", 34),
        ("3,5", 3.5),
        ("3.50", 3.5),
        ("4.0", 4),
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
def test_a_number_in_digits_or_in_letters(text: str, number: float) -> None:
    assert amounts.number(text) == number


@pytest.mark.parametrize(
    "text", ["", "non", "je sais pas", "12 ou 13", "douze ou treize", "jai un char", "one of us came"]
)
def test_a_number_that_is_unclear_is_none(text: str) -> None:
    assert amounts.number(text) is None
