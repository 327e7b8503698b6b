"""What a sentence offers to the questions of a claim: what it names, what it names without its price, nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from handlers.claims.sentence import NOTHING, read

TODAY = dt.date(2026, 2, 12)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("autobus 7,50 garde 40 pour mardi", {"transport": "bus", "fare": "750", "childcare": "4000"}),
        ("110 pis 12 km", {"amount_said": "11000", "transport": "car", "km": "12"}),
        ("34 km et 3,75 d'autobus", {"transport": "bus+car", "fare": "375", "km": "34"}),
        ("bus 3,75 et bus 3,75", {"transport": "bus", "fare": "750"}),
        ("taxi 22$ parce que pu d'autobus", {"transport": "taxi", "taxi": "2200"}),
        ("repas 3 x 12 $", {"meal": "3", "meal_paid": "3600"}),
        ("stationnement 6 $ mardi", {"other": [[600, "stationnement"]]}),
    ],
)
def test_what_is_named_is_offered(words: str, offered: dict[str, Any]) -> None:
    said = read(words, TODAY, "fr")
    assert {key: said.offered.get(key) for key in offered} == offered
    assert said.is_claim


def test_what_a_whole_claim_does_not_name_is_nothing() -> None:
    whole = read("autobus 7,50", TODAY, "fr").whole
    assert {key: whole[key] for key in ("meal", "childcare", "other")} == {
        key: NOTHING[key] for key in ("meal", "childcare", "other")
    }


def test_what_is_named_without_its_price_is_left_to_be_asked() -> None:
    said = read("mardi autobus 7,50 et de la garde", TODAY, "fr")
    assert "childcare" in said.missing
    assert "childcare" not in said.whole


@pytest.mark.parametrize("words", ["", "   ", "a" * 5000, "merci", "la salle est froide", "🙂", "12"])
def test_what_is_no_claim_offers_no_claim(words: str) -> None:
    said = read(words, TODAY, "fr")
    assert not any([said.is_claim, said.proxy, said.unclear, said.status, said.declined])


@pytest.mark.parametrize("words", ["non merci", "Non merci!", "no thanks"])
def test_no_thanks_alone_declines(words: str) -> None:
    assert read(words, TODAY, "fr").declined
